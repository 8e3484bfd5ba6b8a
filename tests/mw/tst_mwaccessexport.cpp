// SPDX-License-Identifier: Apache-2.0
// The grants of a spec as role bindings, and as IAM policies.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

const QByteArray owner = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                         "channels:\n  _protected.sale:\n    publish:\n"
                         "      tags: [{name: 'grant-access:acme.f.d'}]\n";
const QByteArray settings = "version: 1\nenvironments:\n  production:\n    connector: kafka\n"
                            "    bootstrap: b:9092\n    expectedClusterId: lkc-1\n"
                            "    overrides: {principals: {acme.f.d: 'User:sa-2'}}\n";
const QString arn = QStringLiteral("arn:aws:kafka:eu-west-1:123456789012:cluster/demo/u-1");

} // namespace

class TestMwAccessExport : public CommandTest
{
    Q_OBJECT

private slots:
    void init();
    void bindsRoles();
    void writesPolicies();
    void needsAnArn();
    void stopsAtWhatItCannotRead();

private:
    Run exported(const QStringList &more)
    {
        return mw(QStringList{QStringLiteral("access"), QStringLiteral("export"),
                              QStringLiteral("--env"), QStringLiteral("production")} +
                  more);
    }
};

void TestMwAccessExport::init()
{
    makeFolder();
    write(QStringLiteral("a.yaml"), owner);
    write(QStringLiteral("meshwright.yaml"), settings);
}

void TestMwAccessExport::bindsRoles()
{
    const Run run = exported({QStringLiteral("--format"), QStringLiteral("confluent-rbac")});
    QVERIFY2(run.exitCode == 0, run.err);
    QStringList lines;
    for (const auto &each : run.json().object()[QStringLiteral("bindings")].toArray()) {
        const QJsonObject binding = each.toObject();
        QCOMPARE(binding[QStringLiteral("scope")]
                     .toObject()[QStringLiteral("clusters")]
                     .toObject()[QStringLiteral("kafka-cluster")]
                     .toString(),
                 QStringLiteral("lkc-1"));
        for (const auto &pattern : binding[QStringLiteral("resourcePatterns")].toArray()) {
            const QJsonObject resource = pattern.toObject();
            lines << binding[QStringLiteral("principal")].toString() + QLatin1Char(' ') +
                         binding[QStringLiteral("role")].toString() + QLatin1Char(' ') +
                         resource[QStringLiteral("resourceType")].toString() + QLatin1Char(' ') +
                         resource[QStringLiteral("patternType")].toString() + QLatin1Char(' ') +
                         resource[QStringLiteral("name")].toString();
        }
    }
    const QString expected =
        QStringLiteral("User:acme.f.c DeveloperRead Topic PREFIXED acme.f.c._protected.\n"
                       "User:acme.f.c DeveloperRead Topic PREFIXED acme.f.c._public.\n"
                       "User:acme.f.c DeveloperWrite Topic PREFIXED acme.f.c._protected.\n"
                       "User:acme.f.c DeveloperWrite Topic PREFIXED acme.f.c._public.\n"
                       "User:acme.f.c DeveloperWrite TransactionalId LITERAL acme.f.c\n"
                       "User:acme.f.c DeveloperWrite TransactionalId PREFIXED acme.f.c.\n"
                       "User:acme.f.c ResourceOwner Group LITERAL acme.f.c\n"
                       "User:acme.f.c ResourceOwner Group PREFIXED acme.f.c.\n"
                       "User:acme.f.c ResourceOwner Topic PREFIXED acme.f.c._private.\n"
                       "User:sa-2 DeveloperRead Topic LITERAL acme.f.c._protected.sale");
    QCOMPARE(lines.join(QLatin1Char('\n')), expected);
    QVERIFY(run.out.contains("No role can be bound to everybody, and 'acme.f.c._public.'"));
    QVERIFY(run.out.contains("ResourceOwner, which stands for CREATE and DELETE"));
}

void TestMwAccessExport::writesPolicies()
{
    const Run run = exported(
        {QStringLiteral("--format"), QStringLiteral("msk-iam"), QStringLiteral("--cluster"), arn});
    QVERIFY2(run.exitCode == 0, run.err);
    const QJsonArray policies = run.json().object()[QStringLiteral("policies")].toArray();
    QCOMPARE(policies.size(), 3); // everybody, the owner, the reader
    const QJsonObject reader = policies.at(2).toObject();
    QCOMPARE(reader[QStringLiteral("principal")].toString(), QStringLiteral("User:sa-2"));
    QCOMPARE(
        QJsonDocument(reader[QStringLiteral("policy")].toObject()).toJson(QJsonDocument::Compact),
        QByteArray("{\"Statement\":[{\"Action\":[\"kafka-cluster:Connect\"],\"Effect\":"
                   "\"Allow\",\"Resource\":[\"arn:aws:kafka:eu-west-1:123456789012:cluster/"
                   "demo/u-1\"]},{\"Action\":[\"kafka-cluster:DescribeTopic\","
                   "\"kafka-cluster:ReadData\"],\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:"
                   "kafka:eu-west-1:123456789012:topic/demo/u-1/acme.f.c._protected.sale\"]}],"
                   "\"Version\":\"2012-10-17\"}"));
    QVERIFY(run.out.contains(":topic/demo/u-1/acme.f.c._private.*"));
    QVERIFY(run.out.contains(":group/demo/u-1/acme.f.c.*"));
    QVERIFY(run.out.contains(":transactional-id/demo/u-1/acme.f.c\""));
    QVERIFY(run.out.contains("kafka-cluster:WriteDataIdempotently"));
    QVERIFY(run.out.contains("IAM knows no everybody"));
}

void TestMwAccessExport::needsAnArn()
{
    const Run run = exported({QStringLiteral("--format"), QStringLiteral("msk-iam")});
    QCOMPARE(run.exitCode, 64);
    QVERIFY(run.err.contains("--cluster"));
    QVERIFY(run.out.isEmpty());
}

void TestMwAccessExport::stopsAtWhatItCannotRead()
{
    write(QStringLiteral("b.yaml"), "asyncapi: '2.6.0'\nid: [\n");
    const Run run = exported({QStringLiteral("--format"), QStringLiteral("confluent-rbac")});
    QCOMPARE(run.exitCode, 65);
    QVERIFY(run.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestMwAccessExport)
#include "tst_mwaccessexport.moc"
