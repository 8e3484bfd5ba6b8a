// SPDX-License-Identifier: Apache-2.0
#include "plugins/connectorsuite.h"

#include "plugins/outcomechecks.h"

#include <QDeadlineTimer>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(meshwright::NewTopic)
Q_DECLARE_METATYPE(meshwright::Error::Code)

namespace meshwright::test {

std::string ConnectorSuite::name(const std::string &suffix) const
{
    return "suite" + std::to_string(m_test) + '.' + suffix;
}

void ConnectorSuite::init()
{
    ++m_test;
    m_cluster = connect();
    QVERIFY(m_cluster);
}

void ConnectorSuite::cleanup()
{
    m_cluster.reset();
}

std::optional<ActualTopic> ConnectorSuite::awaitTopic(
    const std::string &topic,
    const std::function<bool(const std::optional<ActualTopic> &)> &isAsWanted)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        std::optional<ActualTopic> found;
        if (const auto topics = m_cluster->readTopics({})) {
            const auto it = std::find_if(topics->begin(), topics->end(),
                                         [&](const auto &t) { return t.name == topic; });
            if (it != topics->end())
                found = *it;
        }
        if (isAsWanted(found) || deadline.hasExpired())
            return found;
        QTest::qWait(50);
    }
}

ActualTopic ConnectorSuite::created(const NewTopic &topic)
{
    const auto outcomes = m_cluster->createTopics({topic}, false, {});
    if (outcomes.size() != 1 || !outcomes.front()) {
        QTest::qFail(outcomes.empty() ? "no outcome" : said(outcomes.front()).constData(), __FILE__,
                     __LINE__);
        return {};
    }
    const auto found = awaitTopic(
        topic.name, [](const auto &t) { return t && t->partitions > 0 && t->settingsKnown; });
    if (!found)
        QTest::qFail("the topic did not turn up", __FILE__, __LINE__);
    return found.value_or(ActualTopic{});
}

void ConnectorSuite::knowsItself()
{
    const auto first = m_cluster->info({});
    QVERIFY2(first, first ? "" : first.error().message.c_str());
    QCOMPARE(first->clusterId.size(), std::size_t(22));
    QCOMPARE(first->brokers, 1);
    const auto again = connect()->info({});
    QVERIFY(again);
    QCOMPARE(again->clusterId, first->clusterId);
}

void ConnectorSuite::createsWithDefaults()
{
    const ActualTopic topic = created({name("defaults"), {}, {}, {}});
    QCOMPARE(topic.partitions, 1);
    QCOMPARE(topic.replicas, 1);
    QCOMPARE(topic.id.size(), std::size_t(22));
    QVERIFY(!topic.isInternal);
    QVERIFY(topic.settings.empty());
}

void ConnectorSuite::createsAsAsked()
{
    const std::map<std::string, std::string> settings{{"cleanup.policy", "compact"},
                                                      {"retention.ms", "172800000"}};
    const ActualTopic topic = created({name("_public.asked"), 3, 1, settings});
    QCOMPARE(topic.partitions, 3);
    QCOMPARE(topic.replicas, 1);
    QVERIFY(topic.settings == settings);
}

// One answer a name: those that are asked for twice, don't exist, or never could.
void ConnectorSuite::describesNamedTopics()
{
    const ActualTopic topic = created({name("described"), 2, 1, {{"retention.ms", "1000"}}});
    created({name("beside"), 1, 1, {}});
    const auto readings =
        m_cluster->describeTopics({name("never.was"), topic.name, "not valid", "", topic.name}, {});
    QCOMPARE(readings.size(), std::size_t(5));
    for (const std::size_t i : {1, 4}) {
        QVERIFY2(readings[i], readings[i] ? "" : readings[i].error().message.c_str());
        QVERIFY(*readings[i] == topic);
    }
    for (const std::size_t i : {0, 2, 3}) {
        REQUIRE_REFUSED(readings[i], Error::Code::NotFound);
    }
    QVERIFY(m_cluster->describeTopics({}, {}).empty());
}

