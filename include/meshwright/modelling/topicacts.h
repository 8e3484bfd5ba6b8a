// SPDX-License-Identifier: Apache-2.0
// Acts upon a topic: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/modelling/messageacts.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <map>
#include <optional>
#include <string>

namespace meshwright::modelling {

/// What a new topic starts from.
struct NewTopic
{
    ContextId context; ///< its owner
    Access access = Access::Public;
    std::string type;                                 ///< `sale`; parts may be joined by dots
    std::string description = {};                     ///< empty: none
    std::optional<int> partitions = {};               ///< none: left to the environment
    std::optional<int> replicas = {};                 ///< none: left to the environment
    std::map<std::string, std::string> settings = {}; ///< Kafka's own names and values
    std::optional<NewMessage> message = {};
};

/// `acme.finance.sales._public.sale`.
TopicName topicNameFor(const Convention &convention, const ContextId &owner, Access access,
                       const std::string &type);

/// Writes a channel that its owner produces to (AsyncAPI 2 `publish`, AsyncAPI 3 an operation that
/// sends), in the habits of the file.
Result<WorkspaceEdit> addTopic(const Topology &topology, const NewTopic &wanted);
/// All of them or none, in one edit.
Result<WorkspaceEdit> addTopics(const Topology &topology, const std::vector<NewTopic> &wanted);

/// Renames the topic so that its name has the other keyword, in every spec that names it and every
/// reference to its channel. With `grantReaders`, and where it becomes protected, each context that
/// consumes it now is granted access. Ask `impactOf` what that means: to Kafka it is a new topic.
Result<WorkspaceEdit> setAccess(const Topology &topology, const TopicName &topic, Access access,
                                bool grantReaders = false);

/// Kafka's number of partitions or replicas; none takes the line away.
Result<WorkspaceEdit> setPartitions(const Topology &topology, const ChannelId &channel,
                                    std::optional<int> count);
Result<WorkspaceEdit> setReplicas(const Topology &topology, const ChannelId &channel,
                                  std::optional<int> count);

/// One of the topic's settings, such as `cleanup.policy`; items of a list are joined by commas; no
/// value takes the setting away. Stands in the map that the channel or its neighbours use
/// (`topicConfiguration`, `configs`).
Result<WorkspaceEdit> setTopicSetting(const Topology &topology, const ChannelId &channel,
                                      const std::string &key,
                                      const std::optional<std::string> &value);

/// `retention.ms` from a duration with its unit, as parseDuration reads it; none takes it away.
Result<WorkspaceEdit> setRetention(const Topology &topology, const ChannelId &channel,
                                   const std::optional<std::string> &duration);

/// An empty text takes the description away.
Result<WorkspaceEdit> setChannelDescription(const Topology &topology, const ChannelId &channel,
                                            const std::string &description);

/// A tag on the channel's operation, or on the channel itself, wherever the spec has its tags.
Result<WorkspaceEdit> addTag(const Topology &topology, const ChannelId &channel,
                             const std::string &tag, const std::string &description = {});
Result<WorkspaceEdit> removeTag(const Topology &topology, const ChannelId &channel,
                                const std::string &tag);

} // namespace meshwright::modelling
