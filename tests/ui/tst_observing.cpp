// SPDX-License-Identifier: Apache-2.0
// What runs on a cluster, in the graph: a cluster in memory is observed by clicks and keys.
#include "ui/desk.h"
#include "ui/graphbench.h"
#include "ui/planfixture.h"
#include "ui/watchdog.h"

#include "ui/environment/environmentchooser.h"
#include "ui/graph/clusterobserver.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/livefigures.h"
#include "ui/shell/workbench.h"
#include "ui/text/plurals.h"

#include <QLabel>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <atomic>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

using namespace std::chrono_literals;

const std::string order = "acme.retail.shop._protected.order";
const std::string draft = "acme.finance.campaign._private.draft";

} // namespace

class TestObserving : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(QCoreApplication::installTranslator(&m_plurals));
        writeSpecs();
        QFile settings(m_folder.filePath(QStringLiteral("meshwright.yaml")));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("version: 1\nenvironments:\n"
                       "  local: {connector: kafka, guard: dev, bootstrap: 'localhost:9092'}\n"
                       "  other: {connector: kafka, guard: dev, bootstrap: 'localhost:9093'}\n");
    }

    void init()
    {
        m_connector = std::make_shared<FakeConnector>("kafka");
        for (const char *topic :
             {"acme.finance.campaign._public.sale", "acme.finance.campaign._private.draft",
              "acme.finance.ledger._public.posting", "acme.retail.shop._protected.order"})
            cluster().addTopic(topic);
        makeView();
        m_view->resize(1400, 800);
        m_observer = std::make_unique<ClusterObserver>(*m_session, Connections({m_connector}));
        m_observer->setPause(1h); // each test says when
        m_observer->setEnvironment(QStringLiteral("local"));
        m_view->setObserver(m_observer.get());
    }

    void cleanup()
    {
        dropView();
        m_observer.reset();
        m_connector.reset();
    }

    void withoutAnEnvironmentItSaysWhatToDo()
    {
        m_observer->setEnvironment(QString());
        open();
        click("graphObserve");
        QVERIFY(note().contains(QStringLiteral("No environment is chosen")));
        QVERIFY(note().contains(QStringLiteral("Choose or add one")));
        QVERIFY(cluster().calls.empty());
        click("graphObserve");
        QVERIFY(!bar().isVisible());
    }

    void nothingIsReadUnasked()
    {
        open();
        QTest::qWait(100);
        QVERIFY(cluster().calls.empty());
        QVERIFY(!bar().isVisible());
    }

    void aSandboxRunsNoConsumers()
    {
        cluster().runsConsumers = false;
        observe();
        QVERIFY2(note().contains(QStringLiteral("sandbox, which runs no consumers")),
                 qPrintable(note()));
        QVERIFY(!flow(campaign, ledger)->isObserved);
        QVERIFY(!shape(campaign, ledger)->isMismatch); // declared, and nobody can read there
    }

    // Acceptance 23
    void theThreeSourcesAreToldApart()
    {
        cluster().addGroup("acme.finance.ledger.app", 2, {{sale.value, {{0, 1}}}});
        cluster().addGroup("acme.retail.shop-night", 1, {{sale.value, {{0, 1}}}});
        observe();
        QVERIFY(flow(campaign, ledger)->isDeclared && flow(campaign, ledger)->isObserved);
        QVERIFY(!shape(campaign, ledger)->isMismatch);
        QVERIFY(!flow(campaign, shop)->isDeclared && flow(campaign, shop)->isObserved);
        QVERIFY(shape(campaign, shop)->isMismatch);
        QVERIFY(!flow(shop, ledger)->isDeclared && !flow(shop, ledger)->isObserved); // granted
        QVERIFY(shape(shop, ledger)->isMismatch);                                    // and idle
        QVERIFY2(note().contains(QStringLiteral("2 consumer groups")), qPrintable(note()));
        QVERIFY2(note().contains(QStringLiteral("2 mismatches")), qPrintable(note()));
        QVERIFY(isErrorAt(campaign, shop));
        QVERIFY(!isErrorAt(campaign, ledger));

        click("graphObserve"); // off: the specs alone again
        QTRY_VERIFY_WITH_TIMEOUT(!flow(campaign, shop), slow);
        QVERIFY(!shape(shop, ledger)->isMismatch);
    }

    void mismatchesStandOutAndAreBroughtForward()
    {
        cluster().addGroup("acme.retail.shop-night", 1, {{sale.value, {{0, 1}}}});
        cluster().addGroup("somebody", 1, {{order, {{0, 1}}}});
        cluster().topics.erase(draft);
        observe();
        openPanel(1);
        const auto chosen = [this](const char *text) {
            const auto found =
                insights().findItems(QLatin1String(text), Qt::MatchContains | Qt::MatchRecursive);
            if (found.isEmpty())
                return false;
            insights().scrollToItem(found.front());
            QTest::mouseClick(insights().viewport(), Qt::LeftButton, {},
                              insights().visualItemRect(found.front()).center());
            return true;
        };
        QTRY_VERIFY(!insights()
                         .findItems(QStringLiteral("Read, and declared by no spec (1)"),
                                    Qt::MatchExactly | Qt::MatchRecursive)
                         .isEmpty());
        QVERIFY(chosen("Shop: acme.finance.campaign._public.sale"));
        QVERIFY(m_view->inquiry().look().found == (std::set<ContextId>{campaign, shop}));
        QCOMPARE(m_session->selection(), Selection(sale));
        QVERIFY(chosen("Ledger: acme.finance.campaign._public.sale"));
        QVERIFY(m_view->inquiry().look().found == (std::set<ContextId>{campaign, ledger}));
        QVERIFY(chosen("somebody"));
        QVERIFY(m_view->inquiry().look().found == (std::set<ContextId>{shop}));
        QVERIFY(chosen("_private.draft"));
        QVERIFY(m_view->inquiry().look().found == (std::set<ContextId>{campaign}));
    }

    // Acceptance 23
    void whatIsObservedCanBeFilteredBy()
    {
        cluster().addGroup("acme.retail.shop-night", 1, {{sale.value, {{0, 1}}}});
        observe();
        openPanel(0);
        auto *tree = m_view->findChild<QTreeWidget *>(QStringLiteral("graphFilters"));
        const auto word = [tree](const char *text) -> QTreeWidgetItem * {
            const auto found =
                tree->findItems(QLatin1String(text), Qt::MatchExactly | Qt::MatchRecursive);
            return found.isEmpty() ? nullptr : found.front();
        };
        QTRY_VERIFY(word("observed"));
        QCOMPARE(word("observed")->text(1), QStringLiteral("2"));
        QCOMPARE(word("declared, but not read")->text(1), QStringLiteral("2"));
        QTreeWidgetItem *undeclared = word("reads what no spec declares");
        QVERIFY(undeclared);
        tree->setCurrentItem(undeclared);
        QTest::keyClick(tree, Qt::Key_Space);
        QTRY_VERIFY(m_view->inquiry().matches() == (std::set<ContextId>{campaign, shop}));
    }

    void figuresMoveWithoutAnotherPicture()
    {
        cluster().addGroup("acme.finance.ledger", 2, {{sale.value, {{0, 1}}}});
        cluster().ends[sale.value] = {4};
        observe();
        const QImage without = canvas()->grab().toImage();
        click("graphFigures");
        QCOMPARE(figures(), QStringLiteral("2 consumers|lag 3"));
        const QImage with = canvas()->grab().toImage();
        QVERIFY(with != without);

        const GraphScenePtr scene = canvas()->scene();
        cluster().ends[sale.value] = {104};
        cluster().addGroup("acme.finance.ledger", 1, {{sale.value, {{0, 61}}}});
        lookAgain();
        QVERIFY2(figures().startsWith(QStringLiteral("1 consumer|lag 43, ")),
                 qPrintable(figures()));
        QVERIFY(figures().endsWith(QStringLiteral("/s")));
        QCOMPARE(canvas()->scene(), scene);
        QVERIFY(canvas()->grab().toImage() != with);
        click("graphFigures");
        QVERIFY(!canvas()->figures());
        QCOMPARE(canvas()->grab().toImage(), without);
    }

    void aFailedReadKeepsWhatWasSeenAsOld()
    {
        cluster().addGroup("acme.finance.ledger", 2, {{sale.value, {{0, 1}}}});
        observe();
        click("graphFigures");
        cluster().faults["readGroups"] = {{0, {Error::Code::Denied, "User:x needs DESCRIBE.", {}}}};
        lookAgain();
        QVERIFY2(note().contains(QStringLiteral("local could not be read: User:x needs DESCRIBE. "
                                                "What is shown is of ")),
                 qPrintable(note()));
        QVERIFY(flow(campaign, ledger)->isObserved);
        QVERIFY2(figures().contains(QStringLiteral("|at ")), qPrintable(figures()));
        cluster().faults.clear();
        lookAgain();
        QVERIFY(!figures().contains(QStringLiteral("|at ")));
        QVERIFY(note().contains(QStringLiteral("1 consumer group")));
    }

    void aFirstReadThatFailsSaysWhy()
    {
        m_connector->refusal = Error{Error::Code::Network, "The broker is not there.", {}};
        open();
        click("graphObserve");
        QTRY_VERIFY(note().contains(QStringLiteral("local could not be read: The broker")));
        QVERIFY(!m_observer->sight());
    }

    void groupsThatMayNotBeReadAreTold()
    {
        cluster().addGroup("acme.finance.ledger", 2, {{sale.value, {{0, 1}}}});
        cluster().seesAllGroups = false;
        cluster().faults["readGroups"] = {
            {0, {Error::Code::Denied, "no", {}}, "acme.finance.ledger"}};
        observe();
        QVERIFY2(note().contains(QStringLiteral("1 group that could not be read")),
                 qPrintable(note()));
        QVERIFY(note().contains(QStringLiteral("there may be groups")));
        QVERIFY(!shape(campaign, ledger)->isMismatch);
    }

    // The answer of a cluster that is slow: others do not begin meanwhile, and nothing waits for
    // it.
    void oneReadAtATime()
    {
        QSemaphore go;
        std::atomic<int> reads{0};
        cluster().before = [&](const std::string &method, int) {
            if (method == "readGroups") {
                ++reads;
                go.acquire();
            }
        };
        open();
        click("graphObserve");
        QTRY_COMPARE(reads.load(), 1);
        click("graphObserve");
        click("graphObserve");
        m_view->hide();
        m_view->show();
        m_observer->setEnvironment(QStringLiteral("other"));
        QTest::qWait(100);
        QCOMPARE(reads.load(), 1);
        QVERIFY(!m_observer->sight());
        go.release();
        QTRY_COMPARE(reads.load(), 2); // the one for what is wanted now
        go.release();
        QTRY_VERIFY(m_observer->sight());
        QCOMPARE(m_observer->sight()->environment, QStringLiteral("other"));
        QCOMPARE(QString::fromStdString(m_connector->opened().name), QStringLiteral("other"));
    }

    void whatIsNotSeenIsNotRead()
    {
        m_observer->setPause(10ms);
        observe();
        QTRY_VERIFY(m_observer->sight()->before); // it goes on by itself
        m_view->hide();
        QTRY_VERIFY(!m_observer->isReading());
        const int read = cluster().callsOf("readGroups");
        QTest::qWait(100);
        QCOMPARE(cluster().callsOf("readGroups"), read);
        m_view->show();
        QTRY_VERIFY(cluster().callsOf("readGroups") > read);
        click("graphObserve");
        QTRY_VERIFY(!m_observer->isReading());
        const int last = cluster().callsOf("readGroups");
        QTest::qWait(100);
        QCOMPARE(cluster().callsOf("readGroups"), last);
    }

    void slowReadsAreFew()
    {
        m_observer->setPause(5s);
        QVERIFY(m_observer->pauseAfter(10ms) == 5s);
        QVERIFY(m_observer->pauseAfter(10s) == 40s);
    }

    void newSpecsAreComparedWithWhatWasSeen()
    {
        cluster().addGroup("acme.finance.ledger", 2, {{order, {{0, 1}}}});
        observe();
        QVERIFY(!flow(shop, ledger)->isDeclared && flow(shop, ledger)->isObserved);
        const auto bytes = m_session->text("ledger.yaml")->bytes();
        WorkspaceEdit edit;
        const auto at = bytes.find("  _public.posting");
        edit.files["ledger.yaml"] = {{{at, at}, "  " + order + ": {subscribe: {}}\n"}};
        QVERIFY(m_session->perform(edit, QStringLiteral("declare")));
        QTRY_VERIFY_WITH_TIMEOUT(flow(shop, ledger)->isDeclared, slow);
        QVERIFY(flow(shop, ledger)->isObserved);
        QVERIFY(!shape(shop, ledger)->isMismatch);
        m_session->undoStack()->undo();
    }

    void theWindowObservesItsEnvironmentByKeys()
    {
        cluster().addGroup("acme.finance.ledger", 2, {{sale.value, {{0, 1}}}});
        Workbench bench(std::make_unique<ScriptedQuestions>(), Connections({m_connector}));
        bench.window().show();
        bench.start(m_folder.path());
        QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
        auto *canvas = bench.window().findChild<GraphCanvas *>();
        auto *observer = bench.window().findChild<ClusterObserver *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene() && !bench.session().isBusy(), slow);
        bench.window().findChild<EnvironmentChooser *>()->setCurrent(QStringLiteral("local"));
        QVERIFY(cluster().calls.empty()); // chosen is not connected
        canvas->setFocus();
        QTest::keyClick(canvas, Qt::Key_L); // figures need an observation
        QTRY_VERIFY_WITH_TIMEOUT(canvas->figures(), slow);
        QCOMPARE(observer->sight()->environment, QStringLiteral("local"));
        QTest::keyClick(canvas, Qt::Key_L);
        QVERIFY(!canvas->figures());
        QVERIFY(observer->isObserving());
        QTest::keyClick(canvas, Qt::Key_O);
        QVERIFY(!observer->isObserving());
        QVERIFY(!observer->sight());
    }

    // How long the window stops is said at the end (watchdog.h).
    void fiveThousandGroups()
    {
        for (int i = 0; i < 5000; ++i)
            cluster().addGroup("acme.retail.shop.app" + std::to_string(i), 3,
                               {{sale.value, {{0, i}}}, {"elsewhere." + std::to_string(i), {}}});
        cluster().addTopic(sale.value);
        cluster().ends[sale.value] = {5000};
        observe();
        QVERIFY2(note().contains(QStringLiteral("5,000 consumer groups")), qPrintable(note()));
        openPanel(1);
        click("graphFigures");
        for (int i = 0; i < 3; ++i) {
            cluster().addGroup("stray" + std::to_string(i), 1, {{sale.value, {{0, 1}}}});
            lookAgain();
        }
        QVERIFY(canvas()->figures());
    }

