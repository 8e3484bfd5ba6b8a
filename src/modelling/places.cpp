// SPDX-License-Identifier: Apache-2.0
#include "modelling/places.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <map>
#include <optional>

namespace meshwright::modelling {

namespace {

bool isIn(const Keys &keys, std::string_view key)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

const yaml::Node *nodeOf(const yaml::Document &document, Range range)
{
    const auto *node = document.nodeAt(range.begin);
    while (node && node->range != range && node->parent && node->parent->range.begin == range.begin)
        node = node->parent;
    return node;
}

/// The keys that stand in front of `key` in a mapping beside this one, where one has it.
std::optional<Keys> orderOfSiblings(const yaml::Node &mapping, std::string_view key)
{
    if (!mapping.parent)
        return std::nullopt;
    for (const auto &sibling : mapping.parent->entries) {
        const auto &other = sibling.value->resolved();
        if (&other == &mapping || other.kind != yaml::Kind::Mapping || !other.findEntry(key))
            continue;
        Keys before;
        for (const auto &entry : other.entries) {
            if (entry.key->value == key)
                break;
            before.emplace_back(entry.key->value);
        }
        return before;
    }
    return std::nullopt;
}

const yaml::Entry *lastOf(const yaml::Node &mapping, const Keys &keys)
{
    const yaml::Entry *last = nullptr;
    for (const auto &entry : mapping.entries)
        if (isIn(keys, entry.key->value))
            last = &entry;
    return last;
}

/// What people write in front of a key; nothing where it goes last.
const Keys *keysInFrontOf(std::string_view key)
{
    static const Keys root{"asyncapi",     "id",      "info",     "tags",
                           "externalDocs", "servers", "channels", "defaultContentType"};
    static const Keys schema{"$ref", "$schema", "$id", "title", "description", "type"};
    static const std::map<std::string_view, Keys> known{
        {"info", {"asyncapi", "id"}},
        {"channels",
         {"asyncapi", "id", "info", "tags", "externalDocs", "servers", "defaultContentType"}},
        {"operations", root},
        {"description", {"$ref", "address", "title", "summary", "version"}},
        {"messages", {"$ref", "address", "title", "summary", "description", "servers"}},
        {"bindings",
         {"$ref", "address", "title", "summary", "description", "servers", "parameters", "tags",
          "messages"}},
        {"partitions", {"topic"}},
        {"replicas", {"topic", "partitions"}},
        {"topicConfiguration", {"topic", "partitions", "replicas"}},
        {"configs", {"topic", "partitions", "replicas"}},
        {"config", {"topic", "partitions", "replicas"}},
        {"message",
         {"operationId", "title", "summary", "description", "security", "tags", "bindings",
          "traits", "externalDocs"}},
        {"required", schema},
        {"properties", {"$ref", "$schema", "$id", "title", "description", "type", "required"}},
    };
    const auto found = known.find(key);
    return found == known.end() ? nullptr : &found->second;
}

yaml::Value nested(const Keys &way, std::size_t from, yaml::Value value)
{
    for (auto i = way.size(); i-- > from;)
        value = yaml::Value::Entries{{way[i], std::move(value)}};
    return value;
}

/// Whether a mapping has nothing left but `leftovers` when `key` goes.
bool isEmptied(const yaml::Node &mapping, std::string_view key, const Keys &leftovers)
{
    return std::all_of(mapping.entries.begin(), mapping.entries.end(), [&](const auto &entry) {
        return entry.key->value == key || isIn(leftovers, entry.key->value);
    });
}

tl::unexpected<Error> nowhere(std::string_view key)
{
    return tl::unexpected(Error{Error::Code::Conflict,
                                "'" + std::string(key) +
                                    "' would stand behind a reference that leads nowhere: mend "
                                    "that first.",
                                {}});
}

} // namespace

Spot spotAt(asyncapi::Resolver &resolver, const Draft &draft, const asyncapi::Place &place)
{
    const auto document = draft.document(place.file);
    const auto *node = document ? nodeOf(*document, place.range) : nullptr;
    return node ? resolver.spot(place.file, *node) : Spot{};
}

Spot spotAt(asyncapi::Resolver &resolver, const Draft &draft, const std::string &file,
            const Keys &keys)
{
    const auto document = draft.document(file);
    const auto *node = document ? document->find(keys) : nullptr;
    return node ? resolver.spot(file, *node) : Spot{};
}

Spot holderOf(asyncapi::Resolver &resolver, const Spot &written, std::string_view key)
{
    if (!written || written.node->findEntry(key))
        return written;
    return resolver.follow(written);
}

Result<void> putEntry(Draft &draft, const Spot &mapping, std::string_view key,
                      const yaml::Value &value, bool isName)
{
    if (!mapping)
        return nowhere(key);
    const auto document = draft.document(*mapping.file);
    const auto *text = std::get_if<std::string>(&value.content);
    const auto *plain = std::get_if<yaml::Plain>(&value.content);
    const auto *known = mapping.node->findEntry(key);
    const auto *present = known ? &known->value->resolved() : nullptr;
    const bool isQuoted = present && (present->style == yaml::Style::SingleQuoted ||
                                      present->style == yaml::Style::DoubleQuoted);
    if (present && present->kind == yaml::Kind::Scalar && !present->range.isEmpty()) {
        if (text)
            return draft.apply(*mapping.file, yaml::replaceScalar(*document, *present, *text));
        if (plain && isQuoted) // a number in quotes stays in quotes
            return draft.apply(*mapping.file,
                               yaml::replaceScalar(*document, *present, plain->yaml));
    }
    const auto &entries = mapping.node->entries;
    const auto *after = entries.empty() ? nullptr : &entries.back();
    if (const auto *usual = isName ? nullptr : keysInFrontOf(key)) {
        const auto order = orderOfSiblings(*mapping.node, key);
        after = lastOf(*mapping.node, order ? *order : *usual);
    }
    return draft.apply(*mapping.file,
                       yaml::insertEntry(*document, *mapping.node, key,
                                         yaml::write(value, yaml::habitsOf(*document)), after));
}

Result<void> putAlong(Draft &draft, const Spot &mapping, const Keys &way, const yaml::Value &value,
                      bool isName)
{
    asyncapi::Resolver resolver(draft);
    auto at = mapping;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const auto holder = holderOf(resolver, at, way[i]);
        const auto next = resolver.value(holder, way[i]);
        const bool isThere = next && next.node->kind == yaml::Kind::Mapping;
        if (!isThere)
            return putEntry(draft, holder, way[i], nested(way, i + 1, value));
        at = next;
    }
    return putEntry(draft, holderOf(resolver, at, way.back()), way.back(), value, isName);
}

