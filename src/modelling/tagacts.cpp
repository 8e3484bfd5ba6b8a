// SPDX-License-Identifier: Apache-2.0
#include "modelling/tagacts.h"

#include "modelling/channeldraft.h"

#include "lint/tagedit.h"
#include "meshwright/modelling/topicacts.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

bool hasTag(const asyncapi::Channel &channel, const std::string &tag)
{
    const auto isIt = [&](const asyncapi::Tag &each) { return each.name.value == tag; };
    return std::any_of(channel.tags.begin(), channel.tags.end(), isIt) ||
           std::any_of(channel.operations.begin(), channel.operations.end(),
                       [&](const asyncapi::Operation &operation) {
                           return std::any_of(operation.tags.begin(), operation.tags.end(), isIt);
                       });
}

} // namespace

Result<void> putTag(Draft &draft, const ChannelId &id, const std::string &tag,
                    const std::string &description)
{
    const auto spec = draft.spec(id.file);
    const auto *channel = spec ? channelOf(*spec, id.key) : nullptr;
    if (!channel)
        return noChannel(id);
    auto edit = linting::tagEdit(draft, *spec, *channel, tag, description);
    if (!edit)
        return tl::unexpected(edit.error());
    return draft.apply(edit->first, edit->second);
}

Result<void> takeTag(Draft &draft, const ChannelId &id, const std::string &tag)
{
    while (true) { // the same tag may stand in several lists
        const auto spec = draft.spec(id.file);
        const auto *channel = spec ? channelOf(*spec, id.key) : nullptr;
        if (!channel)
            return noChannel(id);
        const auto removals = linting::tagRemovals(draft, *spec, *channel, tag);
        if (removals.empty())
            return {};
        if (auto done = draft.apply(removals.front().first, removals.front().second); !done)
            return done;
    }
}

Result<WorkspaceEdit> addTag(const Topology &topology, const ChannelId &channel,
                             const std::string &tag, const std::string &description)
{
    ChannelDraft act(topology, channel);
    if (!act.channel)
        return noChannel(channel);
    if (tag.empty() || tag.find('\n') != std::string::npos)
        return invalid("A tag is a word or a name on one line, such as pii.", channel.file);
    if (hasTag(*act.channel, tag))
        return WorkspaceEdit{};
    const auto done = putTag(act.draft, channel, tag, description);
    const auto holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = findChannel(*after.workspace, channel);
        if (now && hasTag(*now, tag))
            return std::nullopt;
        return "The tag would not be read where it can be written: write it in the text.";
    };
    return act.finish(done, {.free = {act.factOf("tags")}, .holds = holds});
}

Result<WorkspaceEdit> removeTag(const Topology &topology, const ChannelId &channel,
                                const std::string &tag)
{
    ChannelDraft act(topology, channel);
    if (!act.channel)
        return noChannel(channel);
    if (!hasTag(*act.channel, tag))
        return notFound("The channel '" + channel.key + "' has no tag '" + tag + "'.",
                        channel.file);
    const auto done = takeTag(act.draft, channel, tag);
    const auto holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = findChannel(*after.workspace, channel);
        if (now && !hasTag(*now, tag))
            return std::nullopt;
        return "The tag comes from a trait that others may share: take it out there.";
    };
    if (done && act.draft.edit().isEmpty())
        return conflict(*holds(topology), channel.file);
    return act.finish(done, {.free = {act.factOf("tags")}, .holds = holds});
}

} // namespace meshwright::modelling
