// SPDX-License-Identifier: Apache-2.0
#include "meshwright/history/pastworkspace.h"

#include "git/opengit.h"
#include "support/gitfolder.h"

#include <QTest>

using namespace meshwright;

class TestPastWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAFolderReads();
    void keepsEncodings();
    void leavesOutWhatCannotBeTold();
    void leavesOutASparseCheckout();
    void refusesABareRepository();
};

namespace {

const QByteArray spec = "asyncapi: 2.6.0\nid: 'urn:acme.a'\ninfo: {title: A, version: '1'}\n"
                        "channels: {_public.x: {$ref: 'parts/channel.yaml'}}\n";

std::vector<std::string> pathsOf(const Workspace &workspace)
{
    std::vector<std::string> paths;
    for (const auto &[path, file] : workspace.files())
        paths.push_back(path);
    return paths;
}

} // namespace

/// The same files, specs and faults as of a folder that was checked out.
void TestPastWorkspace::readsWhatAFolderReads()
{
    const GitFolder folder;
    folder.git({"init", "-q"});
    folder.write("a.yaml", spec);
    folder.write("parts/channel.yaml", "publish: {}\n");
    folder.write("parts/x.avsc", "{}");
    folder.write("parts/x.proto", "syntax = \"proto3\";");
    folder.write("README.md", "no\n");
    folder.write(".hidden/a.yaml", spec);
    folder.write("build/a.yaml", spec);
    folder.write("deep/node_modules/a.yaml", spec);
    folder.write("bad.yaml", "asyncapi: 2.6.0\nid: \xff\n");
    folder.write("meshwright.yaml", "naming: {keywords: {public: open}}\n");
    folder.commit();
    const auto repository = git::openRepository(folder.native());
    QVERIFY(repository);
    const auto head = (*repository)->resolve("HEAD");
    const auto past = history::workspaceAt(**repository, *head, folder.native());
    QVERIFY(past);
    const auto now = Workspace::open(folder.native());
    QVERIFY(now);
    QVERIFY(pathsOf(*past->workspace) == pathsOf(**now));
    QCOMPARE(past->workspace->specs().size(), (*now)->specs().size());
    QCOMPARE(past->workspace->specs().front()->channels.front().operations.size(), 1U);
    QCOMPARE(past->workspace->settings().convention.publicKeyword, std::string("open"));
    const auto *bad = past->workspace->file("bad.yaml");
    QVERIFY(bad && bad->fault && bad->isSpec);
    QCOMPARE(bad->fault->message, (*now)->file("bad.yaml")->fault->message);
}

void TestPastWorkspace::keepsEncodings()
{
    const GitFolder folder;
    folder.git({"init", "-q"});
    QByteArray bytes("\xff\xfe");
    for (const char c : spec)
        bytes += QByteArray(1, c) + QByteArray(1, '\0');
    folder.write("a.yaml", bytes);
    folder.commit();
    const auto repository = git::openRepository(folder.native());
    const auto past = history::workspaceAt(**repository, *(*repository)->resolve("HEAD"), {});
    QVERIFY(past);
    QCOMPARE(past->workspace->file("a.yaml")->encoding, Encoding::Utf16LittleEndian);
    QCOMPARE(past->workspace->specs().front()->id->value, std::string("urn:acme.a"));
}

void TestPastWorkspace::leavesOutWhatCannotBeTold()
{
    const GitFolder folder;
    for (const auto *name : {"inner", "outer"}) {
        QDir().mkpath(folder.path(name));
        GitFolder::gitIn(folder.path(name), {"init", "-q"});
        folder.write(QString(name) + "/a.yaml", spec);
        GitFolder::gitIn(folder.path(name), {"add", "-A"});
        GitFolder::gitIn(folder.path(name), {"commit", "-q", "-m", "one"});
    }
    const auto outer = folder.path("outer");
    GitFolder::gitIn(outer, {"submodule", "-q", "add", folder.path("inner"), "part"});
    folder.write("outer/partial/a.yaml", spec);
    GitFolder::gitIn(outer, {"add", "-A"});
    GitFolder::gitIn(outer, {"commit", "-q", "-m", "two"});
    folder.git({"clone", "-q", outer, "copy"});
    folder.write("copy/part/new.yaml", spec);
    const auto repository = git::openRepository(folder.native("copy"));
    const auto now = Workspace::open(folder.native("copy"));
    const auto head = (*repository)->resolve("HEAD");
    const auto both = history::sinceRevision(**repository, *head, *now);
    QVERIFY(both);
    const std::vector<std::string> same{"a.yaml", "partial/a.yaml"};
    QVERIFY(pathsOf(*both->base) == same);
    QVERIFY(pathsOf(*both->next) == same);
    QVERIFY(both->missing == std::vector<std::string>{"part"});
    const auto first = (*repository)->resolve("HEAD~1");
    const auto past = history::betweenRevisions(**repository, *first, *head, {});
    QVERIFY(pathsOf(*past->base) == std::vector<std::string>{"a.yaml"});
    QVERIFY(pathsOf(*past->next) == same);
}

void TestPastWorkspace::leavesOutASparseCheckout()
{
    const GitFolder folder;
    folder.git({"init", "-q"});
    folder.write("left/a.yaml", spec);
    folder.write("kept/b.yaml", spec);
    folder.commit();
    folder.git({"sparse-checkout", "set", "kept"});
    const auto repository = git::openRepository(folder.native());
    const auto now = Workspace::open(folder.native());
    const auto both = history::sinceRevision(**repository, *(*repository)->resolve("HEAD"), *now);
    QVERIFY(both);
    QVERIFY(pathsOf(*both->base) == std::vector<std::string>{"kept/b.yaml"});
}

void TestPastWorkspace::refusesABareRepository()
{
    const GitFolder folder;
    folder.git({"init", "-q"});
    folder.write("a.yaml", spec);
    folder.commit();
    folder.git({"clone", "-q", "--bare", ".", "bare.git"});
    const auto repository = git::openRepository(folder.native("bare.git"));
    const auto head = (*repository)->resolve("HEAD");
    const auto both = history::sinceRevision(**repository, *head, Workspace::fromTexts({}));
    QVERIFY(!both);
    QVERIFY(both.error().message.find("is bare") != std::string::npos);
    QVERIFY(history::betweenRevisions(**repository, *head, *head, {}));
}

QTEST_GUILESS_MAIN(TestPastWorkspace)
#include "tst_pastworkspace.moc"
