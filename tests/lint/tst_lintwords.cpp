// SPDX-License-Identifier: Apache-2.0
#include "lint/namepattern.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::linting;

class TestLintWords : public QObject
{
    Q_OBJECT

private slots:

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fits");
        const QString plain = "[domain].[service].[access].[type]";
        const QString full = "[organisation].[domain].[service].[access].[type]";
        QTest::newRow("the seed's example") << plain << ""
                                            << "finance.campaign._public.sale" << true;
        QTest::newRow("organisation in front") << plain << "acme"
                                               << "acme.finance.campaign._public.sale" << true;
        QTest::newRow("organisation asked for") << full << "acme"
                                                << "acme.finance.campaign._public.sale" << true;
        QTest::newRow("another organisation") << full << "acme"
                                              << "other.finance.campaign._public.sale" << false;
        QTest::newRow("nested domain") << plain << ""
                                       << "a.b.campaign._public.sale" << true;
        QTest::newRow("type of two parts") << plain << ""
                                           << "finance.campaign._public.sale.v" << true;
        QTest::newRow("no service") << plain << ""
                                    << "finance._public.sale" << false;
        QTest::newRow("no type") << plain << ""
                                 << "finance.campaign._public" << false;
        QTest::newRow("empty part") << plain << ""
                                    << "finance..campaign._public.sale" << false;
        QTest::newRow("second keyword") << plain << ""
                                        << "finance.campaign._public._private" << false;
        QTest::newRow("literal") << "[domain].events.[access].[type]"
                                 << ""
                                 << "a.events._public.x" << true;
        QTest::newRow("wrong literal") << "[domain].events.[access].[type]"
                                       << ""
                                       << "a.facts._public.x" << false;
    }

    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, organisation);
        QFETCH(QString, name);
        QFETCH(bool, fits);
        Convention convention;
        convention.pattern = pattern.toStdString();
        convention.organisation = organisation.toStdString();
        QCOMPARE(!patternFault(name.toStdString(), convention).has_value(), fits);
    }

    void infrastructure_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("word");
        QTest::newRow("region of a cloud") << "acme.us-east1.sale"
                                           << "us-east1";
        QTest::newRow("region with dashes") << "acme.eu-west-1.sale"
                                            << "eu-west-1";
        QTest::newRow("region in a part") << "finance.orders-us-east-2"
                                          << "us-east-2";
        QTest::newRow("zone") << "finance.az1.sale"
                              << "az1";
        QTest::newRow("environment") << "acme.prod.finance"
                                     << "prod";
        QTest::newRow("product") << "acme.kafka.sale"
                                 << "kafka";
        QTest::newRow("company's word") << "acme.team_red.sale"
                                        << "team_red";
        QTest::newRow("a word of the trade") << "health.test-result"
                                             << "";
        QTest::newRow("a word that holds another") << "finance.product"
                                                   << "";
        QTest::newRow("plain") << "finance.campaign._public.sale"
                               << "";
        QTest::newRow("western") << "retail.west-coast"
                                 << "";
    }

    void infrastructure()
    {
        QFETCH(QString, name);
        QFETCH(QString, word);
        const auto found = infrastructureWord(name.toStdString(), {"team_red"});
        QCOMPARE(QString::fromStdString(found.value_or("")), word);
    }
};

QTEST_APPLESS_MAIN(TestLintWords)
#include "tst_lintwords.moc"
