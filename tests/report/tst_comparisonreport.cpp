// SPDX-License-Identifier: Apache-2.0
// More of the whole report: tst_mwdiff.
#include "report/changetext.h"

#include <QTest>

#include <set>

using namespace meshwright;
using namespace meshwright::report;

class TestComparisonReport : public QObject
{
    Q_OBJECT

private slots:
    void spans_data();
    void spans();
    void everyKindIsTold();
};

void TestComparisonReport::spans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("span");
    QTest::newRow("plain") << "a.b"
                           << "`a.b`";
    QTest::newRow("ticks within") << "a`b``c"
                                  << "```a`b``c```";
    QTest::newRow("ticks at an end") << "`a"
                                     << "`` `a ``";
    QTest::newRow("line ends") << "a\n# b\r\tc"
                               << "`a # b  c`";
    QTest::newRow("nothing") << ""
                             << "` `";
    QTest::newRow("long") << QString(200, 'x') << '`' + QString(120, 'x') + "…`";
    QTest::newRow("cut between characters")
        << QString(119, 'x') + "äää" << '`' + QString(119, 'x') + "…`";
}

void TestComparisonReport::spans()
{
    QFETCH(QString, text);
    QFETCH(QString, span);
    QCOMPARE(QString::fromStdString(codeSpan(text.toStdString())), span);
}

void TestComparisonReport::everyKindIsTold()
{
    constexpr int last = static_cast<int>(compare::ChangeKind::ConsumptionRemoved);
    std::set<std::string> sentences;
    std::set<std::string_view> names;
    for (int i = 0; i <= last; ++i) {
        compare::Change change;
        change.kind = static_cast<compare::ChangeKind>(i);
        names.insert(nameOf(change.kind));
        change.item = nameOf(change.kind);
        sentences.insert(changeText(change));
    }
    QCOMPARE(names.size(), static_cast<std::size_t>(last + 1));
    QCOMPARE(sentences.size(), static_cast<std::size_t>(last + 1));
    std::set<std::string> reasons;
    constexpr int lastReason = static_cast<int>(compare::Reason::OldRecords);
    for (int i = 0; i <= lastReason; ++i)
        reasons.insert(reasonText(static_cast<compare::Reason>(i)));
    QCOMPARE(reasons.size(), static_cast<std::size_t>(lastReason + 1));
}

QTEST_GUILESS_MAIN(TestComparisonReport)
#include "tst_comparisonreport.moc"
