// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/plan.h"
#include "meshwright/asyncapi/settingvalue.h"
#include "plan/settingvalue.h"
#include "plan/specshash.h"

#include <QtTest>

using namespace meshwright;

class TestPlanValues : public QObject
{
    Q_OBJECT

private slots:

    void settingsAreComparedAsBrokersReadThem_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("equal") << "retention.ms"
                               << "10"
                               << "10" << true;
        QTest::newRow("leading zero") << "retention.ms"
                                      << "010"
                                      << "10" << true;
        QTest::newRow("other number") << "retention.ms"
                                      << "100"
                                      << "10" << false;
        QTest::newRow("list with blanks") << "cleanup.policy"
                                          << "compact, delete"
                                          << "compact,delete" << true;
        QTest::newRow("list in other order") << "cleanup.policy"
                                             << "delete,compact"
                                             << "compact,delete" << true;
        QTest::newRow("shorter list") << "cleanup.policy"
                                      << "compact"
                                      << "compact,delete" << false;
        QTest::newRow("double") << "min.cleanable.dirty.ratio"
                                << "0.50"
                                << "0.5" << true;
        QTest::newRow("boolean") << "preallocate"
                                 << "True"
                                 << "true" << true;
        QTest::newRow("unknown key is text") << "x.y"
                                             << "1"
                                             << "01" << false;
        QTest::newRow("not a number") << "retention.ms"
                                      << "ten"
                                      << "10" << false;
    }

    void settingsAreComparedAsBrokersReadThem()
    {
        QFETCH(QString, key);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, isSame);
        QCOMPARE(asyncapi::isSameSettingValue(key.toStdString(), a.toStdString(), b.toStdString()),
                 isSame);
    }

    void riskTellsWhatIsLost_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("risk");
        QTest::newRow("shorter retention") << "retention.ms"
                                           << "20"
                                           << "10"
                                           << "affects-data";
        QTest::newRow("longer retention") << "retention.ms"
                                          << "10"
                                          << "20"
                                          << "safe";
        QTest::newRow("retention without end") << "retention.ms"
                                               << "10"
                                               << "-1"
                                               << "safe";
        QTest::newRow("end to retention") << "retention.ms"
                                          << "-1"
                                          << "10"
                                          << "affects-data";
        QTest::newRow("from an unseen default") << "retention.bytes"
                                                << ""
                                                << "10"
                                                << "affects-data";
        QTest::newRow("cleanup policy") << "cleanup.policy"
                                        << "delete"
                                        << "compact"
                                        << "affects-data";
        QTest::newRow("compression") << "compression.type"
                                     << "lz4"
                                     << "zstd"
                                     << "safe";
        QTest::newRow("smaller records") << "max.message.bytes"
                                         << "20"
                                         << "10"
                                         << "affects-data";
        QTest::newRow("unclean") << "unclean.leader.election.enable"
                                 << "false"
                                 << "true"
                                 << "affects-data";
    }

    void riskTellsWhatIsLost()
    {
        QFETCH(QString, key);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, risk);
        SettingChange change{key.toStdString(), std::nullopt, after.toStdString()};
        if (!before.isEmpty())
            change.before = before.toStdString();
        const auto result = plan::riskOf(change);
        QCOMPARE(QString::fromStdString(std::string(nameOf(result.risk))), risk);
        QCOMPARE(result.warning.empty(), risk == "safe");
    }

    // The vectors of FIPS 180-2.
    void hashesAreSha256()
    {
        QCOMPARE(plan::sha256("abc"),
                 std::string("sha256:"
                             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(plan::sha256(""),
                 std::string("sha256:"
                             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
};

QTEST_GUILESS_MAIN(TestPlanValues)
#include "tst_planvalues.moc"
