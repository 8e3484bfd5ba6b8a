// SPDX-License-Identifier: Apache-2.0
// The whole way in the real window, by keys and clicks: a company's specs are looked at, broken,
// mended, saved, planned and applied to the sandbox.
#include "connectors/connectors.h"
#include "ui/editor/codeeditor.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphview.h"
#include "ui/plan/planmodel.h"
#include "ui/shell/workbench.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/watchdog.h"

#include <QAction>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::ui;

namespace {

constexpr QSize windowSize(1600, 1000);
constexpr int slow = 30000;
constexpr int campaignLine = 34; ///< of `_public.sale` in the campaign's spec

const QString campaign = QStringLiteral("finance/campaign/campaign.yaml");
const QString pricing = QStringLiteral("retail/pricing/pricing.yaml");
const QString unknownKeyword = QStringLiteral("naming/unknown-keyword");

/// Where this run keeps all that it writes: settings, the sandbox, the company.
QTemporaryDir &home()
{
    static QTemporaryDir folder;
    return folder;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

QString original(const QString &file)
{
    return QStringLiteral(MESHWRIGHT_SAMPLES "/acme/") + file;
}

QString copied(const QString &file)
{
    return home().filePath(QStringLiteral("acme/")) + file;
}

QStringList sampleFiles()
{
    QStringList files;
    QDirIterator all(original({}), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(QDir(original({})).relativeFilePath(all.next()));
    return files;
}

void copySample()
{
    for (const QString &file : sampleFiles()) {
        QDir().mkpath(QFileInfo(copied(file)).path());
        if (!QFile::copy(original(file), copied(file)))
            qFatal("%s can't be copied", qPrintable(file));
    }
}

/// The first row below `parent` whose column shows `text`.
QModelIndex rowWith(const QAbstractItemModel &model, int column, const QString &text,
                    const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        if (model.index(row, column, parent).data().toString().contains(text))
            return model.index(row, 0, parent);
        if (const auto below = rowWith(model, column, text, model.index(row, 0, parent));
            below.isValid())
            return below;
    }
    return {};
}

} // namespace

class TestStory : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home().path().toLocal8Bit());
        QCoreApplication::setApplicationName(QStringLiteral("meshwright"));
    }

