// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace meshwright::yaml {

/// A value of a document that is yet to be written: a text, or entries in the order in which they
/// shall stand. An edit of a document that exists goes through yaml/edit.h instead.
struct Value
{
    using Entries = std::vector<std::pair<std::string, Value>>;

    std::variant<std::string, Entries> content;

    Value(std::string text)
        : content(std::move(text))
    {}

    Value(const char *text)
        : content(std::string(text))
    {}

    Value(Entries entries)
        : content(std::move(entries))
    {}
};

/// The YAML text of a new document: block style, two spaces a level, a line end at the end. Texts
/// read back as the same strings, whatever a reader of YAML 1.1 or 1.2 makes of `no` or `1.0`.
std::string write(const Value &value);

} // namespace meshwright::yaml
