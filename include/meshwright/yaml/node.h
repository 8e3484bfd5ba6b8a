// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::yaml {

enum class Kind : std::uint8_t { Scalar, Mapping, Sequence, Alias };
enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

struct Node;

struct Entry
{
    const Node *key = nullptr;
    const Node *value = nullptr;
    /// From the key's first byte to the end of the value (of the colon, where the value is empty).
    Range range;
    std::uint32_t keyMark = 0; ///< `markOf` the key's text
};

/// What few values have.
struct Properties
{
    std::string_view tag; ///< as resolved by the document's directives, empty when there is none
    std::string_view anchor;
};

/// Tells most keys apart without a look at their texts: equal texts have equal marks.
constexpr std::uint32_t markOf(std::string_view key)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(key[i]));
    };
    if (key.empty())
        return 0;
    return static_cast<std::uint32_t>(key.size()) << 24U | byte(0) << 16U |
           byte(key.size() / 2) << 8U | byte(key.size() - 1);
}

/// A value of a YAML document with its exact bytes. Owned by its Document with all that it points
/// to; immutable.
///
/// `range` goes from the first byte of the value (after tag and anchor) to the end of its last
/// byte that is content: a closing bracket or quote, or the end of the last child; a block scalar's
/// includes its indicator.
struct Node
{
    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    bool holdsLinks = false;        ///< it is, or holds, an alias or a mapping with `$ref`
    bool merges = false;            ///< a mapping with a merge key
    bool repeats = false;           ///< a mapping with one key twice
    std::span<const Entry> entries; ///< a mapping's, in the order of the text
    std::string_view value;         ///< a scalar's, unescaped; an alias's name
    Range range;
    std::span<const Node *const> items; ///< a sequence's
    const Node *target = nullptr;       ///< an alias's, or null where it is unknown or recursive
    const Node *parent = nullptr;
    const Properties *properties = nullptr;
    const std::uint32_t *byKey = nullptr; ///< a long mapping's entries, sorted by key, for `find`
    /// Equal for values that say the same, wherever they stand: of 64 bits, so that two others have
    /// the same by chance only. An alias counts by its name.
    std::uint64_t fingerprint = 0;

    std::string_view tag() const { return properties ? properties->tag : std::string_view(); }

    std::string_view anchor() const { return properties ? properties->anchor : std::string_view(); }

    std::string text() const { return std::string(value); } ///< a copy of `value`

    /// The value behind an alias, or this.
    const Node &resolved() const { return kind == Kind::Alias && target ? *target : *this; }

    /// The following look through an alias.
    bool isScalar() const { return resolved().kind == Kind::Scalar; }

    bool isMapping() const { return resolved().kind == Kind::Mapping; }

    bool isSequence() const { return resolved().kind == Kind::Sequence; }

    /// The value of the first entry with this key, merge keys (`<<`) included; null if none.
    const Node *find(std::string_view key) const;
    const Entry *findEntry(std::string_view key) const;
    /// All entries with merge keys resolved: own ones first, an own key hides a merged one.
    std::vector<Entry> mergedEntries() const;
    /// The entry of this mapping that has the node itself as its key or value; null if none.
    const Entry *entryWith(const Node &child) const;

    /// By the core schema of YAML 1.2: `no` and `yes` are strings; quoted scalars are always
    /// strings.
    bool isNull() const;
    std::optional<bool> asBool() const;
    std::optional<std::int64_t> asInteger() const;
    std::optional<double> asNumber() const; ///< integers too
    bool isString() const;                  ///< a scalar that is none of the above
    /// A string scalar's value; any scalar's text with `scalarText`.
    std::optional<std::string_view> asString() const;
    std::optional<std::string_view> scalarText() const;
};

} // namespace meshwright::yaml
