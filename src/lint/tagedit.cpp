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

const asyncapi::Operation *taggedOperation(const asyncapi::Channel &channel)
{
    const auto sends = [](const auto &each) { return each.action == asyncapi::Action::Send; };
    const auto &all = channel.operations;
    const auto first = std::find_if(all.begin(), all.end(), sends);
    if (first != all.end())
        return &*first;
    return all.empty() ? nullptr : &all.front();
}

Spot holderOf(asyncapi::Resolver &resolver, const asyncapi::Files &files,
              const asyncapi::Spec &spec, const asyncapi::Channel &channel)
{
    const bool isTagged =
        std::any_of(channel.operations.begin(), channel.operations.end(),
                    [](const auto &operation) { return !operation.tags.empty(); });
    const auto *operation = taggedOperation(channel);
    const bool isOnChannel =
        spec.major == 3 && (!operation || (!channel.tags.empty() && !isTagged));
    if (isOnChannel)
        return mappingAt(resolver, files, channel.place);
    return operation ? mappingAt(resolver, files, operation->place) : Spot{};
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

} // namespace

Result<std::pair<std::string, TextEdit>>
tagEdit(const asyncapi::Files &files, const asyncapi::Spec &spec, const asyncapi::Channel &channel,
        const std::string &tag, const std::string &description)
{
    asyncapi::Resolver resolver(files);
    const auto holder = holderOf(resolver, files, spec, channel);
    if (!holder)
        return tl::unexpected(Error{Error::Code::NotFound,
                                    "The channel '" + channel.key + "' in " + spec.file +
                                        " has no operation that could hold a tag: say first that "
                                        "its owner produces it.",
                                    spec.file});
    const auto document = files.document(*holder.file);
    const auto habits = yaml::habitsOf(*document);
    const bool isQuotedHere = tag.find(':') != std::string::npos && quotesColons(*document);
    yaml::Value::Entries entries{{"name", isQuotedHere ? yaml::Value(yaml::Quoted{tag}) : tag}};
    if (!description.empty())
        entries.emplace_back("description", description);
    const auto *tags = holder.node->find("tags");
    auto edit = tags && !tags->isNull()
                    ? yaml::appendItem(*document, *tags, yaml::write(entries, habits))
                    : yaml::insertEntry(*document, *holder.node, "tags",
                                        yaml::write(yaml::Value::Items{entries}, habits),
                                        entryBefore(*holder.node));
    if (!edit)
        return tl::unexpected(edit.error());
    return std::pair{*holder.file, std::move(*edit)};
}

} // namespace meshwright::linting
