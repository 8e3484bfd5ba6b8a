// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

namespace meshwright::test {

/// A cluster behind another one: what goes wrong on the way is for who derives from it.
class Forwarding : public Cluster
{
public:
    explicit Forwarding(Cluster &behind)
        : to(behind)
    {}

    std::optional<std::string> principal() const override { return to.principal(); }

    Result<ClusterInfo> info(std::stop_token stop) override { return to.info(stop); }

    Result<std::vector<ActualTopic>> readTopics(std::stop_token stop) override
    {
        return to.readTopics(stop);
    }

    TopicReadings describeTopics(const std::vector<std::string> &names,
                                 std::stop_token stop) override
    {
        return to.describeTopics(names, stop);
    }

    Result<std::vector<Acl>> readAcls(std::stop_token stop) override { return to.readAcls(stop); }

    Result<GroupReadings> readGroups(std::stop_token stop) override { return to.readGroups(stop); }

    Result<std::vector<TopicEnds>> readEnds(std::stop_token stop) override
    {
        return to.readEnds(stop);
    }

    std::vector<Result<RecordCount>> countRecords(const std::vector<AgedTopic> &topics,
                                                  std::stop_token stop) override
    {
        return to.countRecords(topics, stop);
    }

    Outcomes createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                          std::stop_token stop) override
    {
        return to.createTopics(topics, validateOnly, stop);
    }

    Outcomes growPartitions(const std::vector<PartitionGrowth> &growths,
                            std::stop_token stop) override
    {
        return to.growPartitions(growths, stop);
    }

    Outcomes changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                            std::stop_token stop) override
    {
        return to.changeSettings(changes, validateOnly, stop);
    }

    Outcomes createAcls(const std::vector<Acl> &acls, std::stop_token stop) override
    {
        return to.createAcls(acls, stop);
    }

    Outcomes deleteAcls(const std::vector<Acl> &acls, std::stop_token stop) override
    {
        return to.deleteAcls(acls, stop);
    }

    Outcomes deleteTopics(const std::vector<std::string> &topics, std::stop_token stop) override
    {
        return to.deleteTopics(topics, stop);
    }

    Cluster &to;
};

} // namespace meshwright::test
