// SPDX-License-Identifier: Apache-2.0
// Two states laid over each other in the graph: an earlier one, the cluster, what an act would do.
#include "ui/graphbench.h"

#include "git/opengit.h"
#include "support/gitfolder.h"
#include "ui/designer/actdialog.h"
#include "ui/designer/acts.h"
#include "ui/graph/comparisonbar.h"
#include "ui/graph/graphcomparison.h"
#include "ui/graph/graphinquiry.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;
using compare::Mark;

class TestGraphComparing : public GraphTest
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        writeSpecs();
        QFile settings(m_folder.filePath("meshwright.yaml"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("version: 1\n"
                       "costs: {currency: EUR, partition: 1.20, environment: prod}\n"
                       "environments:\n"
                       "  prod: {bootstrap: 'a:1', overrides: {partitions: 2, replicas: 3}}\n");
        settings.close();
        GitFolder::gitIn(m_folder.path(), {"init", "-q"});
        GitFolder::gitIn(m_folder.path(), {"add", "-A"});
        GitFolder::gitIn(m_folder.path(), {"commit", "-q", "-m", "all"});
        GitFolder::gitIn(m_folder.path(), {"tag", "v1"});
    }

    void init()
    {
        makeView();
        m_history = std::make_unique<HistoryWatch>(*m_session, git::openRepository);
        m_view->comparison().setHistory(m_history.get());
    }

    void cleanup()
    {
        GitFolder::gitIn(m_folder.path(), {"checkout", "-q", "."});
        GitFolder::gitIn(m_folder.path(), {"clean", "-fdq"});
        dropView();
        m_history.reset();
    }

    // Acceptance 28
    void sinceACommitAllThatDiffersIsMarked()
    {
        open();
        changeAll();
        compareWith("v1");
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(4), slow);
        QVERIFY(markOf(shop) == Mark::Removed);
        QVERIFY(markOf({"acme.finance.stock"}) == Mark::Added);
        QVERIFY(markOf(campaign) == Mark::Changed);
        QVERIFY(markOf(ledger) == Mark::Same);
        const auto *flow = canvas()->scene()->content.flow(campaign, {"acme.finance.stock"});
        QVERIFY(flow && flow->mark == Mark::Added);
        QVERIFY2(sentence().startsWith("Since v1:"), qPrintable(sentence()));
        QVERIFY(sentence().contains("+ 1 context"));
        QVERIFY(bar().isVisible());
        // What is typed meanwhile counts.
        m_session->undoStack()->undo();
        m_session->undoStack()->undo();
        m_session->undoStack()->undo();
        QTRY_COMPARE(sentence(), QStringLiteral("Since v1 nothing differs."));
    }

    void onlyWhatDiffersIsShown()
    {
        open();
        changeAll();
        compareWith("v1");
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(4), slow);
        button("graphOnlyDifferences")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isSettled(), slow);
        QVERIFY(canvas()->scene()->cardOf(shop)); // gone from the specs, not from the comparison
        button("graphStopComparing")->click();
        m_view->inquiry().clear();
        QTRY_COMPARE_WITH_TIMEOUT(canvas()->scene()->cards.size(), std::size_t(3), slow);
        QVERIFY(markOf(campaign) == Mark::Same);
        QVERIFY(!bar().isVisible());
    }

    void theMenuHasWhatCanBeComparedWith()
    {
        open();
        QTRY_VERIFY(m_history->status().head);
        auto *menu = m_view->findChild<QMenu *>(QStringLiteral("graphCompareMenu"));
        emit menu->aboutToShow();
        QVERIFY(menu->actions().at(0)->isEnabled());
        QStringList names;
        for (const QAction *action : menu->actions().at(1)->menu()->actions())
            names += action->text();
        QVERIFY(names.contains(QStringLiteral("v1")));
        QVERIFY(!menu->actions().at(2)->isEnabled()); // no environment is chosen here
        menu->actions().at(0)->trigger();
        QTRY_COMPARE(sentence(), QStringLiteral("Since HEAD nothing differs."));
    }

    void anUnknownRevisionIsTold()
    {
        open();
        compareWith("nowhere");
        QTRY_VERIFY(!m_view->comparison().fault().isEmpty());
        QVERIFY(sentence().contains("nowhere"));
        QCOMPARE(canvas()->scene()->cards.size(), std::size_t(3));
    }

    // Acceptance 27
    void anActIsShownBeforeItIsDone()
    {
        open();
        const QByteArray file = onDisk("campaign.yaml");
        ActDialog *dialog = acts::deleteTopic(*m_session, sale, m_view.get());
        QTRY_VERIFY_WITH_TIMEOUT(markOf(campaign) == Mark::Changed, slow);
        const auto *flow = canvas()->scene()->content.flow(campaign, ledger);
        QVERIFY(flow && flow->mark == Mark::Removed);
        QVERIFY(sentence().startsWith("What it would change:"));
        const auto &topics = canvas()->scene()->content.card(campaign)->topics;
        QVERIFY(topics.front().name == sale && topics.front().mark == Mark::Removed);
        const QString meaning = labelOf(dialog, "actMeaning");
        QVERIFY2(meaning.contains(toQt(ledger.value) + " consumes " + toQt(sale.value)),
                 qPrintable(meaning));
        QVERIFY2(meaning.contains("A plan leaves the topic '" + toQt(sale.value)),
                 qPrintable(meaning));
        QCOMPARE(labelOf(dialog, "actCost"),
                 QStringLiteral("Costs in prod: EUR 7.20 → EUR 0.00 a month\n"
                                "What goes still costs EUR 7.20 until it is off the cluster."));
        QCOMPARE(onDisk("campaign.yaml"), file);
        QVERIFY(m_session->snapshot().topology->topic(sale));
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(markOf(campaign) == Mark::Same && m_view->isSettled(), slow);
        QVERIFY(!bar().isVisible());
        QVERIFY(!m_session->preview());
    }

    // Acceptance 27
    void anActListsItsAccessRules()
    {
        open();
        const TopicName order{"acme.retail.shop._protected.order"};
        ActDialog *dialog = acts::deleteTopic(*m_session, order, m_view.get());
        QTRY_VERIFY_WITH_TIMEOUT(labelOf(dialog, "actMeaning").contains("No spec asks for "), slow);
        const QString meaning = labelOf(dialog, "actMeaning");
        QVERIFY2(meaning.contains(QStringLiteral("• − ALLOW")) &&
                     meaning.contains("User:" + toQt(ledger.value)),
                 qPrintable(meaning));
        QVERIFY(onDisk("shop.yaml").contains("_protected.order"));
        dialog->reject();
    }

    // Acceptance 27
    void anotherAccessSaysWhatItCosts()
    {
        open();
        const QByteArray file = onDisk("campaign.yaml");
        ActDialog *dialog = acts::changeAccess(*m_session, sale, m_view.get());
        auto *access = dialog->findChild<QComboBox *>("actAccess");
        access->setCurrentIndex(access->findText("private", Qt::MatchContains));
        QTRY_COMPARE_WITH_TIMEOUT(
            labelOf(dialog, "actCost"),
            QStringLiteral("Costs in prod: EUR 7.20 → EUR 7.20 a month\n"
                           "What goes still costs EUR 7.20 until it is off the cluster."),
            slow);
        const QString meaning = labelOf(dialog, "actMeaning");
        QVERIFY2(meaning.contains("may read it no more"), qPrintable(meaning));
        QVERIFY2(meaning.contains("A plan creates the topic"), qPrintable(meaning));
        QCOMPARE(onDisk("campaign.yaml"), file);
        dialog->reject();
    }

    // Acceptance 27
    void aSplitSaysWhatItCosts()
    {
        open();
        ActDialog *dialog = acts::splitContext(*m_session, campaign, m_view.get());
        dialog->findChild<QLineEdit *>("actId")->setText("acme.finance.drafts");
        dialog->findChild<QLineEdit *>("actFile")->setText("drafts.yaml");
        dialog->findChild<QTreeWidget *>("actParts")
            ->topLevelItem(0)
            ->setCheckState(0, Qt::Checked);
        QTRY_VERIFY_WITH_TIMEOUT(
            labelOf(dialog, "actCost")
                .startsWith(QStringLiteral("Costs in prod: EUR 7.20 → EUR 7.20")),
            slow);
        QVERIFY(labelOf(dialog, "actMeaning").contains("Kafka can't rename a topic"));
        QVERIFY(onDisk("drafts.yaml").isEmpty());
        dialog->reject();
    }

