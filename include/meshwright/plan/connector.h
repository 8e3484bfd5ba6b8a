// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/groups.h"
#include "meshwright/plan/outcomes.h"
#include "meshwright/plan/schemaregistry.h"
#include "meshwright/plan/state.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace meshwright {

struct NewTopic
{
    std::string name;
    std::optional<int> partitions;
    std::optional<int> replicas;
    std::map<std::string, std::string> settings;
};

struct PartitionGrowth
{
    std::string topic;
    int partitions = 0; ///< the new total
};

/// Changes some settings of one topic and leaves all others (IncrementalAlterConfigs).
struct SettingsChange
{
    std::string topic;
    std::map<std::string, std::string> set;
    std::vector<std::string> unset; ///< back to the broker's default
};

struct ClusterInfo
{
    std::string clusterId;
    std::string version; ///< as far as it can be told
    int brokers = 0;
};

/// One answer a name, in the order of the request: the topic, or NotFound where the cluster shows
/// none of that name. After any other error it is unknown whether there is one.
using TopicReadings = std::vector<Result<ActualTopic>>;

/// A connection to one cluster: the port that plugins fill. Blocking, used by one thread at a time;
/// every call has a deadline and ends soon after `stop` is asked for, with Cancelled. Writes go out
/// in as few requests as the cluster takes; each answer is awaited. An error of the connection, not
/// of what was asked for, has the server in `where`: so Denied is a login that is not taken, and
/// Network a server that is out of reach; without it, Network puts off what was asked for.
class Cluster
{
public:
    virtual ~Cluster() = default;

    /// Whom the cluster takes this connection for, as in its ACLs (`User:ops`), where the connector
    /// knows that without asking; else none.
    virtual std::optional<std::string> principal() const { return std::nullopt; }

    virtual Result<ClusterInfo> info(std::stop_token stop) = 0;
    virtual Result<std::vector<ActualTopic>> readTopics(std::stop_token stop) = 0;
    /// Of these topics alone, at a cost that does not grow with the cluster.
    virtual TopicReadings describeTopics(const std::vector<std::string> &names,
                                         std::stop_token stop) = 0;
    /// NotFound: the cluster has no authorizer, so that nobody's access can be read or limited.
    virtual Result<std::vector<Acl>> readAcls(std::stop_token stop) = 0;
    /// All consumer groups. Denied where none is seen by somebody who may not see all.
    virtual Result<GroupReadings> readGroups(std::stop_token stop) = 0;
    /// Where the records of each topic end, sorted by topic.
    virtual Result<std::vector<TopicEnds>> readEnds(std::stop_token stop) = 0;

    /// One answer a topic, in the order of the request. A connector that can't tell says NotFound.
    virtual std::vector<Result<RecordCount>> countRecords(const std::vector<AgedTopic> &topics,
                                                          std::stop_token stop);

    /// `validateOnly`: the cluster's own verdict, without a write.
    virtual Outcomes createTopics(const std::vector<NewTopic> &topics, bool validateOnly,
                                  std::stop_token stop) = 0;
    virtual Outcomes growPartitions(const std::vector<PartitionGrowth> &growths,
                                    std::stop_token stop) = 0;
    virtual Outcomes changeSettings(const std::vector<SettingsChange> &changes, bool validateOnly,
                                    std::stop_token stop) = 0;
    virtual Outcomes createAcls(const std::vector<Acl> &acls, std::stop_token stop) = 0;
    virtual Outcomes deleteAcls(const std::vector<Acl> &acls, std::stop_token stop) = 0;
    virtual Outcomes deleteTopics(const std::vector<std::string> &topics, std::stop_token stop) = 0;
};

/// Opens clusters of one kind. What ships with the program uses this too.
class ConnectorPlugin
{
public:
    virtual ~ConnectorPlugin() = default;
    virtual std::string_view id() const = 0;    ///< `connector` in an environment
    virtual std::string_view title() const = 0; ///< for people
    /// Checks the environment's settings before any contact, resolves its secrets, and connects
    /// lazily: a broker that is down shows at the first call.
    virtual Result<std::unique_ptr<Cluster>> open(const Environment &environment) const = 0;

    /// The same for the environment's schema registry; null where it has none.
    virtual Result<std::unique_ptr<SchemaRegistry>>
    openRegistry(const Environment & /*environment*/) const
    {
        return std::unique_ptr<SchemaRegistry>();
    }
};

/// Where a plan is carried out.
struct Target
{
    // A cluster alone is a target too.
    Target(Cluster &theCluster, SchemaRegistry *theRegistry = nullptr)
        : cluster(theCluster)
        , registry(theRegistry)
    {}

    Cluster &cluster;
    SchemaRegistry *registry; ///< null: there is none
};

/// Reads topics and ACLs; each failure stays with its own part.
ActualState readActualState(Cluster &cluster, std::stop_token stop);
/// Subjects too, and what the registry says of those that are to change.
ActualState readActualState(const Target &target, const DesiredState &desired,
                            const std::stop_token &stop);

} // namespace meshwright
