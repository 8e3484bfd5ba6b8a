// SPDX-License-Identifier: Apache-2.0
#include "meshwright/modelling/messageacts.h"

#include "modelling/channeldraft.h"
#include "modelling/messagesteps.h"
#include "modelling/references.h"
#include "modelling/specwriter.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

using Entries = yaml::Value::Entries;

const asyncapi::Operation *operationFor(const asyncapi::Channel &channel)
{
    const auto &all = channel.operations;
    const auto sends = std::find_if(all.begin(), all.end(), [](const auto &each) {
        return each.action == asyncapi::Action::Send;
    });
    if (sends != all.end())
        return &*sends;
    return all.empty() ? nullptr : &all.front();
}

/// The lines of a value as they stand, moved to column 0.
std::vector<std::string> linesOf(const yaml::Document &document, const yaml::Node &node)
{
    const SourceText slice{std::string(document.text()->slice(node.range))};
    const auto line = document.text()->lineRange(document.text()->position(node.range.begin).line);
    const auto column = node.range.begin - line.begin;
    std::vector<std::string> lines;
    for (std::uint32_t i = 1; i <= slice.lineCount(); ++i) {
        std::string text(slice.slice(slice.lineRange(i)));
        if (i > 1)
            text.erase(0, std::min(column, std::min(text.find_first_not_of(' '), text.size())));
        lines.push_back(std::move(text));
    }
    return lines;
}

/// AsyncAPI 2: the only message becomes the first of a `oneOf`.
Result<void> putIntoChoice(Draft &draft, const Spot &operation, const yaml::Value &added)
{
    const auto document = draft.document(*operation.file);
    const auto habits = yaml::habitsOf(*document);
    const auto *present = operation.node->find("message");
    const std::string indent(habits.indentsLists ? habits.step : 0, ' ');
    std::string text = "oneOf:";
    std::string lead = "- ";
    for (const auto &line : linesOf(*document, *present)) {
        text += '\n' + (line.empty() ? "" : indent + lead + line);
        lead = "  ";
    }
    const SourceText items{yaml::write(yaml::Value::Items{added}, habits)};
    for (std::uint32_t i = 1; i <= items.lineCount(); ++i) {
        const std::string line(items.slice(items.lineRange(i)));
        text += '\n' + (line.empty() ? "" : indent + line);
    }
    return draft.apply(*operation.file,
                       yaml::setEntry(*document, *operation.node, "message", text));
}

Result<void> addToOperation(Draft &draft, const ChannelId &id, const yaml::Value &message)
{
    const auto spec = draft.spec(id.file);
    const auto *channel = channelOf(*spec, id.key);
    const auto *operation = channel ? operationFor(*channel) : nullptr;
    if (!operation)
        return notFound("The channel '" + id.key + "' in " + id.file +
                            " has no operation that could carry a message: say first that its "
                            "owner produces it.",
                        id.file);
    asyncapi::Resolver resolver(draft);
    const auto spot = resolver.follow(spotAt(resolver, draft, operation->place));
    const auto written = resolver.child(spot, "message");
    if (!written || written.node->isNull())
        return putEntry(draft, spot, "message", message);
    const auto choice = resolver.child(written, "oneOf");
    if (!choice)
        return putIntoChoice(draft, spot, message);
    const auto document = draft.document(*choice.file);
    return draft.apply(
        *choice.file,
        yaml::appendItem(*document, *choice.node, yaml::write(message, yaml::habitsOf(*document))));
}

/// AsyncAPI 3: the operations that list their messages list this one too.
Result<void> listInOperations(Draft &draft, const ChannelId &id, const std::string &name)
{
    const auto spec = draft.spec(id.file);
    const auto *channel = channelOf(*spec, id.key);
    const auto *operation = channel ? operationFor(*channel) : nullptr;
    if (!operation)
        return {};
    asyncapi::Resolver resolver(draft);
    const auto spot = resolver.follow(spotAt(resolver, draft, operation->place));
    const auto list = resolver.child(spot, "messages");
    if (!list || list.node->kind != yaml::Kind::Sequence)
        return {};
    const auto document = draft.document(*list.file);
    const auto text = referenceText(*list.file, id.file, {"channels", id.key, "messages", name});
    return draft.apply(*list.file,
                       yaml::appendItem(*document, *list.node,
                                        yaml::write(Entries{{"$ref", yaml::Quoted{text}}},
                                                    yaml::habitsOf(*document))));
}

Result<void> addToChannel(Draft &draft, const ChannelId &id, const std::string &name,
                          const yaml::Value &message)
{
    asyncapi::Resolver resolver(draft);
    const auto spec = draft.spec(id.file);
    const auto *channel = channelOf(*spec, id.key);
    const auto written = channel ? spotAt(resolver, draft, channel->place) : Spot{};
    if (!written)
        return noChannel(id);
    if (auto done = putAlong(draft, written, {"messages", name}, message, true); !done)
        return done;
    return listInOperations(draft, id, name);
}

