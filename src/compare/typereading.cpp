// SPDX-License-Identifier: Apache-2.0
#include "compare/typereading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace meshwright::compare {

namespace {

using schema::FormatKind;

/// The branches of `a | b<c | d>`: those of the outermost union.
std::vector<std::string_view> branchesOf(std::string_view type)
{
    constexpr std::string_view bar = " | ";
    std::vector<std::string_view> branches;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < type.size(); ++i) {
        depth += type[i] == '<' ? 1 : type[i] == '>' ? -1 : 0;
        if (depth == 0 && type.substr(i).starts_with(bar)) {
            branches.push_back(type.substr(begin, i - begin));
            begin = i + bar.size();
        }
    }
    branches.push_back(type.substr(begin));
    return branches;
}

/// What stands between `array<` and `>`.
std::optional<std::string_view> within(std::string_view type, std::string_view container)
{
    if (!type.starts_with(container) || !type.ends_with('>'))
        return std::nullopt;
    return type.substr(container.size(), type.size() - container.size() - 1);
}

/// Avro compares names without their namespaces.
std::string_view unqualified(std::string_view name)
{
    return name.substr(name.rfind('.') + 1);
}

bool isPromotion(std::string_view reader, std::string_view writer)
{
    using Promotion = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Promotion, 8> promotions{{{"int", "long"},
                                                   {"int", "float"},
                                                   {"int", "double"},
                                                   {"long", "float"},
                                                   {"long", "double"},
                                                   {"float", "double"},
                                                   {"string", "bytes"},
                                                   {"bytes", "string"}}};
    return std::find(promotions.begin(), promotions.end(), Promotion{writer, reader}) !=
           promotions.end();
}

/// Types that share a way of being written.
bool isSameOnTheWire(std::string_view a, std::string_view b)
{
    constexpr std::array<std::string_view, 16> groups{
        "int32", "uint32",  "int64",    "uint64", "bool",    "|",        "sint32", "sint64",
        "|",     "fixed32", "sfixed32", "|",      "fixed64", "sfixed64", "|",      "bytes"};
    const auto groupOf = [&](std::string_view type) -> std::optional<std::ptrdiff_t> {
        const auto *found = std::find(groups.begin(), groups.end(), type);
        if (found == groups.end())
            return std::nullopt;
        return std::count(groups.begin(), found, std::string_view("|"));
    };
    const auto group = groupOf(a);
    return a == b || (group && group == groupOf(b));
}

bool canReadOne(FormatKind format, std::string_view reader, std::string_view writer)
{
    for (const std::string_view container : {"array<", "map<"}) {
        const auto inReader = within(reader, container);
        const auto inWriter = within(writer, container);
        if (inReader && inWriter)
            return canRead(format, *inReader, *inWriter);
    }
    if (reader == writer)
        return true;
    if (format == FormatKind::Avro)
        return unqualified(reader) == unqualified(writer) || isPromotion(reader, writer);
    return reader == "any" || (reader == "number" && writer == "integer");
}

} // namespace

bool canRead(FormatKind format, std::string_view reader, std::string_view writer)
{
    if (format == FormatKind::Protobuf)
        return isSameOnTheWire(reader, writer) || (reader == "bytes" && writer == "string");
    const auto readers = branchesOf(reader);
    const auto writers = branchesOf(writer);
    return std::all_of(writers.begin(), writers.end(), [&](std::string_view written) {
        return std::any_of(readers.begin(), readers.end(), [&](std::string_view read) {
            return canReadOne(format, read, written);
        });
    });
}

} // namespace meshwright::compare
