// SPDX-License-Identifier: Apache-2.0
#include "symbols/spelling.h"

#include <algorithm>

namespace meshwright::symbols {

namespace {

bool isSeparator(char c)
{
    return c == '.' || c == '/' || c == ':';
}

std::optional<std::string> withoutContext(std::string_view name, const ContextId &context)
{
    const auto part = contextPart(name, context);
    if (!part)
        return std::nullopt;
    return std::string(name.substr(0, part->begin)) + std::string(name.substr(part->end + 1));
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
    const auto name = dotted(written);
    const std::size_t lead = written.starts_with('/') ? 1 : 0;
    for (const auto begin : {lead, name.find('.', lead) + 1}) // or behind a keyword
        if (isWithin(std::string_view(name).substr(begin), context.value))
            return Range{begin, begin + context.value.size()};
    return std::nullopt;
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
    const auto front = std::string(written.substr(0, lead));
    if (dotted(body) == old)
        return front + respelled(body, old, now);
    const auto oldShort = owner ? withoutContext(old, *owner) : std::nullopt;
    const auto nowShort = owner ? withoutContext(now, *owner) : std::nullopt;
    if (!oldShort || !nowShort || dotted(body) != *oldShort)
        return std::nullopt;
    return front + respelled(body, *oldShort, *nowShort);
}

} // namespace meshwright::symbols
