// SPDX-License-Identifier: Apache-2.0
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

Diagnostic errorIn(const std::string &file)
{
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.rule = "some/rule";
    diagnostic.message = "something is wrong";
    return diagnostic;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:

    void anEmptyClusterGetsEverything()
    {
        auto given = oneContext("partitions: 3, configs: {retention.ms: 7}");
        const auto plan = given.plan();
        QVERIFY(!plan.hasErrors());
        QCOMPARE(plan.clusterId, std::string("cluster-1"));
        QCOMPARE(plan.environment, std::string("dev"));
        QCOMPARE(plan.created, std::string("2026-01-01T00:00:00Z"));
        QVERIFY(plan.specs.at("a.yaml").starts_with("sha256:"));
        const auto *topic = itemOf(plan, "topic:acme.a._public.x");
        QVERIFY(topic != nullptr);
        QVERIFY(&plan.items.front() == topic); // topics come before ACLs
        QCOMPARE(topic->reason.file, std::string("a.yaml"));
        QCOMPARE(topic->reason.line, 5U);
        QCOMPARE(topic->precondition.at("absent"), std::string("true"));
        QCOMPARE(describe(*topic),
                 std::string("create with 3 partitions, the broker's replicas, retention.ms=7"));
        const auto *open =
            itemOf(plan, "acl:ALLOW User:* READ on TOPIC PREFIXED acme.a._public. from *");
        QVERIFY(open != nullptr);
        QVERIFY(open->risk == Risk::WidensAccess);
        const auto *own =
            itemOf(plan, "acl:ALLOW User:acme.a WRITE on TOPIC PREFIXED acme.a._public. from *");
        QVERIFY(own != nullptr && own->risk == Risk::Safe);
        QCOMPARE(plan.summary.creates, plan.items.size());
    }

    void whatStandsIsNotPlannedAgain()
    {
        auto given = oneContext("partitions: 3, replicas: 1, configs: {retention.ms: 7}");
        given.provision();
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.problems.empty());
        QCOMPARE(plan.summary.unchanged, std::size_t(1) + given.cluster.acls.size());
    }

    void partitionsGrowWithAWarning()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.topics["acme.a._public.x"].partitions = 2;
        const auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        const auto &item = plan.items.front();
        QCOMPARE(item.id, std::string("partitions:acme.a._public.x"));
        QVERIFY(item.risk == Risk::AffectsData);
        QVERIFY(item.warning.find("keys move") != std::string::npos);
        QCOMPARE(item.precondition.at("partitions"), std::string("2"));
        QCOMPARE(item.precondition.at("topicId"), given.cluster.topics["acme.a._public.x"].id);
        QCOMPARE(describe(item), std::string("partitions 2 → 3"));
        QCOMPARE(item.reason.line, 6U);
    }

    void partitionsAndReplicasThatCannotBeAreExplained()
    {
        auto given = oneContext();
        given.provision();
        given.cluster.topics["acme.a._public.x"].partitions = 5;
        given.cluster.topics["acme.a._public.x"].replicas = 3;
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.hasErrors());
        QCOMPARE(plan.problems.size(), std::size_t(2));
        QVERIFY(plan.problems[0].message.find("5 partitions") != std::string::npos);
        QCOMPARE(plan.problems[0].reason.file, std::string("a.yaml"));
        QCOMPARE(plan.problems[0].reason.line, 6U);
        QVERIFY(plan.problems[1].message.find("3 replicas") != std::string::npos);
    }

    void settingsAreChangedOneByOne()
    {
        auto given = oneContext("configs: {retention.ms: 7, cleanup.policy: 'compact, delete'}");
        given.provision();
        auto &settings = given.cluster.topics["acme.a._public.x"].settings;
        settings = {{"retention.ms", "9"},
                    {"cleanup.policy", "compact,delete"},
                    {"segment.ms", "5"}}; // named by nobody: left as it is
        auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        QCOMPARE(plan.items[0].id, std::string("config:acme.a._public.x:retention.ms"));
        QVERIFY(plan.items[0].risk == Risk::AffectsData);
        QCOMPARE(plan.items[0].precondition.at("value"), std::string("9"));
        QCOMPARE(describe(plan.items[0]), std::string("retention.ms 9 → 7"));

        given.options.prune = {true, true, true, true};
        plan = given.plan();
        const auto *reset = itemOf(plan, "config:acme.a._public.x:segment.ms");
        QVERIFY(reset != nullptr);
        QCOMPARE(afterText(*reset), std::string("the broker's default"));
    }

    void aFailedReadIsUnknownNeverEmpty_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isError");
        QTest::addColumn<int>("topicItems");
        QTest::addColumn<bool>("hasAclItems");
        using Code = Error::Code;
        QTest::newRow("topics") << "readTopics"
                                << "topics" << int(Code::Timeout) << true << 0 << true;
        QTest::newRow("acls denied") << "readAcls"
                                     << "acls" << int(Code::Denied) << true << 1 << false;
        QTest::newRow("no authorizer") << "readAcls"
                                       << "acls" << int(Code::NotFound) << false << 1 << false;
        QTest::newRow("info") << "info"
                              << "topics" << int(Code::Network) << true << 0 << false;
    }

    void aFailedReadIsUnknownNeverEmpty()
    {
        QFETCH(QString, method);
        QFETCH(QString, resource);
        QFETCH(int, code);
        QFETCH(bool, isError);
        QFETCH(int, topicItems);
        QFETCH(bool, hasAclItems);
        auto given = oneContext();
        given.options.prune = {true, true, true, true};
        given.cluster.addTopic("acme.a._public.old");
        given.cluster.acls.insert(topicAcl("acme.a._public.old", "User:z"));
        given.cluster.faults[method.toStdString()] = {
            {.call = 1, .error = {Error::Code(code), "no answer", {}}}};
        const auto plan = given.plan();
        const auto *problem = problemOf(plan, resource.toStdString());
        QVERIFY(problem != nullptr);
        QCOMPARE(problem->severity == Severity::Error, isError);
        QCOMPARE(int(countOf(plan, PlanKind::Topic, PlanAction::Create)), topicItems);
        QCOMPARE(countOf(plan, PlanKind::Acl, PlanAction::Create) > 0, hasAclItems);
        QCOMPARE(countOf(plan, PlanKind::Acl, PlanAction::Delete), std::size_t(0));
        // Without an authorizer everything is known, and topics may go.
        QCOMPARE(int(countOf(plan, PlanKind::Topic, PlanAction::Delete)), isError ? 0 : 1);
    }

    void unreadSettingsAreNotPlanned()
    {
        auto given = oneContext("configs: {retention.ms: 7}");
        given.provision();
        auto &topic = given.cluster.topics["acme.a._public.x"];
        topic.settings.clear();
        topic.settingsKnown = false;
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.hasErrors());
    }

    void aSpecWithErrorsIsHeldBackAndNothingIsDeleted()
    {
        auto given = oneContext();
        given.texts["b.yaml"] = specOf("acme.b", channelOf("_public.y"));
        given.cluster.addTopic("acme.a._public.old");
        given.options.prune = {true, true, true, true};
        given.diagnostics = {errorIn("b.yaml")};
        const auto plan = given.plan();
        QVERIFY(!plan.hasErrors()); // the rest can be carried out
        QVERIFY(itemOf(plan, "topic:acme.a._public.x") != nullptr);
        QVERIFY(std::none_of(plan.items.begin(), plan.items.end(), [](const auto &item) {
            return item.context == "acme.b" || item.action == PlanAction::Delete;
        }));
        const auto *problem = problemOf(plan, "acme.b");
        QVERIFY(problem != nullptr);
        QVERIFY(problem->message.find("something is wrong") != std::string::npos);
        QCOMPARE(problem->reason.file, std::string("b.yaml"));
        QVERIFY(problemOf(plan, "deletes") != nullptr);
    }

    void warningsHoldNothingBack()
    {
        auto given = oneContext();
        auto warning = errorIn("a.yaml");
        warning.severity = Severity::Warning;
        given.diagnostics = {warning};
        QVERIFY(itemOf(given.plan(), "topic:acme.a._public.x") != nullptr);
    }

    void brokenSettingsStopThePlan()
    {
        auto given = oneContext();
        given.diagnostics = {errorIn("meshwright.yaml")};
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.hasErrors());
    }

    void anotherClusterThanExpectedStopsThePlan_data()
    {
        QTest::addColumn<QString>("clusterId");
        QTest::newRow("another") << "cluster-1";
        QTest::newRow("one that does not say which it is") << "";
    }

    void anotherClusterThanExpectedStopsThePlan()
    {
        QFETCH(QString, clusterId);
        auto given = oneContext();
        given.environment.expectedClusterId = "cluster-2";
        given.cluster.clusterId = clusterId.toStdString();
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.hasErrors());
    }

    void deletesAreOffAndNeverAnothers_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("isInternal");
        QTest::addColumn<bool>("isDeleted");
        QTest::newRow("own, no longer named") << "acme.sales._public.old" << false << true;
        QTest::newRow("own, without a keyword") << "acme.sales.old" << false << true;
        QTest::newRow("named") << "acme.sales._public.x" << false << false;
        QTest::newRow("id without separator") << "acme.salesforce._public.x" << false << false;
        QTest::newRow("another known context") << "acme.sales.eu._public.x" << false << false;
        QTest::newRow("an unknown deeper context") << "acme.sales.us._public.x" << false << false;
        QTest::newRow("deeper, without a keyword") << "acme.sales.us.x" << false << false;
        QTest::newRow("internal") << "acme.sales._public.z" << true << false;
        QTest::newRow("underscores") << "__consumer_offsets" << false << false;
        QTest::newRow("schemas") << "_schemas" << false << false;
        QTest::newRow("streams' changelog")
            << "acme.sales._private.app-store-changelog" << false << false;
        QTest::newRow("foreign") << "other.x._public.y" << false << false;
        QTest::newRow("the id itself") << "acme.sales" << false << false;
    }

    void deletesAreOffAndNeverAnothers()
    {
        QFETCH(QString, topic);
        QFETCH(bool, isInternal);
        QFETCH(bool, isDeleted);
        Given given{{{"s.yaml", specOf("acme.sales", channelOf("_public.x"))},
                     {"eu.yaml", specOf("acme.sales.eu", channelOf("_public.x"))}}};
        given.provision();
        given.cluster.addTopic(topic.toStdString()).isInternal = isInternal;
        QCOMPARE(countOf(given.plan(), PlanKind::Topic, PlanAction::Delete), std::size_t(0));
        given.options.prune = {true, true, true, true};
        const auto plan = given.plan();
        QCOMPARE(countOf(plan, PlanKind::Topic, PlanAction::Delete), std::size_t(isDeleted));
        if (isDeleted) {
            const auto *item = itemOf(plan, "topic:" + topic.toStdString());
            QVERIFY(item != nullptr && item->risk == Risk::Irreversible);
            QVERIFY(!item->precondition.at("topicId").empty());
        }
    }

    void theDeletionCapRefusesThePlan()
    {
        auto given = oneContext();
        given.provision();
        given.options.prune = {true, true, true, true};
        for (int i = 0; i < 5; ++i)
            given.cluster.addTopic("acme.a._public.old" + std::to_string(i));
        QCOMPARE(countOf(given.plan(), PlanKind::Topic, PlanAction::Delete), std::size_t(5));
        given.cluster.addTopic("acme.a._public.old5");
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty());
        QVERIFY(plan.hasErrors());
        given.environment.deletes.share = 1.0; // 6 of 7 are below this share
        QCOMPARE(countOf(given.plan(), PlanKind::Topic, PlanAction::Delete), std::size_t(6));
    }

    void onlyTheConventionsAclsAreRemoved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isPrefixed");
        QTest::addColumn<bool>("isDeny");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("an old grant") << "acme.a._public.x" << false << false << true;
        QTest::newRow("a denial by hand") << "acme.a._public.x" << false << true << false;
        QTest::newRow("the compatible prefix") << "acme.a" << true << false << true;
        QTest::newRow("prefix without separator") << "acme.a._public" << true << false << true;
        QTest::newRow("another's prefix") << "acme.ab." << true << false << false;
        QTest::newRow("prefix by hand") << "acme.a._public.x" << true << false << false;
        QTest::newRow("above") << "acme." << true << false << false;
        QTest::newRow("everything") << "*" << false << false << false;
        QTest::newRow("deeper context") << "acme.a.b._public.x" << false << false << false;
    }

    void onlyTheConventionsAclsAreRemoved()
    {
        QFETCH(QString, name);
        QFETCH(bool, isPrefixed);
        QFETCH(bool, isDeny);
        QFETCH(bool, isRemoved);
        auto given = oneContext();
        given.provision();
        auto acl = topicAcl(name.toStdString(), "User:z",
                            isPrefixed ? PatternType::Prefixed : PatternType::Literal);
        acl.permission = isDeny ? Permission::Deny : Permission::Allow;
        given.cluster.acls.insert(acl);
        QVERIFY(given.plan().isEmpty());
        given.options.prune = {true, true, true, true};
        const auto plan = given.plan();
        QCOMPARE(countOf(plan, PlanKind::Acl, PlanAction::Delete), std::size_t(isRemoved));
    }

    void changingTheModeAddsBeforeItRemoves()
    {
        auto given = oneContext();
        given.environment.compatSpecmesh = true;
        given.provision();
        given.environment.compatSpecmesh = false;
        given.options.prune = {true, true, true, true};
        const auto plan = given.plan();
        QVERIFY(!plan.hasErrors());
        QCOMPARE(countOf(plan, PlanKind::Acl, PlanAction::Delete), std::size_t(12));
        const auto isRemoval = [](const auto &item) { return item.action == PlanAction::Delete; };
        const auto first = std::find_if(plan.items.begin(), plan.items.end(), isRemoval);
        QVERIFY(std::all_of(first, plan.items.end(), isRemoval));
        QVERIFY(first != plan.items.begin());
    }

    void aPrefixThatCoversOthersSaysSo()
    {
        Given given{{{"s.yaml", specOf("acme.sales", channelOf("_public.x"))},
                     {"f.yaml", specOf("acme.salesforce", channelOf("_public.x"))}}};
        given.environment.compatSpecmesh = true;
        const auto plan = given.plan();
        const auto *item = itemOf(plan, "acl:ALLOW User:acme.sales READ on TOPIC PREFIXED "
                                        "acme.sales from *");
        QVERIFY(item != nullptr);
        QVERIFY(item->risk == Risk::WidensAccess);
        QVERIFY(item->warning.find("acme.salesforce") != std::string::npos);
    }

    void collidingAndIllegalNamesAreRefused()
    {
        auto given = oneContext();
        given.texts["a.yaml"] =
            specOf("acme.a",
                   channelOf("_public.x y") + channelOf("_public.a_b") + channelOf("_public.ok"));
        given.cluster.addTopic("acme.a._public.a.b");
        const auto plan = given.plan();
        QVERIFY(itemOf(plan, "topic:acme.a._public.ok") != nullptr);
        QVERIFY(itemOf(plan, "topic:acme.a._public.a_b") == nullptr);
        QVERIFY(itemOf(plan, "topic:acme.a._public.x y") == nullptr);
        QVERIFY(problemOf(plan, "acme.a._public.a_b")->message.find("acme.a._public.a.b") !=
                std::string::npos);
        QVERIFY(problemOf(plan, "acme.a._public.x y") != nullptr);
    }

    void anIllegalPrincipalIsRefused()
    {
        auto given = oneContext();
        given.environment.principals["acme.a"] = "User:evil\nUser:*";
        const auto plan = given.plan();
        QVERIFY(plan.hasErrors());
        QVERIFY(std::none_of(plan.items.begin(), plan.items.end(), [](const auto &item) {
            return item.resource.find('\n') != std::string::npos;
        }));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
