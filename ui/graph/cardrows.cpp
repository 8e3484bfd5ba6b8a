// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/cardrows.h"

#include "ui/text/text.h"

#include "meshwright/modelling/contextform.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QStringList>

namespace meshwright::ui {

namespace {

constexpr std::size_t mostNamed = 24; ///< fields of a message: one line has no room for more

QString textOf(const std::vector<schema::Field> &fields)
{
    QStringList parts;
    for (const schema::Field &field : fields) {
        if (parts.size() == mostNamed)
            break;
        const bool isPersonal = std::any_of(field.annotations.begin(), field.annotations.end(),
                                            [](const schema::Annotation &each) {
                                                return each.key == "pii" && each.value != "false";
                                            });
        parts << toQt(field.path) + u' ' + toQt(field.type) +
                     (isPersonal ? QStringLiteral(" (pii)") : QString());
    }
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

std::vector<CardDetails::Message> CardDetails::of(const TopicName &name) const
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_known.find(name);
    if (known != m_known.end())
        return known->second;
    std::vector<Message> &messages = m_known[name];
    if (const Topic *topic = m_topology->topic(name))
        for (const auto &message :
             modelling::formMessages(*m_topology->workspace, modelling::channelIdOf(*topic)))
            messages.push_back({toQt(message.name.empty() ? message.title : message.name),
                                textOf(message.fields)});
    return messages;
}

std::vector<CardRow> rowsOf(const layout::Card &card, const CardDetails *details, std::size_t most)
{
    std::vector<CardRow> rows;
    std::size_t shown = 0;
    for (; shown < card.topics.size(); ++shown) {
        const bool isLast = shown + 1 == card.topics.size();
        // The line that says that there are more needs room too.
        if (rows.size() + (isLast ? 1 : 2) > most)
            break;
        rows.push_back({CardRow::Kind::Topic, shown, {}});
        if (!details)
            continue;
        for (const CardDetails::Message &message : details->of(card.topics[shown].name)) {
            const std::size_t needed = (message.name.isEmpty() ? 0 : 1) +
                                       (message.fields.isEmpty() ? 0 : 1) + (isLast ? 0 : 1);
            if (rows.size() + needed > most)
                break;
            if (!message.name.isEmpty())
                rows.push_back({CardRow::Kind::Message, shown, message.name});
            if (!message.fields.isEmpty())
                rows.push_back({CardRow::Kind::Fields, shown, message.fields});
        }
    }
    if (shown < card.topics.size() && most > 0)
        rows.push_back({CardRow::Kind::More, shown,
                        QCoreApplication::translate("GraphCard", "and %n more", nullptr,
                                                    static_cast<int>(card.topics.size() - shown))});
    return rows;
}

} // namespace meshwright::ui
