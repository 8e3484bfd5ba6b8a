// SPDX-License-Identifier: Apache-2.0
#include "plan/applier.h"
#include "meshwright/asyncapi/settingvalue.h"

#include <iterator>

namespace meshwright::plan {

namespace {

std::string quoted(const std::optional<std::string> &value)
{
    return value ? *value : std::string("the broker's default");
}

std::optional<std::string> valueOf(const ActualTopic &topic, const std::string &key)
{
    const auto it = topic.settings.find(key);
    return it == topic.settings.end() ? std::nullopt : std::optional(it->second);
}

bool isSame(const std::string &key, const std::optional<std::string> &a,
            const std::optional<std::string> &b)
{
    return a && b ? asyncapi::isSameSettingValue(key, *a, *b) : a == b;
}

// How a topic that stands differs from the one that was to be created; empty: not at all.
std::string differenceFrom(const TopicCreation &wanted, const ActualTopic &found)
{
    if (wanted.partitions && *wanted.partitions != found.partitions) {
        return std::to_string(found.partitions) + " partitions, planned " +
               std::to_string(*wanted.partitions);
    }
    if (wanted.replicas && found.replicas != 0 && *wanted.replicas != found.replicas) {
        return std::to_string(found.replicas) + " replicas, planned " +
               std::to_string(*wanted.replicas);
    }
    if (!found.settingsKnown && !wanted.settings.empty())
        return "settings that can't be read";
    for (const auto &[key, value] : wanted.settings) {
        const auto actual = valueOf(found, key);
        if (!isSame(key, actual, value))
            return key + ' ' + quoted(actual) + ", planned " + value;
    }
    return {};
}

Verdict unsaid(const std::string &what)
{
    return {ItemState::Failed, "the plan does not say " + what};
}

constexpr auto notCreated = "its topic was not created";

std::string overwritten(const std::string &what, const std::string &now)
{
    return what + ", and " + now + " now: somebody else changed it at the same time. Plan again";
}

} // namespace

// Kafka gives a topic that is made again under its old name a new id.
std::optional<std::string> Applier::replacedTopic(const PlanItem &item) const
{
    const auto *found = topic(item.resource);
    if (found == nullptr)
        return "the topic is gone: plan again";
    const auto planned = item.precondition.find("topicId");
    if (planned == item.precondition.end() || planned->second.empty() || found->id.empty() ||
        planned->second == found->id)
        return std::nullopt;
    return "another topic has its name now (id " + planned->second + " was planned, " + found->id +
           " is there): plan again";
}

std::optional<Verdict> Applier::judgeExisting(const PlanItem &item) const
{
    const auto *found = topic(item.resource);
    if (found == nullptr)
        return std::nullopt;
    const auto difference = differenceFrom(std::get<TopicCreation>(item.change), *found);
    if (difference.empty())
        return Verdict{ItemState::Done, "it was there already, as planned"};
    return Verdict{ItemState::Stale, "a topic of this name was not there when it was planned, and "
                                     "is now, with " +
                                         difference + ": plan again"};
}

std::optional<Verdict> Applier::obstacleToCreation(std::size_t index) const
{
    if (!std::holds_alternative<TopicCreation>(item(index).change))
        return unsaid("how to create it");
    return judgeExisting(item(index));
}

std::vector<Step<NewTopic>> Applier::newTopics(const Indices &items)
{
    std::vector<Step<NewTopic>> steps;
    for (const auto index : freeTopics(items, [&](auto i) { return obstacleToCreation(i); })) {
        const auto &wanted = std::get<TopicCreation>(item(index).change);
        steps.push_back(
            {{index}, {item(index).resource, wanted.partitions, wanted.replicas, wanted.settings}});
    }
    return steps;
}

std::optional<Verdict> Applier::judgeCreation(const Pending &entry, bool isLast) const
{
    const auto &created = item(entry.items.front());
    const bool isThere = entry.doubt && entry.doubt->code == Error::Code::Conflict;
    const auto *found = topic(created.resource);
    if (found == nullptr)
        return isThere ? std::optional(Verdict{ItemState::Failed, entry.doubt->message})
                       : std::nullopt;
    const auto &wanted = std::get<TopicCreation>(created.change);
    // Where no answer came: ours, not yet whole, or another's, and only time can tell.
    const bool isMet = !entry.doubt || differenceFrom(wanted, *found).empty();
    if (isThere || (!isMet && isLast))
        return judgeExisting(created);
    // The brokers open a new topic's partitions one by one.
    const bool isWhole = !wanted.partitions || found->partitions == *wanted.partitions;
    return isMet && isWhole ? std::optional(Verdict{}) : std::nullopt;
}

void Applier::createTopics()
{
    const Write<NewTopic> write{
        [this](const auto &items) { return newTopics(items); },
        [this](const auto &topics) { return m_cluster.createTopics(topics, false, m_stop); },
        [](const Error &error) {
            return isFateUnknown(error) || error.code == Error::Code::Conflict;
        }};
    const auto items = open(PlanKind::Topic, PlanAction::Create);
    settleTopics(
        send(batchesOf(items, m_pace.topicsPerRequest), write),
        [this](const Pending &entry, bool isLast) { return judgeCreation(entry, isLast); });
}

std::optional<Verdict> Applier::judgeGrowth(std::size_t index, bool isAccepted) const
{
    const auto &change = std::get<PartitionChange>(item(index).change);
    if (const auto fault = replacedTopic(item(index)))
        return Verdict{ItemState::Stale, *fault};
    const auto now = topic(item(index).resource)->partitions;
    if (now == change.after)
        return Verdict{ItemState::Done, {}};
    if (now == change.before || (isAccepted && now < change.after))
        return std::nullopt;
    if (isAccepted)
        return Verdict{
            ItemState::Stale,
            overwritten("it was grown to " + std::to_string(change.after) + " partitions",
                        "has " + std::to_string(now))};
    return Verdict{ItemState::Stale, "planned from " + std::to_string(change.before) +
                                         " partitions, there are " + std::to_string(now) +
                                         " now: plan again"};
}

std::optional<Verdict> Applier::obstacleToGrowth(std::size_t index) const
{
    if (!std::holds_alternative<PartitionChange>(item(index).change))
        return unsaid("how many partitions");
    if (isBlockedByTopic(item(index).resource))
        return Verdict{ItemState::Skipped, notCreated};
    return judgeGrowth(index, false);
}

std::vector<Step<PartitionGrowth>> Applier::growths(const Indices &items)
{
    std::vector<Step<PartitionGrowth>> steps;
    for (const auto index : freeTopics(items, [&](auto i) { return obstacleToGrowth(i); }))
        steps.push_back(
            {{index}, {item(index).resource, std::get<PartitionChange>(item(index).change).after}});
    return steps;
}

void Applier::growPartitions()
{
    const Write<PartitionGrowth> write{
        [this](const auto &items) { return growths(items); },
        [this](const auto &growths) { return m_cluster.growPartitions(growths, m_stop); },
        isFateUnknown};
    const auto items = open(PlanKind::Partitions, PlanAction::Update);
    settleTopics(send(batchesOf(items, m_pace.topicsPerRequest), write),
                 [this](const Pending &entry, bool) {
                     return judgeGrowth(entry.items.front(), !entry.doubt);
                 });
}

std::optional<Verdict> Applier::judgeSetting(std::size_t index, bool isAccepted) const
{
    const auto &change = std::get<SettingChange>(item(index).change);
    if (const auto fault = replacedTopic(item(index)))
        return Verdict{ItemState::Stale, *fault};
    const auto &found = *topic(item(index).resource);
    if (!found.settingsKnown)
        return std::nullopt;
    const auto now = valueOf(found, change.key);
    if (isSame(change.key, now, change.after))
        return Verdict{ItemState::Done, {}};
    if (isSame(change.key, now, change.before))
        return std::nullopt;
    if (isAccepted)
        return Verdict{
            ItemState::Stale,
            overwritten(change.key + " was set to " + quoted(change.after), "is " + quoted(now))};
    return Verdict{ItemState::Stale, change.key + " was " + quoted(change.before) +
                                         " when it was planned and is " + quoted(now) +
                                         " now: plan again"};
}

std::optional<Verdict> Applier::obstacleToSetting(std::size_t index) const
{
    const auto *found = topic(item(index).resource);
    if (!std::holds_alternative<SettingChange>(item(index).change))
        return unsaid("which setting");
    if (isBlockedByTopic(item(index).resource))
        return Verdict{ItemState::Skipped, notCreated};
    if (found != nullptr && !found->settingsKnown)
        return Verdict{ItemState::Failed, "not tried: its settings could not be read again"};
    return judgeSetting(index, false);
}

std::vector<Step<SettingsChange>> Applier::settingsChanges(const Indices &items)
{
    std::map<std::string, Step<SettingsChange>> byTopic;
    for (const auto index : freeTopics(items, [&](auto i) { return obstacleToSetting(i); })) {
        const auto &change = std::get<SettingChange>(item(index).change);
        auto &step = byTopic[item(index).resource];
        step.items.push_back(index);
        step.request.topic = item(index).resource;
        if (change.after)
            step.request.set[change.key] = *change.after;
        else
            step.request.unset.push_back(change.key);
    }
    std::vector<Step<SettingsChange>> steps;
    steps.reserve(byTopic.size());
    for (auto &[name, step] : byTopic)
        steps.push_back(std::move(step));
    return steps;
}

void Applier::changeSettings()
{
    const Write<SettingsChange> write{
        [this](const auto &items) { return settingsChanges(items); },
        [this](const auto &changes) { return m_cluster.changeSettings(changes, false, m_stop); },
        isFateUnknown};
    const auto items = open(PlanKind::Config, PlanAction::Update);
    std::vector<Pending> pending; // one an item: each setting has its own verdict
    for (const auto &entry : send(batchesOf(items, m_pace.topicsPerRequest), write)) {
        for (const auto index : entry.items)
            pending.push_back({{index}, entry.doubt});
    }
    settleTopics(std::move(pending), [this](const Pending &entry, bool) {
        return judgeSetting(entry.items.front(), !entry.doubt);
    });
}

void Applier::applyTopics()
{
    createTopics();
    growPartitions();
    changeSettings();
}

std::optional<Verdict> Applier::obstacleToDeletion(std::size_t index) const
{
    const auto *deletion = std::get_if<TopicDeletion>(&item(index).change);
    const auto *found = topic(item(index).resource);
    if (deletion == nullptr)
        return unsaid("what is deleted");
    if (found == nullptr)
        return Verdict{ItemState::Done, "it was gone already"};
    if (const auto fault = replacedTopic(item(index)))
        return Verdict{ItemState::Stale, *fault};
    if (found->partitions == deletion->partitions)
        return std::nullopt;
    return Verdict{ItemState::Stale, "it had " + std::to_string(deletion->partitions) +
                                         " partitions when it was planned and has " +
                                         std::to_string(found->partitions) + " now: plan again"};
}

std::vector<Step<std::string>> Applier::deletions(const Indices &items)
{
    std::vector<Step<std::string>> steps;
    for (const auto index : freeTopics(items, [&](auto i) { return obstacleToDeletion(i); }))
        steps.push_back({{index}, item(index).resource});
    return steps;
}

void Applier::applyDeletions()
{
    const Write<std::string> write{
        [this](const auto &items) { return deletions(items); },
        [this](const auto &topics) { return m_cluster.deleteTopics(topics, m_stop); },
        isFateUnknown};
    const auto items = open(PlanKind::Topic, PlanAction::Delete);
    settleTopics(send(batchesOf(items, m_pace.topicsPerRequest), write),
                 [this](const Pending &entry, bool) {
                     const bool isGone = topic(item(entry.items.front()).resource) == nullptr;
                     return isGone ? std::optional(Verdict{}) : std::nullopt;
                 });
}

} // namespace meshwright::plan
