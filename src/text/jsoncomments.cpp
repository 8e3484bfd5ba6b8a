// SPDX-License-Identifier: Apache-2.0
#include "text/jsoncomments.h"

#include <algorithm>

namespace meshwright {

namespace {

/// Behind the string that begins at `from`.
std::size_t afterString(std::string_view json, std::size_t from)
{
    auto at = from + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return std::min(at + 1, json.size());
}

} // namespace

std::optional<std::string> withBlankComments(std::string_view json)
{
    std::string text(json);
    bool hasComments = false;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = afterString(json, at);
            continue;
        }
        const auto two = json.substr(at, 2);
        if (two != "//" && two != "/*") {
            ++at;
            continue;
        }
        auto end = json.find(two == "//" ? "\n" : "*/", at + 2);
        if (end == std::string_view::npos && two == "/*")
            return std::nullopt;
        end = std::min(end, json.size());
        if (two == "/*")
            end += 2;
        for (; at < end; ++at)
            if (json[at] != '\n' && json[at] != '\r')
                text[at] = ' ';
        hasComments = true;
    }
    return hasComments ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace meshwright