void ConnectorSuite::refusesTopics_data()
{
    QTest::addColumn<NewTopic>("topic");

    const auto row = [](const char *title, NewTopic topic) { QTest::newRow(title) << topic; };
    row("an empty name", {"", 1, 1, {}});
    row("a dot", {".", 1, 1, {}});
    row("two dots", {"..", 1, 1, {}});
    row("a space", {"a b", 1, 1, {}});
    row("a slash", {"a/b", 1, 1, {}});
    row("a letter outside ASCII", {"caf\xc3\xa9", 1, 1, {}});
    row("250 characters", {std::string(250, 'x'), 1, 1, {}});
    row("the metadata topic", {"__cluster_metadata", 1, 1, {}});
    row("no partitions", {"refused.none", 0, 1, {}});
    row("no replicas", {"refused.none", 1, 0, {}});
    row("more replicas than brokers", {"refused.replicas", 1, 3, {}});
    row("an unknown setting", {"refused.unknown", 1, 1, {{"retention.msec", "1"}}});
    row("a setting of old brokers", {"refused.old", 1, 1, {{"message.format.version", "3.0"}}});
    row("a value that is no number", {"refused.text", 1, 1, {{"retention.ms", "two days"}}});
    row("a value out of range", {"refused.range", 1, 1, {{"min.insync.replicas", "0"}}});
    row("a value that is no choice", {"refused.choice", 1, 1, {{"compression.type", "rar"}}});
    row("a value that is no boolean", {"refused.flag", 1, 1, {{"preallocate", "yes"}}});
    row("a list with an unknown item", {"refused.list", 1, 1, {{"cleanup.policy", "shrink"}}});
}

void ConnectorSuite::refusesTopics()
{
    QFETCH(NewTopic, topic);

    for (const bool validateOnly : {true, false}) {
        const auto outcomes = m_cluster->createTopics({topic}, validateOnly, {});
        QCOMPARE(outcomes.size(), std::size_t(1));
        REQUIRE_REFUSED(outcomes[0], Error::Code::Invalid);
    }
}

void ConnectorSuite::validatesWithoutWriting()
{
    const NewTopic topic{name("validated"), 2, 1, {{"retention.ms", "1000"}}};
    REQUIRE_DONE(m_cluster->createTopics({topic}, true, {}));
    // It could not be created if the validation had.
    QCOMPARE(created(topic).partitions, 2);
}

void ConnectorSuite::refusesExistingTopics()
{
    const NewTopic topic{name("twice"), 1, 1, {}};
    created(topic);
    for (const bool validateOnly : {true, false}) {
        const auto outcomes = m_cluster->createTopics({topic}, validateOnly, {});
        REQUIRE_REFUSED(outcomes.at(0), Error::Code::Conflict);
    }
}

void ConnectorSuite::refusesCollidingNames()
{
    created({name("a.b"), 1, 1, {}});
    const auto outcomes = m_cluster->createTopics({{name("a_b"), 1, 1, {}}}, false, {});
    REQUIRE_REFUSED(outcomes.at(0), Error::Code::Invalid);
}

void ConnectorSuite::answersEachItem()
{
    const std::vector<NewTopic> topics{{name("each.one"), 1, 1, {}},
                                       {"not valid", 1, 1, {}},
                                       {name("each.two"), 1, 1, {}},
                                       {name("each.one"), 1, 1, {}}};
    const auto outcomes = m_cluster->createTopics(topics, false, {});
    QCOMPARE(outcomes.size(), topics.size());
    QVERIFY2(outcomes[0], said(outcomes[0]));
    REQUIRE_REFUSED(outcomes[1], Error::Code::Invalid);
    QVERIFY2(outcomes[2], said(outcomes[2]));
    REQUIRE_REFUSED(outcomes[3], Error::Code::Invalid); // named twice
    QVERIFY(m_cluster->createTopics({}, false, {}).empty());
}

void ConnectorSuite::growsPartitions()
{
    const auto before = created({name("grows"), 2, 1, {{"retention.ms", "1000"}}});
    REQUIRE_DONE(m_cluster->growPartitions({{before.name, 6}}, {}));
    const auto after =
        awaitTopic(before.name, [](const auto &t) { return t && t->partitions == 6; });
    QVERIFY(after);
    QCOMPARE(after->partitions, 6);
    QCOMPARE(after->id, before.id);
    QVERIFY(after->settings == before.settings);
}

void ConnectorSuite::refusesGrowth_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<int>("partitions");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("fewer") << true << 2 << Error::Code::Invalid;
    QTest::newRow("as many") << true << 3 << Error::Code::Invalid;
    QTest::newRow("none") << true << 0 << Error::Code::Invalid;
    QTest::newRow("an unknown topic") << false << 3 << Error::Code::NotFound;
}