private:
    void changeAll()
    {
        WorkspaceEdit added;
        added.created["stock.yaml"] = FileContent{
            "asyncapi: '2.6.0'\nid: 'urn:acme:finance:stock'\ninfo: {title: Stock, version: '1'}\n"
            "channels:\n  acme.finance.campaign._public.sale: {subscribe: {}}\n",
            Encoding::Utf8};
        QVERIFY(m_session->perform(added, QStringLiteral("add")));
        WorkspaceEdit removed;
        removed.removed.insert("shop.yaml");
        QVERIFY(m_session->perform(removed, QStringLiteral("remove")));
        const Text text = m_session->text("campaign.yaml");
        const std::size_t at = text->bytes().find("_private.draft");
        WorkspaceEdit changed;
        changed.files["campaign.yaml"] = {TextEdit{{at, at + 14}, "_private.sketch"}};
        QVERIFY(m_session->perform(changed, QStringLiteral("change")));
    }

    void compareWith(const char *revision)
    {
        m_view->comparison().withRevision(QString::fromUtf8(revision));
    }

    Mark markOf(const ContextId &id) const
    {
        const layout::Card *card = canvas()->scene()->content.card(id);
        return card ? card->mark : Mark::Same;
    }

    QToolButton *button(const char *name) const
    {
        return m_view->findChild<QToolButton *>(QString::fromUtf8(name));
    }

    ComparisonBar &bar() const { return *m_view->findChild<ComparisonBar *>(); }

    static QString labelOf(const ActDialog *dialog, const char *name)
    {
        return dialog->findChild<QLabel *>(QString::fromUtf8(name))->text();
    }

    QString sentence() const { return bar().sentence(); }

    QByteArray onDisk(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<HistoryWatch> m_history;
};

QTEST_MAIN(TestGraphComparing)
#include "tst_graphcomparing.moc"
