// SPDX-License-Identifier: Apache-2.0
// What is typed outlives the program: drafts, their journal, and what the next start offers.
#include "ui/desk.h"

#include "ui/diff/diffview.h"
#include "ui/recovery/recovery.h"
#include "ui/recovery/recoverydialog.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>

#include <cstdio>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int keyMs = 20;
constexpr int typingMs = 4000;
constexpr int mostLostMs = 2000;
constexpr int slow = 30000;

Draft sampleDraft()
{
    return {"/home/me/specs",
            "sub/sales.yaml",
            hashOf("old"),
            7,
            1700000000000,
            "\xEF\xBB\xBFid: \xC3\xA4\r\nb: c",
            true};
}

void writeBytes(const QString &path, const std::string &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

QStringList draftFiles(const QString &root)
{
    QStringList found;
    for (const QString &folder : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const QString &name : QDir(root + QLatin1Char('/') + folder)
                                       .entryList({QStringLiteral("*.draft")}, QDir::Files))
            found.append(folder + QLatin1Char('/') + name);
    return found;
}

std::unique_ptr<Workbench> startedWorkbench(const QString &path)
{
    auto bench =
        std::make_unique<Workbench>(std::make_unique<ScriptedQuestions>(), Connections({}));
    bench->window().show();
    bench->start(path);
    return bench;
}

RecoveryDialog *dialogOf(Workbench &bench)
{
    return bench.window().findChild<RecoveryDialog *>();
}

void click(QWidget *parent, const char *name)
{
    auto *button = parent->findChild<QPushButton *>(QLatin1String(name));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// The child of the test: types a key every few milliseconds, and says what it has typed.
int typeUntilKilled(const QString &folder)
{
    const auto bench = startedWorkbench(folder);
    if (!QTest::qWaitFor([&] { return bench->session().isOpen(); }, slow))
        return 1;
    bench->window().editors().openFile("sales.yaml");
    CodeEditor *editor = bench->window().editors().currentEditor();
    editor->moveCursor(QTextCursor::End);
    for (int key = 0; key < 100000; ++key) {
        QTest::keyClick(editor, Qt::Key(Qt::Key_A + key % 26));
        std::printf("%d\n", key + 1);
        std::fflush(stdout);
        QTest::qWait(keyMs);
    }
    return 0;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:

    void init() { QDir(draftsFolder()).removeRecursively(); }

    void aDraftComesBackAsItWas()
    {
        const Draft draft = sampleDraft();
        QCOMPARE(readDraft(draftBytes(draft)).value(), draft);
    }

    void aDamagedDraftIsNotTrusted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isNewer");
        const auto good = QByteArray::fromStdString(draftBytes(sampleDraft()));
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("cut in the head") << good.left(20) << false;
        QTest::newRow("cut in the text") << good.chopped(1) << false;
        QTest::newRow("one byte more") << good + "x" << false;
        QTest::newRow("another byte") << QByteArray(good).replace("b: c", "b: d") << false;
        QTest::newRow("no draft") << QByteArray("{\"a\":1}\nb") << false;
        QTest::newRow("no JSON") << QByteArray("\x01\x02\nb") << false;
        QTest::newRow("outside the workspace")
            << QByteArray(good).replace("sub/sales.yaml", "../../etc/pass") << false;
        QTest::newRow("absolute") << QByteArray(good).replace("sub/sales.yaml", "/etc/passwd123")
                                  << false;
        QTest::newRow("version 0") << QByteArray(good).replace("Draft\":1", "Draft\":0") << false;
        QTest::newRow("newer") << QByteArray(good).replace("Draft\":1", "Draft\":2") << true;
    }

    void aDamagedDraftIsNotTrusted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isNewer);
        const auto read = readDraft(bytes.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, isNewer ? Error::Code::Conflict : Error::Code::Invalid);
        QVERIFY(!read.error().message.empty());
    }

    void theJournalFollowsTheTyping()
    {
        const QTemporaryDir root;
        SessionFixture f;
        DraftJournal journal(f.session, root.path());
        QVERIFY(f.open());
        QVERIFY(draftFiles(root.path()).isEmpty());
        QSignalSpy written(&journal, &DraftJournal::written);
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "title: Sales", "title: Selling"),
                                  QStringLiteral("Type")));
        QVERIFY(written.wait(mostLostMs));
        QCOMPARE(draftFiles(root.path()).size(), 1);
        QFile file(root.filePath(draftFiles(root.path()).first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Draft draft = readDraft(file.readAll().toStdString()).value();
        QCOMPARE(draft.file, std::string("sales.yaml"));
        QCOMPARE(draft.workspace, f.folder.path().toStdString());
        QCOMPARE(draft.text, f.bytes("sales.yaml"));
        QCOMPARE(draft.baseHash, hashOf(salesSpec));
        QCOMPARE(draft.text.substr(0, draft.caret).substr(draft.caret - 7), std::string("Selling"));
        QCOMPARE(f.onDisk("sales.yaml"), std::string(salesSpec));

        QVERIFY(f.session.save("sales.yaml"));
        QVERIFY(written.wait(mostLostMs));
        QVERIFY(draftFiles(root.path()).isEmpty());
        f.session.undoStack()->undo(); // unsaved again
        QTRY_COMPARE(draftFiles(root.path()).size(), 1);
        f.session.undoStack()->redo();
        QTRY_COMPARE(draftFiles(root.path()).size(), 0);
    }

    void theJournalSaysWhenItCannotWrite()
    {
        const QTemporaryDir root;
        writeBytes(root.filePath(QStringLiteral("file")), "no folder");
        SessionFixture f;
        DraftJournal journal(f.session, root.filePath(QStringLiteral("file/drafts")));
        QVERIFY(f.open());
        QSignalSpy failed(&journal, &DraftJournal::failed);
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "Sales", "x"), QStringLiteral("Type")));
        QVERIFY(failed.wait(mostLostMs));
        QVERIFY(failed.first().first().toString().contains(QLatin1String("save often")));
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "x", "y"), QStringLiteral("Type")));
        QTest::qWait(1200);
        QCOMPARE(failed.size(), 1); // once is enough
    }

    void windowsLeaveEachOtherAlone()
    {
        const QTemporaryDir root;
        SessionFixture mine;
        SessionFixture theirs;
        auto first = std::make_unique<DraftJournal>(mine.session, root.path());
        auto second = std::make_unique<DraftJournal>(theirs.session, root.path());
        QVERIFY(mine.open());
        QVERIFY(theirs.open());
        QVERIFY(mine.session.perform(mine.replacing("sales.yaml", "Sales", "Mine"),
                                     QStringLiteral("Type")));
        QVERIFY(theirs.session.perform(theirs.replacing("stock.yaml", "Stock", "Theirs"),
                                       QStringLiteral("Type")));
        first->flush();
        second->flush();
        QCOMPARE(draftFiles(root.path()).size(), 2);
        QVERIFY(takeOrphans(root.path()).drafts.empty()); // both live

        first.reset(); // with an unsaved edit
        const Orphans found = takeOrphans(root.path());
        QCOMPARE(found.drafts.size(), std::size_t(1));
        QCOMPARE(found.drafts.front().draft.text, mine.bytes("sales.yaml"));
        QVERIFY(takeOrphans(root.path()).drafts.empty()); // one window offers them
        second->forget();
        QCOMPARE(draftFiles(root.path()).size(), 1);
        second.reset();
        QCOMPARE(draftFiles(root.path()).size(), 1);
        removeDraft(found.drafts.front());
        QCOMPARE(QDir(root.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    }

    void damagedAndNewerDraftsAreSetAside()
    {
        const QTemporaryDir root;
        const std::string good = draftBytes(sampleDraft());
        std::string newer = good;
        newer.replace(newer.find("Draft\":1") + 7, 1, "9");
        writeBytes(root.filePath(QStringLiteral("1/a.draft")), good);
        writeBytes(root.filePath(QStringLiteral("1/b.draft")), good.substr(0, good.size() - 2));
        writeBytes(root.filePath(QStringLiteral("2/c.draft")), newer);
        const Orphans found = takeOrphans(root.path());
        QCOMPARE(found.drafts.size(), std::size_t(1));
        QCOMPARE(found.drafts.front().draft, sampleDraft());
        QCOMPARE(found.setAside.size(), 2);
        QVERIFY(found.setAside[0].contains(QLatin1String("cut")));
        QVERIFY(found.setAside[1].contains(QLatin1String("newer version")));
        const QDir aside(root.filePath(QStringLiteral("set-aside")));
        const QStringList kept = aside.entryList(QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 2);
        for (const QString &name : kept) {
            QFile file(aside.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const std::string bytes = file.readAll().toStdString();
            QVERIFY(bytes == newer || bytes == good.substr(0, good.size() - 2));
            QVERIFY(found.setAside.join(QString()).contains(name)); // says where
        }
        QVERIFY(takeOrphans(root.path()).setAside.isEmpty());
    }

    // Acceptance 3
    void aKilledWindowLosesTwoSecondsAtMost()
    {
        SessionFixture disk; // a folder only; another process has it open
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--type"), disk.folder.path()});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), slow);
        QElapsedTimer time;
        time.start();
        int typed = 0;
        std::vector<std::pair<qint64, int>> history;
        while (time.elapsed() < typingMs) {
            QTest::qWait(10);
            while (child.canReadLine())
                typed = child.readLine().trimmed().toInt();
            history.emplace_back(time.elapsed(), typed);
        }
        child.kill(); // SIGKILL
        const qint64 killedAt = time.elapsed();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(disk.onDisk("sales.yaml"), std::string(salesSpec));
        int promised = 0;
        for (const auto &[when, count] : history)
            if (when <= killedAt - mostLostMs)
                promised = count;
        QVERIFY(promised > 0);

        const auto bench = startedWorkbench({}); // finds the folder by itself
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf(*bench), slow);
        QCOMPARE(bench->session().rootPath(), disk.folder.path());
        auto *list = dialogOf(*bench)->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), QStringLiteral("sales.yaml"));
        auto *diff = dialogOf(*bench)->findChild<DiffView *>();
        QCOMPARE(diff->addedLines(), 1);
        QVERIFY(diff->toPlainText().contains(QLatin1String("+ abc")));
        QVERIFY(!bench->session().isModified("sales.yaml")); // nothing is done unasked
        click(dialogOf(*bench), "restoreOne");
        QTRY_VERIFY(!dialogOf(*bench));
        const std::string text = bench->session().text("sales.yaml")->bytes();
        QVERIFY(text.starts_with(salesSpec));
        const int kept = int(text.size()) - int(std::string(salesSpec).size());
        QVERIFY2(kept >= promised, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(promised)));
        QVERIFY(bench->session().isModified("sales.yaml"));
        CodeEditor *editor = bench->window().editors().currentEditor();
        QCOMPARE(editor->file(), std::string("sales.yaml"));
        QCOMPARE(editor->caretOffset(), text.size());
        QCOMPARE(disk.onDisk("sales.yaml"), std::string(salesSpec));
        QVERIFY(bench->session().save("sales.yaml"));
        QCOMPARE(disk.onDisk("sales.yaml"), text);
        QTRY_VERIFY(draftFiles(draftsFolder()).isEmpty());
    }

    // Acceptance 3
    void eachFileIsDecidedAlone()
    {
        SessionFixture disk;
        leaveDraft(disk, "sales.yaml", salesSpec, "mine: 1\n");
        leaveDraft(disk, "stock.yaml", "what was there before", "mine: 2\n");
        leaveDraft(disk, "gone/away.yaml", "was here", "mine: 3\n");
        const auto bench = startedWorkbench(disk.folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf(*bench), slow);
        RecoveryDialog *dialog = dialogOf(*bench);
        auto *list = dialog->findChild<QListWidget *>();
        auto *what = dialog->findChild<QLabel *>(QStringLiteral("recoveredWhat"));
        QCOMPARE(list->count(), 3);
        const auto choose = [&](const char *file) {
            list->setCurrentItem(list->findItems(QLatin1String(file), Qt::MatchExactly).first());
        };
        choose("sales.yaml");
        QVERIFY(!what->text().contains(QLatin1String("changed on the disk")));
        click(dialog, "discardOne");
        QCOMPARE(list->count(), 2);
        QCOMPARE(draftFiles(draftsFolder()).size(), 2);
        QVERIFY(!bench->session().isModified("sales.yaml"));

        choose("stock.yaml");
        QVERIFY(what->text().contains(QLatin1String("changed on the disk")));
        click(dialog, "restoreOne");
        QVERIFY(bench->session().hasConflict("stock.yaml")); // saving asks first
        QVERIFY(!bench->session().save("stock.yaml"));
        QCOMPARE(disk.onDisk("stock.yaml"), std::string(stockSpec));

        QVERIFY(what->text().contains(QLatin1String("no longer on the disk")));
        click(dialog, "restoreOne");
        QTRY_VERIFY(!dialogOf(*bench));
        QVERIFY(!QFile::exists(disk.path("gone/away.yaml")));
        QCOMPARE(bench->session().text("gone/away.yaml")->bytes(), std::string("mine: 3\n"));
        QCOMPARE(bench->session().modifiedFiles(),
                 (QStringList{QStringLiteral("gone/away.yaml"), QStringLiteral("stock.yaml")}));
        QTRY_COMPARE(draftFiles(draftsFolder()).size(), 2); // in this window's own journal
        QVERIFY(bench->session().save("gone/away.yaml"));
        QCOMPARE(disk.onDisk("gone/away.yaml"), std::string("mine: 3\n"));
    }

    void laterMeansTheNextStart()
    {
        SessionFixture disk;
        leaveDraft(disk, "sales.yaml", salesSpec, "mine: 1\n");
        for (int start = 0; start < 2; ++start) {
            const auto bench = startedWorkbench(disk.folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(dialogOf(*bench), slow);
            click(dialogOf(*bench), "decideLater");
            QTRY_VERIFY(!dialogOf(*bench));
            QVERIFY(bench->window().close());
        }
        QCOMPARE(draftFiles(draftsFolder()).size(), 1);
    }

    void whatIsSavedAlreadyIsNotAskedFor()
    {
        SessionFixture disk;
        leaveDraft(disk, "sales.yaml", "what was there before", salesSpec);
        const auto bench = startedWorkbench(disk.folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(bench->session().isOpen(), slow);
        QTRY_VERIFY(draftFiles(draftsFolder()).isEmpty());
        QVERIFY(!dialogOf(*bench));
    }

    void draftsOfOtherFoldersAreToldOf()
    {
        SessionFixture disk;
        SessionFixture other;
        leaveDraft(other, "sales.yaml", salesSpec, "mine: 1\n");
        const auto bench = startedWorkbench(disk.folder.path());
        auto *notice = bench->window().findChild<QLabel *>(QStringLiteral("noticeText"));
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains(other.folder.path()), slow);
        QVERIFY(!dialogOf(*bench));
        bench->window().openPath(other.folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(dialogOf(*bench), slow);
    }

    void closingForgetsWhatWasGivenUp()
    {
        SessionFixture disk;
        auto questions = std::make_unique<ScriptedQuestions>();
        questions->unsaved = UnsavedAnswer::Discard;
        Workbench bench(std::move(questions), Connections({}));
        bench.window().show();
        bench.start(disk.folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(bench.session().isOpen(), slow);
        bench.window().editors().openFile("sales.yaml");
        QTest::keyClicks(bench.window().editors().currentEditor(), QStringLiteral("mine"));
        QTRY_COMPARE(draftFiles(draftsFolder()).size(), 1);
        bench.window().close();
        QTRY_VERIFY(!bench.window().isVisible());
        QVERIFY(draftFiles(draftsFolder()).isEmpty());
    }

    // Acceptance 4
    /// Closed with "keep for the next time": back unasked, and the disk is as it was.
    void whatWasKeptComesBack()
    {
        SessionFixture disk;
        for (int start = 0; start < 2; ++start) {
            auto questions = std::make_unique<ScriptedQuestions>();
            questions->unsaved = UnsavedAnswer::Keep;
            Workbench bench(std::move(questions), Connections({}));
            bench.window().show();
            bench.start(disk.folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(bench.session().isOpen(), slow);
            if (start == 0) {
                bench.window().editors().openFile("sales.yaml");
                CodeEditor *editor = bench.window().editors().currentEditor();
                editor->moveCursor(QTextCursor::Start);
                QTest::keyClicks(editor, QStringLiteral("#1"));
            }
            const auto text = [&] { return bench.session().text("sales.yaml")->bytes(); };
            QTRY_COMPARE(text(), "#1" + std::string(salesSpec));
            QVERIFY(bench.session().isModified("sales.yaml"));
            QVERIFY(!dialogOf(bench));
            QCOMPARE(bench.window().editors().currentEditor()->caretOffset(), std::size_t{2});
            bench.window().close(); // the second time too: what came back may be kept again
            QTRY_VERIFY(!bench.window().isVisible());
            QCOMPARE(disk.onDisk("sales.yaml"), std::string(salesSpec));
            QCOMPARE(draftFiles(draftsFolder()).size(), 1);
        }
    }

    /// Others wrote to the file meanwhile: both stay, and nothing is saved over unasked.
    void whatWasKeptMeetsANewerFile()
    {
        SessionFixture disk;
        const std::string workspace = disk.folder.path().toStdString();
        Draft draft{workspace, "sales.yaml", hashOf("older"), 0, 1700000000000, "mine: 1\n"};
        draft.isKept = true;
        writeBytes(draftsFolder() + "/left-kept/" + draftName(workspace, "sales.yaml"),
                   draftBytes(draft));
        const auto bench = startedWorkbench(disk.folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(bench->session().hasConflict("sales.yaml"), slow);
        QCOMPARE(bench->session().text("sales.yaml")->bytes(), std::string_view("mine: 1\n"));
        QVERIFY(!bench->session().save("sales.yaml"));
    }

private:
    static void leaveDraft(const SessionFixture &disk, const std::string &file,
                           const std::string &base, const std::string &text)
    {
        static int count = 0;
        const std::string workspace = disk.folder.path().toStdString();
        writeBytes(
            QStringLiteral("%1/left-%2/%3")
                .arg(draftsFolder())
                .arg(++count)
                .arg(draftName(workspace, file)),
            draftBytes({workspace, file, hashOf(base), 0, 1700000000000 + count, text, false}));
    }
};

int main(int argc, char *argv[])
{
    static const QTemporaryDir home;
    if (argc < 3 || qstrcmp(argv[1], "--type") != 0)
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home.path().toLocal8Bit());
    QApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--type") == 0)
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