void ConnectorSuite::refusesGrowth()
{
    QFETCH(bool, exists);
    QFETCH(int, partitions);
    QFETCH(Error::Code, code);

    if (exists)
        created({name("stays"), 3, 1, {}});
    const auto outcomes = m_cluster->growPartitions({{name("stays"), partitions}}, {});
    REQUIRE_REFUSED(outcomes.at(0), code);
}

void ConnectorSuite::changesOnlySomeSettings()
{
    const NewTopic topic{
        name("settings"),
        1,
        1,
        {{"retention.ms", "1000"}, {"cleanup.policy", "compact"}, {"max.message.bytes", "2000"}}};
    created(topic);
    REQUIRE_DONE(m_cluster->changeSettings(
        {{topic.name, {{"retention.ms", "2000"}, {"segment.ms", "5000"}}, {"cleanup.policy"}}},
        false, {}));
    const std::map<std::string, std::string> expected{
        {"retention.ms", "2000"}, {"segment.ms", "5000"}, {"max.message.bytes", "2000"}};
    const auto after =
        awaitTopic(topic.name, [&](const auto &t) { return t && t->settings == expected; });
    QVERIFY(after && after->settings == expected);
}

void ConnectorSuite::refusesSettings_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("an unknown topic") << false << "retention.ms"
                                      << "1000" << Error::Code::NotFound;
    QTest::newRow("an unknown key") << true << "retention"
                                    << "1000" << Error::Code::Invalid;
    QTest::newRow("a bad value") << true << "retention.ms"
                                 << "-5" << Error::Code::Invalid;
}

void ConnectorSuite::refusesSettings()
{
    QFETCH(bool, exists);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(Error::Code, code);

    if (exists)
        created({name("kept"), 1, 1, {{"retention.ms", "1000"}}});
    const SettingsChange change{name("kept"), {{key.toStdString(), value.toStdString()}}, {}};
    const auto outcomes = m_cluster->changeSettings({change}, false, {});
    REQUIRE_REFUSED(outcomes.at(0), code);
}

void ConnectorSuite::validatesSettingsWithoutWriting()
{
    const NewTopic topic{name("unchanged"), 1, 1, {{"retention.ms", "1000"}}};
    created(topic);
    REQUIRE_DONE(
        m_cluster->changeSettings({{topic.name, {{"retention.ms", "2000"}}, {}}}, true, {}));
    const auto refused =
        m_cluster->changeSettings({{topic.name, {{"retention.ms", "x"}}, {}}}, true, {});
    REQUIRE_REFUSED(refused.at(0), Error::Code::Invalid);
    // A later change shows what was there before it.
    REQUIRE_DONE(
        m_cluster->changeSettings({{topic.name, {{"segment.ms", "5000"}}, {}}}, false, {}));
    const auto after = awaitTopic(
        topic.name, [](const auto &t) { return t && t->settings.contains("segment.ms"); });
    QVERIFY(after);
    QCOMPARE(after->settings.at("retention.ms"), std::string("1000"));
}

void ConnectorSuite::leavesSettingsOfUnknownKeysUnset()
{
    const ActualTopic topic = created({name("unset"), 1, 1, {{"retention.ms", "1000"}}});
    REQUIRE_DONE(m_cluster->changeSettings({{topic.name, {}, {"segment.ms"}}}, false, {}));
    REQUIRE_DONE(m_cluster->changeSettings({{topic.name, {}, {"retention.ms"}}}, false, {}));
    const auto after =
        awaitTopic(topic.name, [](const auto &t) { return t && t->settings.empty(); });
    QVERIFY(after && after->settings.empty());
}

void ConnectorSuite::deletesTopics()
{
    const ActualTopic topic = created({name("goes"), 1, 1, {}});
    const auto outcomes = m_cluster->deleteTopics({topic.name, name("never.was")}, {});
    QCOMPARE(outcomes.size(), std::size_t(2));
    QVERIFY2(outcomes[0], said(outcomes[0]));
    REQUIRE_REFUSED(outcomes[1], Error::Code::NotFound);
    QVERIFY(!awaitTopic(topic.name, [](const auto &t) { return !t; }));
}

