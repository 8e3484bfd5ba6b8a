// SPDX-License-Identifier: Apache-2.0
// The window comes back as it was left with each folder.
#include "ui/planfixture.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/editor/folding.h"
#include "ui/environment/environmentchooser.h"
#include "ui/graph/graphcanvas.h"
#include "ui/plan/plancontroller.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/workbench.h"
#include "ui/shell/workspacememory.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QJsonDocument>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int slow = 30000;

std::string specOf(const std::string &context)
{
    std::string text = "asyncapi: '2.5.0'\nid: 'urn:" + context +
                       "'\ninfo:\n  title: A\n  version: '1'\nchannels:\n";
    for (int i = 0; i < 60; ++i)
        text += "  _public.topic" + std::to_string(i) +
                ":\n    publish:\n      message:\n        payload:\n          type: string\n";
    return text;
}

const char *const settings = R"(version: 1
environments:
  play: {connector: kafka, guard: dev, bootstrap: here:9092}
  prod: {connector: kafka, guard: prod, bootstrap: there:9092}
)";

/// Three specs and two environments.
struct Folder
{
    Folder()
    {
        for (const char *name : {"a", "b", "c"})
            write(QLatin1String(name) + QStringLiteral(".yaml"),
                  specOf(std::string("acme.") + name));
        write(QStringLiteral("meshwright.yaml"), settings);
    }

    void write(const QString &name, const std::string &text) const
    {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), qint64(text.size()));
    }

    QTemporaryDir dir;
};

std::unique_ptr<Workbench> opened(const Folder &folder,
                                  const std::vector<Connector> &connectors = {})
{
    auto bench =
        std::make_unique<Workbench>(std::make_unique<DialogQuestions>(), Connections(connectors));
    bench->window().show();
    bench->start(folder.dir.path());
    if (!QTest::qWaitFor([&] { return bench->session().isOpen(); }, slow))
        qFatal("the folder did not open");
    return bench;
}

CodeEditor *editorOf(Workbench &bench, const char *file)
{
    bench.window().editors().openFile(file);
    return bench.window().editors().currentEditor();
}

QTextBlock lineWith(const CodeEditor *editor, const char *text)
{
    return editor->document()->find(QLatin1String(text)).block();
}

QString memoryFile()
{
    const QStringList files =
        QDir(memoriesFolder()).entryList({QStringLiteral("*.json")}, QDir::Files);
    return files.size() == 1 ? memoriesFolder() + QLatin1Char('/') + files.first() : QString();
}

} // namespace

class TestSessionRestore : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        static const QTemporaryDir home;
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home.path().toLocal8Bit());
    }

