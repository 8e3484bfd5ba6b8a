// SPDX-License-Identifier: Apache-2.0
#include "text/suggestion.h"

#include <QTest>

using namespace meshwright;

class TestSuggestion : public QObject
{
    Q_OBJECT

private slots:

    void distances_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("expected");
        QTest::newRow("equal") << "sale"
                               << "sale" << 0;
        QTest::newRow("missing letter") << "_pubic"
                                        << "_public" << 1;
        QTest::newRow("swapped neighbours") << "_pulbic"
                                            << "_public" << 1;
        QTest::newRow("other letter") << "_privata"
                                      << "_private" << 1;
        QTest::newRow("other case") << "Retention.MS"
                                    << "retention.ms" << 0;
        QTest::newRow("nothing alike") << "abc"
                                       << "xyz" << 3;
        QTest::newRow("empty") << ""
                               << "abc" << 3;
    }

    void distances()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, expected);
        QCOMPARE(int(distance(a.toStdString(), b.toStdString())), expected);
    }

    void nearestIsNearOrNothing()
    {
        QCOMPARE(nearest("_pubic", {"_private", "_public"}), std::optional<std::string>("_public"));
        QCOMPARE(nearest("retention.msec", {"retention.ms", "segment.ms"}),
                 std::optional<std::string>("retention.ms"));
        QCOMPARE(nearest("nothing", {"_private", "_public"}), std::optional<std::string>());
    }

    void theQuestionNamesTheWordOrIsNotAsked()
    {
        QCOMPARE(didYouMean("prod"), std::string(" Did you mean 'prod'?"));
        QVERIFY(didYouMean(std::nullopt).empty());
    }
};

QTEST_APPLESS_MAIN(TestSuggestion)
#include "tst_suggestion.moc"
