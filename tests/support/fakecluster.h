// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::test {

/// A cluster in memory that keeps Kafka's rules and fails where it is told to.
class FakeCluster : public Cluster
{
public:
    /// What goes wrong at one call of a method (the first is 1; 0: each): for one item, or for all.
    struct Fault
    {
        int call = 1;
        Error error;
        std::string item = {};    ///< a topic's name, an ACL's resource, a group; empty: every item
        bool takesEffect = false; ///< the write happens all the same
    };

    std::optional<std::string> principal() const override { return self; }

    Result<ClusterInfo> info(std::stop_token stop) override;
    Result<std::vector<ActualTopic>> readTopics(std::stop_token stop) override;
    TopicReadings describeTopics(const std::vector<std::string> &names,
                                 std::stop_token stop) override;
    Result<std::vector<Acl>> readAcls(std::stop_token stop) override;
    Result<GroupReadings> readGroups(std::stop_token stop) override;
    Result<std::vector<TopicEnds>> readEnds(std::stop_token stop) override;
    std::vector<Result<RecordCount>> countRecords(const std::vector<AgedTopic> &topics,
                                                  std::stop_token stop) override;
    Outcomes createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                          std::stop_token stop) override;
    Outcomes growPartitions(const std::vector<PartitionGrowth> &growths,
                            std::stop_token stop) override;
    Outcomes changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                            std::stop_token stop) override;
    Outcomes createAcls(const std::vector<Acl> &acls, std::stop_token stop) override;
    Outcomes deleteAcls(const std::vector<Acl> &acls, std::stop_token stop) override;
    Outcomes deleteTopics(const std::vector<std::string> &topics, std::stop_token stop) override;

    ActualTopic &addTopic(const std::string &name, int partitions = 1, int replicas = 1,
                          std::map<std::string, std::string> settings = {});
    /// A group with so many members, each of which has all of these topics; it has read so far.
    ConsumerGroup &addGroup(const std::string &id, int members,
                            const std::map<std::string, std::map<int, std::int64_t>> &committed);
    int callsOf(const std::string &method) const;

    std::string clusterId = "cluster-1";
    std::optional<std::string> self; ///< its principal
    std::map<std::string, ActualTopic> topics;
    std::set<Acl> acls;
    std::map<std::string, ConsumerGroup> groups;
    bool seesAllGroups = true;
    bool runsConsumers = true;
    std::map<std::string, std::vector<std::int64_t>> ends; ///< of topics that hold records
    std::map<std::string, std::vector<std::chrono::milliseconds>> records; ///< their ages, by topic
    std::map<std::string, std::vector<Fault>> faults;                      ///< by method
    /// Called before each method does its work: moves state, or asks for a stop.
    std::function<void(const std::string &method, int call)> before;
    int readsUntilVisible = 0; ///< so many reads of a kind don't show a write yet
    std::vector<std::string> calls;
    std::vector<std::vector<std::string>> described; ///< the names of each describeTopics

private:
    struct Later
    {
        int reads = 0;
        std::function<void()> act;
    };

    int enter(const std::string &method);
    const Fault *faultAt(const std::string &method, int call, const std::string &item) const;
    Result<void> write(const std::string &method, int call, const std::string &item,
                       const Result<void> &verdict, std::function<void()> act);
    void showEffects();

    std::vector<Later> m_later;
    int m_nextId = 1;
};

} // namespace meshwright::test
