// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/accessreview.h"

#include <QtTest>

using namespace meshwright;

namespace {

std::string spec(const char *id, const char *channels)
{
    return std::string("asyncapi: '2.6.0'\nid: 'urn:") + id +
           "'\ninfo: {title: T, version: '1'}\nchannels:\n" + channels;
}

TopologyPtr company()
{
    return buildTopology(
        Workspace::fromTexts({{"a.yaml", spec("f:a", "  _public.sale: {publish: {}}\n"
                                                     "  _protected.order:\n    publish:\n"
                                                     "      tags: [{name: 'grant-access:f.b'}]\n")},
                              {"b.yaml", spec("f:b", "  f.a._protected.order: {subscribe: {}}\n")},
                              {"c.yaml", spec("f:c", "  _private.own: {publish: {}}\n")}}));
}

const std::string sale = "f.a._public.sale";
const std::string order = "f.a._protected.order";

/// `User:f.b READ allowed`, a line each.
QStringList lines(const std::vector<AccessAnswer> &answers)
{
    QStringList all;
    for (const AccessAnswer &answer : answers)
        all << QString::fromStdString(answer.principal + " " +
                                      std::string(nameOf(answer.operation)) + " " +
                                      std::string(nameOf(answer.decision.ground)));
    return all;
}

Acl acl(std::string principal, AclOperation operation, PatternType pattern, std::string name,
        Permission permission = Permission::Allow)
{
    return {ResourceType::Topic, pattern,   std::move(name), std::move(principal), "*",
            operation,           permission};
}

std::vector<Acl> asked(const Topology &topology)
{
    std::vector<Acl> acls;
    for (const RequestedAcl &each : requestedAcls(topology, nullptr))
        acls.push_back(each.acl);
    return acls;
}

const AclReview *find(const std::vector<AclReview> &reviews, const Acl &wanted)
{
    const auto found = std::find_if(reviews.begin(), reviews.end(),
                                    [&](const AclReview &each) { return each.acl == wanted; });
    return found == reviews.end() ? nullptr : &*found;
}

} // namespace

class TestAccessReview : public QObject
{
    Q_OBJECT

private slots:

    void whoCanReadThisAndWhy()
    {
        const AccessReview review(company(), nullptr, std::nullopt, AccessSource::Both);
        QCOMPARE(review.source(), AccessSource::Specs); // there is no cluster
        QCOMPARE(lines(review.ofTopic(order)),
                 (QStringList{"User:f.a READ allowed", "User:f.a WRITE allowed",
                              "User:f.b READ allowed"}));
        QCOMPARE(lines(review.ofTopic(sale)),
                 (QStringList{"User:* READ allowed", "User:f.a READ allowed",
                              "User:f.a WRITE allowed"}));
        const AccessAnswer granted = review.ask("User:f.b", order, AclOperation::Read);
        QVERIFY(granted.asked);
        QCOMPARE(granted.asked->reason.file, std::string("a.yaml")); // the owner's tag
        QCOMPARE(granted.asked->context.value, std::string("f.a"));
        QVERIFY(!review.ask("User:f.c", order, AclOperation::Read).decision.isAllowed);
    }

    void whatAPrincipalReaches()
    {
        const AccessReview review(company(), nullptr, std::nullopt, AccessSource::Specs);
        QStringList topics;
        for (const AccessAnswer &answer : review.ofPrincipal("User:f.b"))
            topics << QString::fromStdString(answer.topic);
        QCOMPARE(topics, (QStringList{order.c_str(), sale.c_str()}));
        QCOMPARE(review.contextOf("User:f.b")->id.value, std::string("f.b"));
        QVERIFY(!review.contextOf("User:nobody"));
        QCOMPARE(review.principals(),
                 (std::vector<std::string>{"User:f.a", "User:f.b", "User:f.c"}));
    }

    void aClusterDiffers()
    {
        const auto topology = company();
        std::vector<Acl> acls = asked(*topology);
        const Acl lost = acl("User:f.b", AclOperation::Read, PatternType::Literal, order);
        QCOMPARE(std::erase(acls, lost), std::size_t(1));
        const Acl foreign = acl("User:eve", AclOperation::Read, PatternType::Prefixed, "f.");
        const Acl no =
            acl("User:f.c", AclOperation::Read, PatternType::Literal, sale, Permission::Deny);
        acls.push_back(foreign);
        acls.push_back(no);
        const ClusterAccess cluster{acls, {"stray"}, {}};
        const AccessReview review(topology, nullptr, cluster, AccessSource::Cluster);
        QVERIFY(!review.ask("User:f.b", order, AclOperation::Read).decision.isAllowed);
        const AccessAnswer eve = review.ask("User:eve", order, AclOperation::Read);
        QVERIFY(eve.decision.isAllowed && !eve.asked); // no spec asks for it
        QCOMPARE(review.ask("User:f.c", sale, AclOperation::Read).decision.ground,
                 AccessGround::Denied);
        QVERIFY(std::find(review.topics().begin(), review.topics().end(), "stray") !=
                review.topics().end());
        const auto reviews = review.acls();
        QCOMPARE(find(reviews, lost)->state, AclState::Missing);
        QCOMPARE(find(reviews, foreign)->state, AclState::Excess);
        QVERIFY(find(reviews, foreign)->asked == nullptr);
        QCOMPARE(find(reviews, no)->state, AclState::Excess);
        const AccessReview both(topology, nullptr, cluster, AccessSource::Both);
        QVERIFY(both.ask("User:f.b", order, AclOperation::Read).decision.isAllowed);
        QVERIFY(both.ask("User:eve", order, AclOperation::Read).decision.isAllowed);
    }

