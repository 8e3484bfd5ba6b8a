// SPDX-License-Identifier: Apache-2.0
// What policies find in specs: each with the example that breaks it and the one that doesn't.
#include "meshwright/lint/lint.h"
#include "meshwright/policy/policy.h"

#include <QtTest>

#include <algorithm>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id +
           "'\ninfo: {title: A, version: '1', contact: {name: Ann}}\nchannels:\n" + channels;
}

Texts texts(const std::string &policies, const std::string &channels)
{
    return {{"meshwright.yaml", "version: 1\npolicies: [p.yaml]\n"},
            {"p.yaml", "version: 1\npolicies:\n" + policies},
            {"a.yaml", spec("acme.shop.order", channels)}};
}

std::vector<Diagnostic> policyFindings(const Texts &given)
{
    return lint(*buildTopology(Workspace::fromTexts(given)), RuleGroup::Policies);
}

/// `rule severity 'text under it' message`, a line each.
QString told(const Texts &given)
{
    const auto workspace = Workspace::fromTexts(given);
    QStringList lines;
    for (const Diagnostic &each : lint(*buildTopology(workspace), RuleGroup::Policies))
        lines << QStringLiteral("%1 %2 '%3' %4")
                     .arg(QString::fromStdString(each.rule),
                          QString::fromUtf8(nameOf(each.severity)),
                          QString::fromStdString(
                              std::string(workspace->text(each.file)->slice(each.range))),
                          QString::fromStdString(each.message));
    return lines.join(u'\n');
}

const std::string channel = "  _protected.address:\n"
                            "    description: Where to\n"
                            "    bindings: {kafka: {partitions: 3, topicConfiguration: "
                            "{cleanup.policy: delete, retention.ms: 604800000}}}\n"
                            "    publish:\n"
                            "      tags: [{name: pii}, {name: 'grant-access:acme.fleet'}]\n"
                            "      message: {name: a, payload: {type: object, properties: {street: "
                            "{type: string, x-pii: true}}}}\n";

} // namespace

class TestPolicies : public QObject
{
    Q_OBJECT

private slots:

