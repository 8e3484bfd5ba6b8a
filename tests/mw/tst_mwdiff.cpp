// SPDX-License-Identifier: Apache-2.0
#include "mw/commandtest.h"
#include "support/gitfolder.h"

#include <QJsonArray>
#include <QJsonObject>

class TestMwDiff : public CommandTest
{
    Q_OBJECT

private slots:
    void init();
    void markdown();
    void json();
    void nothingChanged();
    void betweenRevisions();
    void oneSpec();
    void twoFolders();
    void failOn_data();
    void failOn();
    void compatibility();
    void markupIsText();
    void unreadableSpec();
    void outputFile();
    void faults_data();
    void faults();
    void aPictureShowsWhatChanged();
    void bareRepository();
    void nothingOfTheRepositoryRuns();

private:
    QByteArray git(const QStringList &arguments)
    {
        return GitFolder::gitIn(m_folder->path(), arguments);
    }

    void commit()
    {
        git({"add", "-A"});
        git({"commit", "-q", "-m", "more"});
    }
};

namespace {

QByteArray spec(const QByteArray &id, const QByteArray &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: A, version: '1'}\nchannels:\n" +
           channels;
}

const QByteArray owner =
    spec("acme.f.a", "  _public.sale: {publish: {}, description: what was sold}\n");
const QByteArray reader = spec("acme.f.r", "  acme.f.a._public.sale: {subscribe: {}}\n");

} // namespace

/// One commit, and then a topic with another name.
void TestMwDiff::init()
{
    makeFolder();
    git({"init", "-q"});
    write("a.yaml", owner);
    write("sub/r.yaml", reader);
    commit();
    write("a.yaml", QByteArray(owner).replace("_public.sale", "_public.sold"));
}

void TestMwDiff::markdown()
{
    const Run run = mw({"diff", "HEAD"});
    QCOMPARE(run.exitCode, 0);
    const QByteArray id = git({"rev-parse", "HEAD"}).left(10);
    const QByteArray expected = "## Changes in the bounded contexts\n"
                                "\n"
                                "`HEAD` (`" +
                                id +
                                "`) → the working tree: 1 change in 1 context, **1 breaking**.\n"
                                "\n"
                                "### `acme.f.a`\n"
                                "\n"
                                "#### `acme.f.a._public.sold`\n"
                                "\n"
                                "- **Breaking:** The topic is renamed: `acme.f.a._public.sale` → "
                                "`acme.f.a._public.sold` — `a.yaml:5`\n"
                                "  - who uses the topic by its old name loses it\n"
                                "  - affects `acme.f.r`\n";
    QCOMPARE(run.out, expected);
    QCOMPARE(run.err, QByteArray());
}

void TestMwDiff::json()
{
    const Run run = mw({"diff", "main", "--format", "json"});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json().object();
    QCOMPARE(json["version"].toInt(), 1);
    QCOMPARE(json["base"].toObject()["name"].toString(), QString("main"));
    QCOMPARE(json["base"].toObject()["commit"].toString().toUtf8(), git({"rev-parse", "HEAD"}));
    QCOMPARE(json["next"].toObject()["name"].toString(), QString("the working tree"));
    QVERIFY(json["next"].toObject()["commit"].isNull());
    QCOMPARE(json["compatibility"].toString(), QString("full"));
    const QJsonObject summary = json["summary"].toObject();
    QCOMPARE(summary["changes"].toInt(), 1);
    QCOMPARE(summary["breaking"].toInt(), 1);
    const QJsonObject change = json["changes"].toArray().at(0).toObject();
    QCOMPARE(change["kind"].toString(), QString("topic-renamed"));
    QCOMPARE(change["context"].toString(), QString("acme.f.a"));
    QCOMPARE(change["topic"].toString(), QString("acme.f.a._public.sold"));
    QCOMPARE(change["before"].toString(), QString("acme.f.a._public.sale"));
    QCOMPARE(change["breaking"].toBool(), true);
    QCOMPARE(change["reasons"].toArray(), QJsonArray{"topic-renamed"});
    QCOMPARE(change["affected"].toArray(), QJsonArray{"acme.f.r"});
    QCOMPARE(change["base"].toObject()["line"].toInt(), 5);
    QCOMPARE(change["next"].toObject()["file"].toString(), QString("a.yaml"));
    QCOMPARE(mw({"diff", "main", "--format", "json"}).out, run.out);
}

