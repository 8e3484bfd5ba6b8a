// SPDX-License-Identifier: Apache-2.0
// Schemas in the plan, by the command: in the sandbox, and where there is no registry.
#include "commandtest.h"
#include "support/canary.h"

class TestMwSchemas : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        settings("{connector: sandbox}");
        write(QStringLiteral("w/r.avsc"), record("{\"name\": \"a\", \"type\": \"int\"}"));
        write(
            QStringLiteral("w/c.yaml"),
            "asyncapi: 2.6.0\nid: 'urn:acme.f.c'\ninfo: {title: C, version: 1.0.0}\nchannels:\n"
            "  _public.sale:\n    publish: {operationId: s, message: {payload: {$ref: r.avsc}}}\n");
        m_workspace = m_folder->filePath(QStringLiteral("w"));
    }

    // Fault 13
    void anIncompatibleChangeIsRefused()
    {
        const Run first = mw({"plan", m_workspace, "--env", "e", "-o", file("plan.json")});
        QVERIFY2(first.out.contains("acme.f.c._public.sale-value: register: AVRO"),
                 first.out.constData());
        QCOMPARE(mw({"apply", file("plan.json"), "--workspace", m_workspace}).exitCode, 0);
        QCOMPARE(mw({"plan", m_workspace, "--env", "e", "--detailed-exitcode"}).exitCode, 0);
        write(QStringLiteral("w/r.avsc"), record("{\"name\": \"a\", \"type\": \"int\"}, "
                                                 "{\"name\": \"b\", \"type\": \"string\"}"));
        const Run refused = mw({"plan", m_workspace, "--env", "e"});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.out.contains("not compatible (BACKWARD) with version 1: 'b' (string) is "
                                      "new and has no default"),
                 refused.out.constData());
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 1);
        settings("{connector: sandbox, registry: {compatibility: NONE}}");
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
        QCOMPARE(mw({"plan", m_workspace, "--env", "e", "--detailed-exitcode"}).exitCode, 0);
    }

    // Fault 15
    void aRegistryThatIsDownIsNotAnEmptyOne()
    {
        settings("{connector: sandbox, registry: {url: 'http://127.0.0.1:1', username: me, "
                 "password: '${env:MW_CANARY}'}}");
        qputenv("MW_CANARY", meshwright::test::canary);
        const Run run = mw({"plan", m_workspace, "--env", "e"});
        QCOMPARE(run.exitCode, 69);
        QVERIFY2(run.out.contains("The schema registry could not be read"), run.out.constData());
        QVERIFY(!run.out.contains(meshwright::test::canary));
        QVERIFY(!run.err.contains(meshwright::test::canary));
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 1);
    }

private:
    void settings(const QByteArray &environment)
    {
        write(QStringLiteral("w/meshwright.yaml"),
              "version: 1\nenvironments: {e: " + environment + "}\n");
    }

    static QByteArray record(const QByteArray &fields)
    {
        return "{\"type\": \"record\", \"name\": \"acme.f.c.R\", \"fields\": [" + fields + "]}";
    }

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestMwSchemas)
#include "tst_mwschemas.moc"