private slots:

    void initTestCase()
    {
        QVERIFY(home().isValid());
        copySample();
        QApplication::setCursorFlashTime(0); // the caret is in every picture
        theme::install(*qApp, theme::Mode::Light);
        language::install(*qApp, QStringLiteral("en"));
    }

    void theWindowShowsTheCompany()
    {
        QElapsedTimer clock;
        clock.start();
        m_workbench = std::make_unique<Workbench>(std::make_unique<DialogQuestions>(),
                                                  Connections(builtInConnectors()));
        window().resize(windowSize);
        window().show();
        window().openPath(home().filePath(QStringLiteral("acme")));
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen(), slow);
        qInfo("from nothing to the first snapshot: %lld ms", clock.elapsed());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(isLaidOut(), slow);
        qInfo("from nothing to the graph: %lld ms", clock.elapsed());
        QCOMPARE(scene().cards.size(), std::size_t{17});
        QVERIFY(scene().cardOf(ContextId{"acme.finance.campaign"}).has_value());
        QCOMPARE(find<QToolButton>("environmentChooser")->isEnabled(), true);
        QCOMPARE(problems().rowCount(), 2); // the slip, and what a policy overrides
    }

    void aSpecOpensFromTheExplorer()
    {
        auto *filter = find<QLineEdit>("explorerFilter");
        auto *tree = find<QTreeView>("explorerTree");
        key(window(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("campaign"));
        const auto row = rowWith(*tree->model(), 0, QStringLiteral("campaign"));
        QVERIFY(row.isValid());
        tree->scrollTo(row);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(fileInEditor(), campaign);
        QTRY_VERIFY(editor()->hasFocus());
        key(*filter, Qt::Key_Escape);
        QCOMPARE(filter->text(), QString());
    }

    void aWrongNameShowsWhileTyping()
    {
        goTo(QStringLiteral("_public.sale:"));
        key(*editor(), Qt::Key_Left);
        for (int i = 0; i < 4; ++i)
            key(*editor(), Qt::Key_Right);
        key(*editor(), Qt::Key_Delete);
        QCOMPARE(editor()->textCursor().block().text(), QStringLiteral("  _pubic.sale:"));
        QTRY_VERIFY(problemAt(campaign).isValid());
        const auto row = problemAt(campaign);
        QCOMPARE(row.siblingAtColumn(2).data().toString(),
                 QStringLiteral("%1:%2:3").arg(campaign).arg(campaignLine));
        QVERIFY(row.data().toString().contains(QStringLiteral("_public")));
        QTRY_VERIFY(isSquiggled(QStringLiteral("_pubic")));
        QTRY_VERIFY(isLaidOut());
        takePictures("problem");
    }

    void theQuickFixMendsIt()
    {
        fixHere();
        QTRY_VERIFY(!problemAt(campaign).isValid());
        QCOMPARE(editor()->textCursor().block().text(), QStringLiteral("  _public.sale:"));
        QVERIFY(!isSquiggled(QStringLiteral("_pubic")));
        QTRY_COMPARE(problems().rowCount(), 2);
    }

    void theSamplesOwnSlipIsMendedFromTheProblems()
    {
        auto *table = find<QTreeView>("problemsTable");
        const auto row = problemAt(pricing);
        QVERIFY(row.isValid());
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(fileInEditor(), pricing);
        QTRY_VERIFY(editor()->hasFocus());
        fixHere();
        QTRY_COMPARE(problems().rowCount(), 1);
    }

    void savingKeepsAllButTheEdit()
    {
        QVERIFY(session().isModified(pricing.toStdString()));
        key(*editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified(pricing.toStdString()));
        key(*editor(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(session().modifiedFiles().isEmpty());
        const QByteArray wrong = "\n  _pubic.price-changed:";
        QCOMPARE(bytesOf(original(pricing)).count(wrong), 1);
        for (const QString &file : sampleFiles()) {
            auto expected = bytesOf(original(file));
            if (file == pricing)
                expected.replace(wrong, "\n  _public.price-changed:");
            QVERIFY2(bytesOf(copied(file)) == expected, qPrintable(file));
        }
    }

    void provisionShowsThePlan()
    {
        QCOMPARE(find<QToolButton>("environmentChooser")->text().contains("sandbox"), true);
        QTest::mouseClick(find<QPushButton>("provisionButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("planHeadline")->isVisible(), slow);
        const auto headline = find<QLabel>("planHeadline")->text();
        QVERIFY2(headline.contains(QStringLiteral("create 71 topics")), qPrintable(headline));
        QVERIFY2(headline.endsWith(QStringLiteral("in sandbox")), qPrintable(headline));
        QVERIFY(items().size() > 100);
        QCOMPARE(find<QPushButton>("apply")->text(), QStringLiteral("Apply to sandbox"));
        for (const auto &item : items())
            QVERIFY2(item.data(PlanModel::LineRole).toInt() > 0,
                     qPrintable(item.data(PlanModel::DetailRole).toString()));
        takePictures("plan");
    }

    void applyingDoesEachItem()
    {
        QTest::mouseClick(find<QPushButton>("apply"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("planAgain")->isVisible(), slow);
        const auto said = find<QLabel>("applyText")->text();
        QVERIFY2(said.startsWith(QStringLiteral("Done: all ")), qPrintable(said));
        for (const auto &item : items())
            QCOMPARE(item.data(PlanModel::StateRole).toInt(), static_cast<int>(RowState::Done));
        takePictures("applied");
    }

    void theNextPlanIsEmpty()
    {
        QTest::mouseClick(find<QPushButton>("planAgain"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(planTitle()->isVisible(), slow);
        QTRY_COMPARE_WITH_TIMEOUT(
            planTitle()->text(),
            QStringLiteral("Nothing to do: sandbox has all that the specs ask for"), slow);
        takePictures("in-step");
    }

    void cleanupTestCase() { m_workbench.reset(); }

private:
    MainWindow &window() const { return m_workbench->window(); }

    Session &session() const { return m_workbench->session(); }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = window().findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }

    static void key(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&widget, key, modifiers);
    }

    const GraphScene &scene() const { return *find<GraphCanvas>("graphCanvas")->scene(); }

    /// Whether the lasting picture is shown, not only the first simple one.
    bool isLaidOut() const { return find<GraphView>("graphView")->isSettled(); }

    /// The editor in front; null where none is open.
    CodeEditor *editor() const
    {
        QWidget *page = find<QTabWidget>("editorTabs")->currentWidget();
        return page ? page->findChild<CodeEditor *>(QStringLiteral("codeEditor")) : nullptr;
    }

    QString fileInEditor() const
    {
        return editor() ? QString::fromStdString(editor()->file()) : QString();
    }

    const QAbstractItemModel &problems() const
    {
        return *find<QTreeView>("problemsTable")->model();
    }

    /// The row of an unknown keyword in the file.
    QModelIndex problemAt(const QString &file) const
    {
        for (int row = 0; row < problems().rowCount(); ++row)
            if (problems().index(row, 1).data() == unknownKeyword &&
                problems().index(row, 2).data().toString().startsWith(file))
                return problems().index(row, 0);
        return {};
    }

    bool isSquiggled(const QString &text) const
    {
        for (const auto &mark : editor()->extraSelections())
            if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                mark.cursor.selectedText().contains(text))
                return true;
        return false;
    }

    /// With find, as somebody who looks for a name.
    void goTo(const QString &text) const
    {
        key(*editor(), Qt::Key_F, Qt::ControlModifier);
        auto *field = editor()->parentWidget()->findChild<QLineEdit *>(QStringLiteral("findField"));
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, text);
        key(*field, Qt::Key_Return);
        key(*field, Qt::Key_Escape);
        QTRY_VERIFY(editor()->hasFocus());
        QCOMPARE(editor()->textCursor().selectedText(), text);
    }

    /// Alt+Enter, and the first thing that it offers.
    void fixHere() const
    {
        QTRY_VERIFY(session().isUpToDate());
        key(*editor(), Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(editor()->findChild<QMenu *>(QStringLiteral("fixesMenu")));
        auto *menu = editor()->findChild<QMenu *>(QStringLiteral("fixesMenu"));
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(menu->actions().constFirst()->text().contains(QStringLiteral("_public")));
        key(*menu, Qt::Key_Return);
        // Without a window manager nobody gives the focus back when a menu goes.
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    std::vector<QModelIndex> items() const
    {
        std::vector<QModelIndex> found;
        const auto *model = find<QTreeView>("planTree")->model();
        for (int group = 0; group < model->rowCount(); ++group)
            for (int row = 0; row < model->rowCount(model->index(group, 0)); ++row)
                found.push_back(model->index(row, 0, model->index(group, 0)));
        return found;
    }

    QLabel *planTitle() const
    {
        return find<QWidget>("planView")->findChild<QLabel *>(QStringLiteral("emptyTitle"));
    }

    /// Light and dark, where MESHWRIGHT_SCREENSHOTS names a folder.
    void takePictures(const char *name) const
    {
        const QString folder = qEnvironmentVariable("MESHWRIGHT_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        for (const QString &look : {QStringLiteral("dark"), QStringLiteral("light")}) {
            window().actions().get(QStringLiteral("theme-") + look)->trigger();
            const auto path = QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), look);
            QVERIFY2(calmPicture().save(path), qPrintable(path));
        }
    }

    /// What is shown once nothing moves any more.
    QImage calmPicture() const
    {
        QImage last;
        const auto isCalm = [&] {
            const QImage now = window().grab().toImage();
            return !session().isBusy() && now == std::exchange(last, now);
        };
        for (int calm = 0; calm < 3;) {
            QTest::qWait(50);
            calm = isCalm() ? calm + 1 : 0;
        }
        return last;
    }

    std::unique_ptr<Workbench> m_workbench;
};

MESHWRIGHT_STORY_MAIN(TestStory)
#include "tst_story.moc"
