// SPDX-License-Identifier: Apache-2.0
// What the specs ask for: ACLs and topics as JSON.
#include "meshwright/report/report.h"

#include "asyncapi/schemafiles.h"
#include "report/json.h"

#include <algorithm>

namespace meshwright::report {

namespace {

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// The channel's payload schemas that stand in files of their own, under Confluent's default
/// TopicNameStrategy.
Json schemasJson(const Topology &topology, const TopicName &name)
{
    Json list = Json::array();
    const Topic *topic = topology.topic(name);
    if (!topic)
        return list;
    const asyncapi::Channel &channel = topic->declaration();
    std::vector<asyncapi::Message> messages = channel.messages;
    for (const asyncapi::Operation &operation : channel.operations)
        messages.insert(messages.end(), operation.messages.begin(), operation.messages.end());
    for (const asyncapi::Message &message : messages) {
        if (!message.payload || message.payload->file.empty() ||
            message.payload->file == topic->spec->file ||
            asyncapi::registryTypeOf(*message.payload).empty())
            continue;
        const Json schema = {{"subject", name.value + "-value"},
                             {"type", asyncapi::registryTypeOf(*message.payload)},
                             {"file", message.payload->file},
                             {"references", Json::array()}};
        if (std::find(list.begin(), list.end(), schema) == list.end())
            list.push_back(schema);
    }
    return list;
}

} // namespace

std::string aclsJson(const Topology &topology, const std::vector<RequestedAcl> &acls)
{
    Json list = Json::array();
    for (const RequestedAcl &requested : acls) {
        Json entry = aclJson(requested.acl);
        entry["context"] = requested.context.value;
        entry["reason"] = placeJson(*topology.workspace, requested.reason);
        list.push_back(entry);
    }
    Json json = versioned();
    json["acls"] = list;
    return printed(json);
}

std::string topicsJson(const Topology &topology, const DesiredState &desired)
{
    Json list = Json::array();
    for (const DesiredTopic &topic : desired.topics) {
        list.push_back({{"name", topic.name.value},
                        {"context", topic.context.value},
                        {"access", topic.access ? Json(nameOf(*topic.access)) : Json(nullptr)},
                        {"partitions", orNull(topic.partitions)},
                        {"replicas", orNull(topic.replicas)},
                        {"configs", Json(topic.settings)},
                        {"schemas", schemasJson(topology, topic.name)}});
    }
    Json json = versioned();
    json["topics"] = list;
    return printed(json);
}

} // namespace meshwright::report
