// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/state.h"
#include "plan/planning.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

TopologyPtr sample()
{
    return topologyOf(
        {{"a.yaml",
          specOf("acme.a", channelOf("_public.full", "partitions: 6, replicas: 2, "
                                                     "topicConfiguration: {retention.ms: 1000, "
                                                     "cleanup.policy: [delete, compact]}") +
                               channelOf("_private.bare") +
                               "  acme.b._public.theirs: {subscribe: {operationId: s}}\n")},
         {"b.yaml", specOf("acme.b", channelOf("_public.theirs", "partitions: 2"))}});
}

} // namespace

class TestDesiredState : public QObject
{
    Q_OBJECT

private slots:

    void ownedTopicsAreAskedForWithTheirBindings()
    {
        const auto state = desiredState(*sample(), nullptr);
        QCOMPARE(state.topics.size(), std::size_t(3));
        const auto &bare = state.topics[0];
        QCOMPARE(bare.name.value, std::string("acme.a._private.bare"));
        QVERIFY(!bare.partitions && !bare.replicas && bare.settings.empty());
        QVERIFY(bare.access == Access::Private);
        const auto &full = state.topics[1];
        QCOMPARE(full.name.value, std::string("acme.a._public.full"));
        QCOMPARE(full.context.value, std::string("acme.a"));
        QCOMPARE(full.partitions.value_or(0), 6);
        QCOMPARE(full.replicas.value_or(0), 2);
        QCOMPARE(full.settings.at("retention.ms"), std::string("1000"));
        QCOMPARE(full.settings.at("cleanup.policy"), std::string("delete,compact"));
        QCOMPARE(full.reason.file, std::string("a.yaml"));
        QVERIFY(full.partitionsReason.range != full.reason.range);
        QVERIFY(full.settingReasons.contains("retention.ms"));
        QCOMPARE(state.topics[2].context.value, std::string("acme.b"));
        QVERIFY(std::is_sorted(state.acls.begin(), state.acls.end(),
                               [](const auto &x, const auto &y) { return x.acl < y.acl; }));
    }

    void theEnvironmentOverrides()
    {
        Environment environment;
        environment.partitions = 4;
        environment.replicas = 1;
        environment.topicSettings = {{"retention.ms", "5"}, {"compression.type", "zstd"}};
        environment.place = {"meshwright.yaml", {3, 9}};
        const auto state = desiredState(*sample(), &environment);
        const auto &bare = state.topics[0];
        QCOMPARE(bare.partitions.value_or(0), 4); // it left them out
        QCOMPARE(bare.partitionsReason.file, std::string("meshwright.yaml"));
        const auto &full = state.topics[1];
        QCOMPARE(full.partitions.value_or(0), 6); // it names its own
        QCOMPARE(full.replicas.value_or(0), 1);
        QCOMPARE(full.settings.at("retention.ms"), std::string("5"));
        QCOMPARE(full.settings.at("compression.type"), std::string("zstd"));
        QCOMPARE(full.settingReasons.at("retention.ms").file, std::string("meshwright.yaml"));
    }

    void theCompatibleReadingIsTheEnvironments()
    {
        Environment environment;
        environment.compatSpecmesh = true;
        const auto state = desiredState(*sample(), &environment);
        QCOMPARE(state.topics.size(), std::size_t(3));
        QCOMPARE(state.topics[0].partitions.value_or(0), 1);
        QVERIFY(!state.topics[0].replicas);
        QVERIFY(std::any_of(state.acls.begin(), state.acls.end(), [](const auto &requested) {
            return requested.acl.name == "acme.a" &&
                   requested.acl.patternType == PatternType::Prefixed;
        }));
        environment.partitions = 7;
        QCOMPARE(desiredState(*sample(), &environment).topics[0].partitions.value_or(0), 7);
    }
};

QTEST_GUILESS_MAIN(TestDesiredState)
#include "tst_desiredstate.moc"
