// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/adoption/adopt.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::adoption {

/// What a message says by a schema in a file of its own.
struct SchemaLink
{
    std::string file; ///< from the workspace's root
    std::string type; ///< AVRO, JSON or PROTOBUF
};

struct MessageText
{
    std::string name; ///< what its key is made of
    std::optional<SchemaLink> payload = {};
    std::optional<SchemaLink> key = {};
    std::string strategy = {}; ///< empty: by the topic's name
    std::string level = {};    ///< empty: the usual one
};

/// A topic as a spec is to say it.
struct TopicText
{
    std::string name;
    std::string address;
    std::string type; ///< what its keys are named after
    int partitions = 0;
    int replicas = 0;
    std::map<std::string, std::string> settings;
    std::vector<std::string> grants; ///< contexts, or the keyword for everybody
    std::vector<MessageText> messages;
};

/// One that the context reads and another owns.
struct ConsumptionText
{
    std::string topic;
    std::string type;
};

struct SpecText
{
    ContextId context;
    std::string file;
    std::vector<TopicText> topics;
    std::vector<ConsumptionText> consumptions;
};

/// The text of the spec, AsyncAPI 3. What could not be written is noted.
std::string write(const SpecText &spec, std::vector<Note> &notes);

} // namespace meshwright::adoption
