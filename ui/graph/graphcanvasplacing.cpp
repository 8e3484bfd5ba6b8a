// SPDX-License-Identifier: Apache-2.0
// What the mouse and the keys do while the picture is arranged by hand, and the rubber band.
#include "ui/graph/graphcanvas.h"

#include <QToolTip>

#include <utility>

namespace meshwright::ui {

namespace {

constexpr double nudgeStep = 8; ///< of the scene, as the grid of what is placed by hand
constexpr double pin = 5;       ///< pixels

} // namespace

/// The card under the mouse, or its domain by any place beside the cards. From afar, where cards
/// are too small to be meant, always the domain.
bool GraphCanvas::beginPlacing(const Hit &hit)
{
    if (!m_scene)
        return false;
    const QPointF at = m_frame.toScene(m_pressed);
    const auto domain = m_scene->domainAt(at);
    if (hit.card && detailAt(m_frame.scale) != GraphDetail::Domains)
        m_place.emplace(m_scene->content.cards[*hit.card].id, m_scene->cards[*hit.card].box, at);
    else if (domain)
        m_place.emplace(m_scene->content.domains[*domain].name, m_scene->domains[*domain].box, at);
    else
        return false;
    clearHover();
    QToolTip::hideText();
    setCursor(Qt::SizeAllCursor);
    return true;
}

void GraphCanvas::dropPlaced()
{
    const PlaceDrag place = *std::exchange(m_place, std::nullopt);
    update();
    emit placed(place.what(), keptCorner(*m_scene, place.what(), place.corner()));
}

/// What is held is put back; nothing more happens until the button is let go.
void GraphCanvas::endPlacing()
{
    m_place.reset();
    if (m_drag == Drag::Place)
        m_drag = Drag::Nothing;
    update();
}

/// The selected card by one step of the grid.
bool GraphCanvas::nudge(const QPointF &direction)
{
    if (!m_isArranging || m_framed.size() != 1)
        return false;
    const std::size_t card = *m_framed.begin();
    const Placed what = m_scene->content.cards[card].id;
    const QPointF corner = m_scene->cards[card].box.topLeft() + direction * nudgeStep;
    emit placed(what, keptCorner(*m_scene, what, corner));
    return true;
}

QRectF GraphCanvas::band() const
{
    return QRectF(m_pressed, m_lastMouse).normalized();
}

void GraphCanvas::endBand()
{
    const QRectF around(m_frame.toScene(band().topLeft()), m_frame.toScene(band().bottomRight()));
    std::set<std::size_t> cards;
    for (std::size_t i = 0; i < m_scene->cards.size(); ++i)
        if (around.intersects(m_scene->cards[i].box))
            cards.insert(i);
    update();
    if (!cards.empty())
        emit surrounded(cards);
}

/// A pin on what was put somewhere by hand.
void GraphCanvas::paintArranging(QPainter &painter) const
{
    const auto paintPin = [&](const QRectF &box) {
        const QPointF at = m_frame.toScreen(box).topLeft();
        painter.setPen(QPen(m_style.tokens.surface, 1.5));
        painter.setBrush(m_style.tokens.accent);
        painter.drawEllipse(at, pin, pin);
        painter.setPen(QPen(m_style.tokens.accent, 1.5));
        painter.drawLine(at + QPointF(0, pin), at + QPointF(0, 2 * pin));
    };
    painter.setRenderHint(QPainter::Antialiasing);
    const graph::Positions &kept = m_scene->positions;
    for (std::size_t i = 0; i < m_scene->domains.size(); ++i)
        if (kept.domains.contains(m_scene->content.domains[i].name))
            paintPin(m_scene->domains[i].box);
    if (detailAt(m_frame.scale) == GraphDetail::Domains)
        return;
    for (std::size_t i = 0; i < m_scene->cards.size(); ++i)
        if (kept.contexts.contains(m_scene->content.cards[i].id.value))
            paintPin(m_scene->cards[i].box);
}

} // namespace meshwright::ui
