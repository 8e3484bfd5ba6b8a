// SPDX-License-Identifier: Apache-2.0
#include "meshwright/yaml/node.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <unordered_set>

namespace meshwright::yaml {

namespace {

std::string_view keyText(const Entry &entry)
{
    return entry.key->resolved().value;
}

bool isMerge(const Entry &entry)
{
    return entry.keyMark == markOf("<<") && entry.key->kind == Kind::Scalar &&
           entry.key->style == Style::Plain && entry.key->value == "<<";
}

const Entry *findOwn(const Node &mapping, std::string_view key)
{
    const auto &entries = mapping.entries;
    const auto matches = [&, mark = markOf(key)](const Entry &entry) {
        return entry.keyMark == mark && entry.key->isScalar() && keyText(entry) == key;
    };
    if (!mapping.byKey) {
        const auto found = std::find_if(entries.begin(), entries.end(), matches);
        return found == entries.end() ? nullptr : &*found;
    }
    const std::span order(mapping.byKey, entries.size());
    auto found = std::lower_bound(order.begin(), order.end(), key,
                                  [&](std::uint32_t index, std::string_view wanted) {
                                      return keyText(entries[index]) < wanted;
                                  });
    for (; found != order.end() && keyText(entries[*found]) == key; ++found) {
        if (matches(entries[*found]))
            return &entries[*found];
    }
    return nullptr;
}

/// Calls `visit` with each mapping that `mapping` merges, nearest first, until it answers true.
template <typename Visit>
bool visitMerged(const Node &mapping, const Visit &visit)
{
    if (!mapping.merges)
        return false;
    for (const auto &entry : mapping.entries) {
        if (!isMerge(entry))
            continue;
        const auto &value = entry.value->resolved();
        if (value.kind == Kind::Mapping && visit(value))
            return true;
        for (const auto *item : value.items) {
            if (item->isMapping() && visit(item->resolved()))
                return true;
        }
    }
    return false;
}

void collect(const Node &mapping, std::unordered_set<std::string_view> &seen,
             std::vector<Entry> &entries)
{
    for (const auto &entry : mapping.entries) {
        if (isMerge(entry))
            continue;
        if (!entry.key->isScalar() || seen.insert(keyText(entry)).second)
            entries.push_back(entry);
    }
    visitMerged(mapping, [&](const Node &merged) {
        collect(merged, seen, entries);
        return false;
    });
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::size_t skipDigits(std::string_view text, std::size_t from)
{
    while (from < text.size() && text[from] >= '0' && text[from] <= '9')
        ++from;
    return from;
}

bool isDecimal(std::string_view text)
{
    const std::size_t from = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    return from < text.size() && skipDigits(text, from) == text.size();
}

/// The core schema's float: [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool isFloat(std::string_view text)
{
    const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    auto i = skipDigits(text, begin);
    auto digits = i - begin;
    if (i < text.size() && text[i] == '.') {
        const auto end = skipDigits(text, i + 1);
        digits += end - i - 1;
        i = end;
    }
    if (digits == 0)
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        const auto end = skipDigits(text, i);
        if (end == i)
            return false;
        i = end;
    }
    return i == text.size();
}

int baseOf(std::string_view text)
{
    return text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : 10;
}

bool isInteger(std::string_view text)
{
    const auto base = baseOf(text);
    if (base == 10)
        return isDecimal(text);
    const auto digits = base == 16 ? "0123456789abcdefABCDEF" : "01234567";
    return text.size() > 2 && text.find_first_not_of(digits, 2) == std::string_view::npos;
}

/// The scalar whose text the core schema may read as something else than a string.
const Node *typed(const Node &node)
{
    const auto &scalar = node.resolved();
    if (scalar.kind != Kind::Scalar)
        return nullptr;
    const auto tag = scalar.tag();
    if (tag.empty() || tag.starts_with('!'))
        return scalar.style == Style::Plain && tag != "!" ? &scalar : nullptr;
    const auto isCore = isOneOf(tag, {"tag:yaml.org,2002:null", "tag:yaml.org,2002:bool",
                                      "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"});
    return isCore ? &scalar : nullptr;
}

} // namespace

const Entry *Node::findEntry(std::string_view key) const
{
    const auto &mapping = resolved();
    if (mapping.kind != Kind::Mapping)
        return nullptr;
    const auto *found = findOwn(mapping, key);
    if (!found) {
        visitMerged(mapping, [&](const Node &merged) {
            found = merged.findEntry(key);
            return found != nullptr;
        });
    }
    return found;
}

const Node *Node::find(std::string_view key) const
{
    const auto *entry = findEntry(key);
    return entry ? entry->value : nullptr;
}

std::vector<Entry> Node::mergedEntries() const
{
    const Node &mapping = resolved();
    if (!mapping.merges && !mapping.repeats)
        return {mapping.entries.begin(), mapping.entries.end()};
    std::vector<Entry> result;
    std::unordered_set<std::string_view> seen;
    collect(mapping, seen, result);
    return result;
}

const Entry *Node::entryWith(const Node &child) const
{
    const auto holds = [&](const Entry &entry) {
        return entry.key == &child || entry.value == &child;
    };
    const auto after =
        std::partition_point(entries.begin(), entries.end(), [&](const Entry &entry) {
            return entry.key->range.begin <= child.range.begin;
        });
    if (after != entries.begin() && holds(*std::prev(after)))
        return &*std::prev(after);
    const auto found = std::find_if(entries.begin(), entries.end(), holds); // an empty key's place
    return found == entries.end() ? nullptr : &*found;
}

bool Node::isNull() const
{
    const auto *scalar = typed(*this);
    return scalar && isOneOf(scalar->value, {"", "~", "null", "Null", "NULL"});
}

std::optional<bool> Node::asBool() const
{
    const auto *scalar = typed(*this);
    if (scalar && isOneOf(scalar->value, {"true", "True", "TRUE"}))
        return true;
    if (scalar && isOneOf(scalar->value, {"false", "False", "FALSE"}))
        return false;
    return std::nullopt;
}

std::optional<std::int64_t> Node::asInteger() const
{
    const auto *scalar = typed(*this);
    if (!scalar || !isInteger(scalar->value))
        return std::nullopt;
    std::string_view text = scalar->value;
    const auto base = baseOf(text);
    text.remove_prefix(base != 10 ? 2 : text.starts_with('+') ? 1 : 0);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<double> Node::asNumber() const
{
    if (const auto integer = asInteger())
        return static_cast<double>(*integer);
    const auto *scalar = typed(*this);
    if (!scalar)
        return std::nullopt;
    std::string_view text = scalar->value;
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    if (isOneOf(text, {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"}))
        return infinity;
    if (isOneOf(text, {"-.inf", "-.Inf", "-.INF"}))
        return -infinity;
    if (isOneOf(text, {".nan", ".NaN", ".NAN"}))
        return std::numeric_limits<double>::quiet_NaN();
    const bool isHexOrOctal = baseOf(text) != 10 && isInteger(text);
    if (!isHexOrOctal && !isFloat(text))
        return std::nullopt;
    if (isHexOrOctal) { // beyond 64 bits
        double number = 0;
        for (const auto c : text.substr(2))
            number = number * baseOf(text) + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        return number;
    }
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range)
        return text.find("e-") == std::string_view::npos &&
                       text.find("E-") == std::string_view::npos
                   ? (text.starts_with('-') ? -infinity : infinity)
                   : 0.0;
    return number;
}

bool Node::isString() const
{
    return isScalar() && !isNull() && !asBool() && !asNumber();
}

std::optional<std::string_view> Node::asString() const
{
    return isString() ? scalarText() : std::nullopt;
}

std::optional<std::string_view> Node::scalarText() const
{
    const auto &scalar = resolved();
    if (scalar.kind != Kind::Scalar)
        return std::nullopt;
    return scalar.value;
}

} // namespace meshwright::yaml
