// SPDX-License-Identifier: Apache-2.0
#include "importing/julienames.h"

#include <algorithm>

namespace meshwright::importing {

namespace {

constexpr const char *byDefault = "default";

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A name that has no value leaves nothing behind, as in JulieOps.
std::string filledIn(const std::string &format, const JulieNames::Values &values)
{
    std::string out;
    std::size_t at = 0;
    while (at < format.size()) {
        const auto open = format.find("{{", at);
        const auto close = open == std::string::npos ? open : format.find("}}", open);
        if (close == std::string::npos)
            return out + format.substr(at);
        out += format.substr(at, open - at);
        const auto name = trimmed(format.substr(open + 2, close - open - 2));
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const auto &each) { return each.first == name; });
        if (value != values.end())
            out += value->second;
        at = close + 2;
    }
    return out;
}

bool isPlain(const std::string &format)
{
    return format.find("{%") == std::string::npos && format.find('|') == std::string::npos;
}

} // namespace

Result<JulieNames> JulieNames::from(const std::map<std::string, std::string> &properties)
{
    JulieNames names;
    const auto read = [&](const std::string &key, std::string &value) -> Result<void> {
        const auto found = properties.find(key);
        if (found == properties.end())
            return {};
        if (!isPlain(found->second))
            return tl::unexpected(Error{Error::Code::Invalid,
                                        "The format '" + found->second +
                                            "' does more than to name values: write it with "
                                            "{{context}}, {{project}}, {{topic}}, {{dataType}} "
                                            "and other root keys alone.",
                                        key});
        value = found->second;
        return {};
    };
    for (const auto &[key, value] :
         {std::pair<const char *, std::string *>{"topology.topic.separator", &names.m_separator},
          {"topology.topic.prefix.separator", &names.m_separator},
          {"project.prefix.format", &names.m_projectFormat},
          {"topology.project.prefix.format", &names.m_projectFormat},
          {"topology.topic.prefix.format", &names.m_topicFormat},
          {"topology.topic.dlq.prefix.format", &names.m_deadLettersFormat},
          {"topology.topic.dlq.label", &names.m_deadLettersLabel}})
        if (const auto done = read(key, *value); !done)
            return tl::unexpected(done.error());
    return names;
}

std::string JulieNames::prefix(const Values &root, const std::string &project) const
{
    if (m_projectFormat != byDefault) {
        auto values = root;
        values.emplace_back("project", project);
        return filledIn(m_projectFormat, values);
    }
    std::string out;
    for (const auto &[key, value] : root)
        out += value + m_separator;
    return out + project + m_separator;
}

std::string JulieNames::topic(const Values &root, const std::string &project,
                              const std::string &topic, const std::string &dataType) const
{
    if (m_topicFormat == "name")
        return topic;
    if (m_topicFormat == byDefault)
        return prefix(root, project) + topic + (dataType.empty() ? "" : m_separator + dataType);
    auto values = root;
    values.emplace_back("project", project);
    values.emplace_back("topic", topic);
    values.emplace_back("dataType", dataType);
    return filledIn(m_topicFormat, values);
}

std::string JulieNames::deadLetters(const Values &root, const std::string &project,
                                    const std::string &topic, const std::string &dataType) const
{
    if (m_deadLettersFormat == "name")
        return topic;
    if (m_deadLettersFormat == byDefault)
        return prefix(root, project) + topic + (dataType.empty() ? "" : m_separator + dataType) +
               m_separator + m_deadLettersLabel;
    auto values = root;
    values.emplace_back("project", project);
    values.emplace_back("topic", topic);
    values.emplace_back("dataType", dataType);
    values.emplace_back("dlq", m_deadLettersLabel);
    return filledIn(m_deadLettersFormat, values);
}

std::string JulieNames::withoutSeparator(std::string prefix) const
{
    if (!m_separator.empty() && prefix.ends_with(m_separator))
        prefix.erase(prefix.size() - m_separator.size());
    while (prefix.ends_with('.'))
        prefix.pop_back();
    return prefix;
}

} // namespace meshwright::importing
