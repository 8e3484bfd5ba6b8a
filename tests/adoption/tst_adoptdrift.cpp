// SPDX-License-Identifier: Apache-2.0
// What the cluster has becomes what the specs ask for: by edits that change nothing else.
#include "meshwright/adoption/adoptdrift.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;

namespace {

constexpr auto before = "asyncapi: 2.6.0\n"
                        "id: 'urn:acme.a'\n"
                        "info: {title: A, version: '1'}\n"
                        "channels:\n"
                        "  _protected.x: # the important one\n"
                        "    bindings:\n"
                        "      kafka:\n"
                        "        partitions: 3 # by load\n"
                        "        replicas: 1\n"
                        "        topicConfiguration:\n"
                        "          # two days\n"
                        "          retention.ms: 172800000 # agreed\n"
                        "          max.message.bytes: 1000\n"
                        "    publish:\n"
                        "      tags:\n"
                        "        - name: 'grant-access:acme.b'\n"
                        "      message: {payload: {type: string}}\n"
                        "  _public.y:\n"
                        "    publish: {message: {payload: {type: string}}}\n";
constexpr auto readers = "asyncapi: 2.6.0\nid: 'urn:%1'\ninfo: {title: B, version: '1'}\n"
                         "channels: {}\n";
constexpr auto topic = "acme.a._protected.x";

std::string readerSpec(const std::string &id)
{
    std::string text = readers;
    return text.replace(text.find("%1"), 2, id);
}

} // namespace

class TestAdoptDrift : public QObject
{
    Q_OBJECT

private slots:

    void aKindOfDriftIsAdopted_data()
    {
        using Move = std::function<void(FakeCluster &)>;
        QTest::addColumn<Move>("move");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const Move &move, const char *from, const char *to) {
            QTest::newRow(name) << move << from << to;
        };
        const auto setting = [](const char *key, const char *value) -> Move {
            return [=](FakeCluster &cluster) { cluster.topics[topic].settings[key] = value; };
        };
        row("another value", setting("retention.ms", "5"), "retention.ms: 172800000 # agreed",
            "retention.ms: 5 # agreed");
        row("a setting of nobody", setting("cleanup.policy", "compact,delete"),
            "          max.message.bytes: 1000\n",
            "          max.message.bytes: 1000\n"
            "          cleanup.policy:\n"
            "            - compact\n"
            "            - delete\n");
        row(
            "a setting that the cluster lacks",
            [](FakeCluster &cluster) { cluster.topics[topic].settings.erase("max.message.bytes"); },
            "          max.message.bytes: 1000\n", "");
        row(
            "more partitions", [](FakeCluster &cluster) { cluster.topics[topic].partitions = 6; },
            "partitions: 3 # by load", "partitions: 6 # by load");
        row(
            "fewer partitions", [](FakeCluster &cluster) { cluster.topics[topic].partitions = 2; },
            "partitions: 3 # by load", "partitions: 2 # by load");
        row(
            "replicas", [](FakeCluster &cluster) { cluster.topics[topic].replicas = 3; },
            "replicas: 1\n", "replicas: 3\n");
        row(
            "access that somebody was given",
            [](FakeCluster &cluster) { cluster.acls.insert(topicAcl(topic, "User:acme.c")); },
            "        - name: 'grant-access:acme.b'\n",
            "        - name: 'grant-access:acme.b'\n"
            "        - name: 'grant-access:acme.c'\n");
        row(
            "access that was taken away",
            [](FakeCluster &cluster) { cluster.acls.erase(topicAcl(topic, "User:acme.b")); },
            "      tags:\n        - name: 'grant-access:acme.b'\n", "");
    }

    void aKindOfDriftIsAdopted()
    {
        QFETCH(const std::function<void(FakeCluster &)>, move);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        Given given = inStep();
        move(given.cluster);
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(1));
        const auto adopted = adopt(given, drift.items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        QCOMPARE(QString::fromStdString(given.texts["a.yaml"]), QString(before).replace(from, to));
        const Drift after = driftOf(given);
        QVERIFY2(after.isInStep(), after.isInStep() ? "" : after.items[0].resource.c_str());
        QVERIFY(after.isKnown);
    }

    void allAtOnceAreOneEdit()
    {
        Given given = inStep();
        given.cluster.topics[topic].settings = {{"retention.ms", "7"}, {"segment.ms", "9"}};
        given.cluster.topics[topic].partitions = 4;
        given.cluster.topics["acme.a._public.y"].settings["retention.ms"] = "8";
        given.cluster.acls.insert(topicAcl(topic, "User:acme.c"));
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(6));
        const auto adopted = adopt(given, drift.items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        QCOMPARE(adopted->files.size(), std::size_t(1));
        QVERIFY(given.texts["a.yaml"].find("# two days") != std::string::npos);
        QVERIFY(driftOf(given).isInStep());
    }

    void aTopicOfNobodyGetsAChannel()
    {
        Given given = inStep();
        constexpr auto found = "acme.a._protected.late.z";
        given.cluster.addTopic(found, 6, 2, {{"cleanup.policy", "compact"}, {"segment.ms", "9"}});
        given.cluster.acls.insert(topicAcl(found, "User:acme.c")); // and who reads it
        const Drift drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(2));
        const auto adopted = adopt(given, drift.items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        const auto &text = given.texts["a.yaml"];
        QVERIFY(text.starts_with(before)); // and the rest follows
        for (const char *part : {"  _protected.late.z:\n", "partitions: 6\n", "replicas: 2\n",
                                 "segment.ms: 9\n", "grant-access:acme.c"})
            QVERIFY2(text.find(part, std::string_view(before).size()) != std::string::npos,
                     text.c_str());
        const Drift after = driftOf(given);
        QVERIFY2(after.isInStep(), after.isInStep() ? "" : after.items[0].resource.c_str());
    }

    void whatTheEnvironmentSetsStaysOutOfTheSpec()
    {
        Given given = inStep();
        given.environment.replicas = 2;
        given.environment.topicSettings["segment.ms"] = "9";
        for (auto &[name, each] : given.cluster.topics) {
            each.replicas = 2;
            each.settings["segment.ms"] = "9";
        }
        given.cluster.addTopic("acme.a._private.z", 1, 2, {{"segment.ms", "9"}});
        const auto adopted = adopt(given, driftOf(given).items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        const auto added = given.texts["a.yaml"].substr(std::string_view(before).size());
        QVERIFY2(added.find("_private.z") != std::string::npos, added.c_str());
        QVERIFY2(added.find("replicas") == std::string::npos, added.c_str());
        QVERIFY2(added.find("segment.ms") == std::string::npos, added.c_str());
        QVERIFY(driftOf(given).isInStep());
    }

    void whatToolsSetStaysOutOfTheSpec()
    {
        Given given = inStep();
        given.cluster.addTopic("acme.a._public.z", 1, 1,
                               {{"leader.replication.throttled.replicas", "0:1"},
                                {"follower.replication.throttled.replicas", "0:2"}});
        const auto adopted = adopt(given, driftOf(given).items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        QVERIFY(given.texts["a.yaml"].find("_public.z") != std::string::npos);
        QVERIFY(given.texts["a.yaml"].find("throttled") == std::string::npos);
        QVERIFY(driftOf(given).isInStep());
    }

    void whoseATopicIsGoesByThePlaceOfTheKeyword_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("perhapsAnothers"); // a context acme.a.us may be elsewhere
        QTest::newRow("behind the context") << "[domain].[service].[access].[type]"
                                            << "acme.a._public.z"
                                            << "acme.a.us._public.z";
        QTest::newRow("at the end") << "[domain].[service].[type].[access]"
                                    << "acme.a.z._public"
                                    << "acme.a.us.z._public";
        QTest::newRow("in front") << "[access].[domain].[service].[type]"
                                  << "_public.acme.a.z"
                                  << "_public.acme.a.us.z";
    }

    void whoseATopicIsGoesByThePlaceOfTheKeyword()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, own);
        QFETCH(QString, perhapsAnothers);
        Given given{{{"meshwright.yaml",
                      "version: 1\nnaming: {pattern: '" + pattern.toStdString() + "'}\n"},
                     {"a.yaml", readerSpec("acme.a")}}};
        given.provision();
        given.cluster.addTopic(own.toStdString());
        given.cluster.addTopic(perhapsAnothers.toStdString());
        const auto items = driftOf(given).items;
        QCOMPARE(items.size(), std::size_t(2));
        for (const auto &item : items) {
            const bool isOwn = item.resource == own.toStdString();
            QCOMPARE(item.message.empty(), isOwn); // why no plan deletes it
            const auto adopted = adopt(given, {item});
            QCOMPARE(adopted.has_value(), isOwn);
            QVERIFY(isOwn || adopted.error().message.find("another context") != std::string::npos);
        }
        for (const auto &item : driftOf(given).items)
            QVERIFY(item.resource != own.toStdString());
    }

    void whatAPolicyWantsOfANewTopicIsSaid_data()
    {
        QTest::addColumn<QString>("demand");
        QTest::addColumn<QString>("why");
        QTest::newRow("another value") << "override: {retention.ms: {most: 2d}}"
                                       << "policy 'p' asks for retention.ms 172800000";
        QTest::newRow("a value") << "default: {max.message.bytes: 5}"
                                 << "policy 'p' asks for max.message.bytes 5";
        QTest::newRow("more partitions") << "override: {partitions: {least: 3}}"
                                         << "policy 'p' asks for partitions 3";
        QTest::newRow("fewer") << "override: {partitions: {most: 1}}"
                               << "partitions";
        QTest::newRow("replicas") << "override: {replicas: 3}"
                                  << "1 replica and the spec asks for 3";
        QTest::newRow("what it must have") << "severity: error\n    require: {segment.ms: true}"
                                           << "policy 'p'";
        QTest::newRow("what it must not have")
            << "severity: error\n    forbid: {retention.ms: true}"
            << "policy 'p'";
    }

    void whatAPolicyWantsOfANewTopicIsSaid()
    {
        QFETCH(QString, demand);
        QFETCH(QString, why);
        Given given = inStep();
        given.texts["meshwright.yaml"] = "version: 1\npolicies: [policies.yaml]\n";
        given.texts["policies.yaml"] = "version: 1\npolicies:\n  - id: p\n"
                                       "    when: {access: private}\n    " +
                                       demand.toStdString() + '\n';
        given.cluster.addTopic("acme.a._private.z", 2, 1, {{"retention.ms", "604800000"}});
        const auto old = given.texts;
        const auto adopted = adopt(given, driftOf(given).items);
        QVERIFY(!adopted);
        QVERIFY2(adopted.error().message.find(why.toStdString()) != std::string::npos,
                 adopted.error().message.c_str());
        QVERIFY(given.texts == old);
        given.texts["meshwright.yaml"] = "version: 1\n";
        QVERIFY(adopt(given, driftOf(given).items));
        QVERIFY(driftOf(given).isInStep());
    }

    void whatTheEnvironmentSetsOtherwiseIsNoObstacle()
    {
        Given given = inStep();
        given.environment.replicas = 2;
        given.environment.topicSettings = {{"segment.ms", "9"}, {"flush.ms", "8"}};
        for (auto &[name, each] : given.cluster.topics) {
            each.replicas = 2;
            each.settings.insert({{"segment.ms", "9"}, {"flush.ms", "8"}});
        }
        given.cluster.addTopic("acme.a._private.z", 1, 1, {{"segment.ms", "7"}});
        const auto adopted = adopt(given, driftOf(given).items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        const auto drift = driftOf(given); // as that of any other topic
        QCOMPARE(drift.items.size(), std::size_t(3));
        for (const auto &item : drift.items)
            QVERIFY(item.resource == "acme.a._private.z" && item.state != DriftState::Unasked);
    }

    void aTopicThatNoChannelCanNameIsNotAdopted_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("isSpecmesh");
        QTest::newRow("the keyword elsewhere than in the pattern") << "acme.a._public.z" << false;
        QTest::newRow("another reading of channels") << "_public.acme.a.z" << true;
    }

    void aTopicThatNoChannelCanNameIsNotAdopted()
    {
        QFETCH(QString, topic);
        QFETCH(bool, isSpecmesh);
        Given given{{{"meshwright.yaml",
                      "version: 1\nnaming: {pattern: '[access].[domain].[service].[type]'}\n"},
                     {"a.yaml", readerSpec("acme.a")}}};
        given.environment.compatSpecmesh = isSpecmesh;
        given.provision();
        given.cluster.addTopic(topic.toStdString());
        const auto items = driftOf(given).items;
        QCOMPARE(items.size(), std::size_t(1));
        const auto adopted = adopt(given, items);
        QVERIFY(!adopted);
        QVERIFY2(adopted.error().message.find("name") != std::string::npos,
                 adopted.error().message.c_str());
    }

    void manyTopicsAreOneEdit()
    {
        Given given = inStep();
        for (int i = 0; i < 300; ++i)
            given.cluster.addTopic("acme.a._public.t" + std::to_string(i), 3, 1,
                                   {{"retention.ms", "1000"}});
        const auto drift = driftOf(given);
        QCOMPARE(drift.items.size(), std::size_t(300));
        QElapsedTimer timer;
        timer.start();
        const auto adopted = adopt(given, drift.items);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        const auto many = timer.elapsed();
        qInfo("300 topics adopted in %lld ms", static_cast<long long>(many));
        QCOMPARE(adopted->files.size(), std::size_t(1));
        QCOMPARE(adopted->files.begin()->second.size(), std::size_t(1));
        QVERIFY(given.texts["a.yaml"].starts_with(before));
        QVERIFY(driftOf(given).isInStep());
    }

    void aTopicWithUnknownSettingsIsNotAdopted()
    {
        Given given = inStep();
        given.cluster.addTopic("acme.a._public.z");
        auto items = driftOf(given).items;
        QCOMPARE(items.size(), std::size_t(1));
        items[0].topic->settingsKnown = false;
        const auto adopted = adopt(given, items);
        QVERIFY(!adopted);
        QVERIFY2(adopted.error().message.find("could not be read") != std::string::npos,
                 adopted.error().message.c_str());
    }

    void whatCantBeAdoptedSaysWhy_data()
    {
        using Move = std::function<void(Given &)>;
        QTest::addColumn<Move>("move");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const Move &move, const char *why) {
            QTest::newRow(name) << move << why;
        };
        row(
            "a topic whose name says no access",
            [](Given &given) { given.cluster.addTopic("acme.a.z"); }, "who may read it");
        row(
            "a topic with an empty setting",
            [](Given &given) {
                given.cluster.addTopic("acme.a._public.z", 1, 1, {{"cleanup.policy", ""}});
            },
            "set to nothing");
        row(
            "a topic that went", [](Given &given) { given.cluster.topics.erase(topic); },
            "Delete the topic");
        row(
            "access of a stranger",
            [](Given &given) {
                auto acl = topicAcl("acme.a._public.y", "User:acme.c");
                acl.operation = AclOperation::Write;
                given.cluster.acls.insert(acl);
            },
            "No tag of a spec");
        row(
            "access by the convention itself",
            [](Given &given) {
                std::erase_if(given.cluster.acls,
                              [](const Acl &acl) { return acl.principal == "User:*"; });
            },
            "No grant to it alone");
        row(
            "what the environment sets",
            [](Given &given) { given.environment.topicSettings["retention.ms"] = "1"; },
            "overrides");
        row(
            "replicas of the environment", [](Given &given) { given.environment.replicas = 3; },
            "overrides");
        row(
            "what a policy sets",
            [](Given &given) {
                given.texts["meshwright.yaml"] = "version: 1\npolicies: [builtin:pii]\n";
                std::string &text = given.texts["a.yaml"];
                text.replace(text.find("172800000"), 9, "604800000");
                text.replace(text.find("        - name: 'grant"), 0, "        - name: pii\n");
                given.cluster.topics[topic].settings["retention.ms"] = "604800000";
            },
            "Policy 'pii-48-hours'");
    }

    void whatCantBeAdoptedSaysWhy()
    {
        QFETCH(const std::function<void(Given &)>, move);
        QFETCH(const QString, why);
        Given given = inStep();
        move(given);
        const Drift drift = driftOf(given);
        QVERIFY(!drift.items.empty());
        const auto topology = topologyOf(given.texts);
        const std::string said =
            adoption::whyNotAdopted(*topology, given.environment, drift.items.front());
        QVERIFY2(said.find(why.toStdString()) != std::string::npos, said.c_str());
        const auto old = given.texts;
        const auto adopted = adopt(given, drift.items);
        QVERIFY(!adopted);
        QCOMPARE(adopted.error().message, said);
        QVERIFY(given.texts == old);
    }

    void whatOthersShareStays()
    {
        Given given = inStep();
        given.texts["a.yaml"] =
            "asyncapi: 2.6.0\nid: 'urn:acme.a'\ninfo: {title: A, version: '1'}\n"
            "channels:\n"
            "  _public.x: {bindings: {$ref: '#/components/channelBindings/k'}, "
            "publish: {}}\n"
            "  _public.y: {bindings: {$ref: '#/components/channelBindings/k'}, "
            "publish: {}}\n"
            "components:\n  channelBindings:\n    k: {kafka: {partitions: 2}}\n";
        given.cluster = {};
        given.provision();
        given.cluster.topics["acme.a._public.x"].partitions = 5;
        const auto adopted = adopt(given, driftOf(given).items);
        QVERIFY(!adopted);
        QVERIFY2(adopted.error().message.find("can't be changed alone") != std::string::npos,
                 adopted.error().message.c_str());
    }

private:
    static Given inStep()
    {
        Given given{{{"a.yaml", before},
                     {"b.yaml", readerSpec("acme.b")},
                     {"c.yaml", readerSpec("acme.c")}}};
        given.environment.name = "dev";
        given.environment.place.file = "meshwright.yaml";
        given.provision();
        return given;
    }

    static Drift driftOf(Given &given)
    {
        const auto topology = topologyOf(given.texts);
        return findDrift(*topology, given.environment, desiredState(*topology, &given.environment),
                         readActualState(given.cluster, {}), given.diagnostics);
    }

    /// And the texts are as the edit leaves them.
    static Result<WorkspaceEdit> adopt(Given &given, const std::vector<DriftItem> &items)
    {
        const auto topology = topologyOf(given.texts);
        auto edit = adoption::adoptDrift(*topology, given.environment, items);
        if (!edit)
            return edit;
        const auto after = topology->workspace->withEdit(*edit);
        for (auto &[file, text] : given.texts)
            text = (*after)->text(file)->bytes();
        return edit;
    }
};

QTEST_GUILESS_MAIN(TestAdoptDrift)
#include "tst_adoptdrift.moc"
