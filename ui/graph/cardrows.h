// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/graphpicture.h"

#include <QMutex>
#include <QString>

#include <map>
#include <vector>

namespace meshwright::ui {

/// The messages of a scene's topics and their fields, read when a card is first seen that near.
/// Asked from any thread.
class CardDetails
{
public:
    struct Message
    {
        QString name;
        QString fields; ///< `amount double · currency string`; empty where none can be told
    };

    explicit CardDetails(TopologyPtr topology)
        : m_topology(std::move(topology))
    {}

    std::vector<Message> of(const TopicName &topic) const;

private:
    TopologyPtr m_topology;
    mutable QMutex m_mutex;
    mutable std::map<TopicName, std::vector<Message>> m_known;
};

/// One line in a card's lower part.
struct CardRow
{
    enum class Kind { Topic, Message, Fields, More };

    Kind kind = Kind::Topic;
    std::size_t topic = 0; ///< an index in the card's topics
    QString text;          ///< of all but topics
};

/// At most `most` lines: the topics, and below each its messages with their fields where `details`
/// are given. Where not all topics are shown, the last line says so.
std::vector<CardRow> rowsOf(const layout::Card &card, const CardDetails *details, std::size_t most);

} // namespace meshwright::ui
