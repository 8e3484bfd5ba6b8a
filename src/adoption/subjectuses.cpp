// SPDX-License-Identifier: Apache-2.0
#include "adoption/subjectuses.h"

#include "adoption/schematext.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace meshwright::adoption {

namespace {

using Names = std::set<std::string, std::less<>>;

struct Found
{
    std::string topic;
    SubjectUse use;
};

std::optional<Found> useOf(const ActualSubject &subject, const Names &topics)
{
    const std::string_view name = subject.name;
    for (const bool isKey : {false, true}) {
        const std::string_view ending = isKey ? "-key" : "-value";
        if (!name.ends_with(ending))
            continue;
        const auto topic = name.substr(0, name.size() - ending.size());
        if (topics.contains(topic))
            return Found{std::string(topic), {&subject, isKey}};
    }
    if (topics.contains(name))
        return Found{subject.name, {&subject, false, "SimpleTopicIdStrategy"}};
    const auto record = recordOf(subject.schema);
    if (record.empty() || !name.ends_with('-' + record))
        return std::nullopt;
    const auto topic = name.substr(0, name.size() - record.size() - 1);
    if (!topics.contains(topic))
        return std::nullopt;
    return Found{std::string(topic), {&subject, false, "TopicRecordNameStrategy", record}};
}

} // namespace

std::map<std::string, std::vector<SubjectUse>>
subjectUses(const std::vector<ActualTopic> &topics, const std::vector<ActualSubject> &subjects)
{
    Names names;
    for (const auto &topic : topics)
        names.insert(topic.name);
    std::map<std::string, std::vector<SubjectUse>> uses;
    for (const auto &subject : subjects)
        if (auto found = useOf(subject, names))
            uses[found->topic].push_back(std::move(found->use));
    for (auto &[topic, each] : uses)
        std::stable_sort(each.begin(), each.end(), [](const auto &a, const auto &b) {
            return std::pair(!a.strategy.empty(), a.isKey) <
                   std::pair(!b.strategy.empty(), b.isKey);
        });
    return uses;
}

} // namespace meshwright::adoption
