// SPDX-License-Identifier: Apache-2.0
#include "support/fakecluster.h"

#include <algorithm>

namespace meshwright::test {

namespace {

tl::unexpected<Error> refusal(Error::Code code, const std::string &message)
{
    return tl::unexpected(Error{code, message, "fake"});
}

} // namespace

ActualTopic &FakeCluster::addTopic(const std::string &name, int partitions, int replicas,
                                   std::map<std::string, std::string> settings)
{
    ActualTopic topic;
    topic.name = name;
    topic.id = "id-" + std::to_string(m_nextId++);
    topic.partitions = partitions;
    topic.replicas = replicas;
    topic.settings = std::move(settings);
    return topics.insert_or_assign(name, std::move(topic)).first->second;
}

ConsumerGroup &
FakeCluster::addGroup(const std::string &id, int members,
                      const std::map<std::string, std::map<int, std::int64_t>> &committed)
{
    GroupMember member;
    for (const auto &[topic, offsets] : committed)
        member.topics.push_back(topic);
    ConsumerGroup group{id, members > 0 ? "Stable" : "Empty",
                        std::vector<GroupMember>(std::size_t(members), member), committed};
    return groups.insert_or_assign(id, std::move(group)).first->second;
}

int FakeCluster::callsOf(const std::string &method) const
{
    return static_cast<int>(std::count(calls.begin(), calls.end(), method));
}

int FakeCluster::enter(const std::string &method)
{
    calls.push_back(method);
    const int call = callsOf(method);
    if (before)
        before(method, call);
    return call;
}

const FakeCluster::Fault *FakeCluster::faultAt(const std::string &method, int call,
                                               const std::string &item) const
{
    const auto it = faults.find(method);
    if (it == faults.end())
        return nullptr;
    for (const auto &fault : it->second) {
        if ((fault.call == 0 || fault.call == call) && (fault.item.empty() || fault.item == item))
            return &fault;
    }
    return nullptr;
}

Result<void> FakeCluster::write(const std::string &method, int call, const std::string &item,
                                const Result<void> &verdict, std::function<void()> act)
{
    const auto *fault = faultAt(method, call, item);
    if (fault != nullptr && !fault->takesEffect)
        return tl::unexpected(fault->error);
    if (!verdict)
        return verdict;
    if (readsUntilVisible > 0)
        m_later.push_back({readsUntilVisible, std::move(act)});
    else
        act();
    return fault == nullptr ? Result<void>{} : tl::unexpected(fault->error);
}

void FakeCluster::showEffects()
{
    for (auto &later : m_later) {
        if (later.reads-- == 0)
            later.act();
    }
    std::erase_if(m_later, [](const auto &later) { return later.reads < 0; });
}

Result<ClusterInfo> FakeCluster::info(std::stop_token)
{
    if (const auto *fault = faultAt("info", enter("info"), {}))
        return tl::unexpected(fault->error);
    return ClusterInfo{clusterId, "4.1", 1};
}

Result<std::vector<ActualTopic>> FakeCluster::readTopics(std::stop_token stop)
{
    const int call = enter("readTopics");
    if (stop.stop_requested())
        return refusal(Error::Code::Cancelled, "cancelled");
    if (const auto *fault = faultAt("readTopics", call, {}))
        return tl::unexpected(fault->error);
    showEffects();
    std::vector<ActualTopic> result;
    for (const auto &[name, topic] : topics)
        result.push_back(topic);
    return result;
}

TopicReadings FakeCluster::describeTopics(const std::vector<std::string> &names,
                                          std::stop_token stop)
{
    const int call = enter("describeTopics");
    described.push_back(names);
    const bool isStopped = stop.stop_requested();
    if (!isStopped)
        showEffects();
    TopicReadings readings;
    for (const auto &name : names) {
        const auto *fault = faultAt("describeTopics", call, name);
        const auto it = topics.find(name);
        if (isStopped)
            readings.push_back(refusal(Error::Code::Cancelled, "cancelled"));
        else if (fault != nullptr)
            readings.push_back(tl::unexpected(fault->error));
        else if (it == topics.end())
            readings.push_back(refusal(Error::Code::NotFound, "no such topic"));
        else
            readings.emplace_back(it->second);
    }
    return readings;
}

Result<std::vector<Acl>> FakeCluster::readAcls(std::stop_token stop)
{
    const int call = enter("readAcls");
    if (stop.stop_requested())
        return refusal(Error::Code::Cancelled, "cancelled");
    if (const auto *fault = faultAt("readAcls", call, {}))
        return tl::unexpected(fault->error);
    showEffects();
    return std::vector<Acl>(acls.begin(), acls.end());
}

Result<GroupReadings> FakeCluster::readGroups(std::stop_token stop)
{
    const int call = enter("readGroups");
    if (stop.stop_requested())
        return refusal(Error::Code::Cancelled, "cancelled");
    if (const auto *fault = faultAt("readGroups", call, {}))
        return tl::unexpected(fault->error);
    GroupReadings readings{{}, seesAllGroups, runsConsumers};
    for (const auto &[id, group] : groups) {
        const auto *fault = faultAt("readGroups", call, id);
        readings.groups.push_back(
            {id, fault ? Result<ConsumerGroup>(tl::unexpected(fault->error)) : group});
    }
    return readings;
}

Result<std::vector<TopicEnds>> FakeCluster::readEnds(std::stop_token stop)
{
    const int call = enter("readEnds");
    if (stop.stop_requested())
        return refusal(Error::Code::Cancelled, "cancelled");
    if (const auto *fault = faultAt("readEnds", call, {}))
        return tl::unexpected(fault->error);
    showEffects();
    std::vector<TopicEnds> result;
    for (const auto &[name, topic] : topics) {
        const auto *fault = faultAt("readEnds", call, name);
        const auto known = ends.find(name);
        if (fault != nullptr)
            result.push_back({name, tl::unexpected(fault->error)});
        else if (known != ends.end())
            result.push_back({name, known->second});
        else
            result.push_back({name, std::vector<std::int64_t>(std::size_t(topic.partitions))});
    }
    return result;
}

std::vector<Result<RecordCount>> FakeCluster::countRecords(const std::vector<AgedTopic> &asked,
                                                           std::stop_token)
{
    const int call = enter("countRecords");
    std::vector<Result<RecordCount>> result;
    for (const auto &[topic, age] : asked) {
        if (const auto *fault = faultAt("countRecords", call, topic)) {
            result.push_back(tl::unexpected(fault->error));
            continue;
        }
        RecordCount count;
        for (const auto &each : records[topic]) {
            ++count.all;
            count.older += each > age ? 1 : 0;
        }
        result.push_back(count);
    }
    return result;
}

Outcomes FakeCluster::createTopics(const std::vector<NewTopic> &wanted, bool validateOnly,
                                   std::stop_token)
{
    const std::string method = validateOnly ? "validateTopics" : "createTopics";
    const int call = enter(method);
    Outcomes outcomes;
    for (const auto &topic : wanted) {
        Result<void> verdict;
        if (topics.contains(topic.name))
            verdict = refusal(Error::Code::Conflict, "the topic exists already");
        outcomes.push_back(write(method, call, topic.name, verdict, [=, this] {
            if (!validateOnly)
                addTopic(topic.name, topic.partitions.value_or(1), topic.replicas.value_or(1),
                         topic.settings);
        }));
    }
    return outcomes;
}

Outcomes FakeCluster::growPartitions(const std::vector<PartitionGrowth> &growths, std::stop_token)
{
    const int call = enter("growPartitions");
    Outcomes outcomes;
    for (const auto &growth : growths) {
        Result<void> verdict;
        if (!topics.contains(growth.topic))
            verdict = refusal(Error::Code::NotFound, "no such topic");
        else if (topics[growth.topic].partitions >= growth.partitions)
            verdict = refusal(Error::Code::Invalid, "partitions only grow");
        outcomes.push_back(write("growPartitions", call, growth.topic, verdict, [=, this] {
            topics[growth.topic].partitions = growth.partitions;
        }));
    }
    return outcomes;
}

Outcomes FakeCluster::changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                                     std::stop_token)
{
    const std::string method = validateOnly ? "validateSettings" : "changeSettings";
    const int call = enter(method);
    Outcomes outcomes;
    for (const auto &change : changes) {
        Result<void> verdict;
        if (!topics.contains(change.topic))
            verdict = refusal(Error::Code::NotFound, "no such topic");
        outcomes.push_back(write(method, call, change.topic, verdict, [=, this] {
            if (validateOnly)
                return;
            auto &settings = topics[change.topic].settings;
            for (const auto &[key, value] : change.set)
                settings[key] = value;
            for (const auto &key : change.unset)
                settings.erase(key);
        }));
    }
    return outcomes;
}

Outcomes FakeCluster::createAcls(const std::vector<Acl> &wanted, std::stop_token)
{
    const int call = enter("createAcls");
    Outcomes outcomes;
    for (const auto &acl : wanted) {
        outcomes.push_back(
            write("createAcls", call, acl.name, {}, [=, this] { acls.insert(acl); }));
    }
    return outcomes;
}

Outcomes FakeCluster::deleteAcls(const std::vector<Acl> &unwanted, std::stop_token)
{
    const int call = enter("deleteAcls");
    Outcomes outcomes;
    for (const auto &acl : unwanted) {
        outcomes.push_back(write("deleteAcls", call, acl.name, {}, [=, this] { acls.erase(acl); }));
    }
    return outcomes;
}

Outcomes FakeCluster::deleteTopics(const std::vector<std::string> &unwanted, std::stop_token)
{
    const int call = enter("deleteTopics");
    Outcomes outcomes;
    for (const auto &name : unwanted) {
        Result<void> verdict;
        if (!topics.contains(name))
            verdict = refusal(Error::Code::NotFound, "no such topic");
        outcomes.push_back(
            write("deleteTopics", call, name, verdict, [=, this] { topics.erase(name); }));
    }
    return outcomes;
}

} // namespace meshwright::test
