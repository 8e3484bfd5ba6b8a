// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "ui/text/text.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace meshwright::ui {

namespace {

constexpr double panStep = 60;
constexpr double reach = 6; ///< pixels from a flow that still mean it

} // namespace

bool GraphCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture)
        return zoomByGesture(*static_cast<QNativeGestureEvent *>(event));
    if (event->type() == QEvent::ToolTip && m_scene) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipFor(m_frame.toScene(help->pos()));
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

QString GraphCanvas::tipFor(const QPointF &scenePoint) const
{
    if (const auto card = m_scene->cardAt(scenePoint)) {
        const layout::Card &content = m_scene->content.cards[*card];
        return tr("%1\n%2\nPrincipal %3")
            .arg(toQt(content.name), toQt(content.id.value), toQt(content.principal));
    }
    const auto flow = m_scene->flowAt(scenePoint, reach / m_frame.scale);
    if (!flow)
        return {};
    const layout::Flow &content = m_scene->content.flows[*flow];
    QStringList lines = {
        content.isDeclared
            ? tr("%1 gives to %2:").arg(toQt(content.from.value), toQt(content.to.value))
            : tr("%1 lets %2 read, which does not consume:")
                  .arg(toQt(content.from.value), toQt(content.to.value))};
    for (const TopicName &topic : content.topics)
        lines.append(toQt(topic.value));
    return lines.join(u'\n');
}

bool GraphCanvas::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomBy(1 + event.value(), event.position());
    return true;
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position();
    m_lastMouse = event->position();
    m_isDragging = false;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const bool isHeld = (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) != 0;
    if (!isHeld) {
        setHover(event->position());
        return;
    }
    const double moved = (event->position() - m_pressed).manhattanLength();
    if (!m_isDragging && moved < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    pan(event->position() - m_lastMouse);
    m_lastMouse = event->position();
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    unsetCursor();
    const bool wasDragged = std::exchange(m_isDragging, false);
    if (wasDragged || event->button() != Qt::LeftButton || !m_scene)
        return;
    const QPointF point = m_frame.toScene(event->position());
    if (const auto card = m_scene->cardAt(point))
        emit cardClicked(*card);
    else if (const auto flow = m_scene->flowAt(point, reach / m_frame.scale))
        emit flowClicked(*flow);
    else
        emit backgroundClicked();
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    if (const auto card = m_scene->cardAt(m_frame.toScene(event->position())))
        emit cardActivated(*card);
}

void GraphCanvas::setHover(const QPointF &pixels)
{
    if (!m_scene)
        return;
    const QPointF point = m_frame.toScene(pixels);
    const auto card = m_scene->cardAt(point);
    auto flow = card || detailAt(m_frame.scale) == GraphDetail::Domains
                    ? std::nullopt
                    : m_scene->flowAt(point, reach / m_frame.scale);
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
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_F:
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
        emit backgroundClicked();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

/// Shift and an arrow pan; an arrow goes to the nearest card in its direction.
void GraphCanvas::walk(const QPointF &direction)
{
    if (!m_scene || m_scene->cards.empty())
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
    std::optional<std::size_t> nearest;
    double least = std::numeric_limits<double>::max();
    const QPointF from = m_scene->cards[card].box.center();
    for (std::size_t i = 0; i < m_scene->cards.size(); ++i) {
        const QPointF way = m_scene->cards[i].box.center() - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        if (i == card || ahead < 1 || aside > 2 * ahead)
            continue;
        const double cost = ahead + 2 * aside;
        if (cost < least) {
            least = cost;
            nearest = i;
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