void TestMwDiff::nothingChanged()
{
    write("a.yaml", owner + "# a comment\n");
    const Run run = mw({"diff", "HEAD", "--fail-on", "any"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("no contexts, topics, rights or schemas changed"), run.out);
}

void TestMwDiff::betweenRevisions()
{
    commit();
    git({"tag", "v2"});
    write("a.yaml", spec("acme.f.a", "  _private.x: {publish: {}}\n"));
    const Run run = mw({"diff", "v2~1", "--to", "v2", "--format", "json"});
    QCOMPARE(run.json()["next"].toObject()["name"].toString(), QString("v2"));
    QCOMPARE(run.json()["changes"].toArray().at(0)["kind"].toString(), QString("topic-renamed"));
    QCOMPARE(run.json()["summary"].toObject()["changes"].toInt(), 1);
}

void TestMwDiff::oneSpec()
{
    write("sub/r.yaml", spec("acme.f.r", "  acme.f.a._public.sale: {subscribe: {}}\n"
                                         "  _private.own: {publish: {}}\n"));
    const Run run = mw({"diff", "HEAD", "sub/r.yaml", "--format", "json"});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray changes = run.json()["changes"].toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0)["topic"].toString(), QString("acme.f.r._private.own"));
}

void TestMwDiff::twoFolders()
{
    write("old/a.yaml", owner);
    write("new/a.yaml", spec("acme.f.a", "  _private.x: {publish: {}}\n"));
    const Run run = mw({"diff", "old", "new"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("`old` → `new`: 2 changes in 1 context, **1 breaking**"), run.out);
    const Run wrong = mw({"diff", "old", "new", "--to", "HEAD"});
    QCOMPARE(wrong.exitCode, 64);
    QVERIFY(wrong.err.contains("--to names a revision"));
}

void TestMwDiff::failOn_data()
{
    QTest::addColumn<QByteArray>("channels");
    QTest::addColumn<QString>("failOn");
    QTest::addColumn<int>("exitCode");
    const QByteArray breaking = "  _public.other: {publish: {}}\n";
    const QByteArray harmless = "  _public.sale: {publish: {}, description: all that was sold}\n";
    QTest::newRow("breaking, breaks") << breaking << "breaking" << 1;
    QTest::newRow("breaking, does not") << harmless << "breaking" << 0;
    QTest::newRow("any, does not break") << harmless << "any" << 1;
    QTest::newRow("none, breaks") << breaking << "none" << 0;
}

void TestMwDiff::failOn()
{
    QFETCH(QByteArray, channels);
    QFETCH(QString, failOn);
    QFETCH(int, exitCode);
    write("a.yaml", spec("acme.f.a", channels));
    QCOMPARE(mw({"diff", "HEAD", "--fail-on", failOn}).exitCode, exitCode);
}

void TestMwDiff::compatibility()
{
    const auto typed = [](const QByteArray &type) {
        return spec("acme.f.a",
                    "  _public.sale:\n    publish: {message: {payload: {type: " + type + "}}}\n");
    };
    write("a.yaml", typed("integer"));
    commit();
    write("a.yaml", typed("number"));
    const QStringList asked{"diff", "HEAD", "--fail-on", "breaking", "--compatibility"};
    QCOMPARE(mw(asked + QStringList{"full"}).exitCode, 1);
    QCOMPARE(mw(asked + QStringList{"forward"}).exitCode, 1);
    QCOMPARE(mw(asked + QStringList{"backward"}).exitCode, 0);
}

/// What a spec says can't put a heading, a link or a mention into a pull request.
void TestMwDiff::markupIsText()
{
    write("a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.a'\n"
                    "info: {title: \"a`` @all <b>x</b>\\n# Heading\", version: '1'}\n"
                    "channels: {}\n");
    const Run run = mw({"diff", "HEAD"});
    QVERIFY2(run.out.contains("- Title: `A` → ```a`` @all <b>x</b> # Heading``` — "), run.out);
}

void TestMwDiff::unreadableSpec()
{
    write("a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.a\nchannels: {\n");
    const Run run = mw({"diff", "HEAD"});
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(run.err.startsWith("mw: a.yaml:"), run.err);
    QVERIFY2(run.out.contains("### Not compared") && run.out.contains("- `a.yaml`"), run.out);
    QVERIFY(!run.out.contains("removed"));
    // Once mended, the broken commit is no reason to fail.
    commit();
    write("a.yaml", owner);
    const Run mended = mw({"diff", "HEAD"});
    QCOMPARE(mended.exitCode, 0);
    QVERIFY2(mended.err.startsWith("mw: in HEAD: a.yaml:"), mended.err);
}

void TestMwDiff::outputFile()
{
    const Run run = mw({"diff", "HEAD", "-o", "out.md"});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
    QFile file(m_folder->filePath("out.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("**1 breaking**"));
}

void TestMwDiff::faults_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no base") << QStringList{"diff"} << 64 << QByteArray("base is required");
    QTest::newRow("no such revision")
        << QStringList{"diff", "nowhere"} << 65 << QByteArray("There is no revision 'nowhere'");
    QTest::newRow("no such newer revision") << QStringList{"diff", "HEAD", "--to", "nowhere"} << 65
                                            << QByteArray("There is no revision 'nowhere'");
    QTest::newRow("no such folder")
        << QStringList{"diff", "HEAD", "nowhere"} << 65 << QByteArray("nowhere");
    QTest::newRow("no repository") << QStringList{"diff", "HEAD", "/"} << 65 << QByteArray();
    QTest::newRow("unknown format")
        << QStringList{"diff", "HEAD", "--format", "sarif"} << 64 << QByteArray("--format");
}

void TestMwDiff::faults()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, message);
    const QTemporaryDir outside;
    if (arguments.last() == "/") {
        arguments.last() = outside.path();
        message = "lies in no Git repository";
    }
    const Run run = mw(arguments);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.err.contains(message), run.err);
    QCOMPARE(run.out, QByteArray());
}

