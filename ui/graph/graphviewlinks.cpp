// SPDX-License-Identifier: Apache-2.0
// What a link that is dragged from card to card means: who would consume what.
#include "ui/graph/graphview.h"

#include "ui/graph/contextname.h"
#include "ui/text/text.h"
#include "ui/theme/accessicon.h"
#include "ui/theme/icon.h"

#include "meshwright/modelling/accessacts.h"

#include <QMenu>

namespace meshwright::ui {

namespace {

using Topics = std::vector<const Topic *>;

/// As its owner's card shows it: `_public.sale`.
QString labelOf(const Topic &topic)
{
    const std::string &name = topic.name.value;
    return toQt(isWithin(name, topic.owner.value) ? name.substr(topic.owner.value.size() + 1)
                                                  : name);
}

QString whyNot(const Topic &topic)
{
    if (topic.access == Access::Private)
        return GraphView::tr("private");
    return topic.access ? GraphView::tr("consumed already") : GraphView::tr("no access keyword");
}

} // namespace

LinkVerdict GraphView::judgeTopic(const TopicName &name, const ContextId &reader) const
{
    const Topology &topology = *m_session->snapshot().topology;
    if (const auto may = modelling::checkConsuming(topology, reader, name); !may)
        return {false, toQt(may.error().message)};
    const Topic *topic = topology.topic(name);
    const QString sentence = mayRead(*topic, reader) ? tr("%1 consumes %2")
                                                     : tr("%1 consumes %2, and is granted access");
    return {true, sentence.arg(contextName(&topology, reader), labelOf(*topic))};
}

LinkVerdict GraphView::judge(const GraphLink &link, const ContextId &reader) const
{
    if (link.topic)
        return judgeTopic(*link.topic, reader);
    const Topology &topology = *m_session->snapshot().topology;
    const QString owner = contextName(&topology, link.owner);
    const Topics topics = topology.topicsOf(link.owner);
    if (topics.empty())
        return {false, tr("%1 owns no topic.").arg(owner)};
    if (topics.size() == 1)
        return judgeTopic(topics.front()->name, reader);
    bool isAnyConsumed = false;
    for (const Topic *topic : topics) {
        const auto may = modelling::checkConsuming(topology, reader, topic->name);
        if (may)
            return {true, tr("%1 consumes one of the topics of %2")
                              .arg(contextName(&topology, reader), owner)};
        isAnyConsumed = isAnyConsumed || may.error().code == Error::Code::Conflict;
    }
    if (isAnyConsumed)
        return {false, tr("%1 consumes already all that %2 offers.")
                           .arg(contextName(&topology, reader), owner)};
    return {false, tr("All topics of %1 are private: none can be consumed.").arg(owner)};
}

/// Of a context with several topics, one is chosen where it was dropped.
void GraphView::takeLink(const GraphLink &link, const ContextId &reader, const QPoint &place)
{
    if (link.topic)
        return emit consumeRequested(reader, *link.topic);
    const Topology &topology = *m_session->snapshot().topology;
    const Topics topics = topology.topicsOf(link.owner);
    if (topics.size() == 1)
        return emit consumeRequested(reader, topics.front()->name);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("graphTopicMenu"));
    menu->setAccessibleName(tr("Which topic %1 consumes").arg(contextName(&topology, reader)));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const Topic *topic : topics) {
        const LinkVerdict verdict = judgeTopic(topic->name, reader);
        const QString text = verdict.isAllowed ? labelOf(*topic)
                                               : tr("%1\t%2", "a topic, and why it is not offered")
                                                     .arg(labelOf(*topic), whyNot(*topic));
        const QIcon sign = topic->access ? theme::accessIcon(*topic->access) : theme::icon("topic");
        QAction *action = menu->addAction(sign, text, this, [this, reader, name = topic->name] {
            emit consumeRequested(reader, name);
        });
        action->setEnabled(verdict.isAllowed);
        action->setToolTip(verdict.sentence);
        if (verdict.isAllowed && !menu->activeAction())
            menu->setActiveAction(action);
    }
    menu->popup(place);
}

} // namespace meshwright::ui
