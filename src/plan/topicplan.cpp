// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"
#include "plan/planner.h"
#include "meshwright/asyncapi/settingvalue.h"
#include "plan/settingvalue.h"
#include "policy/values.h"

#include <algorithm>
#include <unordered_map>

namespace meshwright::plan {

namespace {

/// Whether policies ask for bounds alone, and the cluster's value is within them.
bool keepsBounds(const DesiredTopic &topic, const std::string &subject, const std::string &actual)
{
    const auto bounds = topic.bounds.find(subject);
    return bounds != topic.bounds.end() &&
           policy::isWithinBounds(bounds->second, policy::numberIn(subject, actual));
}

class TopicPlanner
{
public:
    TopicPlanner(const PlanInput &input, PlanParts &parts);

    void plan(const DesiredTopic &topic);

private:
    void create(const DesiredTopic &topic);
    void comparePartitions(const DesiredTopic &topic, const ActualTopic &actual);
    void compareReplicas(const DesiredTopic &topic, const ActualTopic &actual);
    void compareSettings(const DesiredTopic &topic, const ActualTopic &actual);
    void resetOthers(const DesiredTopic &topic, const ActualTopic &actual);
    void change(const DesiredTopic &topic, const ActualTopic &actual, SettingChange change);
    static void addPolicy(PlanItem &item, const DesiredTopic &topic, const std::string &subject);
    bool isRefused(const DesiredTopic &topic);
    void fail(const DesiredTopic &topic, const asyncapi::Place &place, std::string message,
              std::string subject = {});
    Reason reason(const asyncapi::Place &place, std::string text) const;

