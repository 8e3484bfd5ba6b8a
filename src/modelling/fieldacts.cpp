// SPDX-License-Identifier: Apache-2.0
// A field more in a payload: JSON Schema and Avro, inline or in a file of its own.
#include "modelling/channeldraft.h"
#include "modelling/specwriter.h"

#include "asyncapi/payloadreach.h"
#include "meshwright/modelling/messageacts.h"
#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <array>

namespace meshwright::modelling {

namespace {

using Entries = yaml::Value::Entries;
using schema::FormatKind;

constexpr std::array<std::string_view, 7> avroTypes{"string", "long",  "int",    "double",
                                                    "float",  "bytes", "boolean"};

tl::unexpected<Error> noObject(const std::string &why, const std::string &file)
{
    return invalid("The payload " + why + ", so it takes no field: change it in the text.", file);
}

std::optional<std::string> avroTypeOf(const std::string &type)
{
    if (type == "integer")
        return "long";
    if (type == "number")
        return "double";
    const bool isKnown = std::find(avroTypes.begin(), avroTypes.end(), type) != avroTypes.end();
    return isKnown ? std::optional(type) : std::nullopt;
}

Result<void> addToRecord(Draft &draft, const Spot &record, const NewField &field)
{
    if (!record)
        return notFound("The payload's schema is not where it is said to be: mend its reference.");
    const auto *type = record.node->find("type");
    const auto *fields = record.node->find("fields");
    if (!type || type->scalarText() != "record" || !fields || !fields->isSequence())
        return noObject("is no Avro record", *record.file);
    const auto avro = avroTypeOf(field.type);
    if (!avro)
        return invalid(
            "'" + field.type +
                "' can't be written as one word in Avro: choose string, "
                "int, long, float, double, boolean or bytes, or write the type in the text.",
            *record.file);
    Entries entry{{"name", field.name}};
    if (field.isRequired)
        entry.emplace_back("type", *avro);
    else
        entry.emplace_back("type", yaml::Value::Items{yaml::Value(yaml::Quoted{"null"}),
                                                      yaml::Value(yaml::Quoted{*avro})});
    if (!field.description.empty())
        entry.emplace_back("doc", field.description);
    if (!field.isRequired)
        entry.emplace_back("default", yaml::Plain{"null"});
    const auto document = draft.document(*record.file);
    return draft.apply(*record.file,
                       yaml::appendItem(*document, fields->resolved(),
                                        yaml::write(entry, yaml::habitsOf(*document))));
}

bool isObject(const yaml::Node &schema)
{
    const auto *type = schema.find("type");
    if (!type)
        return schema.entries.empty() || schema.find("properties");
    if (type->isScalar())
        return type->scalarText() == "object";
    const auto &types = type->resolved().items;
    return std::any_of(types.begin(), types.end(),
                       [](const auto *each) { return each->scalarText() == "object"; });
}

Result<void> addToObject(Draft &draft, const asyncapi::Place &place, const NewField &field)
{
    if (const auto fault = fieldFault(field))
        return invalid(*fault, place.file);
    asyncapi::Resolver resolver(draft);
    const auto document = draft.document(place.file);
    const auto schema = spotAt(resolver, draft, place);
    if (!schema || schema.node->kind != yaml::Kind::Mapping || !isObject(*schema.node))
        return noObject("is no JSON object", place.file);
    const auto path = document->pathTo(*schema.node);
    if (field.isRequired) {
        const auto required = resolver.child(schema, "required");
        auto done = required && required.node->kind == yaml::Kind::Sequence
                        ? draft.apply(*required.file, yaml::appendItem(*document, *required.node,
                                                                       yaml::write(field.name)))
                        : putEntry(draft, schema, "required", yaml::Value::Items{field.name});
        if (!done)
            return done;
    }
    asyncapi::Resolver again(draft);
    return putAlong(draft, spotAt(again, draft, place.file, path), {"properties", field.name},
                    fieldSchema(field), true);
}

Result<void> addToPayload(Draft &draft, const asyncapi::Payload &payload, FormatKind kind,
                          const NewField &field)
{
    const asyncapi::Place place{payload.file, payload.node->range};
    asyncapi::Resolver resolver(draft);
    if (kind == FormatKind::Avro)
        return addToRecord(draft, spotAt(resolver, draft, place), field);
    if (kind == FormatKind::Own || kind == FormatKind::OpenApi)
        return addToObject(draft, place, field);
    return noObject("is in a format that nothing here can write", payload.file);
}

/// An object with the field, for a message that says nothing of a payload yet.
Result<void> addPayloadWith(Draft &draft, const asyncapi::Place &message, const NewField &field)
{
    if (const auto fault = fieldFault(field))
        return invalid(*fault, message.file);
    asyncapi::Resolver resolver(draft);
    const auto written = resolver.follow(spotAt(resolver, draft, message));
    const bool canHold = written && written.node->kind == yaml::Kind::Mapping &&
                         !written.node->find("payload") && !written.node->find("schemaFormat");
    if (!canHold)
        return notFound("The message has no payload that could be read: give it one first.",
                        message.file);
    return putEntry(draft, written, "payload", objectSchema({field}));
}

/// Whether a fact tells of this field, wherever its schema is a part of another; `orPayload`: or
/// whether there is a payload at all.
bool tellsOf(const std::string &fact, const std::string &name, bool orPayload)
{
    const auto last = fact.rfind('\n');
    const std::string_view what = std::string_view(fact).substr(last + 1);
    return what == "field/" + name || (what.starts_with("field/") && what.ends_with('.' + name)) ||
           (orPayload && what == "payload");
}

} // namespace

Result<WorkspaceEdit> addField(const Topology &topology, const ChannelId &channel,
                               const std::string &message, const NewField &field)
{
    ChannelDraft act(topology, channel);
    if (!act.channel)
        return noChannel(channel);
    const auto *known = findMessage(*act.channel, message);
    if (!known)
        return notFound("The channel '" + channel.key + "' has no message '" + message + "'.",
                        channel.file);
    if (field.name.empty() || field.name.find('\n') != std::string::npos)
        return invalid("A field has a name on one line, such as orderId.", channel.file);
    const auto &payload = known->payload;
    const auto kind = schema::readFormat(payload ? asyncapi::schemaFormatOf(*payload) : "").kind;
    if (kind == FormatKind::Protobuf)
        return invalid("A Protobuf field has a number that is its author's to give, and is never "
                       "used again: add it in the .proto file.",
                       channel.file);
    if (payload && !payload->node)
        return notFound("The payload of the message '" + nameOf(*known) +
                            "' can't be read: mend it first.",
                        channel.file);
    const auto name = nameOf(*known);
    const auto fact = factOf(channel.file, channel.key, name, "field/" + field.name);
    Facts facts;
    addFacts(facts, *topology.workspace, act.spec());
    if (facts.contains(fact))
        return conflict("The payload has a field '" + field.name + "' already.", channel.file);
    const auto done = payload ? addToPayload(act.draft, *payload, kind, field)
                              : addPayloadWith(act.draft, known->place, field);
    Meaning meaning;
    meaning.alsoFree = [&](const std::string &each) { return tellsOf(each, field.name, !payload); };
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        Facts now;
        addFacts(now, *after.workspace, *after.workspace->file(channel.file)->spec);
        if (now.contains(fact))
            return std::nullopt;
        return "The field '" + field.name +
               "' would not be read where it can be written: write it "
               "in the text.";
    };
    return act.finish(done, meaning);
}

} // namespace meshwright::modelling
