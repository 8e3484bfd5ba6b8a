// SPDX-License-Identifier: Apache-2.0
// What mw apply may write, and what plans take away, by what the environment says.
#include "commandtest.h"

class TestMwGuards : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write(QStringLiteral("w/c.yaml"), smallSpec);
        m_workspace = m_folder->filePath(QStringLiteral("w"));
    }

    void nothingIsAppliedToWhatIsReadOnly()
    {
        settings("readOnly: true");
        const Run refused = mw({"apply", m_workspace, "--env", "e", "--yes"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("read-only"), refused.err.constData());
        QCOMPARE(mw({"plan", m_workspace, "--env", "e", "--detailed-exitcode"}).exitCode, 2);
        const Run kept = mw({"plan", m_workspace, "--env", "e", "-o", file("plan.json")});
        QCOMPARE(kept.exitCode, 0);
        QCOMPARE(mw({"apply", file("plan.json"), "--workspace", m_workspace, "--yes"}).exitCode, 1);
        settings("guard: dev");
        QCOMPARE(mw({"apply", file("plan.json"), "--workspace", m_workspace}).exitCode, 0);
    }

    void noOutputReplacesASpec()
    {
        settings("guard: dev");
        for (const char *name : {"w/c.yaml", "w/meshwright.yaml"}) {
            const auto before = contentOf(file(name));
            const Run run = mw({"plan", m_workspace, "--env", "e", "-o", file(name)});
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.err.contains("another name to --output"), run.err.constData());
            QCOMPARE(contentOf(file(name)), before);
        }
        for (int i = 0; i < 2; ++i) // an earlier plan is replaced
            QCOMPARE(mw({"plan", m_workspace, "--env", "e", "-o", file("plan.json")}).exitCode, 0);
    }

    void aPlanThatIsNotThereIsSaid()
    {
        const Run run = mw({"apply", file("nothing.json"), "--yes"});
        QCOMPARE(run.exitCode, 65);
        QVERIFY2(run.err.contains("no such file"), run.err.constData());
    }

    void deletesAreAskedForByKind()
    {
        settings("guard: dev");
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
        write(QStringLiteral("w/c.yaml"),
              QByteArray(smallSpec).replace("_public.sale", "_public.order"));
        const auto deletes = [&](const QStringList &prune) {
            return mw(QStringList{"plan", m_workspace, "--env", "e", "--format", "json"} + prune)
                .out.count("\"action\": \"delete\"");
        };
        QCOMPARE(deletes({}), 0);
        QCOMPARE(deletes({"--prune=settings,access"}), 0);
        QCOMPARE(deletes({"--prune=topics"}), 1);
        QCOMPARE(deletes({"--prune"}), 1);
        settings("deletes: {kinds: [topics]}");
        QCOMPARE(deletes({}), 1);
        settings("deletes: {kinds: [topics]}, protected: ['*.sale']");
        QCOMPARE(deletes({"--prune"}), 0);
    }

    void aPlanThatIsTooDeepIsNone()
    {
        const QByteArray deep =
            "{\"version\": 1, \"x\": " + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}";
        const Run run =
            mw({"apply", write(QStringLiteral("plan.json"), deep), "--workspace", m_workspace});
        QCOMPARE(run.exitCode, 65);
        QVERIFY2(run.err.contains("too deep"), run.err.constData());
    }

    void prodAsksForItsName()
    {
        write(QStringLiteral("w/meshwright.yaml"),
              "environments: {live: {connector: sandbox, guard: prod}}\n");
        const Run refused = mw({"apply", m_workspace, "--env", "live", "--yes"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("--confirm live"), refused.err.constData());
        QCOMPARE(mw({"plan", m_workspace, "--env", "live", "--detailed-exitcode"}).exitCode, 2);
        QCOMPARE(mw({"apply", m_workspace, "--env", "live", "--confirm", "lvie"}).exitCode, 1);
        QCOMPARE(mw({"apply", m_workspace, "--env", "live", "--confirm", "live"}).exitCode, 0);
        QCOMPARE(mw({"plan", m_workspace, "--env", "live", "--detailed-exitcode"}).exitCode, 0);
    }

    void confirmNeedsYes()
    {
        write(QStringLiteral("w/meshwright.yaml"),
              "environments: {team: {connector: sandbox, guard: confirm}}\n");
        QCOMPARE(mw({"apply", m_workspace, "--env", "team"}).exitCode, 1);
        QCOMPARE(mw({"apply", m_workspace, "--env", "team", "--yes"}).exitCode, 0);
    }

private:
    void settings(const QByteArray &more)
    {
        write(QStringLiteral("w/meshwright.yaml"),
              "version: 1\nenvironments: {e: {connector: sandbox, " + more + "}}\n");
    }

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    static QByteArray contentOf(const QString &path)
    {
        QFile content(path);
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    }

    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestMwGuards)
#include "tst_mwguards.moc"
