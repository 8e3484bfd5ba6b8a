// SPDX-License-Identifier: Apache-2.0
// Specs that are made of a cluster, and of JulieOps's descriptors, by keys and clicks.
#include "planfixture.h"
#include "ui/windowbench.h"

#include "meshwright/lint/lint.h"
#include "meshwright/topology/topology.h"
#include "ui/importing/importdialog.h"
#include "ui/plan/plancontroller.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTabWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;
using Phase = PlanController::Phase;

namespace {

constexpr auto emptySettings =
    "version: 1\norganisation: acme\n"
    "naming: {pattern: '[organisation].[domain].[service].[access].[type]'}\n"
    "environments: {live: {connector: kafka, bootstrap: 'x:1'}}\n";

/// The window with a folder, and one cluster in memory.
struct Bench
{
    explicit Bench(const QString &path = {}, std::shared_ptr<FakeConnector> to = nullptr)
        : connector(to ? to : std::make_shared<FakeConnector>("kafka"))
        , questions(new ScriptedQuestions)
        , bench(std::unique_ptr<Questions>(questions), Connections({connector}))
    {
        window().resize(1280, 800);
        window().show();
        if (!path.isEmpty() && !open(path))
            qFatal("the folder does not open");
    }

    bool open(const QString &path)
    {
        window().openPath(path);
        return settle();
    }

    bool settle()
    {
        return QTest::qWaitFor(
            [&] { return session().isOpen() && session().isUpToDate() && !session().isBusy(); },
            slow);
    }

    MainWindow &window() { return bench.window(); }

    Session &session() { return bench.session(); }

    PlanController &planning() { return *window().findChild<PlanController *>(); }

    bool reaches(Phase phase)
    {
        return QTest::qWaitFor([&] { return planning().phase() == phase; }, slow);
    }

    ImportDialog *dialog() { return window().findChild<ImportDialog *>(); }

