// SPDX-License-Identifier: Apache-2.0
// What is asked of the graph, and how the picture answers.
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphside.h"
#include "ui/graph/graphview.h"
#include "ui/graph/lookbar.h"
#include "ui/graph/observationbar.h"
#include "ui/text/text.h"

#include <QToolButton>

namespace meshwright::ui {

void GraphView::makeQuestions()
{
    m_lookBar = new LookBar(*m_inquiry, *m_session, this);
    m_observation = new ObservationBar(this);
    m_side = new GraphSide(*m_inquiry, *m_session, this);
    m_side->hide();
    connect(m_sideButton, &QToolButton::toggled, m_side, &QWidget::setVisible);
    connect(m_side, &GraphSide::message, this, &GraphView::message);
    connect(m_inquiry, &GraphInquiry::lookChanged, this, &GraphView::takeLook);
    connect(m_inquiry, &GraphInquiry::answersChanged, this, &GraphView::takeLook);
}

std::optional<std::set<ContextId>> GraphView::wantedOnly() const
{
    const auto &matches = m_inquiry->matches();
    return m_inquiry->look().onlyThese && matches && !matches->empty() ? matches : std::nullopt;
}

/// A part of the picture is drawn anew; else the rest only pales.
void GraphView::takeLook()
{
    if (wantedOnly() != m_drawing->only())
        refresh();
    applyFocus();
}

void GraphView::focusOn(const ContextId &context)
{
    Look look;
    look.focus = graph::Focus{context, 1, graph::Direction::Both};
    look.onlyThese = m_inquiry->look().onlyThese;
    m_inquiry->ask(look);
}

bool GraphView::focusOnSelection()
{
    const Selection &selection = m_session->selection();
    if (const auto *context = std::get_if<ContextId>(&selection)) {
        focusOn(*context);
        return true;
    }
    const auto *name = std::get_if<TopicName>(&selection);
    const TopologyPtr &topology = m_session->snapshot().topology;
    const Topic *topic = name && topology ? topology->topic(*name) : nullptr;
    if (topic)
        focusOn(topic->owner);
    return topic != nullptr;
}

void GraphView::setQuestionsShown(bool isShown)
{
    m_sideButton->setChecked(isShown);
}

bool GraphView::areQuestionsShown() const
{
    return m_sideButton->isChecked();
}

/// The domain alone, with all that its contexts have to do with each other.
void GraphView::openDomain(std::size_t domain)
{
    Look look;
    look.filter.set(graph::Facet::Domain, m_canvas->scene()->content.domains.at(domain).name, true);
    look.onlyThese = true;
    m_inquiry->ask(look);
}

GraphFocus GraphView::focusOfLook() const
{
    GraphFocus focus;
    focus.isAsked = true;
    const GraphScenePtr &scene = m_canvas->scene();
    for (const ContextId &id : *m_inquiry->matches())
        if (const auto card = scene->cardOf(id))
            focus.cards.insert(*card);
    addFlowsBetween(*scene, focus);
    return focus;
}

} // namespace meshwright::ui
