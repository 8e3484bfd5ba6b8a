// SPDX-License-Identifier: Apache-2.0
// What pipelines read, field by field, as docs/formats.md says: names, types and words.
#include "commandtest.h"
#include "shape.h"

#include <QSet>

class TestMwFormats : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        m_workspace = m_folder->filePath(QStringLiteral("w"));
        write(QStringLiteral("w/meshwright.yaml"),
              "version: 1\nenvironments: {e: {connector: sandbox, guard: dev}}\n");
        write(QStringLiteral("w/acme.f.M.avsc"),
              "{\"type\": \"enum\", \"name\": \"acme.f.M\", \"symbols\": [\"A\"]}");
        schema("\"acme.f.M\"");
        write(QStringLiteral("w/old.avsc"), "\"string\"");
        spec("  _public.sale:\n    bindings: {kafka: {partitions: 3, topicConfiguration: "
             "{retention.ms: 7}}}\n    publish: {message: {payload: {$ref: r.avsc}}}\n"
             "  _public.gone:\n    publish: {message: {payload: {$ref: old.avsc}}}\n"
             "  _protected.asked:\n    publish: {tags: [{name: 'grant-access:acme.g.d'}]}\n");
    }

    void whatShapesTell()
    {
        const QJsonObject good{{"name", "a"}, {"subject", "a"}, {"version", 1}};
        const auto list = [](const QJsonValue &item) {
            return QJsonObject{{"type", "AVRO"}, {"text", ""}, {"references", QJsonArray{item}}};
        };
        QCOMPARE(m_shapes.faults(list(good), "schema"), QString());
        QVERIFY(!m_shapes.faults({{"type", "AVRO"}, {"text", ""}}, "schema").isEmpty());
        QVERIFY(m_shapes.faults(list(QJsonObject{{"name", 1}}), "schema").contains("[1]"));
        auto odd = list(good);
        odd["type"] = "AVROS";
        odd["more"] = true;
        QVERIFY(m_shapes.faults(odd, "schema").contains("has more"));
        QVERIFY(m_shapes.faults(odd, "schema").contains("[\"AVROS\"] is not =AVRO"));
    }

    void everyKindOfItem()
    {
        const auto first = planned({});
        const auto applied =
            json({"apply", file("plan.json"), "--workspace", m_workspace, "--format", "json"});
        QCOMPARE(m_shapes.faults(applied, "apply"), QString());
        QVERIFY(applied.contains("journal") && !applied.contains("refused"));
        QCOMPARE(applied["summary"]["done"].toInt(), first["items"].toArray().size());

        schema("\"acme.f.M\"}, {\"name\": \"n\", \"type\": \"int\", \"default\": 1");
        spec("  _public.sale:\n    bindings: {kafka: {partitions: 6, topicConfiguration: "
             "{retention.ms: 8}}}\n    publish: {message: {bindings: {kafka: {x-compatibility: "
             "FULL}}, payload: {$ref: r.avsc}}}\n"
             "  _protected.asked:\n    publish: {operationId: x}\n");
        QCOMPARE(m_shapes.faults(json({"drift", m_workspace, "--env", "e", "--format", "json"}),
                                 "drift"),
                 QString());
        planned({"--prune"});
        const QSet<QString> all{"topic create",  "topic delete",  "partitions update",
                                "config update", "acl create",    "acl delete",
                                "schema create", "schema update", "schema update compatibility",
                                "schema delete"};
        QCOMPARE(m_seen, all);
        const auto stale = json(
            {"apply", file("plan.json"), "--workspace", m_workspace, "--format", "json", "--yes"});
        QCOMPARE(m_shapes.faults(stale, "apply"), QString());
    }

    void problems()
    {
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
        schema("\"acme.f.M\"}, {\"name\": \"n\", \"type\": \"int\""); // no default
        QVERIFY(!planned({}, 1)["problems"].toArray().isEmpty());
        const auto refused = json({"apply", m_workspace, "--env", "e", "--format", "json"});
        QCOMPARE(m_shapes.faults(refused, "apply"), QString());
        QVERIFY(refused.contains("refused"));
        const auto drift = json({"drift", m_workspace, "--env", "e", "--format", "json"});
        QCOMPARE(m_shapes.faults(drift, "drift"), QString());
        QVERIFY(!drift["problems"].toArray().isEmpty() || !drift["items"].toArray().isEmpty());
        spec("  _publik.sale:\n    publish: {operationId: x}\n");
        QVERIFY(!planned({})["problems"].toArray().isEmpty());
    }

    void whatSpecsAskFor_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"topics", "acls"})
            QTest::newRow(command) << QString(command);
    }

    void whatSpecsAskFor()
    {
        QFETCH(const QString, command);
        for (const auto &workspace : {m_workspace, sample})
            for (const auto &more : {QStringList(), QStringList{"--compat", "specmesh"}}) {
                const auto all = json(QStringList{command, workspace, "--format", "json"} + more);
                QCOMPARE(m_shapes.faults(all, command), QString());
                QVERIFY(!all[command].toArray().isEmpty());
            }
    }

    void whatIsExported()
    {
        QCOMPARE(mw({"apply", m_workspace, "--env", "e"}).exitCode, 0);
        write(QStringLiteral("new/meshwright.yaml"),
              "version: 1\nenvironments: {e: {connector: sandbox, guard: dev}}\n");
        const auto all = json({"export", m_folder->filePath(QStringLiteral("new")), "--env", "e",
                               "--domain", "acme", "--format", "json"});
        QCOMPARE(m_shapes.faults(all, "export"), QString());
        QCOMPARE(all["schemas"].toArray().size(), 3);
    }

private:
    void spec(const QByteArray &channels)
    {
        write(QStringLiteral("w/c.yaml"),
              "asyncapi: 2.6.0\nid: 'urn:acme.f.c'\ninfo: {title: C, version: '1'}\nchannels:\n" +
                  channels);
    }

    void schema(const QByteArray &type)
    {
        write(QStringLiteral("w/r.avsc"), "{\"type\": \"record\", \"name\": \"acme.f.R\", "
                                          "\"fields\": [{\"name\": \"m\", \"type\": " +
                                              type + "}]}");
    }

    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    QJsonObject json(const QStringList &arguments) { return mw(arguments).json().object(); }

    /// The plan that was saved, and printed as it was saved.
    QJsonObject planned(const QStringList &more, int exitCode = 0)
    {
        const Run run =
            mw(QStringList{"plan", m_workspace, "--env", "e", "-o", file("plan.json")} + more);
        if (run.exitCode != exitCode)
            QTest::qFail((run.out + run.err).constData(), __FILE__, __LINE__);
        QFile saved(file("plan.json"));
        if (!saved.open(QIODevice::ReadOnly))
            QTest::qFail("no plan was saved", __FILE__, __LINE__);
        const auto plan = QJsonDocument::fromJson(saved.readAll()).object();
        QString faults = m_shapes.faults(plan, "plan");
        for (const auto &each : plan["items"].toArray()) {
            const auto item = each.toObject();
            auto kind = item["kind"].toString() + ' ' + item["action"].toString();
            if (item["kind"] == QLatin1String("schema") && item.contains("key"))
                kind += QLatin1String(" compatibility");
            m_seen << kind;
            faults += m_shapes.has(kind) ? m_shapes.faults(item, kind, true) : kind;
        }
        if (!faults.isEmpty())
            QTest::qFail(qPrintable(faults), __FILE__, __LINE__);
        return plan;
    }

    const Shapes m_shapes;
    QSet<QString> m_seen;
    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestMwFormats)
#include "tst_mwformats.moc"