    void whatAnotherAllowsAlreadyIsFound()
    {
        // A grant to everybody beside a grant to one: the second adds nothing.
        const auto topology = buildTopology(Workspace::fromTexts(
            {{"a.yaml", spec("f:a", "  _protected.order:\n    publish:\n      tags:\n"
                                    "        - {name: 'grant-access:_public'}\n"
                                    "        - {name: 'grant-access:f.b'}\n")},
             {"b.yaml", spec("f:b", "  _private.own: {publish: {}}\n")}}));
        const AccessReview review(topology, nullptr, std::nullopt, AccessSource::Specs);
        const auto reviews = review.acls();
        const AclReview *found =
            find(reviews, acl("User:f.b", AclOperation::Read, PatternType::Literal, order));
        QVERIFY(found && found->state == AclState::Shadowed);
        QCOMPARE(found->by->principal, std::string("User:*"));
    }

    void whatAHostMayIsToldApart()
    {
        const auto topology = company();
        Acl fromOne = acl("User:eve", AclOperation::Read, PatternType::Literal, sale);
        fromOne.host = "10.0.0.7";
        Acl notFrom =
            acl("User:f.a", AclOperation::Write, PatternType::Literal, sale, Permission::Deny);
        notFrom.host = "10.0.0.9";
        std::vector<Acl> acls = asked(*topology);
        std::erase_if(acls, [](const Acl &each) { return each.principal == "User:*"; });
        acls.push_back(fromOne);
        acls.push_back(notFrom);
        const AccessReview review(topology, nullptr, ClusterAccess{acls, {}, {}, {}},
                                  AccessSource::Cluster);
        QStringList hosts;
        for (const AccessAnswer &answer : review.ofTopic(sale))
            hosts << QString::fromStdString(answer.principal + "@" + answer.host + " " +
                                            std::string(nameOf(answer.decision.ground)));
        QCOMPARE(hosts, (QStringList{"User:eve@10.0.0.7 allowed", "User:f.a@ allowed",
                                     "User:f.a@ allowed", "User:f.a@10.0.0.9 denied"}));
    }

    void aGrantThatNobodyUsesIsDormant()
    {
        const auto topology = company();
        const Acl granted = acl("User:f.b", AclOperation::Read, PatternType::Literal, order);
        const auto stateWith = [&](graph::Observation seen) {
            const AccessReview review(topology, nullptr,
                                      ClusterAccess{asked(*topology), {order}, {}, seen},
                                      AccessSource::Both);
            const auto reviews = review.acls();
            return find(reviews, granted)->state;
        };
        graph::Observation nobody;
        QCOMPARE(stateWith(nobody), AclState::Dormant);
        graph::Observation used = nobody;
        used.groups.groups.push_back(
            {"f.b.readers", ConsumerGroup{"f.b.readers", "Stable", {}, {{order, {{0, 7}}}}}});
        QCOMPARE(stateWith(used), AclState::InStep);
        // Whoever could not be seen may read it.
        graph::Observation unknown = nobody;
        unknown.groups.groups.push_back(
            {"f.b.readers", tl::unexpected(Error{Error::Code::Timeout, "no answer", {}})});
        QCOMPARE(stateWith(unknown), AclState::InStep);
        graph::Observation sandbox = nobody;
        sandbox.groups.runsConsumers = false;
        QCOMPARE(stateWith(sandbox), AclState::InStep);
        const AccessReview blind(topology, nullptr,
                                 ClusterAccess{asked(*topology), {order}, {}, {}},
                                 AccessSource::Both);
        const auto reviews = blind.acls();
        QCOMPARE(find(reviews, granted)->state, AclState::InStep);
    }

    void superUsersMayEverything()
    {
        const auto topology = company();
        const AccessReview review(topology, nullptr,
                                  ClusterAccess{asked(*topology), {}, {{"User:root"}, false}, {}},
                                  AccessSource::Cluster);
        const auto answers = lines(review.ofTopic("f.c._private.own"));
        QVERIFY(answers.contains("User:root READ super-user"));
    }

    void aPrefixThatReachesOthersIsFound()
    {
        const auto topology = company();
        std::vector<Acl> acls = asked(*topology);
        const Acl wide = acl("User:f.b", AclOperation::Read, PatternType::Prefixed, "f.");
        acls.push_back(wide);
        const AccessReview review(topology, nullptr, ClusterAccess{acls, {}, {}, {}},
                                  AccessSource::Cluster);
        const auto reviews = review.acls();
        const AclReview *found = find(reviews, wide);
        QVERIFY(found);
        QCOMPARE(found->reached.size(), std::size_t(3)); // two of f.a, one of f.c
    }
};

QTEST_APPLESS_MAIN(TestAccessReview)
#include "tst_accessreview.moc"
