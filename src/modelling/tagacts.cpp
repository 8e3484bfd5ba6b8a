// SPDX-License-Identifier: Apache-2.0
#include "modelling/tagacts.h"

#include "modelling/channeldraft.h"

#include "lint/tagedit.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/yaml/edit.h"

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

/// The lists of tags that a channel and its operations have of their own.
std::vector<Spot> tagListsOf(asyncapi::Resolver &resolver, const Draft &draft,
                             const asyncapi::Channel &channel)
{
    std::vector<Spot> lists;
    const auto add = [&](const Spot &owner) {
        const auto tags = resolver.child(holderOf(resolver, owner, "tags"), "tags");
        if (tags && tags.node->kind == yaml::Kind::Sequence)
            lists.push_back(tags);
    };
    add(spotAt(resolver, draft, channel.place));
    for (const auto &operation : channel.operations)
        add(spotAt(resolver, draft, operation.place));
    return lists;
}

const yaml::Node *itemOf(asyncapi::Resolver &resolver, const Spot &list, const std::string &tag)
{
    for (const auto *item : list.node->items) {
        const auto value = resolver.follow({list.file, &item->resolved()});
        const auto name = resolver.child(value, "name");
        if (name && name.node->scalarText() == tag)
            return item;
    }
    return nullptr;
}

Result<void> takeItem(Draft &draft, const Spot &list, const yaml::Node &item)
{
    const auto document = draft.document(*list.file);
    const auto *owner = list.node->parent;
    if (list.node->items.size() == 1 && owner && owner->find("tags") == list.node)
        return takeEntry(draft, {list.file, owner}, "tags");
    auto edit = yaml::removeItem(*document, *list.node, item);
    if (edit)
        edit = yaml::withCommentsAbove(*document, *edit);
    return draft.apply(*list.file, edit);
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
        asyncapi::Resolver resolver(draft);
        const yaml::Node *item = nullptr;
        Spot list;
        for (const auto &each : tagListsOf(resolver, draft, *channel))
            if (const auto *found = item ? nullptr : itemOf(resolver, each, tag)) {
                item = found;
                list = each;
            }
        if (!item)
            return {};
        if (auto done = takeItem(draft, list, *item); !done)
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
