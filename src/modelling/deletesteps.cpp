// SPDX-License-Identifier: Apache-2.0
#include "modelling/deletesteps.h"

#include "modelling/checked.h"
#include "modelling/places.h"
#include "modelling/references.h"

#include <algorithm>
#include <optional>

namespace meshwright::modelling {

namespace {

/// The key of an operation on the channel; `action` empty: of any.
std::optional<std::string> operationOn(Draft &draft, const ChannelId &id, const std::string &action)
{
    asyncapi::Resolver resolver(draft);
    const auto channel = resolver.follow(spotAt(resolver, draft, id.file, {"channels", id.key}));
    const auto operations = spotAt(resolver, draft, id.file, {"operations"});
    if (!channel || !operations || operations.node->kind != yaml::Kind::Mapping)
        return std::nullopt;
    for (const auto &entry : operations.node->entries) {
        const auto operation = resolver.follow({operations.file, &entry.value->resolved()});
        const auto said = resolver.child(operation, "action");
        const bool isIt = action.empty() || (said && said.node->scalarText() == action);
        if (isIt && resolver.value(operation, "channel").node == channel.node)
            return entry.key->text();
    }
    return std::nullopt;
}

Result<void> takeOperations(Draft &draft, const ChannelId &id, const std::string &action)
{
    while (const auto key = operationOn(draft, id, action)) {
        asyncapi::Resolver resolver(draft);
        if (auto done = takeEntry(draft, spotAt(resolver, draft, id.file, {"operations"}), *key);
            !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> takeChannel(Draft &draft, const ChannelId &id)
{
    if (auto done = takeOperations(draft, id, {}); !done)
        return done;
    asyncapi::Resolver resolver(draft);
    const auto channels = spotAt(resolver, draft, id.file, {"channels"});
    if (!channels || !channels.node->findEntry(id.key))
        return conflict("The channel '" + id.key + "' does not stand among the channels of " +
                            id.file + ": take it out in the text.",
                        id.file);
    return takeEntry(draft, channels, id.key);
}

Result<void> takeReading(Draft &draft, const ChannelId &id)
{
    const auto spec = draft.spec(id.file);
    const auto *channel = spec ? channelOf(*spec, id.key) : nullptr;
    if (!channel || !channel->sends())
        return takeChannel(draft, id);
    if (spec->major == 3)
        return takeOperations(draft, id, "receive");
    asyncapi::Resolver resolver(draft);
    const auto written = spotAt(resolver, draft, id.file, {"channels", id.key});
    return takeEntry(draft, holderOf(resolver, written, "subscribe"), "subscribe");
}

std::set<std::string> usedComponents(const Draft &draft, const std::string &file)
{
    std::set<std::string> used;
    for (const auto &reference : referencesOf(draft, draft.workspace()))
        if (reference.leadsInto(file, {"components"}) && reference.keys.size() > 2)
            used.insert(reference.keys[1] + '/' + reference.keys[2]);
    return used;
}

Result<void> takeUnused(Draft &draft, const std::string &file, std::set<std::string> usedBefore)
{
    while (true) {
        const auto used = usedComponents(draft, file);
        const auto idle = std::find_if(usedBefore.begin(), usedBefore.end(),
                                       [&](const auto &each) { return !used.contains(each); });
        if (idle == usedBefore.end())
            return {};
        const auto slash = idle->find('/');
        asyncapi::Resolver resolver(draft);
        const auto components = spotAt(resolver, draft, file, {"components"});
        const Keys way{idle->substr(0, slash), idle->substr(slash + 1)};
        if (components)
            if (auto done = takeAlong(draft, components, way); !done)
                return done;
        usedBefore.erase(idle);
    }
}

} // namespace meshwright::modelling
