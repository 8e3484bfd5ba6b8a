// SPDX-License-Identifier: Apache-2.0
#include "flowtext.h"

#include <algorithm>
#include <map>

namespace meshwright::report {

namespace {

/// In bytes, of what `text` begins with; 0 where that is printable.
std::size_t lengthOfUnprintable(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x20 || first == 0x7F)
        return 1;
    if (first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0) // C1
        return 2;
    constexpr std::string_view separators[] = {"\u2028", "\u2029", "\uFFFE", "\uFFFF"};
    for (const std::string_view each : separators)
        if (text.starts_with(each))
            return each.size();
    return 0;
}

} // namespace

std::string printable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t length = lengthOfUnprintable(text);
        result += length == 0 ? text.front() : ' ';
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

std::string drawn(const std::string &text)
{
    constexpr std::size_t longest = 80;
    return layout::elidedMiddle(text, longest);
}

std::string escaped(const std::string &text, Escape escape)
{
    std::string result;
    for (const char character : printable(text)) {
        const std::string replacement = escape(character);
        result += replacement.empty() ? std::string(1, character) : replacement;
    }
    return result;
}

std::string quoted(const std::string &text)
{
    return '"' +
           escaped(text,
                   [](char c) -> std::string {
                       return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : "";
                   }) +
           '"';
}

std::string topicsText(const layout::GraphContent &content, const layout::Flow &flow)
{
    constexpr std::size_t most = 3;
    std::map<TopicName, std::string> labels;
    if (const layout::Card *owner = content.card(flow.from))
        for (const layout::TopicRow &row : owner->topics)
            labels[row.name] = row.label;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, flow.topics.size()); ++i) {
        const auto label = labels.find(flow.topics[i]);
        text += (i == 0 ? "" : ", ") +
                drawn(label == labels.end() ? flow.topics[i].value : label->second);
    }
    if (flow.topics.size() > most)
        text += " + " + std::to_string(flow.topics.size() - most);
    return text;
}

} // namespace meshwright::report
