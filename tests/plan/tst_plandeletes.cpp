// SPDX-License-Identifier: Apache-2.0
// What plans take away: only what was asked for, and only what is surely nobody else's.
#include "meshwright/plan/guards.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

const std::string order = "acme.f.a._protected.order";

std::string granting(const std::vector<std::string> &targets)
{
    std::string tags;
    for (const auto &target : targets)
        tags += "{name: 'grant-access:" + target + "'}, ";
    return specOf("acme.f.a",
                  "  _protected.order: {publish: {operationId: x, tags: [" + tags + "]}}\n");
}

Given company(const std::vector<std::string> &targets)
{
    return {{{"a.yaml", granting(targets)},
             {"b.yaml", specOf("acme.g.b", channelOf("_private.own"))},
             {"c.yaml", specOf("acme.g.c", channelOf("_private.own"))}}};
}

std::string removalOf(const std::string &principal)
{
    return "acl:ALLOW " + principal + " READ on TOPIC LITERAL " + order + " from *";
}

std::size_t removals(const Plan &plan)
{
    return countOf(plan, PlanKind::Acl, PlanAction::Delete);
}

} // namespace

class TestPlanDeletes : public QObject
{
    Q_OBJECT

private slots:

    // Fault 12
    void aGrantThatIsTakenBackIsRevoked()
    {
        auto given = company({"acme.g.b", "acme.g.c"});
        given.provision();
        QVERIFY(given.plan().isEmpty());
        given.texts.at("a.yaml") = granting({"acme.g.c"});
        const auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        const auto *item = itemOf(plan, removalOf("User:acme.g.b"));
        QVERIFY(item && item->action == PlanAction::Delete && item->context == "acme.f.a");
        QCOMPARE(item->reason.text, std::string("acme.f.a does not grant it any more"));
        QCOMPARE(item->reason.line, 5U);
        QVERIFY(!item->warning.empty());
    }

    void theErrorsOfOthersDoNotKeepIt()
    {
        auto given = company({"acme.g.b"});
        given.provision();
        given.texts.at("a.yaml") = granting({});
        Diagnostic error;
        error.file = "c.yaml";
        error.rule = "some/rule";
        given.diagnostics = {error};
        QCOMPARE(removals(given.plan()), std::size_t(1));
        given.diagnostics.front().file = "a.yaml"; // the owner's own
        QCOMPARE(removals(given.plan()), std::size_t(0));
    }

