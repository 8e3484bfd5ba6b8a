// SPDX-License-Identifier: Apache-2.0
#include "ui/desk.h"

#include "git/opengit.h"
#include "support/gitfolder.h"
#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/explorer/explorermodel.h"
#include "ui/explorer/explorerview.h"
#include "ui/history/branchsign.h"
#include "ui/history/changeexplained.h"
#include "ui/history/changesmodel.h"
#include "ui/history/changesview.h"
#include "ui/history/filemarks.h"
#include "ui/history/versioncontrol.h"
#include "ui/shell/commandpalette.h"
#include "ui/text/plurals.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

/// The window with a folder that is a repository, all committed.
struct GitDesk : Desk
{
    explicit GitDesk(bool isRepository = true)
    {
        addVersionControl(window, files.session, git::openRepository);
        if (!isRepository)
            return;
        git({"init", "-q"});
        commit();
    }

    QByteArray git(const QStringList &arguments) const
    {
        return GitFolder::gitIn(files.folder.path(), arguments);
    }

    void commit() const
    {
        git({"add", "-A"});
        git({"commit", "-q", "-m", "more"});
    }

    BranchSign *sign() { return window.findChild<BranchSign *>(); }

    ChangesView *changes() { return window.findChild<ChangesView *>(); }

    QComboBox *base() { return window.findChild<QComboBox *>("changesBase"); }

    QString summary() { return window.findChild<QLabel *>("changesSummary")->text(); }

    /// By the keys of the action.
    void showChanges()
    {
        QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    }

    QStringList rows()
    {
        QStringList all;
        const auto *model = changes()->tree()->model();
        for (int group = 0; group < model->rowCount(); ++group) {
            const auto context = model->index(group, 0);
            all += context.data().toString();
            for (int row = 0; row < model->rowCount(context); ++row) {
                const auto index = model->index(row, 0, context);
                all += (index.data(ChangesModel::BreakingRole).toBool() ? "!" : "") +
                       index.data().toString();
            }
        }
        return all;
    }

    /// The explorer's row of a context.
    QModelIndex contextRow(const QString &name)
    {
        const auto *tree = window.explorer().tree();
        const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name,
                                                1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }

    QString markOf(const QString &name)
    {
        const auto state = contextRow(name).data(ExplorerModel::FileStateRole);
        return state.isValid() ? filemarks::letter(static_cast<history::FileChange>(state.toInt()))
                               : QString();
    }

    void rename(const std::string &from, const std::string &to)
    {
        QVERIFY(files.session.perform(files.replacing("sales.yaml", from, to), "Rename"));
    }
};

} // namespace

class TestVersionControl : public QObject
{
    Q_OBJECT

