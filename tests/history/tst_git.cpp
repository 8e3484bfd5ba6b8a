// SPDX-License-Identifier: Apache-2.0
#include "git/opengit.h"
#include "support/gitfolder.h"

#include <QTest>

using namespace meshwright;
using history::FileChange;
using history::FileState;
using history::Reference;
using history::Repository;

using Folder = GitFolder;

class TestGit : public QObject
{
    Q_OBJECT

private slots:
    void noRepository();
    void emptyRepository();
    void branchAndDetached();
    void aheadAndBehind();
    void states();
    void conflict();
    void ignoredFolder();
    void subfolder();
    void resolves_data();
    void resolves();
    void noSuchRevision();
    void references();
    void filesOfARevision();
    void symbolicLinks();
    void bareRepository();
    void worktree();
    void insideASubmodule();
    void submoduleIsRead();
    void submoduleThatIsNotThere();
    void shallowClone();
    void sparseCheckout();
    void watchesWhatMoves();
    void anotherUsersRepository();
};

namespace {

std::unique_ptr<Repository> opened(const std::filesystem::path &path)
{
    auto repository = git::openRepository(path);
    if (!repository)
        qFatal("%s", repository.error().message.c_str());
    return std::move(*repository);
}

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '));
}

/// A repository with one commit of two files.
void fill(const Folder &folder)
{
    folder.git(words("init -q"));
    folder.write("a.yaml", "a: 1\n");
    folder.write("sub/b.yaml", "b: 1\n");
    folder.commit();
}

QString described(const FileState &state)
{
    static const std::map<FileChange, QString> letters{
        {FileChange::Added, "A"},   {FileChange::Modified, "M"},  {FileChange::Renamed, "R"},
        {FileChange::Deleted, "D"}, {FileChange::Untracked, "U"}, {FileChange::Conflicted, "C"},
        {FileChange::Ignored, "I"}, {FileChange::LeftOut, "L"}};
    const auto from = state.before.empty() ? QString() : QString::fromStdString(state.before) + ">";
    return letters.at(state.change) + ' ' + from + QString::fromStdString(state.path);
}

QStringList statesOf(Repository &repository)
{
    QStringList all;
    const auto states = repository.states();
    if (!states)
        return {QString::fromStdString(states.error().message)};
    for (const auto &state : *states)
        all.append(described(state));
    return all;
}

QByteArray readAt(Repository &repository, const std::string &revision, const std::string &path)
{
    const auto at = repository.resolve(revision);
    if (!at)
        return "no revision";
    const auto bytes = repository.read(*at, path);
    return QByteArray::fromStdString(bytes ? *bytes : "no file: " + bytes.error().message);
}

} // namespace

void TestGit::noRepository()
{
    const Folder folder;
    const auto repository = git::openRepository(folder.native());
    QVERIFY(!repository);
    QCOMPARE(repository.error().code, Error::Code::NotFound);
    QVERIFY(repository.error().message.ends_with("lies in no Git repository."));
}

void TestGit::emptyRepository()
{
    const Folder folder;
    folder.git(words("init -q"));
    folder.write("a.yaml", "a: 1\n");
    const auto repository = opened(folder.native());
    const auto head = repository->head();
    QVERIFY(head);
    QCOMPARE(head->branch, std::string("main"));
    QVERIFY(!head->commit);
    QCOMPARE(statesOf(*repository), QStringList{"U a.yaml"});
    const auto none = repository->resolve("HEAD");
    QVERIFY(!none);
    QCOMPARE(none.error().message,
             std::string("There is no revision 'HEAD': nothing is committed yet."));
    QVERIFY(repository->references()->empty());
}

