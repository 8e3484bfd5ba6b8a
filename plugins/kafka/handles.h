// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kafka/batches.h"
#include "kafka/connection.h"

#include <map>
#include <set>
#include <string>

namespace meshwright::kafka {

/// librdkafka's handles of the items of one call, by the item's place. They are made before
/// anything is sent, so that a faulty item never stops the others.
template <typename Handle>
class Handles
{
public:
    /// Why the item can't be sent; else it is kept.
    std::optional<Error> keep(std::size_t place, Result<Handle> handle)
    {
        if (!handle)
            return handle.error();
        m_handles.emplace(place, std::move(*handle));
        return std::nullopt;
    }

    auto pointers(const Batches::Indices &batch) const
    {
        std::vector<decltype(std::declval<const Handle &>().get())> pointers;
        for (const auto place : batch)
            pointers.push_back(m_handles.at(place).get());
        return pointers;
    }

private:
    std::map<std::size_t, Handle> m_handles;
};

/// The answers to one request by topic, as brokers keep no order.
using Answers = std::map<std::string, Result<void>>;

inline Error noAnswer(const std::string &topic)
{
    return {Error::Code::Timeout, "Topic " + topic + ": the cluster gave no answer for it.", {}};
}

inline Result<void> answerFor(const Answers &answers, const std::string &topic)
{
    const auto it = answers.find(topic);
    return it == answers.end() ? tl::unexpected(noAnswer(topic)) : it->second;
}

/// A request may name a topic only once: the first counts.
inline std::optional<Error> namedTwice(std::set<std::string> &seen, const std::string &topic)
{
    if (seen.insert(topic).second)
        return std::nullopt;
    return Error{Error::Code::Invalid, "Topic " + topic + " is named twice in one request.", {}};
}

} // namespace meshwright::kafka