void TestMwDiff::aPictureShowsWhatChanged()
{
    write("n.yaml", spec("acme.f.n", "  acme.f.a._public.sold: {subscribe: {}}\n"));
    QFile::remove(m_folder->filePath("sub/r.yaml"));
    const Run run = mw({"graph", "--format", "svg", "--since", "HEAD"});
    QCOMPARE(run.exitCode, 0);
    for (const char *text : {">added<", ">removed<", ">changed<", "acme.f.r", "acme.f.n"})
        QVERIFY2(run.out.contains(text), text);
    QVERIFY(!mw({"graph", "--format", "svg"}).out.contains(">added<"));
    QCOMPARE(mw({"graph", "--format", "dot", "--since", "HEAD"}).exitCode, 64);
    const Run unknown = mw({"graph", "--format", "svg", "--since", "nowhere"});
    QVERIFY(unknown.exitCode != 0);
    QVERIFY2(unknown.err.contains("nowhere"), unknown.err);
}

void TestMwDiff::bareRepository()
{
    commit();
    git({"clone", "-q", "--bare", ".", "bare.git"});
    const Run run = mw({"diff", "HEAD~1", "bare.git"});
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(run.err.contains("is bare"), run.err);
    const Run two = mw({"diff", "HEAD~1", "bare.git", "--to", "HEAD"});
    QCOMPARE(two.exitCode, 0);
    QVERIFY2(two.out.contains("**1 breaking**"), two.out);
}

/// More of this: tst_gituntrusted.
void TestMwDiff::nothingOfTheRepositoryRuns()
{
    const QString mark = m_folder->filePath("ran");
    const QString script = write("trap.sh", "#!/bin/sh\ntouch '" + mark.toUtf8() + "'\ncat\n");
    QFile(script).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write(".git/info/attributes", "*.yaml filter=trap diff=trap\n");
    for (const auto *key :
         {"core.fsmonitor", "filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv",
          "diff.trap.command", "core.sshCommand", "core.pager"})
        git({"config", key, script});
    QFile::remove(mark);
    QCOMPARE(mw({"diff", "HEAD"}).exitCode, 0);
    QVERIFY(!QFile::exists(mark));
    git({"status"});
    QVERIFY(QFile::exists(mark)); // the trap is one
}

QTEST_GUILESS_MAIN(TestMwDiff)
#include "tst_mwdiff.moc"
