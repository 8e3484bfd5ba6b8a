// SPDX-License-Identifier: Apache-2.0
// A repository whose settings name commands: none of them runs, whatever is asked of it.
#include "git/opengit.h"
#include "meshwright/history/pastworkspace.h"
#include "support/gitfolder.h"

#include <QTest>

using namespace meshwright;

class TestGitUntrusted : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void trapsWork_data();
    void trapsWork();
    void nothingRuns();
    void includedSettings();

private:
    void plant(const QString &key, const QString &name) const;
    QStringList sprung() const;
    void askEverything() const;

    std::unique_ptr<GitFolder> m_folder;
};

namespace {

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '));
}

} // namespace

/// A script that leaves a mark named `name`, as the command of a setting.
void TestGitUntrusted::plant(const QString &key, const QString &name) const
{
    const auto script = "traps/" + name + ".sh";
    m_folder->write(script, "#!/bin/sh\ntouch '" + m_folder->path("marks/" + name).toUtf8() +
                                "'\nexit 0\n");
    QFile(m_folder->path(script))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    GitFolder::gitIn(m_folder->path("work"), {"config", key, m_folder->path(script)});
}

QStringList TestGitUntrusted::sprung() const
{
    return QDir(m_folder->path("marks")).entryList(QDir::Files, QDir::Name);
}

void TestGitUntrusted::init()
{
    m_folder = std::make_unique<GitFolder>();
    QDir().mkpath(m_folder->path("marks"));
    QDir().mkpath(m_folder->path("work"));
    const auto work = m_folder->path("work");
    GitFolder::gitIn(work, words("init -q"));
    m_folder->write("work/a.yaml", "asyncapi: 2.6.0\nid: 'urn:acme.a'\nchannels: {}\n");
    m_folder->write("work/.gitattributes",
                    "*.yaml filter=trap diff=trap merge=trap\n*.txt diff=trap\n");
    m_folder->write("work/d.txt", "d: 1\n"); // a failing filter hides the diff
    GitFolder::gitIn(work, words("add -A"));
    GitFolder::gitIn(work, words("commit -q -m one"));
    GitFolder::gitIn(work, words("remote add origin ssh://nowhere.example/x.git"));
    GitFolder::gitIn(work, words("config branch.main.remote origin"));
    GitFolder::gitIn(work, words("config branch.main.merge refs/heads/main"));
    plant("core.fsmonitor", "fsmonitor");
    plant("filter.trap.smudge", "smudge");
    plant("filter.trap.clean", "clean");
    plant("filter.trap.process", "process");
    plant("diff.trap.textconv", "textconv");
    plant("diff.trap.command", "diffcommand");
    plant("diff.external", "externaldiff");
    plant("merge.trap.driver", "mergedriver");
    plant("core.sshCommand", "ssh");
    plant("core.pager", "pager");
    plant("core.editor", "editor");
    plant("core.askPass", "askpass");
    plant("credential.helper", "credential");
    plant("gpg.program", "gpg");
    plant("alias.status", "alias");
    plant("core.gitProxy", "proxy");
    for (const auto *hook : {"post-checkout", "pre-commit", "post-index-change",
                             "fsmonitor-watchman", "reference-transaction"}) {
        const QString name = QString("work/.git/hooks/") + hook;
        m_folder->write(name, "#!/bin/sh\ntouch '" + m_folder->path("marks/hook").toUtf8() + "'\n");
        QFile(m_folder->path(name))
            .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    m_folder->write("work/a.yaml", "asyncapi: 2.6.0\nid: 'urn:acme.b'\nchannels: {}\n");
    m_folder->write("work/c.yaml", "c: 1\n");
    m_folder->write("work/d.txt", "d: 2\n");
}

void TestGitUntrusted::askEverything() const
{
    auto opened = git::openRepository(m_folder->native("work"));
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    auto &repository = **opened;
    QVERIFY(repository.head());
    const auto states = repository.states();
    QVERIFY(states);
    QCOMPARE(history::stateOf(*states, "a.yaml")->change, history::FileChange::Modified);
    QVERIFY(repository.references());
    const auto head = repository.resolve("HEAD");
    QVERIFY(head);
    QVERIFY(repository.files(*head));
    QVERIFY(repository.read(*head, "a.yaml"));
    QVERIFY(history::workspaceAt(repository, *head, m_folder->native("work")));
}

void TestGitUntrusted::trapsWork_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("mark");
    QTest::newRow("status") << "status"
                            << "fsmonitor";
    QTest::newRow("clean filter") << "add a.yaml"
                                  << "process";
    QTest::newRow("external diff") << "diff d.txt"
                                   << "diffcommand";
    QTest::newRow("ssh") << "fetch"
                         << "ssh";
    QTest::newRow("hook") << "branch other"
                          << "hook";
}

/// The git command springs them: else the next test would show nothing.
void TestGitUntrusted::trapsWork()
{
    QFETCH(QString, command);
    QFETCH(QString, mark);
    GitFolder::gitIn(m_folder->path("work"), words(command), true);
    QVERIFY2(sprung().contains(mark), qPrintable(sprung().join(' ')));
}

void TestGitUntrusted::nothingRuns()
{
    askEverything();
    QCOMPARE(sprung(), QStringList());
}

/// Settings that say where the files are lead to no other folder's files.
void TestGitUntrusted::includedSettings()
{
    m_folder->write("elsewhere/secret.yaml", "secret: 1\n");
    GitFolder::gitIn(m_folder->path("work"),
                     {"config", "core.worktree", m_folder->path("elsewhere")});
    const auto opened = git::openRepository(m_folder->native("work"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::NotFound);
    QVERIFY(opened.error().message.find("no part of the working tree") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestGitUntrusted)
#include "tst_gituntrusted.moc"
