// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/accessacts.h"

#include "modelling/checked.h"
#include "modelling/deletesteps.h"
#include "modelling/references.h"
#include "modelling/specwriter.h"
#include "modelling/tagacts.h"
#include "modelling/words.h"

#include "asyncapi/payloadreach.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

std::string lastPart(const std::string &name)
{
    return name.substr(name.rfind('.') + 1);
}

const Consumption *consumptionOf(const Topology &topology, const ContextId &reader,
                                 const TopicName &topic)
{
    for (const auto *each : topology.readersOf(topic))
        if (each->reader == reader)
            return each;
    return nullptr;
}

/// Whether the target, a context, a domain or the keyword for everybody, reads by a grant.
bool isGrantedTo(const Topic &topic, const std::string &target)
{
    return isGranted(topic, ContextId{target}) ||
           std::any_of(topic.grants.begin(), topic.grants.end(),
                       [&](const Grant &grant) { return grant.target == target; });
}

tl::unexpected<Error> noTopic(const TopicName &topic)
{
    return notFound("There is no topic '" + topic.value + "' here.");
}

Result<void> mayBeGranted(const Topology &topology, const Topic &topic)
{
    const auto &convention = topology.workspace->settings().convention;
    if (topic.access == Access::Private || !topic.access)
        return denied("The topic '" + topic.name.value + "' is " +
                          (topic.access ? "private to" : "without an access keyword, so only for") +
                          " '" + topic.owner.value + "': ask its owner to offer it as '" +
                          convention.protectedKeyword + "' or '" + convention.publicKeyword + "'.",
                      topic.spec->file);
    return {};
}

/// A `$ref` to where a payload's schema stands.
std::string referenceToPayload(const Workspace &workspace, const std::string &fromFile,
                               const asyncapi::Payload &payload)
{
    const auto document = workspace.document(payload.file);
    if (payload.node && document)
        return referenceText(fromFile, payload.file, document->pathTo(*payload.node));
    return referenceText(fromFile, payload.file, {});
}

/// What the owner says of its message, for a context that reads it.
yaml::Value::Entries readersMessage(const Workspace &workspace, const asyncapi::Spec &reader,
                                    const asyncapi::Message &message, const std::string &name)
{
    yaml::Value::Entries entries{{"name", message.name.empty() ? name : message.name}};
    if (!message.title.empty())
        entries.emplace_back("title", message.title);
    if (!message.summary.empty() && message.summary.find('\n') == std::string::npos)
        entries.emplace_back("summary", message.summary);
    const auto *said = reader.document->root()->find("defaultContentType");
    const auto ours = said ? said->scalarText().value_or("") : "";
    if (!message.contentType.empty() && message.contentType != ours)
        entries.emplace_back("contentType", message.contentType);
    if (message.payload && !message.payload->file.empty())
        addPayload(entries, reader.major, asyncapi::schemaFormatOf(*message.payload),
                   yaml::Value::Entries{{"$ref", yaml::Quoted{referenceToPayload(
                                                     workspace, reader.file, *message.payload)}}});
    return entries;
}

ChannelText readersChannel(const Workspace &workspace, const asyncapi::Spec &reader,
                           const Topic &topic)
{
    ChannelText text;
    text.address = topic.name.value;
    text.action = asyncapi::Action::Receive;
    const auto type = lastPart(topic.name.value);
    text.words = wordsOf(lastPart(topic.owner.value));
    for (auto &word : wordsOf(type))
        text.words.push_back(std::move(word));
    std::vector<std::string> names;
    for (const auto *message : messagesOf(topic.declaration())) {
        const auto wanted = nameOf(*message).empty() ? pascalCase(type) : nameOf(*message);
        const auto name = unused(wanted, [&](const std::string &each) {
            return std::find(names.begin(), names.end(), each) != names.end();
        });
        names.push_back(name);
        text.messages.emplace_back(name, readersMessage(workspace, reader, *message, name));
    }
    return text;
}

/// The reading, where the reader's spec has a channel of the topic already and only writes to it.
Result<void> readToo(Draft &draft, const Consumption &consumption, const ChannelText &wanted)
{
    const auto id = channelIdOf(consumption);
    SpecWriter writer(draft, id.file);
    if (writer.spec().major == 3) {
        std::vector<std::string> keys;
        for (const auto &message : consumption.declaration().messages)
            keys.push_back(message.key);
        return writer.addOperation(wanted, id.key, keys);
    }
    auto operation = writer.operationOfVersion2(wanted);
    if (!operation)
        return tl::unexpected(operation.error());
    asyncapi::Resolver resolver(draft);
    const auto channel = spotAt(resolver, draft, id.file, {"channels", id.key});
    return putAlong(draft, channel, {"subscribe"}, *operation);
}

bool reads(const Topology &topology, const ContextId &reader, const TopicName &name)
{
    const auto *consumption = consumptionOf(topology, reader, name);
    const auto *topic = topology.topic(name);
    return consumption && consumption->declaration().receives() && topic &&
           (topic->access != Access::Protected || isGranted(*topic, reader));
}

} // namespace

Result<void> checkConsuming(const Topology &topology, const ContextId &reader,
                            const TopicName &name)
{
    const auto *context = topology.context(reader);
    const auto *topic = topology.topic(name);
    if (!context)
        return notFound("There is no bounded context '" + reader.value + "' here.");
    if (!topic)
        return noTopic(name);
    if (topic->owner == reader)
        return invalid("'" + reader.value + "' owns the topic '" + name.value +
                           "' and reads it already.",
                       context->spec->file);
    if (auto may = mayBeGranted(topology, *topic); !may)
        return may;
    if (reads(topology, reader, name))
        return conflict("'" + reader.value + "' consumes the topic '" + name.value + "' already.",
                        context->spec->file);
    return {};
}

