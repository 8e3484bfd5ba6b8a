// SPDX-License-Identifier: Apache-2.0
// What the policies mean for the topics, as a script asks it.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

const QByteArray spec = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n  _protected.sale:\n"
                        "    bindings: {kafka: {topicConfiguration: {retention.ms: 604800000}}}\n"
                        "    publish: {tags: [{name: pii}], message: {payload: {}}}\n";
const QByteArray policies = "version: 1\npolicies:\n"
                            "  - id: here\n    environments: [production]\n"
                            "    default: {min.insync.replicas: 2}\n"
                            "quality:\n  - id: whole\n    owner: dq\n    rule: Nothing is lost\n"
                            "    when: {tag: pii}\n    metadata: {schedule: daily}\n";

} // namespace

class TestMwPolicies : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write("a.yaml", spec);
        write("p.yaml", policies);
        write("meshwright.yaml", "version: 1\npolicies: [builtin:pii, p.yaml]\nenvironments:\n"
                                 "  production: {connector: sandbox}\n");
    }

    void everyPolicyWithItsTopics()
    {
        const Run run = mw({"policies", "--format", "json"});
        QCOMPARE(run.exitCode, 0);
        const QJsonArray all = run.json()["policies"].toArray();
        QCOMPARE(all.size(), 4);
        const QJsonObject first = all.at(0).toObject();
        QCOMPARE(first["id"].toString(), QStringLiteral("pii-48-hours"));
        QCOMPARE(first["when"].toString(), QStringLiteral("tag pii or PII"));
        const QJsonObject topic = first["topics"].toArray().at(0).toObject();
        QCOMPARE(topic["topic"].toString(), QStringLiteral("acme.f.c._protected.sale"));
        const QJsonObject change = topic["changes"].toArray().at(0).toObject();
        QCOMPARE(change["before"].toString(), QStringLiteral("604800000"));
        QCOMPARE(change["after"].toString(), QStringLiteral("172800000"));
        const QJsonObject quality = run.json()["quality"].toArray().at(0).toObject();
        QCOMPARE(quality["topics"].toArray().size(), 1);
        QCOMPARE(quality["metadata"]["schedule"].toString(), QStringLiteral("daily"));
        QCOMPARE(run.out, mw({"policies", "--format", "json"}).out);
    }

    void anEnvironmentHasItsOwn()
    {
        const auto here = [&](const QStringList &more) {
            const Run run = mw(QStringList{"policies", "--format", "json"} + more);
            return run.json()["policies"].toArray().at(3).toObject();
        };
        QVERIFY(!here({})["holds"].toBool());
        const QJsonObject held = here({"--env", "production"});
        QVERIFY(held["holds"].toBool());
        QCOMPARE(held["topics"].toArray().at(0)["changes"].toArray().size(), 1);
    }

    void sheetsAndPages()
    {
        const Run sheet = mw({"policies", "--format", "csv"});
        QVERIFY2(sheet.out.contains("quality,whole,dq,acme.f.c._protected.sale,acme.f.c,Nothing is "
                                    "lost,,schedule=daily\r\n"),
                 sheet.out);
        const Run page = mw({"policies", "--format", "markdown"});
        QVERIFY(page.out.contains("## `pii-48-hours`"));
        QVERIFY(page.out.contains("  - `acme.f.c._protected.sale`: `retention.ms = 48 h "
                                  "(172800000)`"));
        const Run text = mw({"policies"});
        QVERIFY2(text.out.contains("§ retention.ms: 604800000 → 172800000"), text.out);
        QVERIFY(text.out.contains("holds only in: production"));
        QVERIFY(text.out.endsWith("4 policies, 1 quality rules.\n"));
    }

    void aBrokenFileIsSaid()
    {
        write("p.yaml", "version: 1\npolicies:\n  - {id: a}\n");
        const Run run = mw({"policies"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("Not all of this is in force"), run.err);
        const Run check = mw({"check", "--rules", "policies"});
        QVERIFY2(check.out.contains("p.yaml:3:5: error: The policy 'a' asks for nothing"),
                 check.out);
        QCOMPARE(check.exitCode, 1);
    }

    void thePlanNamesThePolicy()
    {
        const Run plan = mw({"plan", "--env", "sandbox"});
        QVERIFY2(plan.out.contains("§ retention.ms is set by policy 'pii-48-hours', not 7 d "
                                   "(604800000) as declared."),
                 plan.out);
    }
};

QTEST_GUILESS_MAIN(TestMwPolicies)
#include "tst_mwpolicies.moc"
