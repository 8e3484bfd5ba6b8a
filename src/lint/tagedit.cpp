// SPDX-License-Identifier: Apache-2.0
#include "lint/tagedit.h"

#include "asyncapi/resolver.h"

#include "meshwright/topology/topology.h"
#include "meshwright/yaml/edit.h"
#include "meshwright/yaml/write.h"

#include <algorithm>
#include <array>

namespace meshwright::linting {

namespace {

using yaml::Spot;

/// The mapping that stands at the place, references followed.
Spot mappingAt(asyncapi::Resolver &resolver, const asyncapi::Files &files,
               const asyncapi::Place &place)
{
    const auto document = files.document(place.file);
    const auto *node = document ? document->nodeAt(place.range.begin) : nullptr;
    while (node && node->range != place.range && node->parent &&
           node->parent->range.begin == place.range.begin)
        node = node->parent; // the mapping, not its first key
    const auto spot = node ? resolver.follow(resolver.spot(place.file, *node)) : Spot{};
    return spot && spot.node->kind == yaml::Kind::Mapping ? spot : Spot{};
}

/// The mapping's own entry `tags`; null where it has none, or has it by a merge key.
const yaml::Node *ownTags(const yaml::Node &holder)
{
    for (const auto &entry : holder.entries)
        if (entry.key->value == "tags")
            return entry.value;
    return nullptr;
}

const asyncapi::Operation *taggedOperation(const asyncapi::Channel &channel)
{
    const auto sends = [](const auto &each) { return each.action == asyncapi::Action::Send; };
    const auto &all = channel.operations;
    const auto first = std::find_if(all.begin(), all.end(), sends);
    if (first != all.end())
        return &*first;
    return all.empty() ? nullptr : &all.front();
}

/// Whether an alias of the document stands for the value, or for one that it is in.
bool isShared(const yaml::Node &root, const yaml::Node &value)
{
    if (!root.holdsLinks)
        return false;
    if (root.kind == yaml::Kind::Alias)
        for (const auto *node = &value; node; node = node->parent)
            if (root.target == node)
                return true;
    const auto holds = [&](const yaml::Node *node) { return isShared(*node, value); };
    return std::any_of(root.entries.begin(), root.entries.end(),
                       [&](const auto &entry) { return holds(entry.value); }) ||
           std::any_of(root.items.begin(), root.items.end(), holds);
}

/// Whether no other channel is, or has an operation, at the holder.
bool isOwn(asyncapi::Resolver &resolver, const asyncapi::Files &files, const asyncapi::Spec &spec,
           const asyncapi::Channel &channel, const Spot &holder)
{
    const auto isThere = [&](const asyncapi::Place &place) {
        return mappingAt(resolver, files, place).node == holder.node;
    };
    return std::none_of(spec.channels.begin(), spec.channels.end(), [&](const auto &other) {
        const auto &all = other.operations;
        return &other != &channel &&
               (isThere(other.place) || std::any_of(all.begin(), all.end(), [&](const auto &each) {
                    return isThere(each.place);
                }));
    });
}

/// A mapping that can hold tags of the channel alone, in the order in which they are asked.
std::vector<Spot> holdersOf(asyncapi::Resolver &resolver, const asyncapi::Files &files,
                            const asyncapi::Spec &spec, const asyncapi::Channel &channel)
{
    std::vector<Spot> holders;
    const auto add = [&](const asyncapi::Place &place) {
        const auto holder = mappingAt(resolver, files, place);
        if (!holder)
            return;
        const auto *own = ownTags(*holder.node);
        const auto &root = *files.document(*holder.file)->root();
        if (isOwn(resolver, files, spec, channel, holder) &&
            !isShared(root, own && own->kind == yaml::Kind::Sequence ? *own : *holder.node))
            holders.push_back(holder);
    };
    const bool isTagged =
        std::any_of(channel.operations.begin(), channel.operations.end(),
                    [](const auto &operation) { return !operation.tags.empty(); });
    const auto *operation = taggedOperation(channel);
    const bool isOnChannel =
        spec.major == 3 && (!operation || (!channel.tags.empty() && !isTagged));
    if (isOnChannel)
        add(channel.place);
    if (operation)
        add(operation->place);
    if (spec.major == 3 && !isOnChannel)
        add(channel.place);
    for (const auto &other : channel.operations)
        if (&other != operation)
            add(other.place);
    return holders;
}

/// The last of the entries that people write in front of tags.
const yaml::Entry *entryBefore(const yaml::Node &holder)
{
    static constexpr std::array<std::string_view, 11> before{
        "$ref",    "address", "action",      "channel",  "operationId", "title",
        "summary", "servers", "description", "security", "parameters"};
    const yaml::Entry *last = nullptr;
    for (const auto &entry : holder.entries)
        if (std::find(before.begin(), before.end(), entry.key->value) != before.end())
            last = &entry;
    return last;
}

bool isQuoted(const yaml::Node &scalar)
{
    return scalar.style == yaml::Style::SingleQuoted || scalar.style == yaml::Style::DoubleQuoted;
}

/// The first grant of a document; null where it has none.
const yaml::Node *grantIn(const yaml::Node &node)
{
    if (node.kind == yaml::Kind::Scalar && node.value.starts_with(grantPrefix))
        return &node;
    for (const auto &entry : node.entries)
        if (const auto *found = grantIn(*entry.value))
            return found;
    for (const auto *item : node.items)
        if (const auto *found = grantIn(*item))
            return found;
    return nullptr;
}

/// YAML asks for no quotes around `grant-access:acme.stock`; some people put them around all that
/// has a colon. What the document does with its grants, or else with its id, is done again.
bool quotesColons(const yaml::Document &document)
{
    const auto *like = grantIn(*document.root());
    if (!like)
        like = document.find({"id"});
    return like && isQuoted(*like);
}

/// A value that stands elsewhere, to be written once more.
yaml::Value copyOf(const yaml::Node &written)
{
    const auto &node = written.resolved();
    if (node.kind == yaml::Kind::Mapping) {
        yaml::Value::Entries entries;
        for (const auto &entry : node.mergedEntries())
            entries.emplace_back(std::string(entry.key->scalarText().value_or("")),
                                 copyOf(*entry.value));
        return entries;
    }
    if (node.kind == yaml::Kind::Sequence) {
        yaml::Value::Items items;
        for (const auto *item : node.items)
            items.push_back(copyOf(*item));
        return items;
    }
    if (isQuoted(node))
        return yaml::Quoted{node.text()};
    return node.isString() ? yaml::Value(node.text()) : yaml::Value(yaml::Plain{node.text()});
}

Error nowhere(const asyncapi::Spec &spec, const asyncapi::Channel &channel)
{
    return {Error::Code::NotFound,
            "The channel '" + channel.key + "' in " + spec.file +
                (channel.operations.empty() && spec.major != 3
                     ? " has no operation that could hold a tag: say first that its owner produces "
                       "it."
                     : " has no place of its own for a tag: what it refers to is others' too."),
            spec.file};
}

/// The item of a list that is this tag, or refers to it.
const yaml::Node *itemOf(asyncapi::Resolver &resolver, const Spot &list, const std::string &tag)
{
    for (const auto *item : list.node->items) {
        const auto value = resolver.follow({list.file, &item->resolved()});
        const auto name = value ? resolver.child(value, "name") : Spot{};
        if (name && name.node->scalarText() == tag)
            return item;
    }
    return nullptr;
}

} // namespace

Result<FileEdit> tagEdit(const asyncapi::Files &files, const asyncapi::Spec &spec,
                         const asyncapi::Channel &channel, const std::string &tag,
                         const std::string &description)
{
    asyncapi::Resolver resolver(files);
    const auto holders = holdersOf(resolver, files, spec, channel);
    if (holders.empty())
        return tl::unexpected(nowhere(spec, channel));
    const auto isHere = [&](const Spot &each) { return *each.file == spec.file; };
    const auto own = std::find_if(holders.begin(), holders.end(), isHere);
    const auto &holder = own == holders.end() ? holders.front() : *own;
    const auto document = files.document(*holder.file);
    const auto habits = yaml::habitsOf(*document);
    const bool isQuotedHere = tag.find(':') != std::string::npos && quotesColons(*document);
    yaml::Value::Entries entries{{"name", isQuotedHere ? yaml::Value(yaml::Quoted{tag}) : tag}};
    if (!description.empty())
        entries.emplace_back("description", description);
    const auto *tags = ownTags(*holder.node);
    if (tags && tags->kind == yaml::Kind::Sequence) {
        auto edit = yaml::appendItem(*document, *tags, yaml::write(entries, habits));
        if (!edit)
            return tl::unexpected(edit.error());
        return FileEdit{*holder.file, std::move(*edit)};
    }
    // Tags by an alias, a merge key or a reference are others' too: the channel gets its own.
    const auto shared = resolver.value(holder, "tags");
    yaml::Value::Items items;
    if (shared && shared.node->kind == yaml::Kind::Sequence && *shared.file == *holder.file)
        for (const auto *item : shared.node->items)
            items.push_back(copyOf(*item));
    else if (shared && !shared.node->isNull())
        return tl::unexpected(nowhere(spec, channel));
    items.emplace_back(std::move(entries));
    auto edit = yaml::insertEntry(*document, *holder.node, "tags", yaml::write(items, habits),
                                  entryBefore(*holder.node));
    if (!edit)
        return tl::unexpected(edit.error());
    return FileEdit{*holder.file, std::move(*edit)};
}

std::vector<FileEdit> tagRemovals(const asyncapi::Files &files, const asyncapi::Spec &spec,
                                  const asyncapi::Channel &channel, const std::string &tag)
{
    asyncapi::Resolver resolver(files);
    std::vector<FileEdit> removals;
    for (const auto &holder : holdersOf(resolver, files, spec, channel)) {
        const auto *tags = ownTags(*holder.node);
        if (!tags || tags->kind != yaml::Kind::Sequence)
            continue;
        const auto *item = itemOf(resolver, {holder.file, tags}, tag);
        if (!item)
            continue;
        const auto document = files.document(*holder.file);
        const auto *entry = holder.node->findEntry("tags");
        auto edit = tags->items.size() == 1 ? yaml::removeEntry(*document, *holder.node, *entry)
                                            : yaml::removeItem(*document, *tags, *item);
        if (edit)
            removals.push_back({*holder.file, yaml::withCommentsAbove(*document, *edit)});
    }
    return removals;
}

} // namespace meshwright::linting
