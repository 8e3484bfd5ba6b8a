// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace meshwright::graph {

/// How far reading and writing have come, and how fast, by one observation or two. What it is made
/// from must outlive it.
class Traffic
{
public:
    Traffic(const Observation &now, const Observation *before);

    bool isThere(const std::string &topic) const { return m_ends.contains(topic); }

    /// Records of the partitions that the group has read from.
    std::optional<std::int64_t> lag(const ConsumerGroup &group, const std::string &topic) const;
    /// Records in a second. Nothing, too, where the count went back: the topic was made anew, or
    /// its reader was sent back.
    std::optional<double> read(const ConsumerGroup &group, const std::string &topic) const;
    std::optional<double> written(const TopicEnds &topic) const;

private:
    std::optional<double> perSecond(std::int64_t records) const;

    double m_seconds = 0; ///< between the two
    std::unordered_map<std::string_view, const TopicEnds *> m_ends;
    std::unordered_map<std::string_view, const TopicEnds *> m_endsBefore;
    std::unordered_map<std::string_view, const ConsumerGroup *> m_groupsBefore;
};

} // namespace meshwright::graph