    void import(const char *action)
    {
        window().actions().get(QLatin1String(action))->trigger();
        if (!QTest::qWaitFor([&] { return dialog() && dialog()->isVisible(); }, slow))
            qFatal("the dialog does not open");
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        auto *widget = dialog()->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }

    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    void type(const char *field, const QString &text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    QString words() { return find<QLabel>("importWords")->text(); }

    bool mayWrite()
    {
        return QTest::qWaitFor([&] { return find<QPushButton>("importWrite")->isEnabled(); }, slow);
    }

    QStringList column(const char *table, int column)
    {
        QStringList texts;
        auto *tree = find<QTreeWidget>(table);
        for (int row = 0; row < tree->topLevelItemCount(); ++row)
            texts.append(tree->topLevelItem(row)->text(column));
        return texts;
    }

    bool writes()
    {
        click("importWrite");
        return QTest::qWaitFor([&] { return dialog() == nullptr; }, slow) && settle();
    }

    void takePictures(const char *name)
    {
        const auto folder = qEnvironmentVariable("MESHWRIGHT_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto mode : {theme::Mode::Dark, theme::Mode::Light}) {
            theme::setMode(mode);
            QTest::qWait(100);
            const auto *look = mode == theme::Mode::Dark ? "dark" : "light";
            QWidget *shown = dialog() ? static_cast<QWidget *>(dialog()) : &window();
            shown->grab().save(QStringLiteral("%1/%2-%3.png")
                                   .arg(folder, QLatin1String(name), QLatin1String(look)));
        }
    }

    std::shared_ptr<FakeConnector> connector;
    ScriptedQuestions *questions;
    Workbench bench;
};

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestImporting : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        useOwnHome();
        qputenv("XDG_STATE_HOME", m_state.path().toUtf8());
        language::install(*qApp, QStringLiteral("en"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void theProvisionedSampleComesBack();
    void aPartOfTheClusterIsChosen();
    void nothingIsReplacedUnasked();
    void whatChangedSinceIsNotReplaced();
    void theNewestLookAtTheFolderCounts();
    void aClusterThatFailsIsTold();
    void readingIsStopped();
    void julieComesInFromTheStartPage();
    void aWrongDescriptorIsTold();
    void theStartPageAsksForAFolder();

private:
    static QString at(const QTemporaryDir &folder, const char *name)
    {
        return folder.filePath(QLatin1String(name));
    }

    /// The dialog of a folder's cluster with one topic, read. Returns the spec's file.
    static QString readOneTopic(Bench &bench, const QTemporaryDir &folder)
    {
        write(at(folder, "meshwright.yaml"), emptySettings);
        if (!bench.open(folder.path()))
            qFatal("the folder does not open");
        bench.connector->cluster->addTopic("acme.finance.sales._public.sale", 3);
        bench.import("import-cluster");
        auto *environment = bench.find<QComboBox>("importEnvironment");
        environment->setCurrentIndex(environment->findText(QStringLiteral("live")));
        bench.click("importRead");
        if (!bench.mayWrite())
            qFatal("the cluster is not read");
        return bench.column("importFiles", 0).constFirst();
    }

    static void agree(Bench &bench)
    {
        auto *replace = bench.find<QCheckBox>("importReplace");
        if (!QTest::qWaitFor([&] { return replace->isVisible() && replace->isEnabled(); }, slow))
            qFatal("nothing is in the way");
        QTest::mouseClick(replace, Qt::LeftButton, {}, QPoint(8, replace->height() / 2));
    }

    QTemporaryDir m_state;
};

void TestImporting::theProvisionedSampleComesBack()
{
    const auto connector = std::make_shared<FakeConnector>("sandbox");
    {
        Bench sample(QStringLiteral(MESHWRIGHT_SAMPLES "/acme"), connector);
        sample.planning().plan();
        QVERIFY(sample.reaches(Phase::Planned));
        QVERIFY(sample.planning().apply({}, true));
        QVERIFY(sample.reaches(Phase::Applied));
        QVERIFY(sample.planning().report()->isComplete());
    }
    const auto topics = connector->cluster->topics.size();
    const QTemporaryDir folder;
    write(at(folder, "meshwright.yaml"), QByteArray(emptySettings).replace("kafka", "sandbox"));
    Bench bench(folder.path(), connector);
    bench.import("import-cluster");
    QVERIFY(!bench.find<QPushButton>("importWrite")->isEnabled());
    QVERIFY2(bench.words().contains("Read the cluster"), qPrintable(bench.words()));
    auto *environment = bench.find<QComboBox>("importEnvironment");
    environment->setCurrentIndex(environment->findText(QStringLiteral("live")));
    bench.click("importRead");
    QVERIFY2(bench.mayWrite(), qPrintable(bench.words()));
    QVERIFY(bench.column("importFiles", 0).size() > 5);
    QCOMPARE(bench.column("importSharing", 0).size(), static_cast<qsizetype>(topics));
    QVERIFY(bench.column("importSharing", 1).contains(QStringLiteral("everybody")));
    QVERIFY(bench.column("importNotes", 0).isEmpty());
    QVERIFY(bench.find<QPlainTextEdit>("importText")->toPlainText().startsWith("asyncapi: "));
    bench.takePictures("import-cluster");
    bench.find<QTabWidget>("importPreview")->setCurrentIndex(1);
    bench.takePictures("import-sharing");
    QCOMPARE(bench.find<QLineEdit>("importFolder")->text(), bench.session().rootPath());
    QVERIFY(bench.writes());
    QTRY_VERIFY_WITH_TIMEOUT(bench.session().snapshot().topology->topics.size() == topics, slow);
    QVERIFY(bench.settle());
    bench.planning().setEnvironment(QStringLiteral("live"));
    bench.planning().plan();
    QVERIFY(bench.reaches(Phase::Planned));
    const auto &plan = bench.planning().made()->plan;
    QVERIFY(plan.isEmpty());
    QVERIFY(plan.problems.empty());
}

void TestImporting::aPartOfTheClusterIsChosen()
{
    const QTemporaryDir folder;
    write(at(folder, "meshwright.yaml"), emptySettings);
    Bench bench(folder.path());
    FakeCluster &cluster = *bench.connector->cluster;
    cluster.addTopic("acme.finance.sales._public.sale", 3);
    cluster.addTopic("acme.finance.ledger._private.entry", 1);
    cluster.addTopic("acme.retail.shop._public.order", 1);
    cluster.addTopic("acme.retail.stray", 1);
    bench.import("import-cluster");
    auto *environment = bench.find<QComboBox>("importEnvironment");
    environment->setCurrentIndex(environment->findText(QStringLiteral("live")));
    bench.click("importRead");
    QVERIFY(bench.mayWrite());
    QCOMPARE(bench.column("importFiles", 0).size(), 3);
    auto *notes = bench.find<QTreeWidget>("importNotes");
    QCOMPARE(notes->topLevelItemCount(), 1);
    bench.find<QTabWidget>("importPreview")->setCurrentIndex(2);
    const auto found = notes->findItems(QStringLiteral("acme.retail.stray"),
                                        Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    notes->scrollToItem(found.constFirst());
    QTest::mouseClick(notes->viewport(), Qt::LeftButton, {},
                      notes->visualItemRect(found.constFirst()).center());
    QVERIFY2(bench.find<QLabel>("importNote")->text().startsWith("acme.retail.stray: No context"),
             qPrintable(bench.find<QLabel>("importNote")->text()));
    bench.takePictures("import-notes");
    auto *scope = bench.find<QComboBox>("importScope");
    QVERIFY(scope->findText(QStringLiteral("acme.finance")) > 0);
    QVERIFY(scope->findText(QStringLiteral("acme.retail.shop")) > 0);
    const int reads = cluster.callsOf("readTopics");
    scope->setFocus();
    scope->lineEdit()->selectAll();
    QTest::keyClicks(scope, QStringLiteral("acme.finance"));
    QTest::keyClick(scope, Qt::Key_Tab);
    QTRY_COMPARE_WITH_TIMEOUT(bench.column("importFiles", 0).size(), 2, slow);
    QVERIFY(bench.mayWrite());
    QCOMPARE(cluster.callsOf("readTopics"), reads); // it is known by now
    QVERIFY(
        notes->findItems(QStringLiteral("acme.retail.stray"), Qt::MatchExactly | Qt::MatchRecursive)
            .isEmpty());
    QVERIFY(bench.writes());
    QTRY_COMPARE(bench.session().snapshot().topology->topics.size(), std::size_t(2));
}

void TestImporting::nothingIsReplacedUnasked()
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    Bench bench;
    const auto file = readOneTopic(bench, folder);
    write(other.filePath(file), "mine");
    bench.type("importFolder", other.path());
    auto *replace = bench.find<QCheckBox>("importReplace");
    QTRY_VERIFY(replace->isVisible() && replace->isEnabled());
    QVERIFY2(replace->text().contains(file), qPrintable(replace->text()));
    QVERIFY(!bench.find<QPushButton>("importWrite")->isEnabled());
    QTest::keyClick(bench.dialog(), Qt::Key_Return);
    QCOMPARE(read(other.filePath(file)), QByteArray("mine"));
    bench.takePictures("import-replace");
    agree(bench);
    QVERIFY(bench.mayWrite());
    QVERIFY(bench.writes());
    QVERIFY(read(other.filePath(file)).startsWith("asyncapi: "));
    QTRY_COMPARE(QDir(bench.session().rootPath()).canonicalPath(),
                 QDir(other.path()).canonicalPath()); // what was written elsewhere is opened
}

void TestImporting::whatChangedSinceIsNotReplaced()
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    Bench bench;
    const auto file = readOneTopic(bench, folder);
    write(other.filePath(file), "mine");
    bench.type("importFolder", other.path());
    agree(bench);
    QVERIFY(bench.mayWrite());
    write(other.filePath(file), "newer"); // by another program
    bench.click("importWrite");
    QTRY_VERIFY2_WITH_TIMEOUT(bench.words().contains(file + " was changed in the meantime"),
                              qPrintable(bench.words()), slow);
    QCOMPARE(read(other.filePath(file)), QByteArray("newer"));
    bench.takePictures("import-changed");
    agree(bench);
    QVERIFY(bench.mayWrite());
    QVERIFY(bench.writes());
    QVERIFY(read(other.filePath(file)).startsWith("asyncapi: "));
}

void TestImporting::theNewestLookAtTheFolderCounts()
{
    const QTemporaryDir folder;
    const QTemporaryDir taken;
    const QTemporaryDir free;
    Bench bench;
    const auto file = readOneTopic(bench, folder);
    write(taken.filePath(file), "mine");
    QSemaphore go;
    auto *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    for (int i = 0; i < threads; ++i)
        pool->start([&go] { go.acquire(); }); // a disk that is slow
    const auto ended = qScopeGuard([&] {
        go.release(threads);
        pool->waitForDone();
    });
    auto *button = bench.find<QPushButton>("importWrite");
    bench.type("importFolder", taken.path());
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY2(bench.words().contains("Looking which"), qPrintable(bench.words()));
    QVERIFY(!button->isEnabled());
    bench.type("importFolder", free.path());
    go.release(threads);
    QVERIFY(bench.mayWrite());
    QVERIFY(!bench.find<QCheckBox>("importReplace")->isVisible());
    QVERIFY(bench.writes());
    QVERIFY(read(free.filePath(file)).startsWith("asyncapi: "));
    QCOMPARE(read(taken.filePath(file)), QByteArray("mine"));
}

void TestImporting::aClusterThatFailsIsTold()
{
    const QTemporaryDir folder;
    write(at(folder, "meshwright.yaml"), emptySettings);
    Bench bench(folder.path());
    bench.connector->cluster->faults["readAcls"] = {{0, {Error::Code::Denied, "not yours", {}}}};
    bench.connector->cluster->addTopic("acme.finance.sales._public.sale", 3);
    bench.import("import-cluster");
    auto *environment = bench.find<QComboBox>("importEnvironment");
    environment->setCurrentIndex(environment->findText(QStringLiteral("live")));
    bench.click("importRead");
    QTRY_VERIFY_WITH_TIMEOUT(bench.words().contains("not yours"), slow);
    QVERIFY(!bench.find<QPushButton>("importWrite")->isEnabled());
    QVERIFY(bench.column("importFiles", 0).isEmpty());
}

void TestImporting::readingIsStopped()
{
    const QTemporaryDir folder;
    write(at(folder, "meshwright.yaml"), emptySettings);
    Bench bench(folder.path());
    QSemaphore entered;
    QSemaphore go;
    bench.connector->cluster->before = [&](const std::string &, int) {
        entered.release();
        go.acquire();
    };
    bench.import("import-cluster");
    auto *environment = bench.find<QComboBox>("importEnvironment");
    environment->setCurrentIndex(environment->findText(QStringLiteral("live")));
    bench.click("importRead");
    QVERIFY(QTest::qWaitFor([&] { return entered.available() > 0; }));
    QVERIFY2(bench.words().contains("Reading live"), qPrintable(bench.words()));
    bench.takePictures("import-reading");
    bench.click("importStop");
    QVERIFY(bench.words().contains("Stopped"));
    bench.click("importCancel"); // waits for nobody
    QTRY_VERIFY(!bench.dialog());
    go.release(100);
}

void TestImporting::julieComesInFromTheStartPage()
{
    Bench bench;
    const QTemporaryDir folder;
    bench.takePictures("import-welcome");
    auto *link = bench.window().findChild<QToolButton *>(QStringLiteral("importJulie"));
    QVERIFY(link && link->isVisible());
    QTest::mouseClick(link, Qt::LeftButton);
    QTRY_VERIFY(bench.dialog() && bench.dialog()->isVisible());
    bench.type("importPaths", QStringLiteral(MESHWRIGHT_TEST_DATA "/julie/descriptor.yaml"));
    QVERIFY2(bench.mayWrite(), qPrintable(bench.words()));
    QCOMPARE(bench.column("importFiles", 0).size(), 4);
    auto *notes = bench.find<QTreeWidget>("importNotes");
    QCOMPARE(notes->topLevelItem(0)->text(0), QStringLiteral("To be looked at"));
    QVERIFY(bench.column("importSharing", 2)
                .contains(QStringLiteral("the descriptors name its readers")));
    bench.find<QTabWidget>("importPreview")->setCurrentIndex(1);
    bench.takePictures("import-julie-sharing");
    bench.find<QTabWidget>("importPreview")->setCurrentIndex(2);
    bench.takePictures("import-julie-notes");
    bench.type("importFolder", at(folder, "specs"));
    QVERIFY(bench.mayWrite());
    QVERIFY(bench.writes());
    QVERIFY(QFile::exists(at(folder, "specs/meshwright.yaml")));
    QVERIFY(bench.session().snapshot().workspace->settings().environment("imported"));
    for (const auto &finding : *bench.session().snapshot().diagnostics)
        QVERIFY2(finding.severity != Severity::Error, finding.message.c_str());
}

void TestImporting::aWrongDescriptorIsTold()
{
    Bench bench;
    const QTemporaryDir folder;
    write(at(folder, "d.yaml"), "context: a\nprojects:\n  - topics: []\n");
    bench.import("import-julie");
    bench.type("importPaths", at(folder, "d.yaml"));
    QTRY_VERIFY_WITH_TIMEOUT(bench.words().contains("d.yaml:3:5"), slow);
    QVERIFY(!bench.find<QPushButton>("importWrite")->isEnabled());
}

void TestImporting::theStartPageAsksForAFolder()
{
    Bench bench;
    const QTemporaryDir folder;
    bench.questions->folder = folder.path();
    auto *link = bench.window().findChild<QToolButton *>(QStringLiteral("importCluster"));
    QTest::mouseClick(link, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.dialog() && bench.dialog()->isVisible(), slow);
    QCOMPARE(bench.find<QLineEdit>("importFolder")->text(), bench.session().rootPath());
    bench.click("importAddConnection");
    QTRY_VERIFY(bench.window().findChild<QDialog *>(QStringLiteral("connectionDialog")));
}

QTEST_MAIN(TestImporting)
#include "tst_importing.moc"
