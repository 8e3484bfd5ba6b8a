// SPDX-License-Identifier: Apache-2.0
#include "importing/deadletters.h"

#include <algorithm>

namespace meshwright::importing {

namespace {

bool isAnyOf(const std::vector<schema::Pattern> &patterns, const std::string &topic)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const schema::Pattern &pattern) {
        return pattern.matches(topic) == schema::Match::Yes;
    });
}

} // namespace

Result<DeadLetters> DeadLetters::from(const std::map<std::string, std::string> &properties)
{
    DeadLetters letters;
    const auto on = properties.find("topology.dlq.topics.generate");
    letters.m_isOn = on != properties.end() && on->second == "true";
    for (const auto &[key, value] : properties)
        for (const auto &[list, patterns] :
             {std::pair<const char *, std::vector<schema::Pattern> *>{
                  "topology.dlq.topics.allow.list.", &letters.m_allowed},
              {"topology.dlq.topics.deny.list.", &letters.m_denied}}) {
            if (!key.starts_with(list))
                continue;
            auto pattern = schema::Pattern::compile("^(?:" + value + ")$");
            if (!pattern)
                return tl::unexpected(
                    Error{Error::Code::Invalid, "'" + value + "' is no regular expression.", key});
            patterns->push_back(std::move(*pattern));
        }
    return letters;
}

bool DeadLetters::areMadeFor(const std::string &topic) const
{
    return m_isOn && (m_allowed.empty() || isAnyOf(m_allowed, topic)) && !isAnyOf(m_denied, topic);
}

} // namespace meshwright::importing
