// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/session/derivation.h"
#include "ui/session/places.h"

#include "meshwright/lint/lint.h"

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestSession : public QObject
{
    Q_OBJECT

private slots:

    void opensAFolder()
    {
        SessionFixture f;
        QVERIFY(f.open());
        QCOMPARE(f.session.snapshot().topology->contexts.size(), std::size_t(2));
        QCOMPARE(f.session.snapshot().topology->topics.size(), std::size_t(2));
        QVERIFY(f.session.modifiedFiles().isEmpty());
    }

    void saysWhyAFolderDoesNotOpen()
    {
        Session session;
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(QStringLiteral("/nowhere/at/all"));
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().toString().contains(QLatin1String("/nowhere/at/all")));
        QVERIFY(!session.isOpen());
    }

    void anEditIsDoneUndoneAndRedone()
    {
        SessionFixture f;
        QVERIFY(f.open());
        const std::string before = f.bytes("sales.yaml");
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "partitions: 3", "partitions: 12"),
                                  QStringLiteral("Set partitions")));
        const std::string after = f.bytes("sales.yaml");
        QVERIFY(after.find("partitions: 12") != std::string::npos);
        QCOMPARE(f.session.modifiedFiles(), QStringList{QStringLiteral("sales.yaml")});
        f.session.undoStack()->undo();
        QCOMPARE(f.bytes("sales.yaml"), before);
        QVERIFY(!f.session.isModified("sales.yaml"));
        f.session.undoStack()->redo();
        QCOMPARE(f.bytes("sales.yaml"), after);
    }

    // Acceptance 6
    void twoFilesAreOneStep()
    {
        SessionFixture f;
        QVERIFY(f.open());
        WorkspaceEdit edit = f.replacing("sales.yaml", "title: Sales", "title: Selling");
        edit.files.merge(f.replacing("stock.yaml", "title: Stock", "title: Goods").files);
        QVERIFY(f.session.perform(edit, QStringLiteral("Rename")));
        QCOMPARE(f.session.undoStack()->count(), 1);
        QCOMPARE(f.session.modifiedFiles().size(), 2);
        f.session.undoStack()->undo();
        QCOMPARE(f.session.modifiedFiles().size(), 0);
    }

    void filesComeAndGoInOneStep()
    {
        SessionFixture f;
        QVERIFY(f.open());
        const std::string sales = f.bytes("sales.yaml");
        const std::string stock = f.bytes("stock.yaml");
        WorkspaceEdit edit = f.replacing("sales.yaml", "title: Sales", "title: Selling");
        edit.removed = {"stock.yaml"};
        edit.created["new/shop.yaml"] = {
            "asyncapi: 2.6.0\nid: urn:acme.shop\ninfo: {title: T, version: '1'}\nchannels: {}\n"};
        QVERIFY(f.session.perform(edit, QStringLiteral("Replace")));
        QVERIFY(f.settle());
        const auto contextOf = [&](const char *id) {
            return f.session.snapshot().topology->context({id});
        };
        QVERIFY(contextOf("acme.shop") && !contextOf("acme.stock"));
        QCOMPARE(f.session.modifiedFiles().size(), 3);
        QCOMPARE(f.onDisk("stock.yaml"), stock); // nothing is written unasked

        f.session.undoStack()->undo();
        QVERIFY(f.settle());
        QCOMPARE(f.bytes("sales.yaml"), sales);
        QCOMPARE(f.bytes("stock.yaml"), stock);
        QVERIFY(!contextOf("acme.shop") && contextOf("acme.stock"));
        QCOMPARE(f.session.modifiedFiles().size(), 0);

        f.session.undoStack()->redo();
        QVERIFY(f.session.saveAll());
        QVERIFY(!QFile::exists(f.path("stock.yaml")));
        QVERIFY(QFile::exists(f.path("new/shop.yaml")));
        QVERIFY(f.settle());
        QCOMPARE(f.session.modifiedFiles().size(), 0);
        f.session.undoStack()->undo(); // after saving too
        QVERIFY(f.session.saveAll());
        QCOMPARE(f.onDisk("stock.yaml"), stock);
        QVERIFY(!QFile::exists(f.path("new/shop.yaml")));
    }

    void neighboursMerge()
    {
        SessionFixture f;
        QVERIFY(f.open());
        const std::string before = f.bytes("sales.yaml");
        for (const char *letter : {"a", "b", "c"})
            QVERIFY(f.session.perform({{{"sales.yaml", {{{0, 0}, letter}}}}},
                                      QStringLiteral("Typing"), 7));
        QCOMPARE(f.session.undoStack()->count(), 1);
        QCOMPARE(f.bytes("sales.yaml"), "cba" + before);
        f.session.undoStack()->undo();
        QCOMPARE(f.bytes("sales.yaml"), before);
        f.session.undoStack()->redo();
        QCOMPARE(f.bytes("sales.yaml"), "cba" + before);
    }

    void aRefusedEditChangesNothing()
    {
        SessionFixture f;
        QVERIFY(f.open());
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "Sales", "Sale"),
                                  QStringLiteral("Rename")));
        f.session.undoStack()->undo();
        const std::string before = f.bytes("sales.yaml");
        WorkspaceEdit edit = f.replacing("stock.yaml", "Stock", "Goods");
        edit.files["sales.yaml"] = {{{99999, 100000}, "x"}};
        QVERIFY(!f.session.perform(edit, QStringLiteral("Beyond the end")));
        QVERIFY(!f.session.perform({{{"none.yaml", {{{0, 0}, "x"}}}}}, QStringLiteral("No file")));
        QCOMPARE(f.bytes("sales.yaml"), before);
        QVERIFY(!f.session.isModified("stock.yaml"));
        QVERIFY(f.session.undoStack()->canRedo());
    }

    void findingsFollowTheText()
    {
        SessionFixture f;
        QVERIFY(f.open());
        QCOMPARE(f.findings("naming/unknown-keyword"), 0);
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "_public.sale", "_pubic.sale"),
                                  QStringLiteral("Typo")));
        QVERIFY(!f.session.isUpToDate());
        QVERIFY(f.settle());
        QCOMPARE(f.findings("naming/unknown-keyword"), 1);
        f.session.undoStack()->undo();
        QVERIFY(f.settle());
        QCOMPARE(f.findings("naming/unknown-keyword"), 0);
    }

    void theEditedFilesFindingsComeFirst()
    {
        SessionFixture f(
            Texts{{"sales.yaml", salesSpec}, {"stock.yaml", stockSpec}, withoutAdvice});
        QVERIFY(f.open());
        std::vector<Snapshot> seen;
        connect(&f.session, &Session::snapshotChanged, this,
                [&] { seen.push_back(f.session.snapshot()); });
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "_public.sale", "_pubic.sale"),
                                  QStringLiteral("Typo")));
        QVERIFY(f.settle());
        QCOMPARE(seen.size(), std::size_t(2));
        QVERIFY(!seen[0].isChecked);
        QCOMPARE(*seen[0].diagnostics, lintFile(*seen[0].topology, "sales.yaml"));
        QCOMPARE(countFindings(*seen[0].diagnostics, "sales.yaml").errors, 1);
        QVERIFY(seen[1].isChecked); // the reader's topic is gone too
        QCOMPARE(countFindings(*seen[1].diagnostics, "stock.yaml").errors, 1);
        QCOMPARE(*seen[1].diagnostics, lint(*seen[1].topology));
        QCOMPARE(seen[1].revision, seen[0].revision);
    }

    // Acceptance 8
    void findingsAreOfTheNewestTexts()
    {
        SessionFixture f(
            Texts{{"sales.yaml", salesSpec}, {"stock.yaml", stockSpec}, withoutAdvice});
        QVERIFY(f.open());
        connect(&f.session, &Session::snapshotChanged, this, [&] {
            const Snapshot &shown = f.session.snapshot();
            for (const Diagnostic &d : *shown.diagnostics)
                QVERIFY(d.range.end <= shown.workspace->file(d.file)->text->bytes().size());
            if (shown.isChecked)
                QCOMPARE(*shown.diagnostics, lint(*shown.topology));
        });
        for (int i = 0; i < 40; ++i) {
            const bool wrong = i % 2 == 0;
            QVERIFY(
                f.session.perform(f.replacing("sales.yaml", wrong ? "_public.sale" : "_pubic.sale",
                                              wrong ? "_pubic.sale" : "_public.sale"),
                                  QStringLiteral("Type")));
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1 + i % 30);
        }
        QVERIFY(f.settle());
        QVERIFY(f.session.snapshot().isChecked);
        QVERIFY(f.session.snapshot().diagnostics->empty());
    }

    void aSharedFilesFindingsFollowIt()
    {
        const std::string shared = "channel:\n  bindings:\n    kafka:\n      partitions: 3\n";
        std::string spec = salesSpec;
        const auto at = spec.find("  _private.draft:");
        spec.replace(at, std::string::npos,
                     "  _private.draft:\n    $ref: 'shared.yaml#/channel'\n");
        std::string other = spec;
        other.replace(other.find("acme.sales"), 10, "acme.bills");
        SessionFixture f(Texts{
            {"bills.yaml", other}, {"sales.yaml", spec}, {"shared.yaml", shared}, withoutAdvice});
        QVERIFY(f.open());
        QCOMPARE(int(f.session.snapshot().diagnostics->size()), 0);
        QSignalSpy changed(&f.session, &Session::snapshotChanged);
        QVERIFY(f.session.perform(f.replacing("shared.yaml", "partitions: 3", "partitions: -3"),
                                  QStringLiteral("Break")));
        QVERIFY(changed.wait());
        QCOMPARE(countFindings(*f.session.snapshot().diagnostics, "shared.yaml").errors, 1);
        QVERIFY(f.settle());
        QCOMPARE(*f.session.snapshot().diagnostics, lint(*f.session.snapshot().topology));
    }

    void newerFindingsReplaceThoseOfTheirFiles()
    {
        const auto finding = [](const char *file, std::size_t at, const char *writes = nullptr) {
            Diagnostic d;
            d.file = file;
            d.range = {at, at + 1};
            if (writes)
                d.fixes.push_back({"Mend", {{{writes, {{{0, 1}, "x"}}}}}});
            return d;
        };
        const std::vector<Diagnostic> old{finding("a", 1, "b"), finding("a", 2, "a"),
                                          finding("b", 3), finding("c", 4)};
        const std::vector<Diagnostic> newer{finding("a", 9), finding("b", 5), finding("b", 6)};
        std::vector<Diagnostic> wanted{finding("a", 1), finding("a", 2, "a"), finding("b", 5),
                                       finding("b", 6), finding("c", 4)};
        QCOMPARE(withNewer(old, newer, {"b"}), wanted);
        QCOMPARE(withNewer(old, {}, {}), old);
    }

    void savingKeepsEveryByte_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("LF") << QByteArray("id: a\nb: c\n");
        QTest::newRow("CRLF") << QByteArray("id: a\r\nb: c\r\n");
        QTest::newRow("CR alone") << QByteArray("id: a\rb: c\r");
        QTest::newRow("line ends of all kinds") << QByteArray("id: a\r\n\nb: c\r# d\n\r\n");
        QTest::newRow("no last line end") << QByteArray("id: a\nb: c");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFid: a\r\nb: c\n");
    }

    void savingKeepsEveryByte()
    {
        QFETCH(QByteArray, start);
        SessionFixture f(Texts{{"a.yaml", "asyncapi: '2.5.0'\n"}, {"b.yaml", start.toStdString()}});
        QVERIFY(f.open());
        QVERIFY(f.session.perform(f.replacing("b.yaml", "b: c", "b: d"), QStringLiteral("Edit")));
        QVERIFY(f.session.save("b.yaml"));
        QVERIFY(!f.session.isModified("b.yaml"));
        QCOMPARE(QByteArray::fromStdString(f.onDisk("b.yaml")),
                 QByteArray(start).replace("b: c", "b: d"));
        f.session.undoStack()->undo(); // undo works after save
        QVERIFY(f.session.isModified("b.yaml"));
    }

    void savingKeepsUtf16()
    {
        const auto inUtf16 = [](const std::u16string &text) {
            return std::string(reinterpret_cast<const char *>(text.data()), text.size() * 2);
        };
        SessionFixture f(Texts{{"a.yaml", inUtf16(u"\uFEFFasyncapi: '2.5.0'\r\nid: '\u00E4'\n")}});
        QVERIFY(f.open());
        QVERIFY(f.session.perform(f.replacing("a.yaml", "2.5.0", "2.6.0"), QStringLiteral("Edit")));
        QVERIFY(f.session.save("a.yaml"));
        QCOMPARE(f.onDisk("a.yaml"), inUtf16(u"\uFEFFasyncapi: '2.6.0'\r\nid: '\u00E4'\n"));
    }

    void aCleanFileReloads()
    {
        SessionFixture f;
        QVERIFY(f.open());
        std::string theirs = salesSpec;
        theirs.replace(theirs.find("title: Sales"), 12, "title: Theirs");
        f.write("sales.yaml", theirs);
        QTRY_COMPARE(f.bytes("sales.yaml"), theirs);
        QVERIFY(f.settle());
        QVERIFY(!f.session.isModified("sales.yaml"));
        QCOMPARE(f.session.snapshot().topology->contexts.front().spec->title,
                 std::string("Theirs"));
    }

    void aCheckoutIsOneStep()
    {
        Texts texts;
        const int count = 40;
        const auto name = [](int i) { return "file" + std::to_string(i) + ".yaml"; };
        for (int i = 0; i < count; ++i)
            texts[name(i)] = "# before " + std::to_string(i) + "\n";
        texts["mine.yaml"] = "# mine\n";
        texts["gone.yaml"] = "# gone\n";
        SessionFixture f(texts);
        QVERIFY(f.open());
        QVERIFY(
            f.session.perform(f.replacing("mine.yaml", "mine", "my edit"), QStringLiteral("Edit")));
        QVERIFY(f.settle());
        std::vector<DiskChanges> told;
        connect(&f.session, &Session::diskChanged, this,
                [&](const DiskChanges &changes) { told.push_back(changes); });
        for (int i = 0; i < count; ++i)
            f.write(name(i), "# after " + std::to_string(i) + "\n");
        f.write("mine.yaml", "# theirs\n");
        f.write("new.yaml", "# new\n");
        QFile::remove(f.path("gone.yaml"));
        QTRY_COMPARE(f.bytes(name(count - 1)), "# after 39\n");
        QVERIFY(f.settle());
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].reloaded.size(), count);
        QCOMPARE(told[0].added, QStringList{QStringLiteral("new.yaml")});
        QCOMPARE(told[0].removed, QStringList{QStringLiteral("gone.yaml")});
        QCOMPARE(told[0].inConflict, QStringList{QStringLiteral("mine.yaml")});
        QCOMPARE(f.session.undoStack()->count(), 2); // the own edit, and the reload
        QCOMPARE(f.session.undoStack()->text(1), QStringLiteral("Reload 40 file(s)"));
        QCOMPARE(f.session.modifiedFiles(), QStringList{QStringLiteral("mine.yaml")});
        f.session.undoStack()->undo();
        for (int i = 0; i < count; ++i)
            QCOMPARE(f.bytes(name(i)), texts[name(i)]);
        QCOMPARE(f.session.modifiedFiles().size(), count + 1);
        f.session.undoStack()->redo();
        QCOMPARE(f.session.modifiedFiles(), QStringList{QStringLiteral("mine.yaml")});
    }

    void aNewFileAppears()
    {
        SessionFixture f(Texts{{"sales.yaml", salesSpec}});
        QVERIFY(f.open());
        f.write("stock.yaml", stockSpec);
        QTRY_COMPARE(f.session.snapshot().topology->contexts.size(), std::size_t(2));
    }

    void bothChanged_data()
    {
        QTest::addColumn<bool>("keepsMine");
        QTest::newRow("keep mine") << true;
        QTest::newRow("take theirs") << false;
    }

    void bothChanged()
    {
        QFETCH(bool, keepsMine);
        SessionFixture f;
        QVERIFY(f.open());
        QVERIFY(f.session.perform(f.replacing("sales.yaml", "title: Sales", "title: Mine"),
                                  QStringLiteral("Edit")));
        std::string theirs = salesSpec;
        theirs.replace(theirs.find("title: Sales"), 12, "title: Theirs");
        f.write("sales.yaml", theirs);
        const auto refused = f.session.save("sales.yaml"); // before the watch has told
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Conflict);
        QVERIFY(f.session.hasConflict("sales.yaml"));
        QCOMPARE(f.onDisk("sales.yaml"), theirs);
        if (keepsMine)
            f.session.keepMine("sales.yaml");
        else
            f.session.takeTheirs("sales.yaml");
        QVERIFY(!f.session.hasConflict("sales.yaml"));
        QCOMPARE(f.bytes("sales.yaml").find("Mine") != std::string::npos, keepsMine);
        QCOMPARE(f.session.isModified("sales.yaml"), keepsMine);
        QVERIFY(f.session.saveAll());
        QCOMPARE(f.onDisk("sales.yaml").find("Mine") != std::string::npos, keepsMine);
        f.session.undoStack()->undo();
        QCOMPARE(f.bytes("sales.yaml").find("Mine") != std::string::npos, !keepsMine);
    }

    void differenceIsSmall_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << QByteArray("-");
        QTest::newRow("middle") << QByteArray("a b c") << QByteArray("a x c") << QByteArray("x");
        QTest::newRow("repeated") << QByteArray("aa") << QByteArray("aaa") << QByteArray("a");
        QTest::newRow("half a character")
            << QByteArray("\xC3\xA4") << QByteArray("\xC3\xB6") << QByteArray("\xC3\xB6");
        QTest::newRow("emptied") << QByteArray("abc") << QByteArray("") << QByteArray("");
    }

    void differenceIsSmall()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, written);
        const SourceText old(from.toStdString());
        const auto edits = difference(old, SourceText(to.toStdString()));
        QCOMPARE(edits.empty() ? QByteArray("-") : QByteArray::fromStdString(edits[0].replacement),
                 written);
        QCOMPARE((*applyEdits(old, edits))->bytes(), to.toStdString());
    }

    // Acceptance 13
    void selectionIsFoundInTheText()
    {
        SessionFixture f;
        QVERIFY(f.open());
        const auto at = [&](const char *needle) {
            return selectionAt(f.session.snapshot(), "sales.yaml",
                               f.bytes("sales.yaml").find(needle));
        };
        QCOMPARE(at("partitions"), Selection(TopicName{"acme.sales._public.sale"}));
        QCOMPARE(at("_private.draft"), Selection(TopicName{"acme.sales._private.draft"}));
        QCOMPARE(at("title"), Selection(ContextId{"acme.sales"}));
        const auto place = placeOf(f.session.snapshot(), TopicName{"acme.sales._public.sale"});
        QVERIFY(place);
        QCOMPARE(f.session.text("sales.yaml")->slice(place->range),
                 std::string_view("_public.sale"));
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
