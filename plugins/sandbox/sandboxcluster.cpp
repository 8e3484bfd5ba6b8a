// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxcluster.h"

#include "sandbox/sandboxrules.h"

#include <set>

namespace meshwright::sandbox {

namespace {

Error cancelled()
{
    return {Error::Code::Cancelled, "Cancelled before anything was written.", {}};
}

// The broker refuses a request that names one resource twice; here the first counts.
Result<void> judgeFirst(std::set<std::string> &seen, const std::string &topic)
{
    if (seen.insert(topic).second)
        return {};
    return tl::unexpected(
        Error{Error::Code::Invalid, "Topic " + topic + " is named twice in one request.", {}});
}

Result<void> change(Store &store, const SettingsChange &wanted)
{
    for (const auto &[key, value] : wanted.set) {
        if (const auto set = store.setSetting(wanted.topic, key, value); !set)
            return set;
    }
    for (const auto &key : wanted.unset) {
        if (const auto removed = store.removeSetting(wanted.topic, key); !removed)
            return removed;
    }
    return {};
}

} // namespace

Result<Store *> SandboxCluster::store(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return tl::unexpected(cancelled());
    if (!m_store) {
        auto opened = Store::open(m_file);
        if (!opened) {
            Error error = opened.error();
            error.where = m_file.string();
            return tl::unexpected(std::move(error));
        }
        m_store.emplace(std::move(*opened));
    }
    return &*m_store;
}

// One transaction for the whole request. A fault of the file itself undoes all of it; a refused
// item has written nothing. A request that is stopped writes nothing either.
Outcomes SandboxCluster::writeAll(std::size_t count, const std::stop_token &stop, bool keep,
                                  const Write &write)
{
    const auto all = [count](const Error &error) { return Outcomes(count, tl::unexpected(error)); };
    const auto opened = store(stop);
    if (!opened)
        return all(opened.error());
    auto transaction = Transaction::begin((*opened)->database());
    if (!transaction)
        return all(transaction.error());

    Outcomes outcomes;
    outcomes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return all(cancelled());
        outcomes.push_back(write(**opened, i));
        if (!outcomes.back() && outcomes.back().error().code == Error::Code::Io)
            return all(Error(outcomes.back().error()));
    }
    if (!keep)
        return outcomes;
    if (const auto committed = transaction->commit(); !committed)
        return all(committed.error());
    return outcomes;
}

Result<ClusterInfo> SandboxCluster::info(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    auto id = (*opened)->clusterId();
    if (!id)
        return tl::unexpected(id.error());
    return ClusterInfo{std::move(*id), "sandbox, with the rules of Kafka 4", brokers};
}

Result<std::vector<ActualTopic>> SandboxCluster::readTopics(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)->topics();
}

TopicReadings SandboxCluster::describeTopics(const std::vector<std::string> &names,
                                             std::stop_token stop)
{
    TopicReadings readings;
    for (const auto &name : names) {
        const auto opened = store(stop);
        readings.push_back(opened ? existingTopic(**opened, name) : tl::unexpected(opened.error()));
    }
    return readings;
}

Result<std::vector<Acl>> SandboxCluster::readAcls(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)->acls();
}

Result<GroupReadings> SandboxCluster::readGroups(std::stop_token stop)
{
    const auto opened = store(stop);
    if (!opened)
        return tl::unexpected(opened.error());
    return GroupReadings{{}, true, false};
}

Result<std::vector<TopicEnds>> SandboxCluster::readEnds(std::stop_token stop)
{
    const auto topics = readTopics(stop);
    if (!topics)
        return tl::unexpected(topics.error());
    std::vector<TopicEnds> ends;
    for (const auto &topic : *topics)
        ends.push_back({topic.name, std::vector<std::int64_t>(std::size_t(topic.partitions))});
    return ends;
}

/// It takes no records.
std::vector<Result<RecordCount>> SandboxCluster::countRecords(const std::vector<AgedTopic> &topics,
                                                              std::stop_token /*stop*/)
{
    return {topics.size(), RecordCount{}};
}

Outcomes SandboxCluster::createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                                      std::stop_token stop)
{
    std::set<std::string> seen;
    return writeAll(topics.size(), stop, !validateOnly,
                    [&](Store &store, std::size_t i) -> Result<void> {
                        if (auto first = judgeFirst(seen, topics[i].name); !first)
                            return first;
                        const auto judged = judgeCreation(store, topics[i]);
                        if (!judged)
                            return tl::unexpected(judged.error());
                        return store.insertTopic(*judged);
                    });
}

Outcomes SandboxCluster::growPartitions(const std::vector<PartitionGrowth> &growths,
                                        std::stop_token stop)
{
    std::set<std::string> seen;
    return writeAll(growths.size(), stop, true, [&](Store &store, std::size_t i) -> Result<void> {
        if (auto first = judgeFirst(seen, growths[i].topic); !first)
            return first;
        if (auto judged = judgeGrowth(store, growths[i]); !judged)
            return judged;
        return store.setPartitions(growths[i].topic, growths[i].partitions);
    });
}

Outcomes SandboxCluster::changeSettings(const std::vector<SettingsChange> &changes,
                                        bool validateOnly, std::stop_token stop)
{
    std::set<std::string> seen;
    return writeAll(changes.size(), stop, !validateOnly,
                    [&](Store &store, std::size_t i) -> Result<void> {
                        if (auto first = judgeFirst(seen, changes[i].topic); !first)
                            return first;
                        if (auto judged = judgeSettings(store, changes[i]); !judged)
                            return judged;
                        return change(store, changes[i]);
                    });
}

Outcomes SandboxCluster::createAcls(const std::vector<Acl> &acls, std::stop_token stop)
{
    return writeAll(acls.size(), stop, true, [&](Store &store, std::size_t i) -> Result<void> {
        if (auto judged = judgeAcl(acls[i]); !judged)
            return judged;
        return store.insertAcl(acls[i]);
    });
}

Outcomes SandboxCluster::deleteAcls(const std::vector<Acl> &acls, std::stop_token stop)
{
    return writeAll(acls.size(), stop, true,
                    [&](Store &store, std::size_t i) { return store.removeAcl(acls[i]); });
}

Outcomes SandboxCluster::deleteTopics(const std::vector<std::string> &topics, std::stop_token stop)
{
    std::set<std::string> seen;
    return writeAll(topics.size(), stop, true, [&](Store &store, std::size_t i) -> Result<void> {
        if (auto first = judgeFirst(seen, topics[i]); !first)
            return first;
        if (auto judged = judgeDeletion(store, topics[i]); !judged)
            return judged;
        return store.removeTopic(topics[i]);
    });
}

} // namespace meshwright::sandbox
