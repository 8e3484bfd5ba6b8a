// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphview.h"

#include "ui/graph/clusterobserver.h"
#include "ui/graph/comparisonbar.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphcomparison.h"
#include "ui/graph/graphinquiry.h"
#include "ui/graph/graphlegend.h"
#include "ui/graph/graphside.h"
#include "ui/graph/lookbar.h"
#include "ui/graph/minimap.h"
#include "ui/graph/observationbar.h"
#include "ui/session/places.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwright::ui {

GraphView::GraphView(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_canvas(new GraphCanvas(this))
    , m_legend(new GraphLegend(m_canvas))
    , m_minimap(new Minimap(m_canvas))
    , m_inquiry(new GraphInquiry(*session, this))
    , m_pages(new QStackedWidget(this))
    , m_drawing(new GraphDrawing(this))
    , m_arranging(*session)
{
    setObjectName(QStringLiteral("graphView"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolBar());
    makeQuestions();
    makeComparison();
    column->addWidget(m_comparisonBar);
    column->addWidget(m_lookBar);
    column->addWidget(m_observation);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(makeEmptyPage());
    auto *split = new QSplitter(m_pages);
    split->setChildrenCollapsible(false);
    split->addWidget(m_canvas);
    split->addWidget(m_side);
    split->setStretchFactor(0, 1);
    m_pages->addWidget(split);
    m_canvas->installEventFilter(this);
    m_legend->installEventFilter(this);
    m_legend->hide();

    connectCanvas();
    connect(m_session, &Session::snapshotChanged, this, &GraphView::refresh);
    connect(m_session, &Session::selectionChanged, this, &GraphView::applyFocus);
    connect(m_drawing, &GraphDrawing::drawn, this, &GraphView::takeDrawn);
    retranslate();
    refresh();
}

void GraphView::connectCanvas()
{
    connect(m_canvas, &GraphCanvas::cardClicked, this, &GraphView::selectCard);
    connect(m_canvas, &GraphCanvas::topicClicked, this, &GraphView::selectTopic);
    connect(m_canvas, &GraphCanvas::flowClicked, this, &GraphView::selectFlow);
    connect(m_canvas, &GraphCanvas::cardActivated, this, &GraphView::revealCard);
    connect(m_canvas, &GraphCanvas::topicActivated, this, &GraphView::revealTopic);
    connect(m_canvas, &GraphCanvas::backgroundClicked, m_session,
            [this] { m_session->select(std::monostate{}); });
    connect(m_canvas, &GraphCanvas::escaped, this, [this] {
        if (std::holds_alternative<std::monostate>(m_session->selection()))
            m_inquiry->back();
        else
            m_session->select(std::monostate{});
    });
    connect(m_canvas, &GraphCanvas::domainActivated, this, &GraphView::openDomain);
    m_canvas->setLinkJudge(
        [this](const GraphLink &link, const ContextId &reader) { return judge(link, reader); });
    connect(m_canvas, &GraphCanvas::linkDropped, this, &GraphView::takeLink);
    connect(m_canvas, &GraphCanvas::linkRefused, this, &GraphView::message);
    connect(m_canvas, &GraphCanvas::placed, this, &GraphView::place);
    connect(m_canvas, &GraphCanvas::surrounded, this, &GraphView::bringForward);
    connect(m_canvas, &GraphCanvas::menuRequested, this,
            [this](const QPoint &place) { emit menuRequested(m_session->selection(), place); });
}

void GraphView::refresh()
{
    const Snapshot &snapshot = m_session->snapshot();
    const bool isEmpty = !snapshot.topology || snapshot.topology->contexts.empty();
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    retranslate();
    if (!isEmpty)
        m_drawing->draw({snapshot, sight(), wantedOnly(), m_style, m_comparison->overlay()});
}

void GraphView::takeDrawn(const DrawnGraph &graph)
{
    m_shownTopology = graph.topology;
    m_fault->setVisible(!graph.fault.isEmpty());
    m_fault->setToolTip(graph.fault);
    m_canvas->setScene(graph.scene);
    if (std::exchange(m_shownOnly, graph.only) != graph.only)
        m_canvas->fit(); // it is another picture
    if (!canBeArranged() && m_canvas->isArranging())
        m_canvas->setArranging(false);
    m_minimap->refresh();
    applyFocus();
}

bool GraphView::isSettled() const
{
    return m_canvas->scene() && !m_drawing->isBusy() && !m_canvas->isMoving();
}

void GraphView::selectCard(std::size_t card)
{
    m_session->select(m_canvas->scene()->content.cards.at(card).id);
}

void GraphView::selectTopic(std::size_t card, std::size_t topic)
{
    m_session->select(m_canvas->scene()->content.cards.at(card).topics.at(topic).name);
}

void GraphView::selectFlow(std::size_t flow)
{
    m_session->select(m_canvas->scene()->content.flows.at(flow).topics.front());
}

void GraphView::revealCard(std::size_t card)
{
    const ContextId &id = m_canvas->scene()->content.cards.at(card).id;
    if (const auto place = placeOf(m_session->snapshot(), id))
        m_session->reveal(place->file, place->range);
}

void GraphView::revealTopic(std::size_t card, std::size_t topic)
{
    selectTopic(card, topic);
    if (const auto place = placeOf(m_session->snapshot(), m_session->selection()))
        m_session->reveal(place->file, place->range);
}

GraphFocus GraphView::focusOfSelection(std::set<std::size_t> &framed) const
{
    GraphFocus focus;
    const GraphScenePtr &scene = m_canvas->scene();
    const Selection &selection = m_session->selection();
    const auto addFlow = [&](std::size_t flow) {
        focus.flows.insert(flow);
        focus.cards.insert({scene->flows[flow].from, scene->flows[flow].to});
    };
    if (const auto *id = std::get_if<ContextId>(&selection)) {
        if (const auto card = scene->cardOf(*id)) {
            framed.insert(*card);
            focus.cards.insert(*card);
            for (const std::size_t flow : scene->flowsOf(*card))
                addFlow(flow);
        }
    } else if (const auto *name = std::get_if<TopicName>(&selection)) {
        for (std::size_t i = 0; i < scene->flows.size(); ++i) {
            const auto &topics = scene->content.flows[i].topics;
            if (std::binary_search(topics.begin(), topics.end(), *name))
                addFlow(i);
        }
        const TopologyPtr &topology = m_session->snapshot().topology;
        const Topic *topic = topology ? topology->topic(*name) : nullptr;
        if (const auto owner = topic ? scene->cardOf(topic->owner) : std::nullopt) {
            framed.insert(*owner);
            focus.cards.insert(*owner);
        }
    }
    return focus;
}

GraphFocus GraphView::focusOfFilter() const
{
    GraphFocus focus;
    const QString wanted = m_filter->text().trimmed();
    if (wanted.isEmpty())
        return focus;
    const GraphScenePtr &scene = m_canvas->scene();
    for (std::size_t i = 0; i < scene->cards.size(); ++i) {
        const layout::Card &card = scene->content.cards[i];
        const bool isMatch =
            scene->cards[i].name.contains(wanted, Qt::CaseInsensitive) ||
            scene->cards[i].id.contains(wanted, Qt::CaseInsensitive) ||
            std::any_of(card.topics.begin(), card.topics.end(), [&](const layout::TopicRow &topic) {
                return toQt(topic.name.value).contains(wanted, Qt::CaseInsensitive);
            });
        if (isMatch)
            focus.cards.insert(i);
    }
    addFlowsBetween(*scene, focus);
    return focus;
}

void GraphView::applyFocus()
{
    if (!m_canvas->scene())
        return;
    std::set<std::size_t> framed;
    GraphFocus focus = focusOfSelection(framed);
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    if (m_inquiry->matches() && !m_shownOnly)
        focus = focusOfLook();
    if (isFiltered) {
        const GraphFocus matches = focusOfFilter();
        m_count->setText(
            tr("%1 of %2").arg(matches.cards.size()).arg(m_canvas->scene()->cards.size()));
        if (focus.isEmpty())
            focus = matches;
    }
    m_count->setVisible(isFiltered);
    m_canvas->setFocusOn(framed, focus);
    const bool isNew = std::exchange(m_seen, m_session->selection()) != m_session->selection();
    if (framed.size() == 1 && isNew)
        m_canvas->ensureVisible(*framed.begin());
    describe(framed);
}

void GraphView::selectNextMatch()
{
    if (!m_canvas->scene())
        return;
    const std::set<std::size_t> matches = focusOfFilter().cards;
    if (matches.empty())
        return;
    const auto *selected = std::get_if<ContextId>(&m_session->selection());
    const auto at = selected ? m_canvas->scene()->cardOf(*selected) : std::nullopt;
    auto next = at ? matches.upper_bound(*at) : matches.begin();
    if (next == matches.end())
        next = matches.begin();
    selectCard(*next);
}

void GraphView::describe(const std::set<std::size_t> &framed)
{
    if (framed.size() != 1) {
        m_canvas->setAccessibleDescription(tr("%n bounded context(s)", nullptr,
                                              static_cast<int>(m_canvas->scene()->cards.size())));
        return;
    }
    const GraphScenePtr &scene = m_canvas->scene();
    const CardShape &shape = scene->cards[*framed.begin()];
    const layout::Card &card = scene->content.cards[*framed.begin()];
    m_canvas->setAccessibleDescription(tr("%1, %2: owns %3 topics, consumes %4, %5 errors")
                                           .arg(shape.name, shape.id)
                                           .arg(card.topics.size())
                                           .arg(card.consumed)
                                           .arg(shape.errors));
}

void GraphView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool GraphView::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_canvas || watched == m_legend) && event->type() == QEvent::Resize)
        placeLegend();
    return QWidget::eventFilter(watched, event);
}

} // namespace meshwright::ui