void ConnectorSuite::givesNewIds()
{
    const NewTopic topic{name("again"), 1, 1, {{"retention.ms", "1000"}}};
    const ActualTopic first = created(topic);
    REQUIRE_DONE(m_cluster->deleteTopics({topic.name}, {}));
    QVERIFY(!awaitTopic(topic.name, [](const auto &t) { return !t; }));
    const ActualTopic second = created({topic.name, 1, 1, {}});
    QVERIFY(!second.id.empty());
    QVERIFY(second.id != first.id);
    QVERIFY(second.settings.empty());
}

// Of an empty topic all partitions end where they begin.
void ConnectorSuite::readsEnds()
{
    const ActualTopic topic = created({name("ends"), 3, 1, {}});
    const auto ends = m_cluster->readEnds({});
    QVERIFY2(ends, ends ? "" : ends.error().message.c_str());
    QVERIFY(std::is_sorted(ends->begin(), ends->end(),
                           [](const auto &a, const auto &b) { return a.topic < b.topic; }));
    const auto found = std::find_if(ends->begin(), ends->end(),
                                    [&](const auto &each) { return each.topic == topic.name; });
    QVERIFY(found != ends->end());
    QVERIFY2(found->ends, found->ends ? "" : found->ends.error().message.c_str());
    QVERIFY(*found->ends == std::vector<std::int64_t>(3, 0));
    REQUIRE_DONE(m_cluster->deleteTopics({topic.name}, {}));
}

// An empty list that is true: whoever asks here may see all.
void ConnectorSuite::hasNoGroupsAtFirst()
{
    const auto groups = m_cluster->readGroups({});
    QVERIFY2(groups, groups ? "" : groups.error().message.c_str());
    QVERIFY(groups->groups.empty());
    QVERIFY(groups->isComplete);
}

// More than one request's worth of each.
void ConnectorSuite::takesManyItems()
{
    constexpr int topicCount = 520;
    constexpr int aclCount = 1040;
    std::vector<NewTopic> topics;
    std::vector<std::string> names;
    for (int i = 0; i < topicCount; ++i) {
        names.push_back(name("many." + std::to_string(i)));
        topics.push_back({names.back(), 1, 1, {}});
    }
    std::vector<Acl> acls;
    for (int i = 0; i < aclCount; ++i) {
        acls.emplace_back().name = name("many." + std::to_string(i));
        acls.back().principal = "User:acme.finance.campaign";
    }
    REQUIRE_DONE(m_cluster->createTopics(topics, true, {}));
    REQUIRE_DONE(m_cluster->createTopics(topics, false, {}));
    REQUIRE_DONE(m_cluster->createAcls(acls, {}));
    QVERIFY(awaitTopic(names.back(), [](const auto &t) { return t.has_value(); }));
    QVERIFY(awaitAcl(acls.back(), true));
    const auto read = m_cluster->readTopics({});
    QVERIFY(read);
    QVERIFY(std::is_sorted(read->begin(), read->end(),
                           [](const auto &a, const auto &b) { return a.name < b.name; }));
    for (const auto &wanted : names) {
        QVERIFY(std::any_of(read->begin(), read->end(), [&](const auto &t) {
            return t.name == wanted && t.partitions == 1 && t.settingsKnown;
        }));
    }
    REQUIRE_DONE(m_cluster->deleteAcls(acls, {}));
    REQUIRE_DONE(m_cluster->deleteTopics(names, {}));
}

void ConnectorSuite::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const auto stop = source.get_token();
    const auto isCancelled = [](const auto &result) {
        return !result && result.error().code == Error::Code::Cancelled;
    };
    QVERIFY(isCancelled(m_cluster->info(stop)));
    QVERIFY(isCancelled(m_cluster->readTopics(stop)));
    QVERIFY(isCancelled(m_cluster->describeTopics({name("never")}, stop).at(0)));
    QVERIFY(isCancelled(m_cluster->readAcls(stop)));
    QVERIFY(isCancelled(m_cluster->readGroups(stop)));
    QVERIFY(isCancelled(m_cluster->readEnds(stop)));
    const NewTopic topic{name("never"), 1, 1, {}};
    QVERIFY(isCancelled(m_cluster->createTopics({topic}, false, stop).at(0)));
    QVERIFY(isCancelled(m_cluster->deleteTopics({topic.name}, stop).at(0)));
    // It was not created: so now it can be.
    QCOMPARE(created(topic).partitions, 1);
}

} // namespace meshwright::test
