// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kafka/connection.h"
#include "kafka/errors.h"
#include "meshwright/plan/connector.h"

#include <functional>
#include <future>
#include <map>

namespace meshwright::kafka {

/// A Kafka cluster. Connects at the first call; after a failed connection the next call starts
/// afresh. Each write first makes sure that the cluster answers, so that Network and Denied mean
/// that nothing was sent. A write that was sent when `stop` came is awaited for one second more,
/// and is Timeout (unknown) where no answer came.
class KafkaCluster : public Cluster
{
public:
    explicit KafkaCluster(ClientProperties properties)
        : m_properties(std::move(properties))
    {}

    std::optional<std::string> principal() const override;
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

private:
    struct AclWrite;

    Result<Connection *> connection();
    void drop();
    Result<Event> ask(const Request &request, const std::stop_token &stop);
    /// The same, after the cluster has shown that it answers.
    Result<Event> askAfresh(const Request &request, const std::stop_token &stop);
    /// DescribeCluster, with what the principal may do.
    Result<Event> describeWithRights(const std::stop_token &stop);
    static bool mayDescribe(const Event &description);
    Subject subject(std::string resource, std::string right) const;
    template <typename Write>
    Outcomes writeTopics(const Write &write, const std::stop_token &stop);
    Outcomes writeAcls(const std::vector<Acl> &acls, const AclWrite &write,
                       const std::stop_token &stop);
    /// An error where an empty list of ACLs would be a lie.
    Result<void> confirmNoAcls(const std::stop_token &stop);
    Result<void> confirmAuthorizer(int broker, const std::stop_token &stop);
    /// Topics with their settings, by name; NotFound: the cluster doesn't know it (yet).
    using Readings = std::map<std::string, Result<ActualTopic>>;

    Result<Readings> describe(const std::vector<std::string> &names, const std::stop_token &stop);
    /// The same by a client of its own, after the cluster has shown that it answers.
    Result<Readings> describeAfresh(const std::vector<std::string> &names,
                                    const std::stop_token &stop);
    /// The groups that there are, and what becomes known of each.
    struct GroupList;

    Result<GroupList> listGroups(const std::stop_token &stop);
    Result<void> describeGroups(GroupList &list, const std::stop_token &stop);
    Result<void> readCommits(GroupList &list, const std::stop_token &stop);
    using Shapes = std::map<std::string, TopicShape>;
    using Ends = std::map<std::string, Result<std::vector<std::int64_t>>>;

    /// What to ask of each partition of a topic: a timestamp, or one of RD_KAFKA_OFFSET_SPEC_….
    using OffsetSpec = std::function<std::int64_t(const std::string &topic)>;

    Result<Shapes> shapesAfresh(const std::stop_token &stop);
    Result<void> askOffsets(const Shapes &shapes, const OffsetSpec &spec, Ends &ends,
                            const std::stop_token &stop);
    void describeMissing(Readings &readings, const std::stop_token &stop);
    Result<void> readSettings(Readings &readings, const std::stop_token &stop);

    ClientProperties m_properties;
    std::unique_ptr<Connection> m_connection;
    std::vector<std::future<void>> m_closing;
};

} // namespace meshwright::kafka