void TestGit::branchAndDetached()
{
    const Folder folder;
    fill(folder);
    const auto repository = opened(folder.native());
    const auto id = folder.git(words("rev-parse HEAD")).toStdString();
    QCOMPARE(repository->head()->branch, std::string("main"));
    QCOMPARE(repository->head()->commit->id, id);
    QVERIFY(repository->head()->upstream.empty());
    folder.git(words("checkout -q -b topic/new"));
    QCOMPARE(repository->head()->branch, std::string("topic/new"));
    folder.git(words("checkout -q --detach"));
    QCOMPARE(repository->head()->branch, std::string());
    QCOMPARE(repository->head()->commit->id, id);
}

void TestGit::aheadAndBehind()
{
    const Folder folder;
    fill(folder);
    folder.git(words("clone -q . copy"));
    folder.git(words("commit -q --allow-empty -m theirs"));
    const auto copy = folder.path("copy");
    Folder::gitIn(copy, words("commit -q --allow-empty -m mine"));
    Folder::gitIn(copy, words("commit -q --allow-empty -m mine2"));
    Folder::gitIn(copy, words("fetch -q"));
    const auto head = opened(folder.native("copy"))->head();
    QVERIFY(head);
    QCOMPARE(head->upstream, std::string("origin/main"));
    QVERIFY(head->distance);
    QCOMPARE(head->distance->ahead, 2U);
    QCOMPARE(head->distance->behind, 1U);
}

void TestGit::states()
{
    const Folder folder;
    fill(folder);
    folder.write("gone.yaml", "gone: 1\n");
    folder.write("staged.yaml", "staged: 1\n");
    folder.write("old.yaml", "a long enough text to be found again\nwith two lines\n");
    folder.write("same.yaml", "same: 1\n");
    folder.commit();
    const auto repository = opened(folder.native());
    QCOMPARE(statesOf(*repository), QStringList());
    folder.write("a.yaml", "a: 2\n");
    folder.remove("gone.yaml");
    folder.write("staged.yaml", "staged: 2\n");
    folder.git(words("add staged.yaml"));
    folder.git(words("mv old.yaml renamed.yaml"));
    folder.write("added.yaml", "added: 1\n");
    folder.git(words("add added.yaml"));
    folder.write("new/deep/u.yaml", "u: 1\n");
    QCOMPARE(statesOf(*repository),
             (QStringList{"M a.yaml", "A added.yaml", "D gone.yaml", "U new/deep/u.yaml",
                          "R old.yaml>renamed.yaml", "M staged.yaml"}));
    // What is staged, then taken back in the file, is as in HEAD but for the index.
    folder.remove("added.yaml");
    QVERIFY(!statesOf(*repository).contains("A added.yaml"));
}

void TestGit::conflict()
{
    const Folder folder;
    fill(folder);
    folder.git(words("checkout -q -b other"));
    folder.write("a.yaml", "a: 2\n");
    folder.commit();
    folder.git(words("checkout -q main"));
    folder.write("a.yaml", "a: 3\n");
    folder.commit();
    folder.git(words("merge -q other"), true);
    QCOMPARE(statesOf(*opened(folder.native())), QStringList{"C a.yaml"});
}

void TestGit::ignoredFolder()
{
    const Folder folder;
    fill(folder);
    folder.write(".gitignore", "gen/\n*.tmp.yaml\n");
    folder.commit();
    folder.write("gen/x/y.yaml", "y: 1\n");
    folder.write("b.tmp.yaml", "y: 1\n");
    const auto states = opened(folder.native())->states();
    QVERIFY(states);
    QCOMPARE(history::stateOf(*states, "gen/x/y.yaml")->change, FileChange::Ignored);
    QCOMPARE(history::stateOf(*states, "b.tmp.yaml")->change, FileChange::Ignored);
    QVERIFY(!history::stateOf(*states, "a.yaml"));
    QVERIFY(!history::stateOf(*states, "generated.yaml"));
}

