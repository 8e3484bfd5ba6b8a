// SPDX-License-Identifier: Apache-2.0
// Policies in a plan: what they set, what they hold back, what stops everything.
#include "meshwright/lint/lint.h"
#include "meshwright/report/report.h"
#include "plan/planning.h"
#include "support/fakecluster.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

const std::string week = "604800000";
const std::string twoDays = "172800000";

/// The tagged topic of a context, and a company with the built-in policy of personal data.
struct Given
{
    std::map<std::string, std::string> texts{
        {"meshwright.yaml", "version: 1\npolicies: [builtin:pii]\n"},
        {"a.yaml", specOf("acme.a", "  _protected.x:\n"
                                    "    bindings: {kafka: {partitions: 3, topicConfiguration: "
                                    "{retention.ms: 604800000}}}\n"
                                    "    publish:\n"
                                    "      tags: [{name: pii}]\n"
                                    "      message: {payload: {type: string}}\n")}};
    FakeCluster cluster = {};
    std::string environment = "dev";

    Plan plan()
    {
        Environment target;
        target.name = environment;
        const auto topology = topologyOf(texts);
        return makePlan(*topology, target, desiredState(*topology, &target),
                        readActualState(cluster, {}), lint(*topology),
                        {.created = "2026-01-01T00:00:00Z"});
    }

    void replace(const std::string &file, const std::string &from, const std::string &to)
    {
        std::string &text = texts.at(file);
        text.replace(text.find(from), from.size(), to);
    }
};

} // namespace

class TestPolicyPlan : public QObject
{
    Q_OBJECT

private slots:

    void aNewTopicIsMadeAsThePolicySays()
    {
        Given given;
        const auto plan = given.plan();
        const auto *item = itemOf(plan, "topic:acme.a._protected.x");
        QVERIFY(item);
        QCOMPARE(std::get<TopicCreation>(item->change).settings.at("retention.ms"), twoDays);
        QCOMPARE(item->policies.size(), std::size_t(1));
        QCOMPARE(item->policies[0].policy, std::string("pii-48-hours"));
        QCOMPARE(item->policies[0].file, std::string("builtin:pii"));
        QVERIFY(item->policies[0].line > 0);
        QVERIFY(QString::fromStdString(describe(item->policies[0]))
                    .startsWith("retention.ms is set by policy 'pii-48-hours', not 7 d (604800000) "
                                "as declared. Personal data is kept 48 hours: "));
    }

    void theTagTurnsRetentionAndItsRemovalTurnsItBack()
    {
        Given given;
        given.cluster.addTopic("acme.a._protected.x", 3, 1, {{"retention.ms", week}});
        const std::string id = "config:acme.a._protected.x:retention.ms";
        auto plan = given.plan();
        const auto *item = itemOf(plan, id);
        QVERIFY(item);
        QCOMPARE(std::get<SettingChange>(item->change).after, std::optional(twoDays));
        QCOMPARE(item->reason.text, std::string("set by policy 'pii-48-hours'"));
        QCOMPARE(item->risk, Risk::AffectsData);

        FakeCluster after;
        after.addTopic("acme.a._protected.x", 3, 1, {{"retention.ms", twoDays}});
        given.cluster = std::move(after);
        QVERIFY(!itemOf(given.plan(), id));

        given.replace("a.yaml", "tags: [{name: pii}]", "tags: []");
        plan = given.plan();
        item = itemOf(plan, id);
        QVERIFY(item);
        QCOMPARE(std::get<SettingChange>(item->change).after, std::optional(week));
        QVERIFY(item->policies.empty());
        QCOMPARE(item->reason.file, std::string("a.yaml"));
    }

    void notesSurviveASavedPlan()
    {
        Given given;
        const auto plan = given.plan();
        const auto again = report::planFromJson(report::planJson(plan));
        QVERIFY(again.has_value());
        QCOMPARE(again->items, plan.items);
    }

    void anErrorHoldsItsContextBackWhereItHolds()
    {
        Given given;
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [p.yaml]\n";
        given.texts["p.yaml"] = "version: 1\npolicies:\n"
                                "  - id: owned\n    severity: error\n"
                                "    environments: [production]\n    require: {owner: true}\n";
        QVERIFY(itemOf(given.plan(), "topic:acme.a._protected.x"));
        given.environment = "production";
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QCOMPARE(plan.problems.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(plan.problems[0].message).contains("(policy 'owned')"));
        given.replace("p.yaml", "severity: error", "severity: warning");
        QVERIFY(itemOf(given.plan(), "topic:acme.a._protected.x"));
    }

    void whatKeepsTheBoundsStays()
    {
        Given given;
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [p.yaml]\n";
        given.texts["p.yaml"] = "version: 1\npolicies:\n  - id: p\n    override: {partitions: "
                                "{most: 6}, replicas: {least: 1, most: 3}}\n";
        given.replace("a.yaml", "partitions: 3, ", "");
        given.cluster.addTopic("acme.a._protected.x", 1, 1, {{"retention.ms", week}});
        const auto plan = given.plan();
        QVERIFY(!plan.hasErrors());
        QVERIFY(!itemOf(plan, "partitions:acme.a._protected.x"));
    }

    void aSeverityThatTheSettingsRaiseHoldsBack()
    {
        Given given;
        given.texts["p.yaml"] = "version: 1\npolicies:\n  - id: p\n    require: {owner: true}\n";
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [p.yaml]\n";
        QVERIFY(!given.plan().isEmpty());
        given.texts["meshwright.yaml"] += "checks: {severity: {policy/required: error}}\n";
        QVERIFY(given.plan().isEmpty());
    }

    void aBrokenPolicyFileStopsThePlan()
    {
        Given given;
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [p.yaml]\n";
        given.texts["p.yaml"] = "version: 1\npolicies:\n  - {id: a}\n";
        auto plan = given.plan();
        QVERIFY(plan.isEmpty() && plan.hasErrors());
        QCOMPARE(plan.problems.at(0).reason.file, std::string("p.yaml"));
        QCOMPARE(plan.problems.at(0).reason.line, 3U);
        given.texts.erase("p.yaml");
        plan = given.plan();
        QVERIFY(plan.isEmpty() && plan.hasErrors());
        given.texts["p.yaml"] = "version: 1\npolicies: [\n";
        QVERIFY(given.plan().hasErrors());
    }

    void thePlanIsBoundToItsPolicies()
    {
        Given given;
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [p.yaml]\n";
        given.texts["p.yaml"] = "version: 1\n";
        const auto before = given.plan().specs;
        QVERIFY(before.contains("p.yaml"));
        given.texts["p.yaml"] = "version: 1\npolicies: []\n";
        QVERIFY(given.plan().specs.at("p.yaml") != before.at("p.yaml"));
    }
};

QTEST_GUILESS_MAIN(TestPolicyPlan)
#include "tst_policyplan.moc"