    const PlanInput &m_input;
    PlanParts &m_parts;
    std::unordered_map<std::string_view, const ActualTopic *> m_actual;
    std::unordered_map<std::string, std::string_view> m_byCollisionKey;
    bool m_isChanged = false;
};

TopicPlanner::TopicPlanner(const PlanInput &input, PlanParts &parts)
    : m_input(input)
    , m_parts(parts)
{
    m_actual.reserve(input.actual.topics->size());
    for (const auto &topic : *input.actual.topics) {
        m_actual.emplace(topic.name, &topic);
        m_byCollisionKey.emplace(asyncapi::topicCollisionKey(topic.name), topic.name);
    }
}

Reason TopicPlanner::reason(const asyncapi::Place &place, std::string text) const
{
    return reasonAt(m_input.topology, place, std::move(text));
}

void TopicPlanner::fail(const DesiredTopic &topic, const asyncapi::Place &place,
                        std::string message, std::string subject)
{
    m_isChanged = true;
    m_parts.problems.push_back({Severity::Error, topic.name.value, std::move(message),
                                reason(place, "asked for by " + topic.context.value),
                                std::move(subject)});
}

void TopicPlanner::addPolicy(PlanItem &item, const DesiredTopic &topic, const std::string &subject)
{
    const auto found = topic.policies.find(subject);
    if (found == topic.policies.end())
        return;
    const PolicyNote &note = found->second;
    item.reason = {note.file, note.line, "set by policy '" + note.policy + "'"};
    item.policies.push_back(note);
}

void TopicPlanner::plan(const DesiredTopic &topic)
{
    if (m_input.ownership.isHeldBack(topic.context.value) || isRefused(topic))
        return;
    const auto it = m_actual.find(topic.name.value);
    if (it == m_actual.end())
        return create(topic);
    m_isChanged = false;
    comparePartitions(topic, *it->second);
    compareReplicas(topic, *it->second);
    compareSettings(topic, *it->second);
    if (!m_isChanged)
        ++m_parts.unchanged;
}

bool TopicPlanner::isRefused(const DesiredTopic &topic)
{
    const auto &name = topic.name.value;
    if (const auto fault = asyncapi::topicNameFault(name)) {
        fail(topic, topic.reason, "No broker takes a topic of this name: " + *fault);
        return true;
    }
    if (topic.partitions && *topic.partitions < 1) {
        fail(topic, topic.partitionsReason,
             "A topic has at least 1 partition, not " + std::to_string(*topic.partitions) + '.');
        return true;
    }
    if (topic.replicas && *topic.replicas < 1) {
        fail(topic, topic.replicasReason,
             "A topic has at least 1 replica, not " + std::to_string(*topic.replicas) + '.');
        return true;
    }
    if (m_actual.contains(name))
        return false;
    const auto [other, isNew] = m_byCollisionKey.emplace(asyncapi::topicCollisionKey(name), name);
    if (isNew)
        return false;
    const bool isRepeated = other->second == name;
    fail(topic, topic.reason,
         isRepeated ? "Two channels ask for this topic. Remove one of them."
                    : "Its name collides with " + std::string(other->second) +
                          ", since brokers take . and _ for one in their metrics. Rename it.");
    return true;
}

void TopicPlanner::create(const DesiredTopic &topic)
{
    PlanItem item;
    item.id = "topic:" + topic.name.value;
    item.action = PlanAction::Create;
    item.kind = PlanKind::Topic;
    item.resource = topic.name.value;
    item.context = topic.context.value;
    item.change = TopicCreation{topic.partitions, topic.replicas, topic.settings};
    item.reason = reason(topic.reason, "a channel of " + topic.context.value);
    item.precondition = {{"absent", "true"}};
    for (const auto &[subject, note] : topic.policies)
        item.policies.push_back(note);
    m_parts.topics.push_back(std::move(item));
}

void TopicPlanner::comparePartitions(const DesiredTopic &topic, const ActualTopic &actual)
{
    if (!topic.partitions || *topic.partitions == actual.partitions ||
        keepsBounds(topic, "partitions", std::to_string(actual.partitions)))
        return;
    const auto before = std::to_string(actual.partitions);
    const auto after = std::to_string(*topic.partitions);
    if (*topic.partitions < actual.partitions) {
        return fail(topic, topic.partitionsReason,
                    "It has " + before + " partitions and the spec asks for " + after +
                        ". Kafka never takes partitions away: ask for " + before +
                        ", or make a topic of another name and move the records.",
                    "partitions");
    }
    m_isChanged = true;
    PlanItem item;
    item.id = "partitions:" + topic.name.value;
    item.action = PlanAction::Update;
    item.kind = PlanKind::Partitions;
    item.resource = topic.name.value;
    item.context = topic.context.value;
    item.change = PartitionChange{actual.partitions, *topic.partitions};
    item.risk = Risk::AffectsData;
    item.reason = reason(topic.partitionsReason, "asks for " + after + " partitions");
    addPolicy(item, topic, "partitions");
    item.precondition = {{"topicId", actual.id}, {"partitions", before}};
    item.warning = "keys move: new records of a key may go to another partition than its old ones";
    m_parts.partitions.push_back(std::move(item));
}

void TopicPlanner::compareReplicas(const DesiredTopic &topic, const ActualTopic &actual)
{
    if (!topic.replicas || actual.replicas == 0 || *topic.replicas == actual.replicas ||
        keepsBounds(topic, "replicas", std::to_string(actual.replicas)))
        return;
    const auto before = std::to_string(actual.replicas);
    fail(topic, topic.replicasReason,
         "It has " + before + (actual.replicas == 1 ? " replica" : " replicas") +
             " and the spec asks for " + std::to_string(*topic.replicas) +
             ". Replicas of a topic that exists are moved by a reassignment "
             "(kafka-reassign-partitions), not by a plan: ask for " +
             before + ", or reassign first.",
         "replicas");
}

void TopicPlanner::compareSettings(const DesiredTopic &topic, const ActualTopic &actual)
{
    if (!actual.settingsKnown) {
        if (!topic.settings.empty() || m_input.asked.settings) {
            fail(topic, topic.reason,
                 "Its settings could not be read, so none of them is planned. Give the principal "
                 "DESCRIBE_CONFIGS on the topic.");
        }
        return;
    }
    for (const auto &[key, value] : topic.settings) {
        const auto it = actual.settings.find(key);
        if (it == actual.settings.end())
            change(topic, actual, {key, std::nullopt, value});
        else if (!asyncapi::isSameSettingValue(key, it->second, value) &&
                 !keepsBounds(topic, key, it->second))
            change(topic, actual, {key, it->second, value});
    }
    if (m_input.deletes.settings && !isProtected(m_input.environment, topic.name.value))
        resetOthers(topic, actual);
}

void TopicPlanner::resetOthers(const DesiredTopic &topic, const ActualTopic &actual)
{
    for (const auto &[key, value] : actual.settings) {
        if (!topic.settings.contains(key) && !isTransientSetting(key))
            change(topic, actual, {key, value, std::nullopt});
    }
}

void TopicPlanner::change(const DesiredTopic &topic, const ActualTopic &actual,
                          SettingChange change)
{
    m_isChanged = true;
    const auto place = topic.settingReasons.find(change.key);
    const auto risk = riskOf(change);
    PlanItem item;
    item.id = "config:" + topic.name.value + ':' + change.key;
    item.action = PlanAction::Update;
    item.kind = PlanKind::Config;
    item.resource = topic.name.value;
    item.context = topic.context.value;
    item.risk = risk.risk;
    item.warning = risk.warning;
    item.reason = reason(place == topic.settingReasons.end() ? topic.reason : place->second,
                         change.after ? "sets " + change.key : "does not name " + change.key);
    addPolicy(item, topic, change.key);
    item.precondition = {{"topicId", actual.id}};
    if (change.before)
        item.precondition["value"] = *change.before;
    else
        item.precondition["absent"] = "true";
    item.change = std::move(change);
    m_parts.settings.push_back(std::move(item));
}

} // namespace

void planTopics(const PlanInput &input, PlanParts &parts)
{
    if (!input.actual.topics) {
        parts.problems.push_back({Severity::Error,
                                  "topics",
                                  "The cluster's topics could not be read, so none is planned: " +
                                      input.actual.topics.error().message,
                                  {}});
        return;
    }
    TopicPlanner planner(input, parts);
    for (const auto &topic : input.desired.topics)
        planner.plan(topic);
}

} // namespace meshwright::plan
