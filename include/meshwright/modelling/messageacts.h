// SPDX-License-Identifier: Apache-2.0
// Acts upon messages and their payloads: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/modelling/channelid.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace meshwright::modelling {

/// A field of a payload.
struct NewField
{
    std::string name;
    /// string, integer, number, boolean, object or array; in an Avro schema its own primitive types
    /// too (long, bytes …).
    std::string type = "string";
    std::string description = {};
    /// In Avro a field that is not required is a union with null, and its default is null.
    bool isRequired = false;

    bool operator==(const NewField &) const = default;
};

/// Nothing; a JSON object with these fields; or a `$ref` as it is to be written in the spec.
struct PayloadReference
{
    std::string reference; ///< ./schemas/sale.avsc, #/components/schemas/Sale

    bool operator==(const PayloadReference &) const = default;
};

using NewPayload = std::variant<std::monostate, std::vector<NewField>, PayloadReference>;

struct NewMessage
{
    std::string name; ///< Sale
    std::string summary = {};
    NewPayload payload = {};
};

/// Adds a message to a channel: to the operation by which its owner produces, or where there is
/// none, to the one that it has.
Result<WorkspaceEdit> addMessage(const Topology &topology, const ChannelId &channel,
                                 const NewMessage &wanted);

/// A message of a channel, by its key (AsyncAPI 3, or the last part of its `$ref`) or its name; an
/// empty name means the only message that the channel has.
const asyncapi::Message *findMessage(const asyncapi::Channel &channel, const std::string &message);
/// The key or the name that `findMessage` finds it by.
std::string nameOf(const asyncapi::Message &message);
/// The channel's own messages, and those of its operations, none twice.
std::vector<const asyncapi::Message *> messagesOf(const asyncapi::Channel &channel);

/// Adds a field at the end of a message's payload, where that stands: in the spec, or in a JSON
/// Schema or Avro file of the workspace (then every message of that schema gets it). A message that
/// says nothing of a payload gets a JSON object with this field. Invalid for Protobuf, whose field
/// numbers are the author's to give, and for a payload that is no object.
Result<WorkspaceEdit> addField(const Topology &topology, const ChannelId &channel,
                               const std::string &message, const NewField &field);

} // namespace meshwright::modelling