void TestGit::subfolder()
{
    const Folder folder;
    fill(folder);
    folder.write("a.yaml", "a: 2\n");
    folder.write("sub/b.yaml", "b: 2\n");
    folder.write("sub/[x]/c.yaml", "c: 1\n");
    folder.write("subway/d.yaml", "d: 1\n");
    const auto repository = opened(folder.native("sub"));
    QCOMPARE(statesOf(*repository), (QStringList{"U [x]/c.yaml", "M b.yaml"}));
    QCOMPARE(statesOf(*opened(folder.native("sub/[x]"))), QStringList{"U c.yaml"});
    QCOMPARE(repository->files(*repository->resolve("HEAD"))->files,
             std::vector<std::string>{"b.yaml"});
    QCOMPARE(readAt(*repository, "HEAD", "b.yaml"), QByteArray("b: 1\n"));
    QVERIFY(readAt(*repository, "HEAD", "../a.yaml").startsWith("no file"));
    // A folder that is new has no past.
    folder.write("fresh/e.yaml", "e: 1\n");
    const auto fresh = opened(folder.native("fresh"));
    QVERIFY(fresh->files(*fresh->resolve("HEAD"))->files.empty());
}

void TestGit::resolves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("meant");
    QTest::newRow("branch") << "main"
                            << "main";
    QTest::newRow("tag") << "v1"
                         << "HEAD~1";
    QTest::newRow("annotated tag") << "v2"
                                   << "HEAD~1";
    QTest::newRow("parent") << "HEAD~1"
                            << "HEAD~1";
    QTest::newRow("whole ref") << "refs/heads/main"
                               << "main";
}

void TestGit::resolves()
{
    QFETCH(QString, name);
    QFETCH(QString, meant);
    const Folder folder;
    fill(folder);
    folder.git(words("tag v1"));
    folder.git(words("tag -a -m two v2"));
    folder.write("a.yaml", "a: 2\n");
    folder.commit();
    const auto repository = opened(folder.native());
    const auto id = folder.git({"rev-parse", meant}).toStdString();
    const auto found = repository->resolve(name.toStdString());
    QVERIFY(found);
    QCOMPARE(found->id, id);
    QCOMPARE(repository->resolve(id.substr(0, 9))->id, id);
}

void TestGit::noSuchRevision()
{
    const Folder folder;
    fill(folder);
    const auto repository = opened(folder.native());
    for (const auto *name : {"nowhere", "HEAD~7", "", "--help", "a..b", "0123456789abcdef"}) {
        const auto none = repository->resolve(name);
        QVERIFY2(!none, name);
        QVERIFY2(none.error().message.find("Name a branch, a tag or a commit") != std::string::npos,
                 none.error().message.c_str());
    }
    const auto blob = repository->resolve("HEAD:a.yaml");
    QVERIFY(!blob);
    QCOMPARE(blob.error().code, Error::Code::Invalid);
}

void TestGit::references()
{
    const Folder folder;
    fill(folder);
    folder.git(words("tag v1"));
    folder.git(words("branch b"));
    folder.git(words("clone -q . copy"));
    const auto copy = opened(folder.native("copy"))->references();
    QVERIFY(copy);
    const std::vector<Reference> expected{{Reference::Kind::Branch, "main"},
                                          {Reference::Kind::RemoteBranch, "origin/b"},
                                          {Reference::Kind::RemoteBranch, "origin/main"},
                                          {Reference::Kind::Tag, "v1"}};
    QVERIFY(*copy == expected);
}

void TestGit::filesOfARevision()
{
    const Folder folder;
    fill(folder);
    folder.write("a.yaml", "a: 2\n");
    folder.write("c.yaml", "c: 1\n");
    folder.commit();
    folder.write("a.yaml", "a: 3\n");
    const auto repository = opened(folder.native());
    const std::vector<std::string> first{"a.yaml", "sub/b.yaml"};
    QVERIFY(repository->files(*repository->resolve("HEAD~1"))->files == first);
    const std::vector<std::string> second{"a.yaml", "c.yaml", "sub/b.yaml"};
    QVERIFY(repository->files(*repository->resolve("HEAD"))->files == second);
    QCOMPARE(readAt(*repository, "HEAD~1", "a.yaml"), QByteArray("a: 1\n"));
    QCOMPARE(readAt(*repository, "HEAD", "a.yaml"), QByteArray("a: 2\n"));
    QCOMPARE(readAt(*repository, "HEAD", "none.yaml").left(8), QByteArray("no file:"));
    QCOMPARE(readAt(*repository, "HEAD", "sub").left(8), QByteArray("no file:"));
}

