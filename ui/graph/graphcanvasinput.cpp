// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "ui/graph/cardpainter.h"
#include "ui/text/text.h"
#include "ui/theme/menukey.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr double panStep = 60;
constexpr double reach = 6; ///< pixels from a flow that still mean it
constexpr double edge = 28; ///< pixels: a link that is held there moves the picture

} // namespace

bool GraphCanvas::event(QEvent *event)
{
    if (m_transition && (event->type() == QEvent::KeyPress || event->type() == QEvent::Wheel ||
                         event->type() == QEvent::MouseButtonPress))
        endMove();
    if (event->type() == QEvent::NativeGesture)
        return zoomByGesture(*static_cast<QNativeGestureEvent *>(event));
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = m_link ? QString() : tipFor(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

QString GraphCanvas::tipFor(const QPointF &pixels) const
{
    const Hit hit = hitAt(pixels);
    if (hit.card) {
        const layout::Card &content = m_scene->content.cards[*hit.card];
        if (hit.topic)
            return tr("%1\n\nDrag it onto a context that shall consume it.")
                .arg(toQt(content.topics[*hit.topic].name.value));
        const QString tip =
            tr("%1\n%2\nPrincipal %3")
                .arg(toQt(content.name), toQt(content.id.value), toQt(content.principal));
        const bool isOffered =
            m_judge && !content.topics.empty() && detailAt(m_frame.scale) != GraphDetail::Domains;
        return isOffered
                   ? tr("%1\n\nDrag it onto a context that shall consume a topic of it.").arg(tip)
                   : tip;
    }
    if (!hit.flow)
        return {};
    const layout::Flow &content = m_scene->content.flows[*hit.flow];
    const QString sentence = content.isDeclared   ? tr("%1 gives to %2:")
                             : content.isObserved ? tr("%1 is read by %2, whose spec does not say "
                                                       "so:")
                                                  : tr("%1 lets %2 read, which does not consume:");
    QStringList lines = {sentence.arg(toQt(content.from.value), toQt(content.to.value))};
    for (const TopicName &topic : content.topics)
        lines.append(toQt(topic.value));
    if (m_scene->flows[*hit.flow].isMismatch)
        lines.append(tr("≠ Specs and cluster disagree here: see what stands out."));
    if (m_figures)
        lines.append(figureLines(*m_figures, {content.from, content.to}));
    return lines.join(u'\n');
}

bool GraphCanvas::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomBy(1 + event.value(), event.position());
    return true;
}

GraphCanvas::Hit GraphCanvas::hitAt(const QPointF &pixels) const
{
    Hit hit;
    if (!m_scene)
        return hit;
    const QPointF point = m_frame.toScene(pixels);
    hit.card = m_scene->cardAt(point);
    if (hit.card)
        hit.topic = topicAt(m_scene->content.cards[*hit.card], m_scene->details.get(),
                            m_frame.toScreen(m_scene->cards[*hit.card].box), m_frame.scale, pixels);
    else
        hit.flow = m_scene->flowAt(point, reach / m_frame.scale);
    return hit;
}

void GraphCanvas::click(const Hit &hit)
{
    if (hit.topic)
        emit topicClicked(*hit.card, *hit.topic);
    else if (hit.card)
        emit cardClicked(*hit.card);
    else if (hit.flow)
        emit flowClicked(*hit.flow);
    else
        emit backgroundClicked();
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    if (m_link || m_place)
        return; // another button, while something is held
    m_pressed = event->position();
    m_lastMouse = event->position();
    m_drag = Drag::None;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const bool isHeld = (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) != 0;
    if (!isHeld) {
        setHover(event->position());
        return;
    }
    const double moved = (event->position() - m_pressed).manhattanLength();
    if (m_drag == Drag::None && moved < QApplication::startDragDistance())
        return;
    if (m_drag == Drag::None)
        m_drag = beginDrag(event->buttons(), event->modifiers());
    if (m_drag == Drag::Link) {
        moveLink(event->position());
    } else if (m_drag == Drag::Place) {
        m_place->moveTo(m_frame.toScene(event->position()));
        update();
    } else if (m_drag == Drag::Band) {
        update();
    } else if (m_drag == Drag::Pan) {
        setCursor(Qt::ClosedHandCursor);
        pan(event->position() - m_lastMouse);
    }
    m_lastMouse = event->position();
}

/// From afar cards are too small to be meant; the middle button pans everywhere.
GraphCanvas::Drag GraphCanvas::beginDrag(Qt::MouseButtons buttons, Qt::KeyboardModifiers keys)
{
    const Hit hit = hitAt(m_pressed);
    if (m_scene && buttons.testFlag(Qt::LeftButton) && keys.testFlag(Qt::ShiftModifier) &&
        !hit.card)
        return Drag::Band;
    if (m_isArranging && buttons.testFlag(Qt::LeftButton))
        return beginPlacing(hit) ? Drag::Place : Drag::Pan;
    if (!m_judge || !hit.card || !buttons.testFlag(Qt::LeftButton) ||
        detailAt(m_frame.scale) == GraphDetail::Domains)
        return Drag::Pan;
    const layout::Card &card = m_scene->content.cards[*hit.card];
    GraphLink link{card.id, {}};
    if (hit.topic)
        link.topic = card.topics[*hit.topic].name;
    clearHover();
    QToolTip::hideText();
    m_link.emplace(std::move(link), m_frame.toScene(m_pressed), m_judge, m_scene);
    return Drag::Link;
}

void GraphCanvas::moveLink(const QPointF &pixels)
{
    m_link->moveTo(m_frame.toScene(pixels));
    setCursor(m_link->target() && !m_link->verdict().isAllowed ? Qt::ForbiddenCursor
                                                               : Qt::DragLinkCursor);
    if (QRectF(rect()).adjusted(edge, edge, -edge, -edge).contains(pixels))
        m_edge.stop();
    else if (!m_edge.isActive())
        m_edge.start();
    update();
}

/// The faster, the nearer to the edge the mouse is.
void GraphCanvas::panAtTheEdge()
{
    const QRectF calm = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    const auto beyond = [](double at, double least, double most) {
        return std::clamp(std::max(least - at, 0.0) - std::max(at - most, 0.0), -edge, edge) / 3;
    };
    pan({beyond(m_lastMouse.x(), calm.left(), calm.right()),
         beyond(m_lastMouse.y(), calm.top(), calm.bottom())});
    moveLink(m_lastMouse);
}

void GraphCanvas::dropLink(const QPoint &place)
{
    const LinkDrag link = *m_link;
    endLink();
    const auto reader = link.target();
    if (reader && link.verdict().isAllowed)
        emit linkDropped(link.link(), *reader, place);
    else if (reader)
        emit linkRefused(link.verdict().sentence);
}

void GraphCanvas::endLink()
{
    m_edge.stop();
    m_link.reset();
    m_drag = Drag::Nothing;
    unsetCursor();
    update();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_link) {
        if (event->button() == Qt::LeftButton)
            dropLink(event->globalPosition().toPoint());
        return;
    }
    unsetCursor();
    if (m_drag == Drag::Place && m_place)
        dropPlaced();
    if (m_drag == Drag::Band)
        endBand();
    const bool wasDragged = std::exchange(m_drag, Drag::None) != Drag::None;
    if (!wasDragged && event->button() == Qt::LeftButton && m_scene)
        click(hitAt(event->position()));
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitAt(event->position());
    if (hit.topic)
        emit topicActivated(*hit.card, *hit.topic);
    else if (hit.card)
        emit cardActivated(*hit.card);
    else if (const auto domain =
                 m_scene ? m_scene->domainAt(m_frame.toScene(event->position())) : std::nullopt)
        emit domainActivated(*domain);
}

