// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/deletion.h"

#include "modelling/checked.h"
#include "modelling/deletesteps.h"
#include "modelling/messagesteps.h"
#include "modelling/tagacts.h"

#include "meshwright/modelling/messageacts.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

/// The channels by which other contexts consume the topic.
Result<void> takeReadings(Draft &draft, const Topology &topology, const TopicName &topic,
                          Meaning &meaning)
{
    for (const auto *reading : topology.readersOf(topic)) {
        if (auto done = takeReading(draft, channelIdOf(*reading)); !done)
            return done;
        meaning.free.push_back(factOf(reading->spec->file, reading->declaration().key, ""));
    }
    return {};
}

} // namespace

Result<WorkspaceEdit> deleteTopic(const Topology &topology, const TopicName &name,
                                  const DeleteAlso &also)
{
    const auto *topic = topology.topic(name);
    if (!topic)
        return notFound("There is no topic '" + name.value + "' here.");
    const auto &file = topic->spec->file;
    Draft draft(topology.workspace);
    Meaning meaning;
    meaning.othersFollow = true;
    meaning.free = {factOf(file, topic->declaration().key, "")};
    const auto used = also.unused ? usedComponents(draft, file) : std::set<std::string>{};
    auto done = takeChannel(draft, channelIdOf(*topic));
    if (done && also.unused) {
        done = takeUnused(draft, file, used);
        meaning.free.push_back(factOf(file, "", ""));
    }
    if (done && also.readers)
        done = takeReadings(draft, topology, name, meaning);
    if (!done)
        return tl::unexpected(done.error());
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        if (!after.topic(name) && after.topics.size() + 1 == topology.topics.size())
            return std::nullopt;
        return "The topic '" + name.value +
               "' would still be there: another channel is of the "
               "same name.";
    };
    return checked(topology, draft, meaning);
}

Result<WorkspaceEdit> deleteMessage(const Topology &topology, const ChannelId &id,
                                    const std::string &message, const DeleteAlso &also)
{
    const auto *channel = findChannel(*topology.workspace, id);
    const auto *known = channel ? findMessage(*channel, message) : nullptr;
    if (!known)
        return notFound("The channel '" + id.key + "' in " + id.file + " has no message '" +
                            message + "'.",
                        id.file);
    Draft draft(topology.workspace);
    const auto used = also.unused ? usedComponents(draft, id.file) : std::set<std::string>{};
    auto done = takeMessage(draft, id, *known);
    Meaning meaning;
    meaning.othersFollow = true;
    const auto name = nameOf(*known);
    meaning.free = {factOf(id.file, id.key, name, "")};
    if (done && also.unused) {
        done = takeUnused(draft, id.file, used);
        meaning.free.push_back(factOf(id.file, "", ""));
    }
    if (!done)
        return tl::unexpected(done.error());
    const auto before = messagesOf(*channel).size();
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = findChannel(*after.workspace, id);
        if (now && messagesOf(*now).size() + 1 == before)
            return std::nullopt;
        return "The message '" + name +
               "' would still be there: it comes from a place that others "
               "may share.";
    };
    return checked(topology, draft, meaning);
}

Result<WorkspaceEdit> deleteContext(const Topology &topology, const ContextId &id,
                                    const DeleteAlso &also)
{
    const auto *context = topology.context(id);
    if (!context)
        return notFound("There is no bounded context '" + id.value + "' here.");
    Draft draft(topology.workspace);
    Meaning meaning;
    Result<void> done;
    if (also.readers)
        for (const auto *topic : topology.topicsOf(id))
            if (done)
                done = takeReadings(draft, topology, topic->name, meaning);
    if (also.grants)
        for (const auto &topic : topology.topics)
            for (const auto &grant : topic.grants)
                if (done && topic.owner != id && grant.target == id.value) {
                    done = takeTag(draft, channelIdOf(topic), grantTag(id.value));
                    meaning.free.push_back(
                        factOf(topic.spec->file, topic.declaration().key, "tags"));
                }
    if (!done)
        return tl::unexpected(done.error());
    draft.remove(context->spec->file);
    meaning.othersFollow = true;
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        if (!after.context(id))
            return std::nullopt;
        return "'" + id.value + "' would still be there: another spec has the same id.";
    };
    return checked(topology, draft, meaning);
}

} // namespace meshwright::modelling