void TestGit::symbolicLinks()
{
    const Folder folder;
    fill(folder);
    QFile::link("../a.yaml", folder.path("sub/link.yaml"));
    QFile::link("/etc/passwd", folder.path("out.yaml"));
    QFile::link("loop.yaml", folder.path("loop.yaml"));
    QFile::link("../../x.yaml", folder.path("up.yaml"));
    folder.commit();
    const auto repository = opened(folder.native());
    const std::vector<std::string> expected{"a.yaml", "sub/b.yaml", "sub/link.yaml"};
    QVERIFY(repository->files(*repository->resolve("HEAD"))->files == expected);
    QCOMPARE(readAt(*repository, "HEAD", "sub/link.yaml"), QByteArray("a: 1\n"));
    QCOMPARE(readAt(*repository, "HEAD", "out.yaml").left(8), QByteArray("no file:"));
}

void TestGit::bareRepository()
{
    const Folder folder;
    fill(folder);
    folder.git(words("clone -q --bare . bare.git"));
    const auto repository = opened(folder.native("bare.git"));
    QCOMPARE(repository->head()->branch, std::string("main"));
    QCOMPARE(readAt(*repository, "main", "sub/b.yaml"), QByteArray("b: 1\n"));
    const auto states = repository->states();
    QVERIFY(!states);
    QCOMPARE(states.error().code, Error::Code::Invalid);
    QVERIFY(states.error().message.find("is bare") != std::string::npos);
}

void TestGit::worktree()
{
    const Folder folder;
    fill(folder);
    folder.git(words("worktree add -q -b side tree"));
    folder.write("tree/sub/b.yaml", "b: 2\n");
    const auto repository = opened(folder.native("tree/sub"));
    QCOMPARE(repository->head()->branch, std::string("side"));
    QCOMPARE(statesOf(*repository), QStringList{"M b.yaml"});
    QCOMPARE(readAt(*repository, "HEAD", "b.yaml"), QByteArray("b: 1\n"));
}

namespace {

/// A repository `outer` whose folder `part` is a submodule.
void fillWithSubmodule(const Folder &folder)
{
    QDir().mkpath(folder.path("inner"));
    QDir().mkpath(folder.path("outer"));
    Folder::gitIn(folder.path("inner"), words("init -q"));
    folder.write("inner/i.yaml", "i: 1\n");
    Folder::gitIn(folder.path("inner"), words("add -A"));
    Folder::gitIn(folder.path("inner"), words("commit -q -m one"));
    const auto outer = folder.path("outer");
    Folder::gitIn(outer, words("init -q"));
    folder.write("outer/o.yaml", "o: 1\n");
    Folder::gitIn(outer, {"submodule", "-q", "add", folder.path("inner"), "part"});
    Folder::gitIn(outer, words("add -A"));
    Folder::gitIn(outer, words("commit -q -m one"));
}

} // namespace

void TestGit::insideASubmodule()
{
    const Folder folder;
    fillWithSubmodule(folder);
    folder.write("outer/part/i.yaml", "i: 2\n");
    const auto repository = opened(folder.native("outer/part"));
    QCOMPARE(statesOf(*repository), QStringList{"M i.yaml"});
    QCOMPARE(readAt(*repository, "HEAD", "i.yaml"), QByteArray("i: 1\n"));
}

