// SPDX-License-Identifier: Apache-2.0
// The governance dock, by clicks.
#include "ui/windowbench.h"

#include "ui/governance/governanceview.h"
#include "ui/governance/grantspage.h"
#include "ui/graph/clusterobserver.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTabWidget>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: T, version: '1'}\nchannels:\n" +
           channels;
}

const std::string owner =
    spec("acme.f.a", "  _protected.asked: {publish: {summary: X}}\n"
                     "  _protected.given: {publish: {tags: [{name: 'grant-access:acme.g.b'}]}}\n"
                     "  _protected.used: {publish: {tags: [{name: 'grant-access:acme.g.b'}]}}\n");
const std::string reader = spec("acme.g.b", "  acme.f.a._protected.asked: {subscribe: {}}\n"
                                            "  acme.f.a._protected.used: {subscribe: {}}\n");

/// The dock alone, on a folder.
struct Room
{
    explicit Room(const Texts &texts = {{"a.yaml", owner}, {"b.yaml", reader}, withoutAdvice})
        : files(texts)
    {
        if (!files.open())
            qFatal("the folder does not open");
        view.resize(1200, 400);
        view.show();
    }

    QAbstractItemModel &rows(GovernanceView::Page page)
    {
        return *view.page(page)->table()->model();
    }

    QStringList texts(GovernanceView::Page page)
    {
        QStringList lines;
        for (int row = 0; row < rows(page).rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < rows(page).columnCount(); ++column)
                cells << rows(page).index(row, column).data().toString();
            lines << cells.join(QStringLiteral(" | "));
        }
        return lines;
    }

    void choose(GovernanceView::Page page, int row)
    {
        view.page(page)->table()->setCurrentIndex(rows(page).index(row, 0));
    }

    QToolButton *button(const char *name)
    {
        auto *found = view.findChild<QToolButton *>(QLatin1String(name));
        if (!found)
            qFatal("there is no button %s", name);
        return found;
    }

    SessionFixture files;
    ClusterObserver observer{files.session, Connections({})};
    GovernanceView view{files.session, observer};
};

constexpr auto grants = GovernanceView::GrantsTab;
constexpr auto words = GovernanceView::GlossaryTab;
constexpr auto slicesTab = GovernanceView::SlicesTab;

} // namespace

class TestGovernance : public QObject
{
    Q_OBJECT

private slots:

    void policiesWithWhatTheyDo()
    {
        const std::string tagged =
            spec("acme.f.a", "  _protected.asked:\n    bindings: {kafka: {topicConfiguration: "
                             "{retention.ms: 604800000}}}\n    publish: {tags: [{name: pii}]}\n"
                             "  _public.open: {publish: {tags: [{name: pii}]}}\n");
        Room room({{"a.yaml", tagged},
                   {"p.yaml", "version: 1\npolicies:\n"
                              "  - {id: there, environments: [production], "
                              "default: {partitions: 6}}\n"
                              "quality:\n  - {id: whole, owner: dq, rule: Nothing is lost}\n"},
                   {"meshwright.yaml",
                    "version: 1\nchecks: {advice: off}\npolicies: [builtin:pii, p.yaml]\n"}});
        room.view.showPage(GovernanceView::PoliciesTab);
        const auto lines = [&] { return room.texts(GovernanceView::PoliciesTab); };
        QTRY_VERIFY(!lines().isEmpty());
        const QString all = lines().join(u'\n');
        QVERIFY2(all.contains("pii-48-hours | acme.f.a._protected.asked | § retention.ms: 7 d "
                              "(604800000) → 48 h (172800000) | Personal data is kept 48 hours"),
                 qPrintable(all));
        QVERIFY(all.contains("pii-not-public | acme.f.a._public.open | ! Access of the topic"));
        QVERIFY(all.contains("| – holds in production alone |"));
        QVERIFY(all.contains("whole | acme.f.a._public.open | – run by dq | Nothing is lost"));
        // Only what is broken; a double click on its policy, which is built in, leads to the spec.
        QTest::mouseClick(room.button("policiesSet"), Qt::LeftButton);
        QTest::mouseClick(room.button("policiesOthers"), Qt::LeftButton);
        QTRY_COMPARE(lines().size(), 1);
        QCOMPARE(room.button("policiesBroken")->text(), QStringLiteral("! 1"));
        QSignalSpy reveal(&room.files.session, &Session::revealRequested);
        QTreeView *table = room.view.page(GovernanceView::PoliciesTab)->table();
        emit table->activated(table->model()->index(0, 0));
        QCOMPARE(reveal.size(), 1);
        QCOMPARE(reveal.front().front().value<std::string>(), std::string("a.yaml"));
    }