Result<void> takeAlong(Draft &draft, const Spot &mapping, const Keys &way, const Keys &leftovers)
{
    asyncapi::Resolver resolver(draft);
    auto at = holderOf(resolver, mapping, way.front());
    auto from = at;
    auto key = way.front();
    for (std::size_t i = 0; i < way.size(); ++i) {
        if (!at || !at.node->findEntry(way[i]))
            return {};
        const bool goesAlong = i > 0 && isEmptied(*at.node, way[i], leftovers);
        if (!goesAlong) {
            from = at;
            key = way[i];
        }
        if (i + 1 == way.size())
            break;
        const auto written = resolver.child(at, way[i]);
        at = holderOf(resolver, written, way[i + 1]);
        if (at.node != written.node) { // what others may share stays, empty or not
            from = at;
            key = way[i + 1];
        }
    }
    return takeEntry(draft, from, key);
}

Result<void> takeEntry(Draft &draft, const Spot &mapping, std::string_view key)
{
    if (!mapping)
        return nowhere(key);
    const auto document = draft.document(*mapping.file);
    const auto &entries = mapping.node->entries;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto &each) {
        return each.key->isScalar() && each.key->resolved().value == key;
    });
    if (entry == entries.end())
        return {};
    auto edit = yaml::removeEntry(*document, *mapping.node, *entry);
    if (edit)
        edit = yaml::withCommentsAbove(*document, *edit);
    return draft.apply(*mapping.file, edit);
}

} // namespace meshwright::modelling