void TestGit::submoduleIsRead()
{
    const Folder folder;
    fillWithSubmodule(folder);
    folder.write("outer/part/i.yaml", "i: 2\n");
    const auto repository = opened(folder.native("outer"));
    QCOMPARE(statesOf(*repository), QStringList());
    const auto files = repository->files(*repository->resolve("HEAD"));
    const std::vector<std::string> expected{".gitmodules", "o.yaml", "part/i.yaml"};
    QVERIFY(files->files == expected);
    QVERIFY(files->missing.empty());
    QCOMPARE(readAt(*repository, "HEAD", "part/i.yaml"), QByteArray("i: 1\n"));
}

void TestGit::submoduleThatIsNotThere()
{
    const Folder folder;
    fillWithSubmodule(folder);
    folder.git({"clone", "-q", folder.path("outer"), "copy"});
    const auto repository = opened(folder.native("copy"));
    const auto files = repository->files(*repository->resolve("HEAD"));
    QVERIFY(files->missing == std::vector<std::string>{"part"});
    QCOMPARE(readAt(*repository, "HEAD", "part/i.yaml").left(8), QByteArray("no file:"));
}

void TestGit::shallowClone()
{
    const Folder folder;
    fill(folder);
    folder.write("a.yaml", "a: 2\n");
    folder.commit();
    folder.git({"clone", "-q", "--depth", "1", "file://" + folder.path(), "copy"});
    const auto repository = opened(folder.native("copy"));
    QCOMPARE(readAt(*repository, "HEAD", "a.yaml"), QByteArray("a: 2\n"));
    QCOMPARE(repository->head()->branch, std::string("main"));
    QCOMPARE(statesOf(*repository), QStringList());
    const auto none = repository->resolve("HEAD~1");
    QVERIFY(!none);
    QVERIFY2(none.error().message.find("shallow clone") != std::string::npos,
             none.error().message.c_str());
}

void TestGit::sparseCheckout()
{
    const Folder folder;
    fill(folder);
    folder.write("left/c.yaml", "c: 1\n");
    folder.commit();
    folder.git(words("sparse-checkout set sub"));
    QVERIFY(!QFile::exists(folder.path("left/c.yaml")));
    QCOMPARE(statesOf(*opened(folder.native())), QStringList{"L left/c.yaml"});
}

void TestGit::watchesWhatMoves()
{
    const Folder folder;
    fill(folder);
    folder.git(words("worktree add -q -b side tree"));
    const auto isWatched = [](const std::vector<std::filesystem::path> &paths,
                              const std::filesystem::path &wanted) {
        return std::any_of(paths.begin(), paths.end(), [&](const auto &each) {
            return std::filesystem::equivalent(each, wanted);
        });
    };
    const auto own = opened(folder.native("sub"))->watched();
    QVERIFY(isWatched(own, folder.native(".git")));
    QVERIFY(isWatched(own, folder.native(".git/refs/heads/main")));
    const auto tree = opened(folder.native("tree"))->watched();
    QVERIFY(isWatched(tree, folder.native(".git/worktrees/tree")));
    QVERIFY(isWatched(tree, folder.native(".git/refs/heads/side")));
}

void TestGit::anotherUsersRepository()
{
    const Folder folder;
    fill(folder);
    const auto top = folder.native();
    if (::chown(top.c_str(), 12345, 12345) != 0 ||
        ::chown((top / ".git").c_str(), 12345, 12345) != 0)
        QSKIP("only root can give a folder away");
    const auto repository = git::openRepository(top / "sub");
    QVERIFY(!repository);
    QCOMPARE(repository.error().code, Error::Code::Denied);
    const auto &message = repository.error().message;
    QVERIFY2(message.find("belongs to another user") != std::string::npos, message.c_str());
    QVERIFY2(message.ends_with("safe.directory " + top.string()), message.c_str());
}

QTEST_GUILESS_MAIN(TestGit)
#include "tst_git.moc"
