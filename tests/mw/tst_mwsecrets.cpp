// SPDX-License-Identifier: Apache-2.0
// A secret that is planted behind every setting that takes one comes out nowhere: not in what mw
// says, nor in any file that it leaves, whatever goes wrong.
#include "commandtest.h"
#include "support/canary.h"

#include <QDirIterator>

namespace {

using meshwright::test::canary;

/// Nothing listens there.
constexpr auto environments = R"(version: 1
environments:
  scram:
    bootstrap: 127.0.0.1:1
    settings: {debug: all}
    security: {protocol: SASL_PLAINTEXT, mechanism: SCRAM-SHA-256, username: me,
               password: '${env:MESHWRIGHT_CANARY}'}
  plain:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_SSL, mechanism: PLAIN, username: me, password: '${file:planted.txt}'}
  tokens:
    bootstrap: 127.0.0.1:1
    security: {protocol: SASL_PLAINTEXT, mechanism: OAUTHBEARER, clientId: me,
               tokenEndpoint: 'http://127.0.0.1:1/token', clientSecret: '${env:MESHWRIGHT_CANARY}'}
  registry:
    connector: sandbox
    registry: {url: 'http://127.0.0.1:1', username: me, password: '${env:MESHWRIGHT_CANARY}'}
  bearer:
    connector: sandbox
    registry: {url: 'http://127.0.0.1:1', token: '${env:MESHWRIGHT_CANARY}'}
  key:
    bootstrap: 127.0.0.1:1
    security: {protocol: SSL, certificate: planted.txt, key: planted.txt,
               keyPassword: '${env:MESHWRIGHT_CANARY}'}
)";

constexpr auto written = R"(version: 1
environments:
  a: {bootstrap: '127.0.0.1:1', security: {protocol: SASL_SSL, mechanism: PLAIN, username: me,
      password: canary-4711-do-not-tell, clientSecret: canary-4711-do-not-tell,
      keyPassword: canary-4711-do-not-tell}, settings: {sasl.password: canary-4711-do-not-tell}}
  b: {bootstrap: 'me:canary-4711-do-not-tell@127.0.0.1:1'}
  c: {connector: sandbox, registry: {url: 'http://me:canary-4711-do-not-tell@127.0.0.1:1'}}
  d: {connector: sandbox, registry: {url: 'http://127.0.0.1:1', username: me,
      password: canary-4711-do-not-tell, token: canary-4711-do-not-tell}}
  e: {bootstrap: '127.0.0.1:1', security: {protocol: SASL_PLAINTEXT, mechanism: OAUTHBEARER,
      tokenEndpoint: 'http://me:canary-4711-do-not-tell@127.0.0.1:1/token', clientId: me,
      clientSecret: '${env:MESHWRIGHT_CANARY}'}}
)";

} // namespace

class TestMwSecrets : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        qputenv("MESHWRIGHT_CANARY", canary);
        write(QStringLiteral("planted.txt"), canary);
    }

    // Fault 26
    void noCommandTellsThem()
    {
        makeWorkspace("w", environments);
        tellNothing(mw({"check", m_workspace, "--format", "json"}));
        for (const char *environment :
             {"scram", "plain", "tokens", "registry", "bearer", "key", "sandbox"}) {
            const QString plan = m_folder->filePath(QLatin1String(environment) + ".json");
            const QStringList of{"--env", environment};
            for (const QStringList &command : {QStringList{"plan", m_workspace, "-o", plan},
                                               {"apply", m_workspace, "--yes"},
                                               {"drift", m_workspace},
                                               {"topics", m_workspace},
                                               {"acls", m_workspace},
                                               {"access", m_workspace, "--source", "cluster"},
                                               {"export", m_workspace, "--domain", "acme"}})
                tellNothing(mw(command + of));
            tellNothing(mw({"graph", m_workspace, "--format", "dot", "--observe", environment}));
            tellNothing(mw({"apply", plan, "--workspace", m_workspace, "--yes"}));
        }
        tellNothing(mw({"journals", "--all", "--format", "json"}));
        tellNothing(mw({"audit", "--format", "json"}));
        keepNothing({QStringLiteral("planted.txt")});
    }

    // Fault 26
    void whatIsWrittenInPlainTextIsNotRepeated()
    {
        makeWorkspace("planted", written);
        const Run check = mw({"check", m_workspace});
        QCOMPARE(check.exitCode, 1);
        QVERIFY2(check.out.count("secret in plain text") >= 5, check.out.constData());
        tellNothing(check);
        for (const char *format : {"json", "sarif", "junit"})
            tellNothing(mw({"check", m_workspace, "--format", format}));
        for (const char *environment : {"a", "b", "c", "d", "e"})
            tellNothing(mw({"plan", m_workspace, "--env", environment}));
        keepNothing({QStringLiteral("planted.txt"), QStringLiteral("meshwright.yaml")});
    }

private:
    void makeWorkspace(const QString &name, const QByteArray &settings)
    {
        write(name + "/c.yaml", smallSpec);
        write(name + "/meshwright.yaml", settings);
        m_workspace = m_folder->filePath(name);
    }

    static void tellNothing(const Run &run)
    {
        QVERIFY2(run.exitCode >= 0, run.err.constData());
        QVERIFY2(!run.out.contains(canary), run.out.constData());
        QVERIFY2(!run.err.contains(canary), run.err.constData());
    }

    void keepNothing(const QStringList &but) const
    {
        int files = 0;
        QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (but.contains(all.fileName()))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 1);
    }

    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestMwSecrets)
#include "tst_mwsecrets.moc"