    void initTestCase()
    {
        useOwnHome();
        theme::install(*qApp, theme::Mode::Light);
    }

    void everyGrantIsShownAsWhatItIs()
    {
        Room room;
        const QAbstractItemModelTester tester(&room.rows(grants));
        const QStringList all{
            "! waiting for a grant | acme.g.b | acme.f.a._protected.asked | acme.f.a | b.yaml:5:3",
            "– given, but nobody reads | acme.g.b | acme.f.a._protected.given | acme.f.a | "
            "a.yaml:6:46",
            "✓ granted and read | acme.g.b | acme.f.a._protected.used | acme.f.a | a.yaml:7:45"};
        QTRY_COMPARE(room.texts(grants), all);
        QCOMPARE(room.button("grantsWaiting")->text(), QStringLiteral("! 1"));
        QCOMPARE(room.button("grantsUsed")->text(), QStringLiteral("✓ 1"));
        QCOMPARE(room.button("grantsUnread")->text(), QStringLiteral("– 1"));
        QCOMPARE(room.button("grantsUndeclared")->text(), QStringLiteral("✕ 0"));
        QTest::mouseClick(room.button("grantsUsed"), Qt::LeftButton);
        QCOMPARE(room.texts(grants), all.mid(0, 2));
        room.view.page(grants)->setFilter("asked");
        QCOMPARE(room.texts(grants), all.mid(0, 1));
    }

    // Acceptance 6
    void giveIsOneStep()
    {
        Room room;
        QTRY_COMPARE(room.rows(grants).rowCount(), 3);
        QVERIFY(!room.button("grantsGive")->isEnabled()); // nothing is chosen
        room.choose(grants, 2);
        QVERIFY(!room.button("grantsGive")->isEnabled() && !room.button("grantsTake")->isEnabled());
        room.choose(grants, 0);
        QVERIFY(!room.button("grantsTake")->isEnabled());
        QTest::mouseClick(room.button("grantsGive"), Qt::LeftButton);
        const std::string given = "  _protected.asked: {publish: {summary: X, tags: [{name: "
                                  "'grant-access:acme.g.b'}]}}\n";
        QVERIFY(room.files.bytes("a.yaml").find(given) != std::string::npos);
        QCOMPARE(room.files.session.undoStack()->count(), 1);
        QVERIFY(room.files.settle());
        QTRY_VERIFY(room.texts(grants).front().startsWith(QStringLiteral("✓ granted and read")));
        room.files.session.undoStack()->undo();
        QCOMPARE(room.files.bytes("a.yaml"), owner);
        QVERIFY(room.files.settle());
        QTRY_VERIFY(room.texts(grants).front().startsWith(u'!'));
    }

    void takeAwayIsOneStep()
    {
        Room room;
        QTRY_COMPARE(room.rows(grants).rowCount(), 3);
        room.choose(grants, 1);
        QVERIFY(!room.button("grantsGive")->isEnabled());
        QTest::mouseClick(room.button("grantsTake"), Qt::LeftButton);
        QVERIFY(room.files.bytes("a.yaml").find("  _protected.given: {publish: {}}\n") !=
                std::string::npos);
        QVERIFY(room.files.settle());
        QTRY_COMPARE(room.rows(grants).rowCount(), 2);
    }