/// Takes the items out of an operation's list that point to the message.
Result<void> unlist(Draft &draft, const ChannelId &id, const std::string &name)
{
    while (true) {
        const auto document = draft.document(id.file);
        const yaml::Node *item = nullptr;
        for (const auto &reference : referencesIn(id.file, *document)) {
            const auto *node = reference.text->parent;
            const auto *list = node ? node->parent : nullptr;
            const auto path = document->pathTo(*reference.text);
            const bool isListed = list && list->kind == yaml::Kind::Sequence && path.size() > 2 &&
                                  path[0] == "operations";
            if (isListed && reference.leadsInto(id.file, {"channels", id.key, "messages", name}))
                item = node;
        }
        if (!item)
            return {};
        const auto &list = *item->parent;
        auto done = list.items.size() == 1 && list.parent->find("messages") == &list
                        ? takeEntry(draft, {&id.file, list.parent}, "messages")
                        : draft.apply(id.file, yaml::removeItem(*document, list, *item));
        if (!done)
            return done;
    }
}

/// AsyncAPI 2: out of the operation, or out of its `oneOf`.
Result<bool> takeFromOperation(Draft &draft, const asyncapi::Operation &operation,
                               const asyncapi::Message &message)
{
    asyncapi::Resolver resolver(draft);
    const auto spot = resolver.follow(spotAt(resolver, draft, operation.place));
    const auto written = resolver.child(spot, "message");
    const auto target = spotAt(resolver, draft, message.place);
    if (!target)
        return false;
    if (resolver.follow(written).node == target.node) {
        auto done = takeEntry(draft, spot, "message");
        return done ? Result<bool>(true) : tl::unexpected(done.error());
    }
    const auto choice = resolver.child(resolver.follow(written), "oneOf");
    if (!choice || choice.node->kind != yaml::Kind::Sequence)
        return false;
    for (const auto *item : choice.node->items) {
        if (resolver.follow({choice.file, &item->resolved()}).node != target.node)
            continue;
        const auto document = draft.document(*choice.file);
        const bool isLast = choice.node->items.size() == 1;
        auto done =
            isLast ? takeEntry(draft, spot, "message")
                   : draft.apply(*choice.file, yaml::removeItem(*document, *choice.node, *item));
        return done ? Result<bool>(true) : tl::unexpected(done.error());
    }
    return false;
}

} // namespace

Result<void> takeMessage(Draft &draft, const ChannelId &id, const asyncapi::Message &message)
{
    const auto spec = draft.spec(id.file);
    const auto *channel = channelOf(*spec, id.key);
    if (spec->major == 3) {
        if (auto done = unlist(draft, id, message.key); !done)
            return done;
        asyncapi::Resolver resolver(draft);
        return takeAlong(draft, spotAt(resolver, draft, channel->place), {"messages", message.key});
    }
    for (const auto &operation : channel->operations) {
        const auto taken = takeFromOperation(draft, operation, message);
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken)
            return {};
    }
    return conflict("The message does not stand where the channel '" + id.key +
                        "' has its own: take it out in the text.",
                    id.file);
}

Result<WorkspaceEdit> addMessage(const Topology &topology, const ChannelId &channel,
                                 const NewMessage &wanted)
{
    ChannelDraft act(topology, channel);
    if (!act.channel)
        return noChannel(channel);
    if (const auto fault = messageFault(wanted))
        return invalid(*fault, channel.file);
    if (findMessage(*act.channel, wanted.name))
        return conflict("The channel '" + channel.key + "' has a message '" + wanted.name +
                            "' already: choose another name.",
                        channel.file);
    SpecWriter writer(act.draft, channel.file);
    auto entries = writer.messageEntries(wanted);
    if (!entries)
        return tl::unexpected(entries.error());
    const auto placed = writer.placeMessage(wanted.name, std::move(*entries));
    if (!placed)
        return tl::unexpected(placed.error());
    const auto done = act.spec().major == 3 ? addToChannel(act.draft, channel, wanted.name, *placed)
                                            : addToOperation(act.draft, channel, *placed);
    Meaning meaning;
    meaning.free = {factOf(channel.file, "", ""),
                    factOf(channel.file, channel.key, wanted.name, "")};
    const auto before = messagesOf(*act.channel).size();
    const auto freed = factOf(channel.file, channel.key, "");
    meaning.alsoFree = [&](const std::string &fact) { // its key may have a number behind it
        return fact.starts_with(freed + wanted.name) &&
               fact.find('\n', freed.size()) != std::string::npos;
    };
    meaning.holds = [&](const Topology &after) -> std::optional<std::string> {
        const auto *now = findChannel(*after.workspace, channel);
        if (now && findMessage(*now, wanted.name) && messagesOf(*now).size() == before + 1)
            return std::nullopt;
        return "The message '" + wanted.name +
               "' would not be read where it can be written: "
               "write it in the text.";
    };
    return act.finish(done, meaning);
}

} // namespace meshwright::modelling
