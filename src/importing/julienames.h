// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meshwright::importing {

/// How JulieOps names topics: by default `context`, the other root keys in their order, project,
/// topic and data type; or by the formats of its properties file.
class JulieNames
{
public:
    using Values = std::vector<std::pair<std::string, std::string>>;

    /// Invalid where a format does more than to name values: {{context}}.{{topic}}.
    static Result<JulieNames> from(const std::map<std::string, std::string> &properties);

    /// What names of a project begin with. `root`: `context`, and then the other keys.
    std::string prefix(const Values &root, const std::string &project) const;
    std::string topic(const Values &root, const std::string &project, const std::string &topic,
                      const std::string &dataType) const;
    std::string withoutSeparator(std::string prefix) const;
    /// Of the topic's dead letters: the topic's own name and `label` behind it, or by a format of
    /// its own, where {{dlq}} is the label.
    std::string deadLetters(const Values &root, const std::string &project,
                            const std::string &topic, const std::string &dataType) const;

private:
    std::string m_separator = ".";
    std::string m_projectFormat = "default";
    std::string m_topicFormat = "default";
    std::string m_deadLettersFormat = "default";
    std::string m_deadLettersLabel = "dlq";
};

} // namespace meshwright::importing