Result<WorkspaceEdit> consume(const Topology &topology, const ContextId &reader,
                              const TopicName &name)
{
    if (const auto may = checkConsuming(topology, reader, name); !may) {
        if (may.error().code == Error::Code::Conflict)
            return WorkspaceEdit{}; // that is what was asked for
        return tl::unexpected(may.error());
    }
    const auto *context = topology.context(reader);
    const auto *topic = topology.topic(name);
    Draft draft(topology.workspace);
    const auto text = readersChannel(*topology.workspace, *context->spec, *topic);
    const auto *known = consumptionOf(topology, reader, name);
    Result<void> done;
    if (!known)
        done = SpecWriter(draft, context->spec->file).addChannel(text);
    else if (!known->declaration().receives())
        done = readToo(draft, *known, text);
    if (done && topic->access == Access::Protected && !isGranted(*topic, reader))
        done = putTag(draft, channelIdOf(*topic), grantTag(reader.value));
    if (!done)
        return tl::unexpected(done.error());
    Meaning meaning;
    meaning.addsChannels = true;
    meaning.free = {factOf(context->spec->file, "", ""),
                    factOf(topic->spec->file, topic->declaration().key, "tags")};
    if (known)
        meaning.free.push_back(factOf(context->spec->file, known->declaration().key, ""));
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        if (reads(after, reader, name))
            return std::nullopt;
        return "'" + reader.value + "' would not be a reader of '" + name.value +
               "' after what can be written: write it in the text.";
    };
    return checked(topology, draft, meaning);
}

Result<WorkspaceEdit> stopConsuming(const Topology &topology, const ContextId &reader,
                                    const TopicName &name, bool revokeToo)
{
    const auto *known = consumptionOf(topology, reader, name);
    const auto *topic = topology.topic(name);
    if (!known)
        return notFound("'" + reader.value + "' does not consume the topic '" + name.value + "'.");
    Draft draft(topology.workspace);
    auto done = takeReading(draft, channelIdOf(*known));
    Meaning meaning;
    meaning.free = {factOf(known->spec->file, known->declaration().key, "")};
    if (done && revokeToo && topic) {
        done = takeTag(draft, channelIdOf(*topic), grantTag(reader.value));
        meaning.free.push_back(factOf(topic->spec->file, topic->declaration().key, "tags"));
    }
    if (!done)
        return tl::unexpected(done.error());
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = consumptionOf(after, reader, name);
        if (!now || !now->declaration().receives())
            return std::nullopt;
        return "'" + reader.value + "' would still read '" + name.value +
               "': it says so in another place as well.";
    };
    return checked(topology, draft, meaning);
}

Result<WorkspaceEdit> grant(const Topology &topology, const TopicName &name,
                            const std::string &target)
{
    const auto *topic = topology.topic(name);
    if (!topic)
        return noTopic(name);
    if (auto may = mayBeGranted(topology, *topic); !may)
        return tl::unexpected(may.error());
    const auto &convention = topology.workspace->settings().convention;
    const auto domains = topology.domains();
    const bool isKnown = target == convention.publicKeyword || topology.context({target}) ||
                         std::binary_search(domains.begin(), domains.end(), target);
    if (!isKnown)
        return notFound("No bounded context or domain here is named '" + target +
                        "', so the grant would reach nobody.");
    if (topic->access == Access::Public || isGrantedTo(*topic, target))
        return WorkspaceEdit{};
    Draft draft(topology.workspace);
    if (auto done = putTag(draft, channelIdOf(*topic), grantTag(target)); !done)
        return tl::unexpected(done.error());
    Meaning meaning;
    meaning.free = {factOf(topic->spec->file, topic->declaration().key, "tags")};
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = after.topic(name);
        if (now && isGrantedTo(*now, target))
            return std::nullopt;
        return "The grant would not be read where it can be written: write it in the text.";
    };
    return checked(topology, draft, meaning);
}

Result<WorkspaceEdit> revoke(const Topology &topology, const TopicName &name,
                             const std::string &target)
{
    const auto *topic = topology.topic(name);
    if (!topic)
        return noTopic(name);
    const bool isThere = std::any_of(topic->grants.begin(), topic->grants.end(),
                                     [&](const Grant &each) { return each.target == target; });
    if (!isThere)
        return notFound(
            "The topic '" + name.value + "' has no grant to '" + target + "'" +
                (isGrantedTo(*topic, target) ? " itself: it reads by a wider one." : "."),
            topic->spec->file);
    Draft draft(topology.workspace);
    if (auto done = takeTag(draft, channelIdOf(*topic), grantTag(target)); !done)
        return tl::unexpected(done.error());
    Meaning meaning;
    meaning.free = {factOf(topic->spec->file, topic->declaration().key, "tags")};
    meaning.allowedRules = {"access/no-grant"};
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = after.topic(name);
        const bool isGone =
            now && std::none_of(now->grants.begin(), now->grants.end(),
                                [&](const Grant &each) { return each.target == target; });
        if (isGone)
            return std::nullopt;
        return "The grant comes from a trait that others may share: take it out there.";
    };
    return checked(topology, draft, meaning);
}

} // namespace meshwright::modelling
