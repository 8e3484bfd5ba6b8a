// SPDX-License-Identifier: Apache-2.0
#include "graph/traffic.h"

#include <algorithm>
#include <chrono>

namespace meshwright {

bool isOfStreams(std::string_view topic)
{
    return topic.ends_with("-changelog") || topic.ends_with("-repartition") ||
           (topic.ends_with("-topic") && topic.find("-subscription-") != std::string_view::npos);
}

} // namespace meshwright

namespace meshwright::graph {

Traffic::Traffic(const Observation &now, const Observation *before)
{
    for (const TopicEnds &topic : now.topics)
        m_ends.emplace(topic.topic, &topic);
    if (!before)
        return;
    m_seconds = std::chrono::duration<double>(now.at - before->at).count();
    for (const TopicEnds &topic : before->topics)
        m_endsBefore.emplace(topic.topic, &topic);
    for (const GroupReading &group : before->groups.groups)
        if (group.group)
            m_groupsBefore.emplace(group.id, &*group.group);
}

std::optional<double> Traffic::perSecond(std::int64_t records) const
{
    if (records < 0 || m_seconds <= 0)
        return std::nullopt;
    return double(records) / m_seconds;
}

std::optional<std::int64_t> Traffic::lag(const ConsumerGroup &group, const std::string &topic) const
{
    const auto committed = group.committed.find(topic);
    const auto known = m_ends.find(topic);
    if (committed == group.committed.end() || committed->second.empty() || known == m_ends.end() ||
        !known->second->ends)
        return std::nullopt;
    const auto &ends = *known->second->ends;
    std::int64_t lag = 0;
    for (const auto &[partition, offset] : committed->second) {
        if (std::size_t(partition) >= ends.size())
            return std::nullopt;
        lag += std::max<std::int64_t>(0, ends[std::size_t(partition)] - offset);
    }
    return lag;
}

std::optional<double> Traffic::read(const ConsumerGroup &group, const std::string &topic) const
{
    const auto before = m_groupsBefore.find(group.id);
    if (before == m_groupsBefore.end())
        return std::nullopt;
    const auto was = before->second->committed.find(topic);
    const auto is = group.committed.find(topic);
    if (was == before->second->committed.end() || is == group.committed.end())
        return std::nullopt;
    std::optional<std::int64_t> records;
    for (const auto &[partition, offset] : is->second)
        if (const auto known = was->second.find(partition); known != was->second.end())
            records = records.value_or(0) + offset - known->second;
    return records ? perSecond(*records) : std::nullopt;
}

std::optional<double> Traffic::written(const TopicEnds &topic) const
{
    const auto before = m_endsBefore.find(topic.topic);
    if (before == m_endsBefore.end() || !before->second->ends || !topic.ends)
        return std::nullopt;
    std::int64_t records = 0;
    const std::size_t both = std::min(before->second->ends->size(), topic.ends->size());
    for (std::size_t i = 0; i < both; ++i)
        records += topic.ends->at(i) - before->second->ends->at(i);
    return perSecond(records);
}

} // namespace meshwright::graph