private:
    FakeCluster &cluster() const { return *m_connector->cluster; }

    QWidget &bar() const
    {
        return *m_view->findChild<QWidget *>(QStringLiteral("graphObservation"));
    }

    QString note() const
    {
        return m_view->findChild<QLabel *>(QStringLiteral("graphObservationText"))->text();
    }

    void click(const char *button) const
    {
        QTest::mouseClick(m_view->findChild<QToolButton *>(QLatin1String(button)), Qt::LeftButton);
    }

    QTreeWidget &insights() const
    {
        return *m_view->findChild<QTreeWidget *>(QStringLiteral("graphStandsOut"));
    }

    void openPanel(int tab)
    {
        click("graphSideToggle");
        m_view->findChild<QTabWidget *>(QStringLiteral("graphSide"))->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->inquiry().answers(), slow);
    }

    /// By a click, until the picture has what was seen.
    void observe()
    {
        open();
        click("graphObserve");
        QVERIFY(bar().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_observer->sight(), slow);
        const auto isDrawn = [this] {
            const auto seen = seenTogether(m_session->snapshot().topology, m_observer->sight());
            const auto content = layout::contentOf(*seen.topology);
            return canvas()->scene()->content.flows == content.flows &&
                   std::all_of(canvas()->scene()->flows.begin(), canvas()->scene()->flows.end(),
                               [](const FlowShape &shape) { return !shape.line.isEmpty(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), slow);
        QTRY_VERIFY(!m_observer->isReading());
    }

    void lookAgain()
    {
        QTRY_VERIFY(!m_observer->isReading());
        const QSignalSpy ended(m_observer.get(), &ClusterObserver::figuresChanged);
        m_view->hide();
        m_view->show();
        QTRY_VERIFY(!ended.isEmpty());
    }

    const layout::Flow *flow(const ContextId &from, const ContextId &to) const
    {
        return canvas()->scene()->content.flow(from, to);
    }

    const FlowShape *shape(const ContextId &from, const ContextId &to) const
    {
        const layout::Flow *found = flow(from, to);
        if (!found)
            return nullptr;
        return &canvas()->scene()->flows.at(
            std::size_t(found - canvas()->scene()->content.flows.data()));
    }

    /// Whether the sign stands on the flow.
    bool isErrorAt(const ContextId &from, const ContextId &to) const
    {
        const QPoint centre = canvas()->frame().toScreen(signPlace(*shape(from, to))).toPoint();
        const QImage picture = canvas()->grab().toImage();
        const QColor error = theme::tokens().error;
        for (int x = -8; x <= 8; ++x)
            for (int y = -8; y <= 8; ++y) {
                const QColor there = picture.pixelColor(centre + QPoint(x, y));
                if (std::abs(there.red() - error.red()) + std::abs(there.green() - error.green()) +
                        std::abs(there.blue() - error.blue()) <
                    30)
                    return true;
            }
        return false;
    }

    /// Beside the flow from the campaign to the ledger.
    QString figures() const
    {
        return canvas()->figures()
                   ? figureLines(*canvas()->figures(), {campaign, ledger}).join(u'|')
                   : QString();
    }

    EnglishPlurals m_plurals;
    std::shared_ptr<FakeConnector> m_connector;
    std::unique_ptr<ClusterObserver> m_observer;
};

MESHWRIGHT_STORY_MAIN(TestObserving)
#include "tst_observing.moc"