private slots:

    void init()
    {
        QSettings().clear();
        QDir(memoriesFolder()).removeRecursively();
    }

    // Acceptance 7
    void filesCaretsAndFoldsComeBack()
    {
        const Folder folder;
        {
            const auto bench = opened(folder);
            CodeEditor *a = editorOf(*bench, "a.yaml");
            a->setTextCursor(QTextCursor(lineWith(a, "topic7:")));
            folding::setFolded(lineWith(a, "topic2:"), true);
            CodeEditor *b = editorOf(*bench, "b.yaml");
            b->setTextCursor(QTextCursor(lineWith(b, "topic50:")));
            editorOf(*bench, "c.yaml");
            editorOf(*bench, "b.yaml");
            QVERIFY(bench->window().close());
        }
        QVERIFY(QFile::remove(folder.dir.filePath(QStringLiteral("c.yaml"))));
        const auto bench = opened(folder);
        EditorArea &editors = bench->window().editors();
        QTRY_COMPARE(editors.openFiles(),
                     (QStringList{QStringLiteral("a.yaml"), QStringLiteral("b.yaml")}));
        CodeEditor *b = editors.currentEditor();
        QCOMPARE(b->file(), std::string("b.yaml"));
        QVERIFY(b->textCursor().block().text().contains(QLatin1String("topic50:")));
        QTRY_VERIFY(b->viewport()->rect().contains(b->cursorRect().center()));
        CodeEditor *a = editorOf(*bench, "a.yaml");
        QVERIFY(a->textCursor().block().text().contains(QLatin1String("topic7:")));
        QVERIFY(folding::isFolded(lineWith(a, "topic2:")));
        QVERIFY(!lineWith(a, "topic2:").next().isVisible());
        QVERIFY(!folding::isFolded(lineWith(a, "topic3:")));
    }

    void viewsComeBack()
    {
        const Folder folder;
        QPointF middle;
        double scale = 0;
        {
            const auto bench = opened(folder);
            auto *canvas = bench->window().findChild<GraphCanvas *>();
            QTRY_VERIFY_WITH_TIMEOUT(canvas->scene() && canvas->scene()->cards.size() == 3, slow);
            QTest::qWait(500); // the lasting picture
            canvas->zoomBy(2);
            middle = canvas->frame().visible().center();
            scale = canvas->frame().scale;
            auto *plan = bench->window().findChild<QDockWidget *>(QStringLiteral("planDock"));
            bench->window().showPanel(plan);
            QTRY_VERIFY(plan->geometry().right() >= 0);
            QVERIFY(bench->window().close());
        }
        const auto bench = opened(folder);
        auto *canvas = bench->window().findChild<GraphCanvas *>();
        QTRY_VERIFY_WITH_TIMEOUT(canvas->scene() && canvas->scene()->cards.size() == 3, slow);
        QTRY_COMPARE(canvas->frame().scale, scale);
        QVERIFY((canvas->frame().visible().center() - middle).manhattanLength() < 2);
        auto *plan = bench->window().findChild<QDockWidget *>(QStringLiteral("planDock"));
        QTRY_VERIFY(plan->isVisible() && plan->geometry().right() >= 0);
        auto *problems = bench->window().findChild<QDockWidget *>(QStringLiteral("problemsDock"));
        QVERIFY(problems->geometry().right() < 0); // behind its tab
    }

    void theModeComesBack()
    {
        const Folder folder;
        {
            const auto bench = opened(folder);
            bench->window().setMode(MainWindow::Mode::Text);
            QVERIFY(bench->window().close());
        }
        const auto bench = opened(folder);
        QVERIFY(bench->window().actions().get(QStringLiteral("mode-text"))->isChecked());
        QVERIFY(!bench->window().findChild<GraphCanvas *>()->isVisible());
    }

    // Acceptance 7
    void theEnvironmentIsChosenButNotConnected()
    {
        const Folder folder;
        const auto connector = std::make_shared<FakeConnector>("kafka");
        {
            const auto bench = opened(folder, {connector});
            auto *chooser = bench->window().findChild<EnvironmentChooser *>();
            QVERIFY(chooser->currentName() != QLatin1String("prod"));
            chooser->setCurrent(QStringLiteral("prod"));
            QVERIFY(bench->window().close());
        }
        const auto bench = opened(folder, {connector});
        auto *chooser = bench->window().findChild<EnvironmentChooser *>();
        QTRY_COMPARE(chooser->currentName(), QStringLiteral("prod"));
        auto *controller = bench->window().findChild<PlanController *>();
        QTest::qWait(300);
        QVERIFY(connector->opened().name.empty());
        QVERIFY(controller->phase() != PlanController::Phase::Planned);
    }

    void aDamagedMemoryIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut") << QByteArray("{\"meshwrightSession\": 1, \"edi");
        QTest::newRow("newer") << QByteArray("{\"meshwrightSession\": 99}");
        QTest::newRow("nothing") << QByteArray();
    }

    void aDamagedMemoryIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        const Folder folder;
        {
            const auto bench = opened(folder);
            editorOf(*bench, "b.yaml");
            QVERIFY(bench->window().close());
        }
        const QString path = memoryFile();
        QVERIFY(!path.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const auto bench = opened(folder);
        auto *notice = bench->window().findChild<QLabel *>(QStringLiteral("noticeText"));
        QTRY_VERIFY(notice->text().contains(QLatin1String("set-aside")));
        const QStringList aside =
            QDir(memoriesFolder()).entryList({QStringLiteral("*.set-aside-*")}, QDir::Files);
        QCOMPARE(aside.size(), 1);
        QFile kept(memoriesFolder() + QLatin1Char('/') + aside.first());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        QVERIFY(bench->window().close()); // and a sound one is written
        QVERIFY(QJsonDocument::fromJson(readAll(memoryFile())).isObject());
    }

    void nonsenseInTheMemoryHarmsNothing()
    {
        const Folder folder;
        {
            const auto bench = opened(folder);
            QVERIFY(bench->window().close());
        }
        QFile file(memoryFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(R"({"meshwrightSession": 1, "mode": 77, "panel": 3, "environment": "nowhere",
            "graph": {"scale": 1e300, "x": "a", "y": null},
            "editors": {"current": 7, "files": [{"file": "../../etc/passwd"}, 4,
              {"file": "a.yaml", "caret": 1e18, "top": -5, "folds": [99999, -1, "x"]},
              {"file": "b.yaml", "caret": -9}]}})");
        file.close();
        const auto bench = opened(folder);
        QCOMPARE(bench->window().editors().openFiles(),
                 (QStringList{QStringLiteral("a.yaml"), QStringLiteral("b.yaml")}));
        auto *canvas = bench->window().findChild<GraphCanvas *>();
        QVERIFY(!canvas->isVisible() || canvas->frame().scale < 100);
    }

    // Acceptance 7
    void theWindowComesBackOnAScreen()
    {
        const Folder folder;
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        {
            const auto bench = opened(folder);
            bench->window().setGeometry(screen.right() + 3000, screen.bottom() + 2000, 900, 600);
            QVERIFY(bench->window().close());
        }
        const auto bench = opened(folder);
        const QRect now = bench->window().frameGeometry();
        QVERIFY2(screen.intersected(now).width() > 200 && screen.intersected(now).height() > 200 &&
                     now.top() >= screen.top(),
                 qPrintable(QStringLiteral("%1 %2").arg(now.x()).arg(now.y())));
    }

    void recentFoldersSayWhatIsMissing()
    {
        WelcomePage page;
        const Folder folder;
        page.setRecentFolders({folder.dir.path(), QStringLiteral("/nowhere/at/all")});
        page.show();
        const auto rows = page.findChildren<QToolButton *>(QStringLiteral("recentFolder"));
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0]->isEnabled());
        QVERIFY(!rows[0]->text().contains(QLatin1String("not there")));
        QVERIFY(!rows[1]->isEnabled());
        QVERIFY(rows[1]->text().contains(QLatin1String("not there")));
    }

private:
    static QByteArray readAll(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_MAIN(TestSessionRestore)
#include "tst_sessionrestore.moc"
