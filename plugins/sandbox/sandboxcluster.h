// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"
#include "sandbox/sandboxstore.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace meshwright::sandbox {

/// A cluster of one broker in one file, with Kafka's rules and none of its waiting. Opened at the
/// first call; several processes may use one file.
class SandboxCluster : public Cluster
{
public:
    explicit SandboxCluster(std::filesystem::path file)
        : m_file(std::move(file))
    {}

    Result<ClusterInfo> info(std::stop_token stop) override;
    Result<std::vector<ActualTopic>> readTopics(std::stop_token stop) override;
    TopicReadings describeTopics(const std::vector<std::string> &names,
                                 std::stop_token stop) override;
    Result<std::vector<Acl>> readAcls(std::stop_token stop) override;
    /// There are none: it takes no connections.
    Result<GroupReadings> readGroups(std::stop_token stop) override;
    /// At their beginning: it holds no records.
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

private:
    using Write = std::function<Result<void>(Store &, std::size_t)>;

    Result<Store *> store(const std::stop_token &stop);
    Outcomes writeAll(std::size_t count, const std::stop_token &stop, bool keep,
                      const Write &write);

    std::filesystem::path m_file;
    std::optional<Store> m_store;
};

} // namespace meshwright::sandbox
