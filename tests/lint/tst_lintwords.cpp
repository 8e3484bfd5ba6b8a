// SPDX-License-Identifier: Apache-2.0
#include "lint/namepattern.h"
#include "lint/partstyle.h"
#include "lint/pitfalls.h"

#include <QTest>

#include <array>

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
        QTest::newRow("keyword at the end") << "[domain].[service].[type].[access]"
                                            << ""
                                            << "finance.campaign.sale._public" << true;
        QTest::newRow("keyword in front") << "[access].[domain].[service].[type]"
                                          << "acme"
                                          << "_public.acme.finance.campaign.sale" << true;
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

    void styles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("better"); // empty: it has the style
        using enum PartStyle::Kind;
        const auto row = [](PartStyle::Kind kind, const char *part, const char *better) {
            QTest::addRow("%d %s", static_cast<int>(kind), part)
                << static_cast<int>(kind) << QString(part) << QString(better);
        };
        row(Snake, "order_item", "");
        row(Snake, "order2", "");
        row(Snake, "orderItem", "order_item");
        row(Snake, "Order-Item", "order_item");
        row(Snake, "HTTPCall", "http_call");
        row(Kebab, "order-item", "");
        row(Kebab, "order_item", "order-item");
        row(Camel, "orderItem", "");
        row(Camel, "order-item", "orderItem");
        row(Camel, "OrderItem", "orderItem");
        row(Lower, "order_item", "");
        row(Lower, "Order_Item", "order_item");
        row(OneOf, "campaign", "");
        row(OneOf, "campain", "campaign");
    }

    void styles()
    {
        QFETCH(int, kind);
        QFETCH(QString, part);
        QFETCH(QString, better);
        const PartStyle style{static_cast<PartStyle::Kind>(kind), {"campaign", "ledger"}, {}};
        QCOMPARE(hasStyle(part.toStdString(), style), better.isEmpty());
        if (!better.isEmpty())
            QCOMPARE(QString::fromStdString(respelt(part.toStdString(), style).value_or("")),
                     better);
    }

    void expressionsMatchTheWholePart()
    {
        const PartStyle style{PartStyle::Kind::Expression, {}, "[a-z]+|[0-9]"};
        QVERIFY(hasStyle("abc", style));
        QVERIFY(!hasStyle("abc1", style));
        QVERIFY(!respelt("abc1", style));
    }

    void pitfalls_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("rule"); // and what is left of the name
        const auto row = [](const char *name, const char *rule) {
            QTest::newRow(name) << QString(name) << QString(rule);
        };
        row("acme.team-red.orders", "organisational acme.red.orders");
        row("acme.finance.dept_sales", "organisational acme.finance.sales");
        row("steam.teams_chat", "organisational steam.chat");
        row("steamer.squadron", "");
        row("sale.v2", "version sale");
        row("sale_v2", "version sale");
        row("v8_engine", ""); // an engine, not a version of one
        row("vitamin", "");
        row("order-json", "format order");
        row("order.avro", "format order");
        row("csv_import", ""); // about CSV files
        row("cust_order", "abbreviation customer_order");
        row("cstmr.order", "abbreviation customer.order");
        row("custody.order", "");
        row("customer", "");
        row("ship.pay", ""); // words of their own, though terms begin with them
        row("edi_order", "own order");
    }

    void pitfalls()
    {
        QFETCH(QString, name);
        QFETCH(QString, rule);
        Settings settings;
        for (const char *term : {"customer", "shipment", "payment", "user score"})
            settings.glossary.push_back({term, {}, {}});
        settings.forbiddenWords.version = {"edi"};
        const std::string text = name.toStdString();
        const std::array<std::pair<const char *, std::optional<Pitfall>>, 4> all{
            {{"organisational", organisationalWord(text, settings, true)},
             {"version", versionWord(text, settings)},
             {"format", formatWord(text, settings)},
             {"abbreviation", abbreviation(text, settings)}}};
        QString found;
        for (const auto &[kind, pitfall] : all)
            if (pitfall)
                found += QString(kind) + " " +
                         QString::fromStdString(without(text, *pitfall).value_or(""));
        QCOMPARE(found, QString(rule).replace("own ", "version "));
    }

    void aTypeMayTellOfTeams()
    {
        QVERIFY(!organisationalWord("team.joined", {}, false));
        Settings settings;
        settings.forbiddenWords.organisational = {"team"};
        QVERIFY(organisationalWord("team.joined", settings, false));
    }
};

QTEST_APPLESS_MAIN(TestLintWords)
#include "tst_lintwords.moc"