    void aDoubleClickGoesToTheLine()
    {
        Room room;
        QTRY_COMPARE(room.rows(grants).rowCount(), 3);
        QSignalSpy revealed(&room.files.session, &Session::revealRequested);
        QTreeView *table = room.view.page(grants)->table();
        const QPoint at = table->visualRect(room.rows(grants).index(0, 2)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(revealed.front().front().value<std::string>(), std::string("b.yaml"));
    }

    void requestsAreCopied()
    {
        Room room;
        QTRY_COMPARE(room.rows(grants).rowCount(), 3);
        QSignalSpy told(&room.view, &GovernanceView::message);
        QTest::mouseClick(room.button("grantsCopy"), Qt::LeftButton);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(
            text.contains(QStringLiteral("- [ ] `acme.g.b` reads `acme.f.a._protected.asked`")));
        QVERIFY(!text.contains(QStringLiteral("_protected.used")));
        QCOMPARE(told.size(), 1);
    }

    void aThousandRowsAreThereAtOnce()
    {
        std::string channels;
        for (int i = 0; i < 1000; ++i)
            channels += "  _protected.t" + std::to_string(i) + ": {publish: {}}\n";
        std::string reads;
        for (int i = 0; i < 1000; ++i)
            reads += "  acme.f.a._protected.t" + std::to_string(i) + ": {subscribe: {}}\n";
        Room room({{"a.yaml", spec("acme.f.a", channels)}, {"b.yaml", spec("acme.g.b", reads)}});
        QTRY_COMPARE_WITH_TIMEOUT(room.rows(grants).rowCount(), 1000, slow);
        QElapsedTimer time;
        time.start();
        room.view.page(grants)->setFilter("t99");
        QCOMPARE(room.rows(grants).rowCount(), 11);
        room.view.page(grants)->setFilter({});
        room.choose(grants, 999);
        room.view.grab();
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
    }

    // Acceptance 25
    void slicesHaveASignAndAText()
    {
        Room room({{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.a'\ninfo:\n  title: A\n"
                              "  version: '1'\n  x-package: acme.f.a\n  x-repository: git/x\n"
                              "channels: {}\n"},
                   {"b.yaml", spec("acme.g.b", "  {}\n")},
                   {"meshwright.yaml",
                    "version: 1\nslices: {package: '[id]', repository: 'git/[service]'}\n"}});
        room.view.showPage(slicesTab);
        const QAbstractItemModelTester tester(&room.rows(slicesTab));
        const QStringList all{"acme.f.a | ✓ acme.f.a | ≠ git/x",
                              "acme.g.b | – not declared | – not declared"};
        QTRY_COMPARE(room.texts(slicesTab), all);
        QCOMPARE(room.rows(slicesTab).headerData(2, Qt::Horizontal).toString(),
                 QStringLiteral("repository"));
        QCOMPARE(room.button("slicesOnlyWrong")->text(), QStringLiteral("≠ 1"));
        QTest::mouseClick(room.button("slicesOnlyWrong"), Qt::LeftButton);
        QCOMPARE(room.texts(slicesTab), all.mid(0, 1));
        QSignalSpy revealed(&room.files.session, &Session::revealRequested);
        emit room.view.page(slicesTab)->table()->activated(room.rows(slicesTab).index(0, 2));
        QCOMPARE(revealed.size(), 1);
        const auto range = revealed.front().at(1).value<Range>();
        QCOMPARE(std::string(room.files.session.text("a.yaml")->slice(range)),
                 std::string("git/x"));
    }

    void wordsAreListedAndLeadToTheirPlaces()
    {
        Room room({{"a.yaml", owner},
                   {"b.yaml", reader},
                   {"meshwright.yaml", "version: 1\nglossary: words.yaml\n"},
                   {"words.yaml",
                    "terms:\n  - {term: used, description: Old, owner: Ops, context: acme.f, "
                    "synonyms: [spent]}\n  - {term: used, description: Busy, context: acme.g}\n"
                    "tags: [{name: pii, description: Personal, classification: secret}]\n"}});
        room.view.showPage(words);
        const QAbstractItemModelTester tester(&room.rows(words));
        const QStringList all{"used | term | Old (also: spent) | Ops | 1",
                              "used | term | Busy |  | 0", "pii | tag | Personal | secret | 0",
                              "used | ≠ several meanings | acme.f: Old · acme.g: Busy |  | 2"};
        QTRY_COMPARE(room.texts(words), all);
        QCOMPARE(room.button("glossaryTwoMeanings")->text(), QStringLiteral("≠ 1"));
        QTest::mouseClick(room.button("glossaryTerms"), Qt::LeftButton);
        QCOMPARE(room.texts(words), all.mid(2));
        room.view.page(words)->setFilter("secret");
        QCOMPARE(room.texts(words), all.mid(2, 1));
        QSignalSpy revealed(&room.files.session, &Session::revealRequested);
        emit room.view.page(words)->table()->activated(room.rows(words).index(0, 0));
        QCOMPARE(revealed.front().front().value<std::string>(), std::string("words.yaml"));
    }

    void theWindowHasIt()
    {
        WindowBench bench({{"a.yaml", owner}, {"b.yaml", reader}});
        QVERIFY(bench.open());
        auto *view = bench.window().findChild<GovernanceView *>();
        QVERIFY(view);
        bench.window().actions().get(QStringLiteral("show-grants"))->trigger();
        QTRY_VERIFY(view->isVisible());
        QTRY_COMPARE(view->page(grants)->table()->model()->rowCount(), 3);
        QVERIFY(view->page(grants)->table()->hasFocus());
    }
};

QTEST_MAIN(TestGovernance)
#include "tst_governance.moc"