/// By mouse for what is under it, by key for what is selected.
void GraphCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Mouse)
        return requestMenu();
    if (m_link || m_place || !m_scene)
        return;
    setFocus();
    click(hitAt(event->pos()));
    emit menuRequested(event->globalPos());
}

void GraphCanvas::requestMenu()
{
    if (m_link || !m_scene)
        return;
    QPointF at = QRectF(rect()).center();
    if (m_framed.size() == 1) {
        ensureVisible(*m_framed.begin());
        at = m_frame.toScreen(m_scene->cards[*m_framed.begin()].box).center();
    }
    emit menuRequested(mapToGlobal(at.toPoint()));
}

void GraphCanvas::setHover(const QPointF &pixels)
{
    if (!m_scene)
        return;
    const Hit hit = hitAt(pixels);
    const auto card = hit.card;
    const auto flow = detailAt(m_frame.scale) == GraphDetail::Domains ? std::nullopt : hit.flow;
    if (card == m_hoveredCard && flow == m_hoveredFlow)
        return;
    m_hoveredCard = card;
    m_hoveredFlow = flow;
    if (card || flow)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void GraphCanvas::clearHover()
{
    m_hoveredCard.reset();
    m_hoveredFlow.reset();
    update();
}

void GraphCanvas::leaveEvent(QEvent * /*event*/)
{
    clearHover();
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(std::pow(2.0, event->angleDelta().y() / 480.0), event->position());
    } else {
        const QPointF pixels = event->pixelDelta();
        QPointF delta = pixels.isNull() ? QPointF(event->angleDelta()) / 2 : pixels;
        if (event->modifiers().testFlag(Qt::ShiftModifier) && delta.x() == 0)
            delta = {delta.y(), 0};
        pan(delta);
    }
    event->accept();
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (theme::asksForMenu(*event))
        return requestMenu();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Left:
        walk({-1, 0});
        return;
    case Qt::Key_Right:
        walk({1, 0});
        return;
    case Qt::Key_Up:
        walk({0, -1});
        return;
    case Qt::Key_Down:
        walk({0, 1});
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_framed.size() == 1)
            emit cardActivated(*m_framed.begin());
        return;
    case Qt::Key_Escape:
        if (m_link) {
            endLink();
        } else if (m_place || m_drag == Drag::Band) {
            endPlacing();
            m_drag = Drag::Nothing;
        } else {
            emit escaped();
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Shift and an arrow pan; an arrow goes to the nearest card in its direction that shares a flow,
/// or to the nearest of all where none does.
void GraphCanvas::walk(const QPointF &direction)
{
    if (!m_scene || m_scene->cards.empty())
        return;
    if (QApplication::keyboardModifiers().testFlag(Qt::ControlModifier) && nudge(direction))
        return;
    if (QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)) {
        pan(direction * -panStep);
        return;
    }
    const auto next = m_framed.empty() ? std::optional<std::size_t>(0)
                                       : neighbourOf(*m_framed.begin(), direction);
    if (next)
        emit cardClicked(*next);
}

