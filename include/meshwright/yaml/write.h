// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace meshwright::yaml {

/// A text that is written with quotes, whether it needs them or not: `'#/channels/sale'`.
struct Quoted
{
    std::string text;
};

/// YAML on one line, as it is to stand: 3, true, [compact, delete].
struct Plain
{
    std::string yaml;
};

/// A value that is yet to be written: a text, or entries or items in the order in which they shall
/// stand. Where it goes into a document that exists, yaml/edit.h puts it there.
struct Value
{
    using Entries = std::vector<std::pair<std::string, Value>>;
    using Items = std::vector<Value>;

    std::variant<std::string, Quoted, Plain, Entries, Items> content;

    Value(std::string text)
        : content(std::move(text))
    {}

    Value(const char *text)
        : content(std::string(text))
    {}

    Value(Quoted text)
        : content(std::move(text))
    {}

    Value(Plain yaml)
        : content(std::move(yaml))
    {}

    Value(Entries entries)
        : content(std::move(entries))
    {}

    Value(Items items)
        : content(std::move(items))
    {}
};

/// How a document is written.
struct Habits
{
    std::size_t step = 2;               ///< the columns that one level adds
    Style quotes = Style::SingleQuoted; ///< where a text needs them
    bool indentsLists = true;           ///< below their key

    bool operator==(const Habits &) const = default;
};

/// The habits of most of a document; the defaults where it shows none.
Habits habitsOf(const Document &document);

/// The YAML text of a value: block style, a line end at the end. Texts read back as the same
/// strings, whatever a reader of YAML 1.1 or 1.2 makes of `no` or `1.0`.
std::string write(const Value &value, const Habits &habits = {});

} // namespace meshwright::yaml
