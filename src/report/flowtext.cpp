// SPDX-License-Identifier: Apache-2.0
#include "flowtext.h"

#include <algorithm>
#include <map>

namespace meshwright::report {

std::string escaped(const std::string &text, Escape escape)
{
    std::string result;
    for (const char character : text) {
        const std::string replacement = escape(character);
        if (!replacement.empty())
            result += replacement;
        else
            result += static_cast<unsigned char>(character) < 0x20 ? ' ' : character;
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
        text +=
            (i == 0 ? "" : ", ") + (label == labels.end() ? flow.topics[i].value : label->second);
    }
    if (flow.topics.size() > most)
        text += " + " + std::to_string(flow.topics.size() - most);
    return text;
}

} // namespace meshwright::report