std::optional<std::size_t> GraphCanvas::neighbourOf(std::size_t card,
                                                    const QPointF &direction) const
{
    std::set<std::size_t> linked;
    for (const std::size_t flow : m_scene->flowsOf(card))
        linked.insert({m_scene->flows[flow].from, m_scene->flows[flow].to});
    std::optional<std::size_t> nearest;
    bool isNearestLinked = false;
    double least = std::numeric_limits<double>::max();
    const QPointF from = m_scene->cards[card].box.center();
    for (std::size_t i = 0; i < m_scene->cards.size(); ++i) {
        const QPointF way = m_scene->cards[i].box.center() - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        if (i == card || ahead < 1 || aside > 2 * ahead)
            continue;
        const double cost = ahead + 2 * aside;
        const bool isLinked = linked.contains(i);
        if (isLinked == isNearestLinked ? cost < least : isLinked) {
            least = cost;
            nearest = i;
            isNearestLinked = isLinked;
        }
    }
    return nearest;
}

/// Tab walks the cards in order, and leaves at either end.
bool GraphCanvas::focusNextPrevChild(bool next)
{
    if (!m_scene || m_scene->cards.empty() || m_framed.size() > 1)
        return QWidget::focusNextPrevChild(next);
    const std::size_t last = m_scene->cards.size() - 1;
    if (m_framed.empty()) {
        emit cardClicked(next ? 0 : last);
        return true;
    }
    const std::size_t at = *m_framed.begin();
    if (at == (next ? last : 0))
        return QWidget::focusNextPrevChild(next);
    emit cardClicked(next ? at + 1 : at - 1);
    return true;
}

} // namespace meshwright::ui
