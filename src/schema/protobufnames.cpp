// SPDX-License-Identifier: Apache-2.0
#include "schema/protobufnames.h"

#include <algorithm>

namespace meshwright::schema::protobuf {

namespace pb = google::protobuf;

namespace {

constexpr int deepest = 100;

void collectNested(const pb::DescriptorProto &message, const std::string &scope,
                   std::vector<std::string> &names)
{
    const auto full = scope + message.name();
    names.push_back(message.name());
    names.push_back(full);
    for (const auto &nested : message.nested_type())
        collectNested(nested, full + ".", names);
    for (const auto &nested : message.enum_type()) {
        names.push_back(nested.name());
        names.push_back(full + "." + nested.name());
    }
}

/// The byte behind the comment or the string that starts at `i`, or `i`.
std::size_t behindText(std::string_view text, std::size_t i)
{
    const auto rest = text.substr(i);
    const auto behind = [&](std::size_t found, std::size_t size) {
        return found == std::string_view::npos ? text.size() : i + found + size;
    };
    if (rest.starts_with("//"))
        return behind(rest.find('\n'), 1);
    if (rest.starts_with("/*"))
        return behind(rest.find("*/", 2), 2);
    if (rest.front() != '"' && rest.front() != '\'')
        return i;
    auto end = i + 1;
    while (end < text.size() && text[end] != rest.front() && text[end] != '\n')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

} // namespace

void collectNames(const pb::FileDescriptorProto &file, std::vector<std::string> &names)
{
    const auto scope = file.package().empty() ? std::string() : file.package() + ".";
    for (const auto &message : file.message_type())
        collectNested(message, scope, names);
    for (const auto &each : file.enum_type()) {
        names.push_back(each.name());
        names.push_back(scope + each.name());
    }
}

std::string suggestionFor(const std::string &message, const std::vector<std::string> &names,
                          Suggestions &suggestions)
{
    constexpr std::string_view isMissing = "\" is not defined.";
    if (suggestions.areSpent() || !message.starts_with('"') || !message.ends_with(isMissing))
        return {};
    const auto word = message.substr(1, message.size() - isMissing.size() - 1);
    auto known = names;
    for (const auto *scalar :
         {"double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32",
          "fixed64", "sfixed32", "sfixed64", "bool", "string", "bytes"})
        known.emplace_back(scalar);
    return didYouMean(suggestions.nearest(word, known));
}

bool isTooDeep(std::string_view text)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = behindText(text, i);
        if (next > i) {
            i = next;
            continue;
        }
        const char c = text[i++];
        if (c == '{' || c == '[' || c == '(' || c == '<')
            ++depth;
        else if (c == '}' || c == ']' || c == ')' || c == '>')
            depth = std::max(0, depth - 1);
        if (depth > deepest)
            return true;
    }
    return false;
}

} // namespace meshwright::schema::protobuf
