// SPDX-License-Identifier: Apache-2.0
// A channel's description and its Kafka binding: partitions, replicas, settings.
#include "modelling/channeldraft.h"
#include "modelling/habits.h"

#include "meshwright/asyncapi/duration.h"
#include "meshwright/modelling/topicacts.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

/// Sets what stands at the end of a way through the channel, or takes it away; `fact` tells it.
Result<WorkspaceEdit> setAlong(const Topology &topology, const ChannelId &id,
                               const std::string &fact, const Keys &way,
                               const std::optional<yaml::Value> &value, const std::string &text)
{
    ChannelDraft act(topology, id);
    if (!act.channel)
        return noChannel(id);
    if (act.said(fact) == text)
        return WorkspaceEdit{};
    asyncapi::Resolver resolver(act.draft);
    const auto written = act.written(resolver);
    if (!written)
        return noChannel(id);
    const auto done = value
                          ? putAlong(act.draft, written, way, *value, fact.starts_with("setting/"))
                          : takeAlong(act.draft, written, way, {"bindingVersion"});
    return act.finish(done, {{{act.factOf(fact), text}}});
}

Result<WorkspaceEdit> setCount(const Topology &topology, const ChannelId &id,
                               const std::string &key, std::optional<int> count)
{
    if (count && *count < 1)
        return invalid("A topic has at least one of its " + key +
                           "; leave the number out to leave "
                           "it to the environment.",
                       id.file);
    std::optional<yaml::Value> value;
    if (count)
        value = yaml::Plain{std::to_string(*count)};
    return setAlong(topology, id, key, {"bindings", "kafka", key}, value,
                    count ? std::to_string(*count) : "");
}

} // namespace

Result<WorkspaceEdit> setPartitions(const Topology &topology, const ChannelId &channel,
                                    std::optional<int> count)
{
    return setCount(topology, channel, "partitions", count);
}

Result<WorkspaceEdit> setReplicas(const Topology &topology, const ChannelId &channel,
                                  std::optional<int> count)
{
    return setCount(topology, channel, "replicas", count);
}

Result<WorkspaceEdit> setTopicSetting(const Topology &topology, const ChannelId &channel,
                                      const std::string &key,
                                      const std::optional<std::string> &value)
{
    const auto map = settingsMapOf(*topology.workspace, channel, key);
    std::optional<yaml::Value> written;
    if (value) {
        auto checked = valueOfSetting(key, *value, map);
        if (!checked)
            return tl::unexpected(checked.error());
        written = std::move(*checked);
    }
    return setAlong(topology, channel, "setting/" + key, {"bindings", "kafka", map, key}, written,
                    value ? textOfSetting(key, *value) : "");
}

Result<WorkspaceEdit> setRetention(const Topology &topology, const ChannelId &channel,
                                   const std::optional<std::string> &duration)
{
    if (!duration)
        return setTopicSetting(topology, channel, "retention.ms", std::nullopt);
    const auto milliseconds = asyncapi::parseDuration(*duration);
    if (!milliseconds)
        return tl::unexpected(milliseconds.error());
    return setTopicSetting(topology, channel, "retention.ms", std::to_string(*milliseconds));
}

Result<WorkspaceEdit> setChannelDescription(const Topology &topology, const ChannelId &channel,
                                            const std::string &description)
{
    std::optional<yaml::Value> value;
    if (!description.empty())
        value = description;
    return setAlong(topology, channel, "description", {"description"}, value, description);
}

} // namespace meshwright::modelling
