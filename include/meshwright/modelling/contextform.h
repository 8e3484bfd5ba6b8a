// SPDX-License-Identifier: Apache-2.0
// What a spec says of its bounded context, as a form shows it. Each value has its place, so that
// its text can be shown beside it; each change is one of the acts in the headers beside this one.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/schema/field.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright::modelling {

struct FormMessage
{
    std::string name;   ///< as findMessage takes it; empty where it has neither key nor name
    std::string title;  ///< or its summary
    std::string format; ///< `schemaFormat`; empty for AsyncAPI's own
    bool hasPayload = false;
    std::vector<schema::Field> fields;
    asyncapi::Place place;
};

struct FormTopic
{
    ChannelId channel;
    TopicName name;
    std::optional<Access> access;
    std::string description;
    std::string partitions; ///< as written; empty where the environment says
    std::string replicas;
    std::string
        retention; ///< `retention.ms` as people say it, `48 h`; as written where it is wrong
    std::vector<asyncapi::TopicSetting> settings;
    std::vector<Grant> grants;
    std::vector<asyncapi::Tag> tags; ///< of the channel and its operations, without grants
    std::vector<ContextId> readers;  ///< contexts that say that they consume it
    asyncapi::Place place;           ///< of the channel's key
};

struct FormConsumption
{
    ChannelId channel;
    TopicName topic;
    std::optional<ContextId> owner; ///< none where no known context owns it
    std::optional<Access> access;   ///< of the owner's topic
    bool mayRead = false;           ///< the topic is public, or this context is granted
    asyncapi::Place place;
};

struct ContextForm
{
    std::string file;
    ContextId id; ///< empty where the spec has none
    std::string title;
    std::string description;
    std::string asyncapi;          ///< 3.0.0
    std::string apiVersion;        ///< `info.version`
    std::vector<FormTopic> topics; ///< in the order of the file
    std::vector<FormConsumption> consumptions;
    std::vector<asyncapi::Server> servers;
    bool isOld = false; ///< the text has a syntax error: this is what it said before

    const FormTopic *topic(const TopicName &name) const;
};

/// Nothing where the file is no spec that can be read.
std::optional<ContextForm> contextForm(const Topology &topology, const std::string &file);

/// The messages of one channel, with the fields of their payloads in whatever format these are.
std::vector<FormMessage> formMessages(const Workspace &workspace, const ChannelId &channel);

/// The topics of other contexts that `reader` does not consume yet: those that it may read first,
/// then protected ones; never private ones.
std::vector<const Topic *> topicsToConsume(const Topology &topology, const ContextId &reader);

} // namespace meshwright::modelling