    EnglishPlurals m_plurals;

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("meshwright-test");
        QCoreApplication::setApplicationName("tst_versioncontrol");
        QCoreApplication::installTranslator(&m_plurals);
        theme::install(*qApp, theme::Mode::Light);
    }

    void init() { QSettings().clear(); }

    void branchInTheStatusBar()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        QTRY_VERIFY(desk.sign()->isVisible());
        QCOMPARE(desk.sign()->text(), QString("main"));
        QCOMPARE(desk.sign()->toolTip(),
                 QString("Branch main. No files changed since the last commit."));
        desk.git({"checkout", "-q", "-b", "other"});
        QTRY_COMPARE(desk.sign()->text(), QString("other"));
        desk.git({"checkout", "-q", "--detach"});
        QTRY_COMPARE(desk.sign()->text().size(), 8);
        QVERIFY(desk.sign()->accessibleName().startsWith("No branch: HEAD is at commit "));
    }

    void noRepositoryShowsNothing()
    {
        GitDesk desk(false);
        QVERIFY(desk.open());
        desk.showChanges();
        auto *empty = desk.changes()->findChild<QLabel *>("emptyTitle");
        QVERIFY(empty);
        QTRY_COMPARE(empty->text(), QString("Not under version control"));
        QVERIFY(!desk.sign()->isVisible());
    }

    void marksFollowTheDisk()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        QTRY_VERIFY(desk.sign()->isVisible());
        QCOMPARE(desk.markOf("sales"), QString());
        desk.rename("every sale", "each sale");
        QVERIFY(desk.files.session.saveAll());
        QTRY_COMPARE(desk.markOf("sales"), QString("M"));
        QCOMPARE(desk.sign()->text(), QString("main · 1 changed"));
        const auto row = desk.contextRow("sales");
        QVERIFY(
            row.data(Qt::ToolTipRole).toString().endsWith("Git: modified since the last commit"));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("modified"));
        QCOMPARE(desk.markOf("stock"), QString());
        desk.files.write("new.yaml", "asyncapi: '2.5.0'\nid: 'urn:acme.fresh'\nchannels: {}\n");
        QTRY_COMPARE(desk.markOf("fresh"), QString("U"));
        desk.git({"add", "new.yaml"});
        QTRY_COMPARE(desk.markOf("fresh"), QString("A"));
        desk.commit();
        QTRY_COMPARE(desk.markOf("sales"), QString());
        QTRY_COMPARE(desk.sign()->text(), QString("main"));
    }

    void changesSinceHead()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        QAbstractItemModelTester tester(desk.changes()->tree()->model());
        desk.showChanges();
        QTRY_COMPARE(desk.summary(), QString("0 changes, 0 breaking"));
        desk.rename("_public.sale:", "_protected.sale:"); // not saved: what is typed counts
        QTRY_COMPARE(desk.rows(),
                     (QStringList{"acme.sales", "!Topic renamed, before: acme.sales._public.sale",
                                  "!Access narrowed: public → protected"}));
        QCOMPARE(desk.summary(), QString("2 changes, 2 breaking"));
        const auto row = desk.changes()->tree()->model()->index(
            0, ChangesModel::AffectedColumn, desk.changes()->tree()->model()->index(0, 0));
        QCOMPARE(row.data().toString(), QString("acme.stock"));
        desk.files.session.undoStack()->undo();
        QTRY_COMPARE(desk.rows(), QStringList());
    }

    void onlyWhatBreaks()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        desk.showChanges();
        desk.rename("partitions: 3", "partitions: 2");
        desk.rename("title: Sales", "title: Shop");
        QTRY_COMPARE(desk.rows(),
                     (QStringList{"acme.sales", "Title: Sales → Shop", "!Partitions: 3 → 2"}));
        auto *toggle = desk.changes()->findChild<QToolButton *>("onlyBreaking");
        toggle->setFocus();
        QTest::keyClick(toggle, Qt::Key_Space);
        QCOMPARE(desk.rows(), (QStringList{"acme.sales", "!Partitions: 3 → 2"}));
    }

    void anotherBaseByKeys()
    {
        GitDesk desk;
        desk.git({"tag", "v1"});
        desk.files.write("stock.yaml", "asyncapi: '2.5.0'\nid: 'urn:acme.stock'\nchannels: {}\n");
        desk.commit();
        QVERIFY(desk.open());
        desk.showChanges();
        QTRY_COMPARE(desk.summary(), QString("0 changes, 0 breaking"));
        QVERIFY(desk.base()->findText("v1") >= 0);
        desk.changes()->focusBase();
        QTest::keyClicks(desk.base(), "v1");
        QTest::keyClick(desk.base(), Qt::Key_Return);
        QTRY_VERIFY(desk.rows().contains("No longer consumes acme.sales._public.sale"));
        desk.changes()->focusBase();
        QTest::keyClicks(desk.base(), "nowhere");
        QTest::keyClick(desk.base(), Qt::Key_Return);
        auto *title = desk.changes()->findChild<QLabel *>("emptyTitle");
        QTRY_COMPARE(title->text(), QString("This can't be compared"));
        QVERIFY(desk.changes()
                    ->findChild<QLabel *>("emptyDetail")
                    ->text()
                    .startsWith("There is no revision 'nowhere'"));
    }

    void enterGoesToThePlace()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        desk.showChanges();
        desk.rename("partitions: 3", "partitions: 2");
        QTRY_COMPARE(desk.rows().size(), 2);
        auto *tree = desk.changes()->tree();
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        auto *editor = desk.window.editors().currentEditor();
        QVERIFY(editor);
        QCOMPARE(editor->file(), std::string("sales.yaml"));
        QCOMPARE(editor->textCursor().selectedText(), QString("2"));
    }

    /// What is typed and not saved, beside what was committed, also under an earlier name.
    void oneFilesText()
    {
        GitDesk desk;
        QVERIFY(desk.open());
        auto *action = desk.window.actions().get(QStringLiteral("compare-text"));
        QTRY_VERIFY(action->isEnabled());
        const auto dialog = [&] { return desk.window.findChild<DiffDialog *>(); };
        desk.edit("sales.yaml");
        action->trigger();
        auto *status = desk.window.statusBar();
        QTRY_COMPARE(status->currentMessage(), QString("sales.yaml reads as it does in HEAD."));
        desk.rename("partitions: 3", "partitions: 2");
        action->trigger();
        QTRY_VERIFY(dialog());
        QCOMPARE(dialog()->view()->addedLines(), 1);
        QCOMPARE(dialog()->view()->removedLines(), 1);
        QVERIFY(dialog()->view()->toPlainText().contains("partitions: 2"));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        desk.files.write("new.yaml", "asyncapi: '2.5.0'\nid: 'urn:acme.fresh'\nchannels: {}\n");
        QTRY_COMPARE(desk.markOf("fresh"), QString("U"));
        desk.edit("new.yaml");
        action->trigger();
        QTRY_VERIFY(status->currentMessage().contains("new.yaml"));
        QVERIFY(!dialog());
    }

    void inThePalette()
    {
        GitDesk desk;
        auto *action = desk.window.actions().get("compare-with");
        QVERIFY(!action->isEnabled());
        QVERIFY(desk.open());
        QTRY_VERIFY(action->isEnabled());
        QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = desk.window.findChild<CommandPalette *>();
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), "Compare with");
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(desk.base()->isVisible());
        QTRY_VERIFY(desk.base()->hasFocus() || desk.base()->lineEdit()->hasFocus());
    }

    // Acceptance 38
    void troubleIsTold()
    {
        Desk desk;
        addVersionControl(desk.window, desk.files.session, [](const std::filesystem::path &) {
            return Result<std::unique_ptr<history::Repository>>(
                tl::unexpected(Error{Error::Code::Denied, "It belongs to another user.", {}}));
        });
        QVERIFY(desk.open());
        auto *sign = desk.window.findChild<BranchSign *>();
        QTRY_VERIFY(sign->isVisible());
        QCOMPARE(sign->toolTip(), QString("It belongs to another user."));
        QTest::mouseClick(sign, Qt::LeftButton);
        auto *view = desk.window.findChild<ChangesView *>();
        QTRY_COMPARE(view->findChild<QLabel *>("emptyDetail")->text(),
                     QString("It belongs to another user."));
    }

    /// Every kind has a sentence of its own, and every reason one.
    void everyKindIsTold()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= static_cast<int>(compare::ChangeKind::ConsumptionRemoved); ++i) {
            compare::Change change;
            change.kind = static_cast<compare::ChangeKind>(i);
            change.item = toQt(compare::nameOf(change.kind)).toStdString();
            sentences.insert(changeexplained::sentence(change));
            QVERIFY(!theme::icon(changeexplained::icon(change)).isNull());
        }
        QVERIFY(sentences.size() >= static_cast<int>(compare::ChangeKind::ConsumptionRemoved));
        compare::Change change;
        for (int i = 0; i <= static_cast<int>(compare::Reason::OldRecords); ++i)
            change.reasons.push_back(static_cast<compare::Reason>(i));
        const auto reasons = changeexplained::reasons(change);
        QCOMPARE(QSet<QString>(reasons.begin(), reasons.end()).size(), reasons.size());
    }
};

QTEST_MAIN(TestVersionControl)
#include "tst_versioncontrol.moc"