    // Fault 11
    void nothingIsTakenAwayOnAGuess_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text"); // empty: the file is gone
        QTest::newRow("the owner's spec is gone") << "a.yaml"
                                                  << "";
        QTest::newRow("the owner's spec breaks off") << "a.yaml"
                                                     << "asyncapi: '2.6.0'\nid: [";
        QTest::newRow("another spec breaks off") << "c.yaml"
                                                 << "asyncapi: '2.6.0'\nid: [";
        QTest::newRow("any file breaks off") << "d.yaml"
                                             << "x: [";
        QTest::newRow("the topic is gone")
            << "a.yaml" << QString::fromStdString(specOf("acme.f.a", channelOf("_private.other")));
    }

    void nothingIsTakenAwayOnAGuess()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        auto given = company({"acme.g.b"});
        given.provision();
        given.texts.at("a.yaml") = granting({});
        given.texts.insert_or_assign(file.toStdString(), text.toStdString());
        if (text.isEmpty())
            given.texts.erase(file.toStdString());
        const auto plan = given.plan();
        QVERIFY(std::none_of(plan.items.begin(), plan.items.end(),
                             [](const auto &item) { return item.action == PlanAction::Delete; }));
    }

    void membersOfAGrantedDomainKeepIt()
    {
        auto given = company({"acme.g"});
        given.environment.principals = {{"acme.g.c", "User:sa-7"}};
        given.provision();
        given.texts.erase("b.yaml"); // a checkout without them
        given.texts.erase("c.yaml");
        QCOMPARE(removals(given.plan()), std::size_t(0));
        given.texts.at("a.yaml") = granting({});
        QCOMPARE(removals(given.plan()), std::size_t(2));
    }

    void onlyWhatAGrantMakesIsRevoked_data()
    {
        QTest::addColumn<QString>("principal");
        QTest::addColumn<bool>("isRevoked");
        QTest::newRow("a context") << "User:acme.g.b" << true;
        QTest::newRow("one that is not of this workspace") << "User:acme.h.d" << true;
        QTest::newRow("an account that acts for a context") << "User:sa-7" << true;
        QTest::newRow("somebody else's account") << "User:backup" << false;
        QTest::newRow("everybody") << "User:*" << false;
        QTest::newRow("the owner") << "User:acme.f.a" << false;
    }

    void onlyWhatAGrantMakesIsRevoked()
    {
        QFETCH(QString, principal);
        QFETCH(bool, isRevoked);
        auto given = company({});
        given.environment.principals = {{"acme.g.c", "User:sa-7"}};
        given.provision();
        Acl acl = topicAcl(order, principal.toStdString());
        given.cluster.acls.insert(acl);
        QCOMPARE(removals(given.plan()), std::size_t(isRevoked));
        given.cluster.acls.erase(acl);
        for (const auto &other :
             {Acl{.name = order, .principal = acl.principal, .host = "10.0.0.1"},
              Acl{.name = order, .principal = acl.principal, .operation = AclOperation::Write},
              topicAcl(order, acl.principal, PatternType::Prefixed)}) {
            given.cluster.acls.insert(other);
            QCOMPARE(removals(given.plan()), std::size_t(0));
        }
    }

    void aGrantThatStandsIsNotRevokedByAnotherName()
    {
        auto given = company({"acme.g.b"});
        given.provision();
        given.environment.principals = {{"acme.g.b", "User:sa-1"}};
        QCOMPARE(removals(given.plan()), std::size_t(0));
    }

    // Fault 10
    void kindsAreAskedForOneByOne_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<std::size_t>("topics");
        QTest::addColumn<std::size_t>("acls");
        QTest::addColumn<std::size_t>("settings");
        QTest::newRow("none") << "" << std::size_t(0) << std::size_t(0) << std::size_t(0);
        QTest::newRow("topics") << "topics" << std::size_t(1) << std::size_t(0) << std::size_t(0);
        QTest::newRow("access") << "access" << std::size_t(0) << std::size_t(1) << std::size_t(0);
        QTest::newRow("settings") << "settings" << std::size_t(0) << std::size_t(0)
                                  << std::size_t(1);
    }

    void kindsAreAskedForOneByOne()
    {
        QFETCH(QString, kind);
        QFETCH(std::size_t, topics);
        QFETCH(std::size_t, acls);
        QFETCH(std::size_t, settings);
        for (const bool byEnvironment : {false, true}) {
            auto given = oneContext();
            given.provision();
            given.cluster.addTopic("acme.a._public.old");
            given.cluster.acls.insert(topicAcl("acme.a._public.x", "User:z"));
            given.cluster.topics.at("acme.a._public.x").settings["retention.ms"] = "7";
            if (byEnvironment && !kind.isEmpty())
                given.environment.deletes.kinds = {kind.toStdString()};
            else if (!kind.isEmpty())
                QVERIFY(addKind(given.options.prune, kind.toStdString()));
            const auto plan = given.plan();
            QCOMPARE(countOf(plan, PlanKind::Topic, PlanAction::Delete), topics);
            QCOMPARE(removals(plan), acls);
            QCOMPARE(countOf(plan, PlanKind::Config, PlanAction::Update), settings);
        }
        Prune none;
        QVERIFY(!addKind(none, "everything") && !none.isAny());
    }

    // Fault 10
    void whatIsProtectedIsNeverDeleted_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("its name") << "acme.a._public.old" << true;
        QTest::newRow("letters") << "acme.*.old" << true;
        QTest::newRow("all") << "*" << true;
        QTest::newRow("more than one star") << "*a*_public*ol*" << true;
        QTest::newRow("another") << "acme.a._public.ol" << false;
        QTest::newRow("another end") << "acme.a.*x" << false;
        QTest::newRow("a dot is a dot") << "acme?a._public.old" << false;
    }

    void whatIsProtectedIsNeverDeleted()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isKept);
        auto given = oneContext();
        given.provision();
        given.options.prune = {true, true, true, true};
        given.cluster.addTopic("acme.a._public.old");
        given.cluster.acls.insert(topicAcl("acme.a._public.old", "User:z"));
        const auto before = given.plan();
        QCOMPARE(before.summary.deletes, std::size_t(2));
        given.environment.protectedTopics = {pattern.toStdString()};
        QCOMPARE(given.plan().summary.deletes, std::size_t(isKept ? 0 : 2));
        // A plan that was kept before is refused by what is protected now.
        QCOMPARE(writeRefusal(before, given.environment).has_value(), isKept);
    }

    // Fault 12
    void theConnectionKeepsItsOwnAccess_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("principal"); // of what no spec asks for
        QTest::addColumn<bool>("hasAnother");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("its own") << "ops"
                                 << "User:ops" << false << true;
        QTest::newRow("everybody's, which it needs") << "ops"
                                                     << "User:*" << false << true;
        QTest::newRow("everybody's beside its own") << "ops"
                                                    << "User:*" << true << false;
        QTest::newRow("somebody else's") << "ops"
                                         << "User:z" << false << false;
        QTest::newRow("everybody's, without a login") << "ANONYMOUS"
                                                      << "User:*" << false << true;
        QTest::newRow("not known who it is") << ""
                                             << "User:ops" << false << false;
    }

    void theConnectionKeepsItsOwnAccess()
    {
        QFETCH(QString, user);
        QFETCH(QString, principal);
        QFETCH(bool, hasAnother);
        QFETCH(bool, isKept);
        Given given{{{"a.yaml", specOf("acme.a", channelOf("_private.x"))}}};
        given.provision();
        given.environment.security = {{"protocol", "SASL_SSL"}};
        if (!user.isEmpty())
            given.cluster.self = "User:" + user.toStdString();
        given.options.prune.access = true;
        const Acl acl = topicAcl("acme.a._private.x", principal.toStdString());
        given.cluster.acls.insert(acl);
        if (hasAnother)
            given.cluster.acls.insert(topicAcl("*", "User:" + user.toStdString()));
        const auto plan = given.plan();
        QCOMPARE(removals(plan), std::size_t(!isKept));
        QCOMPARE(problemOf(plan, "access") != nullptr, user.isEmpty());
        const auto *problem = problemOf(plan, describe(acl));
        QCOMPARE(problem != nullptr, isKept);
        QVERIFY(!problem ||
                problem->message.find("User:" + user.toStdString()) != std::string::npos);
        given.environment.superUsers = {"User:" + user.toStdString()};
        QCOMPARE(removals(given.plan()), std::size_t(1)); // who may do everything loses nothing
    }

    // Fault 10
    void manyRevocationsAtOnceAreRefused()
    {
        std::vector<std::string> targets;
        for (int i = 0; i < 6; ++i)
            targets.push_back("acme.h.r" + std::to_string(i));
        auto given = company(targets);
        given.provision();
        given.texts.at("a.yaml") = granting({});
        const auto plan = given.plan();
        QVERIFY(plan.isEmpty() && plan.hasErrors());
        given.environment.deletes.cap = 6;
        QCOMPARE(removals(given.plan()), std::size_t(6));
        // Nobody loses what everybody has.
        given.environment.deletes.cap = 0;
        given.texts.at("a.yaml") = granting({"_public"});
        QCOMPARE(removals(given.plan()), std::size_t(6));
    }

    void nothingIsWrittenToWhatIsReadOnly()
    {
        auto given = oneContext();
        const auto plan = given.plan();
        QVERIFY(!writeRefusal(plan, given.environment));
        given.environment.isReadOnly = true;
        const auto refusal = writeRefusal(given.plan(), given.environment);
        QVERIFY(refusal && refusal->message.find("readOnly") != std::string::npos);
    }

    // Fault 9
    void aPlanForAnotherClusterThanExpectedIsRefused()
    {
        auto given = oneContext();
        const auto plan = given.plan();
        given.environment.expectedClusterId = "cluster-1";
        QVERIFY(!writeRefusal(plan, given.environment));
        given.environment.expectedClusterId = "cluster-2";
        const auto refusal = writeRefusal(plan, given.environment);
        QVERIFY(refusal && refusal->message.find("cluster-1") != std::string::npos &&
                refusal->message.find("cluster-2") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestPlanDeletes)
#include "tst_plandeletes.moc"