    void requireAndForbid_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("message"); ///< part of what is told; empty: nothing
        const auto row = [](const char *policy, const char *message) {
            QTest::newRow(policy) << policy << message;
        };
        row("require: {owner: true}", "");
        row("require: {owner: Ann}", "");
        row("require: {owner: [Bob, 'B*']}",
            "Owner of 'acme.shop.order' is Ann. It must be Bob or");
        row("require: {description: true}", "");
        row("require: {schema: true}", "");
        row("require: {key: true}", "Not every message has a key");
        row("require: {tags: [pii, open]}", "");
        row("require: {tags: [open, closed]}", "It must be open or closed");
        row("require: {partitions: {least: 6}}", "is 3. It must be at least 6");
        row("require: {partitions: {least: 3, most: 3}}", "");
        row("require: {replicas: any}",
            "replicas of the topic 'acme.shop.order._protected.address' "
            "is not declared");
        row("require: {retention.ms: {most: 48h}}",
            "is 7 d (604800000). It must be at most 48 h (172800000)");
        row("require: {retention.ms: {most: 8d}}", "");
        row("require: {cleanup.policy: [compact, delete]}", "");
        row("require: {min.insync.replicas: 2}", "is not declared. It must be 2");
        row("require: {readers: [acme.fleet, acme.control]}", "");
        row("require: {readers: [acme.control]}", "'acme.fleet' must not read the topic");
        row("require: {access: [protected, private]}", "");
        row("require: {compatibility: [FULL]}", "compatibility of the topic");
        row("forbid: {access: protected}", "must not be protected");
        row("forbid: {access: public}", "");
        row("forbid: {readers: 'acme.f*'}", "'acme.fleet' must not read the topic");
        row("forbid: {tags: pii}", "must not be pii");
        row("forbid: {schema: true}", "must not be there");
        row("when: {field: PII}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {field: x-pii}\n    forbid: {partitions: any}", "must not be 3");
        row("require: {partitions: 0x3}", "");
        row("forbid: {retention.ms: {least: 3d}}", "must not be 7 d (604800000)");
        row("forbid: {cleanup.policy: compact}", "");
        row("forbid: {partitions: any}", "must not be 3");
        row("when: {tag: pii}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {tag: 'p*'}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {tag: open}\n    forbid: {partitions: any}", "");
        row("when: {field: pii}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {field: secret}\n    forbid: {partitions: any}", "");
        row("when: {access: [public, protected]}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {access: public}\n    forbid: {partitions: any}", "");
        row("when: {topic: 'acme.shop.*.address'}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {topic: 'acme.shop.*.x'}\n    forbid: {partitions: any}", "");
        row("when: {domain: acme}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {domain: acme.shop}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {domain: acme.sho}\n    forbid: {partitions: any}", "");
        row("when: {context: 'acme.shop.*'}\n    forbid: {partitions: any}", "must not be 3");
        row("when: {settings: {retention.ms: {least: 7d}}}\n    forbid: {partitions: any}",
            "must not be 3");
        row("when: {settings: {retention.ms: {least: 8d}}}\n    forbid: {partitions: any}", "");
        row("when: {tag: pii, access: public}\n    forbid: {partitions: any}", "");
        row("when: {tag: pii}\n    unless: {field: pii}\n    forbid: {partitions: any}", "");
    }

    void requireAndForbid()
    {
        QFETCH(QString, policy);
        QFETCH(QString, message);
        const QString said = told(texts("  - id: p\n    " + policy.toStdString() + "\n", channel));
        if (message.isEmpty())
            QCOMPARE(said, QString());
        else
            QVERIFY2(said.contains(message) && said.count(u'\n') == 0, qPrintable(said));
    }

    void aFindingSaysWhichPolicyWhyAndHowSevere()
    {
        const QString said = told(texts("  - id: short\n    title: Kept for two days\n"
                                        "    reason: The law.\n    severity: error\n"
                                        "    environments: [production]\n"
                                        "    require: {retention.ms: {most: 48h}}\n",
                                        channel));
        QCOMPARE(said, QStringLiteral(
                           "policy/required error '604800000' Retention.ms of the topic "
                           "'acme.shop.order._protected.address' is 7 d (604800000). It must be at "
                           "most 48 h (172800000). Kept for two days (policy 'short', in "
                           "production): The law."));
    }

    /// Each quick fix removes its finding and changes its own bytes alone.
    void fixes_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("bound") << "require: {retention.ms: {most: 48h}}"
                               << "retention.ms: 604800000"
                               << "retention.ms: 172800000";
        QTest::newRow("value") << "require: {cleanup.policy: 'compact,delete'}"
                               << "cleanup.policy: delete"
                               << "cleanup.policy: 'compact,delete'";
        QTest::newRow("count") << "require: {partitions: {least: 6}}"
                               << "partitions: 3"
                               << "partitions: 6";
        QTest::newRow("override") << "override: {retention.ms: {most: 48h}}"
                                  << "retention.ms: 604800000"
                                  << "retention.ms: 172800000";
        QTest::newRow("public") << "forbid: {access: public}"
                                << "_public.address"
                                << "_protected.address";
    }

    void fixes()
    {
        QFETCH(QString, policy);
        QFETCH(QString, from);
        QFETCH(QString, to);
        std::string channels = channel;
        if (from.startsWith("_public"))
            channels.replace(channels.find("_protected"), 10, "_public");
        const auto given = texts("  - id: p\n    " + policy.toStdString() + "\n", channels);
        const auto workspace = Workspace::fromTexts(given);
        const auto findings = policyFindings(given);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().fixes.size(), std::size_t(1));
        const auto mended = workspace->withEdit(findings.front().fixes.front().edit);
        QVERIFY(mended.has_value());
        QString wanted = QString::fromStdString(given.at("a.yaml"));
        wanted.replace(from, to);
        QCOMPARE(QString::fromStdString((*mended)->text("a.yaml")->bytes()), wanted);
        QVERIFY(lint(*buildTopology(*mended), RuleGroup::Policies).empty());
    }

    void defaultsFillAndOverridesBind()
    {
        const auto given =
            texts("  - id: fill\n    default: {retention.ms: 1d, min.insync.replicas: 2}\n"
                  "  - id: most\n    override: {retention.ms: {most: 48h}}\n"
                  "  - id: least\n    override: {replicas: {least: 3}, max.message.bytes: 1000}\n"
                  "  - id: other\n    override: {max.message.bytes: 2000}\n",
                  channel);
        const auto topology = buildTopology(Workspace::fromTexts(given));
        policy::Judge judge(*topology);
        const Topic &topic = topology->topics.at(0);
        auto values = policy::declaredValues(topic);
        const auto changes = judge.adjust(topic, values);
        QCOMPARE(values.at("retention.ms"), std::string("172800000"));
        QCOMPARE(values.at("min.insync.replicas"), std::string("2"));
        QCOMPARE(values.at("replicas"), std::string("3"));
        QCOMPARE(values.at("max.message.bytes"), std::string("1000"));
        QCOMPARE(values.at("partitions"), std::string("3"));
        QCOMPARE(changes.size(), std::size_t(5));
        const auto kept = std::find_if(changes.begin(), changes.end(), [](const auto &each) {
            return each.demand->subject == "retention.ms";
        });
        QVERIFY(kept != changes.end());
        QCOMPARE(kept->before, std::optional<std::string>("604800000"));
        QCOMPARE(std::count_if(changes.begin(), changes.end(),
                               [](const auto &each) { return each.overruledBy != nullptr; }),
                 1);
        const QString said = told(given);
        QVERIFY2(said.contains("policy/conflict warning 'max.message.bytes: 2000'"),
                 qPrintable(said));
        QVERIFY(said.contains("policy/overridden info '604800000' Clusters get retention.ms = "
                              "48 h (172800000), not 7 d (604800000)."));
    }

    void boundsHoldForValuesOfPoliciesToo()
    {
        const auto given = texts("  - id: most\n    override: {retention.ms: {most: 48h}}\n"
                                 "  - id: long\n    override: {retention.ms: 30d}\n"
                                 "  - id: many\n    override: {partitions: {least: 10}}\n"
                                 "  - id: few\n    override: {partitions: {most: 2}}\n",
                                 channel);
        const auto topology = buildTopology(Workspace::fromTexts(given));
        auto values = policy::declaredValues(topology->topics.at(0));
        policy::Judge(*topology).adjust(topology->topics.at(0), values);
        QCOMPARE(values.at("retention.ms"), std::string("172800000"));
        const QString said = told(given);
        QCOMPARE(said.count("policy/overridden"), 2);
        QVERIFY2(said.contains("Clusters get retention.ms = 48 h (172800000), not 7 d (604800000)"),
                 qPrintable(said));
        QVERIFY(said.contains("policy/conflict warning 'partitions: {least: 10}'"));
    }

    void boundsAreWrittenAsTheyStand()
    {
        const auto given = texts("  - id: p\n    override: {flush.messages: {least: "
                                 "9223372036854775807}, min.cleanable.dirty.ratio: {most: 1e-7}}\n",
                                 channel);
        const auto topology = buildTopology(Workspace::fromTexts(given));
        policy::Values values{{"min.cleanable.dirty.ratio", "0.5"}};
        policy::Judge(*topology).adjust(topology->topics.at(0), values);
        QCOMPARE(values.at("flush.messages"), std::string("9223372036854775807"));
        QCOMPARE(values.at("min.cleanable.dirty.ratio"), std::string("1e-7"));
    }

    void anEmptyValueIsNoValue()
    {
        std::string empty = channel;
        empty.replace(empty.find("604800000"), 9, "");
        QCOMPARE(told(texts("  - id: p\n    override: {retention.ms: {most: 48h}}\n", empty)),
                 QString());
    }

    void whoReadsByADomainsGrantReads()
    {
        auto given = texts("  - id: p\n    forbid: {readers: acme.fleet.bus}\n", channel);
        given["bus.yaml"] = spec("acme.fleet.bus", "  _private.x: {publish: {}}\n");
        QVERIFY(told(given).contains("'acme.fleet.bus' must not read the topic"));
        std::string open = channel;
        open.replace(open.find("grant-access:acme.fleet"), 23, "grant-access:_public");
        given["a.yaml"] = spec("acme.shop.order", open);
        QVERIFY(told(given).contains("'everybody' must not read the topic"));
    }

    void noLimitIsMoreThanAnyBound()
    {
        std::string endless = channel;
        endless.replace(endless.find("604800000"), 9, "-1");
        const QString said =
            told(texts("  - id: p\n    require: {retention.ms: {most: 48h}}\n", endless));
        QVERIFY2(said.contains("is forever (-1)"), qPrintable(said));
    }

    void environmentsHaveTheirOwn()
    {
        const auto given = texts("  - id: p\n    environments: [production]\n"
                                 "    override: {retention.ms: 1000}\n",
                                 channel);
        const auto topology = buildTopology(Workspace::fromTexts(given));
        const auto valueIn = [&](std::optional<std::string_view> environment) {
            auto values = policy::declaredValues(topology->topics.at(0));
            policy::Judge(*topology, environment).adjust(topology->topics.at(0), values);
            return values.at("retention.ms");
        };
        QCOMPARE(valueIn(std::nullopt), std::string("604800000"));
        QCOMPARE(valueIn("test"), std::string("604800000"));
        QCOMPARE(valueIn("production"), std::string("1000"));
    }

    void marksOfFieldsAreFoundInEveryFormat_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("json") << "{payload: {type: object, properties: {a: {x-pii: true}}}}";
        QTest::newRow("json tags") << "{payload: {type: object, properties: {a: {x-tags: [PII]}}}}";
        QTest::newRow("avro") << "{schemaFormat: application/vnd.apache.avro, payload: {type: "
                                 "record, name: R, fields: [{name: a, type: string, pii: true}]}}";
        QTest::newRow("confluent")
            << "{schemaFormat: application/vnd.apache.avro, payload: {type: record, name: R, "
               "fields: [{name: a, type: string, 'confluent:tags': [PII]}]}}";
        QTest::newRow("protobuf") << "{schemaFormat: application/vnd.google.protobuf, payload: "
                                     "{$ref: ./m.proto}}";
    }

    void marksOfFieldsAreFoundInEveryFormat()
    {
        QFETCH(QString, message);
        auto given =
            texts("  - id: p\n    when: {field: pii}\n    forbid: {access: private}\n",
                  "  _private.a:\n    publish: {message: " + message.toStdString() + "}\n");
        given["m.proto"] = "syntax = \"proto3\";\nimport \"google/protobuf/descriptor.proto\";\n"
                           "extend google.protobuf.FieldOptions { bool pii = 50001; }\n"
                           "message M { string a = 1 [(pii) = true]; }\n";
        const QString said = told(given);
        QVERIFY2(said.contains("policy/forbidden"), qPrintable(said));
        given["m.proto"] = "syntax = \"proto3\";\nmessage M { string a = 1; }\n";
        if (message.contains("proto}"))
            QCOMPARE(told(given), QString());
    }

    void theBuiltInPolicies()
    {
        Texts given = texts("", channel);
        given["meshwright.yaml"] =
            "version: 1\npolicies: [builtin:pii, builtin:documented, builtin:keyed]\n";
        QString said = told(given);
        QVERIFY2(said.startsWith("policy/overridden info '604800000'") && !said.contains(u'\n'),
                 qPrintable(said));
        const auto with = [&](const std::string &from, const std::string &to) {
            auto changed = given;
            std::string &text = changed["a.yaml"];
            text.replace(text.find(from), from.size(), to);
            return told(changed);
        };
        QVERIFY(with("_protected", "_public").contains("pii-not-public"));
        QVERIFY(with("604800000", "172800000").isEmpty());
        QVERIFY(with("{name: pii}, ", "").contains("pii-is-tagged"));
        QVERIFY(with("cleanup.policy: delete", "cleanup.policy: compact").contains("pii-48-hours"));
        QVERIFY(with("cleanup.policy: delete", "cleanup.policy: compact")
                    .contains("compacted-has-key"));
        QVERIFY(with("    description: Where to\n", "").contains("documented"));
        QVERIFY(with(", contact: {name: Ann}", "").contains("owner of 'acme.shop.order'"));
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
