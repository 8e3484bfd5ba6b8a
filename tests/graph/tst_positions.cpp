// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/positions.h"
#include "meshwright/lint/lint.h"
#include "meshwright/topology/topology.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::graph;

namespace {

WorkspacePtr with(const QString &text)
{
    return Workspace::fromTexts(text.isNull() ? std::map<std::string, std::string>()
                                              : std::map<std::string, std::string>{
                                                    {positionsFileName, text.toStdString()}});
}

/// The file once these are saved; `refused` where they can't be.
QString saved(const QString &before, const Positions &positions)
{
    const auto workspace = with(before);
    const auto edit = savePositions(*workspace, positions);
    const auto edited = edit ? workspace->withEdit(*edit) : tl::unexpected(edit.error());
    if (!edited)
        return QStringLiteral("refused");
    const Text text = (*edited)->text(positionsFileName);
    return text ? QString::fromStdString(text->bytes()) : QString();
}

Positions read(const QString &text)
{
    std::vector<SettingsProblem> problems;
    return readPositions(with(text)->document(positionsFileName), problems);
}

const Positions three{{{"acme.finance", {0, -40}}},
                      {{"acme.finance.campaign", {24, 60}}, {"acme.finance.ledger", {300, 60}}}};

} // namespace

class TestPositions : public QObject
{
    Q_OBJECT

private slots:

    void aNewFileHasALineEach()
    {
        const QString text = saved(QString(), three);
        QCOMPARE(text, QStringLiteral("version: 1\n"
                                      "domains:\n"
                                      "  acme.finance: [0, -40]\n"
                                      "contexts:\n"
                                      "  acme.finance.campaign: [24, 60]\n"
                                      "  acme.finance.ledger: [300, 60]\n"));
        QVERIFY(read(text) == three);
        QVERIFY(saved(QString(), {}).isEmpty());
    }

    void onlyWhatMovedIsWritten()
    {
        const QString before = "# Agreed in the workshop.\n"
                               "version: 1\n"
                               "contexts:\n"
                               "  acme.finance.campaign:   [24,60] # beside the ledger\n"
                               "  acme.finance.ledger: [300, 60]\n"
                               "  acme.health.ward: [0, 0]\n";
        Positions positions = read(before);
        QCOMPARE(saved(before, positions), before);
        positions.contexts["acme.finance.ledger"] = {320, 60};
        positions.contexts["acme.finance.audit"] = {8, 8};
        positions.contexts["acme.finance.fees"] = {16, 8};
        positions.contexts.erase("acme.health.ward");
        QCOMPARE(saved(before, positions),
                 QStringLiteral("# Agreed in the workshop.\n"
                                "version: 1\n"
                                "contexts:\n"
                                "  acme.finance.audit: [8, 8]\n"
                                "  acme.finance.campaign:   [24,60] # beside the ledger\n"
                                "  acme.finance.fees: [16, 8]\n"
                                "  acme.finance.ledger: [320, 60]\n"));
    }

    void aSectionComesAndGoes()
    {
        const QString before = "version: 1\r\ncontexts:\r\n  a.b: [1, 2]\r\n";
        Positions positions;
        positions.domains["a"] = {5, 6};
        const QString after = saved(before, positions);
        QVERIFY(read(after) == positions);
        QVERIFY(!QString(after).remove("\r\n").contains('\n'));
        QCOMPARE(saved(after, {}), QStringLiteral("version: 1\r\n"));
        QVERIFY(read(saved("# Only this.", three)) == three);
        QVERIFY(saved("# Only this.", three).startsWith("# Only this.\n"));
        QVERIFY(read(saved("contexts:\n", three)) == three);
        QVERIFY(read(saved("contexts: {a.b: [1, 2]}\n", three)) == three);
    }

    void whatCantBeReadStays()
    {
        const QString before = "contexts:\n  a.b: [1, 6O] # agreed\n  a.c: [1, 2]\n";
        Positions positions = read(before);
        positions.contexts["a.c"] = {8, 8};
        QCOMPARE(saved(before, positions), QString(before).replace("[1, 2]", "[8, 8]"));
        QCOMPARE(saved("contexts: {a: [1, 2], b: [3, 4], c: [5, 6]}\n", {{}, {{"a", {1, 2}}}}),
                 QStringLiteral("contexts: {a: [1, 2]}\n"));
    }

    void theLastThatIsLetGoTakesNothingElseAlong()
    {
        const QString before = "domains:\n  a: [1, 2]\ncontexts:\n  a.b: [1, 6O] # agreed\n";
        QCOMPARE(saved(before, {{{"a", {8, 8}}}, {}}), QString(before).replace("[1, 2]", "[8, 8]"));
        QCOMPARE(saved("contexts:\n  a.b: [1, 6O] # agreed\n  a.c: [1, 2]\n", {}),
                 QStringLiteral("contexts:\n  a.b: [1, 6O] # agreed\n"));
    }

    void whatWouldMoveOthersIsRefused()
    {
        QCOMPARE(saved("contexts:\n  a.b: &h [1, 2]\n  a.c: *h\n",
                       {{}, {{"a.b", {8, 8}}, {"a.c", {1, 2}}}}),
                 QStringLiteral("refused"));
        QVERIFY(read("contexts:\n  a.b: [-2147483648, 5]\n").isEmpty());
    }

    void whatCantBeReadIsToldAndNotWritten()
    {
        const QString faulty = "contexts:\n  a.b: [1]\n  a.c: [1, x]\n  a.d: [1, 9999999]\n"
                               "  a.e: [3, 4]\nwhatever: 1\n";
        const auto workspace = with(faulty);
        std::vector<SettingsProblem> problems;
        const Positions positions = readPositions(workspace->document(positionsFileName), problems);
        QCOMPARE(positions.contexts.size(), std::size_t(1));
        QCOMPARE(problems.size(), std::size_t(4));
        const auto findings = lint(*buildTopology(workspace));
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                               [](const Diagnostic &each) {
                                   return each.rule == "settings/invalid" &&
                                          each.file == positionsFileName;
                               }),
                 4);
        QCOMPARE(saved("contexts: [1\n", three), QStringLiteral("refused"));
        QCOMPARE(saved("- 1\n", three), QStringLiteral("refused"));
        QCOMPARE(saved("x: &x {a: [1, 2]}\ncontexts: *x\n", three), QStringLiteral("refused"));
        QCOMPARE(saved("contexts: 7\n", three), QStringLiteral("refused"));
    }
};

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
