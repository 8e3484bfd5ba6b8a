// SPDX-License-Identifier: Apache-2.0
#include "symbols/spelling.h"

#include <algorithm>

namespace meshwright::symbols {

namespace {

bool isSeparator(char c)
{
    return c == '.' || c == '/' || c == ':';
}

} // namespace

std::string dotted(std::string_view name)
{
    std::string out(name);
    std::replace_if(out.begin(), out.end(), isSeparator, '.');
    return out;
}

std::optional<Range> contextPart(std::string_view written, const ContextId &context)
{
    const std::size_t lead = written.starts_with('/') ? 1 : 0;
    if (!isWithin(dotted(written.substr(lead)), context.value))
        return std::nullopt;
    return Range{lead, lead + context.value.size()};
}

std::string respelled(std::string_view written, std::string_view old, std::string_view now)
{
    const auto shorter = std::min(old.size(), now.size());
    std::size_t front = 0;
    while (front < shorter && old[front] == now[front])
        ++front;
    std::size_t back = 0;
    while (back < shorter - front && old[old.size() - 1 - back] == now[now.size() - 1 - back])
        ++back;
    std::string middle(now.substr(front, now.size() - back - front));
    const auto separator = std::find_if(written.begin(), written.end(), isSeparator);
    if (separator != written.end() && written.find('.') == std::string_view::npos)
        std::replace(middle.begin(), middle.end(), '.', *separator);
    return std::string(written.substr(0, front)) + middle +
           std::string(written.substr(written.size() - back));
}

std::optional<std::string> topicRespelled(std::string_view written, std::string_view old,
                                          std::string_view now,
                                          const std::optional<ContextId> &owner)
{
    const std::size_t lead = written.starts_with('/') ? 1 : 0;
    const auto body = written.substr(lead);
    for (const auto &prefix : {std::string(), owner ? owner->value + '.' : std::string()}) {
        if (!old.starts_with(prefix) || dotted(body) != old.substr(prefix.size()))
            continue;
        if (!now.starts_with(prefix))
            return std::nullopt;
        return std::string(written.substr(0, lead)) +
               respelled(body, old.substr(prefix.size()), now.substr(prefix.size()));
    }
    return std::nullopt;
}

} // namespace meshwright::symbols
