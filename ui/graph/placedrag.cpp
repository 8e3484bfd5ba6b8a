// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/placedrag.h"

#include "ui/graph/cardpainter.h"

#include <cmath>

namespace meshwright::ui {

namespace {

constexpr double step = 8;

int onGrid(double value)
{
    const double most = graph::farthestPosition;
    return static_cast<int>(std::clamp(std::round(value / step) * step, -most, most));
}

} // namespace

graph::Corner keptCorner(const GraphScene &scene, const Placed &what, const QPointF &corner)
{
    QPointF origin;
    if (const auto *context = std::get_if<ContextId>(&what))
        if (const layout::Card *card = scene.content.card(*context))
            if (const auto box = scene.picture.groups.find(card->domain);
                box != scene.picture.groups.end())
                origin = {box->second.x, box->second.y};
    return {onGrid(corner.x() - origin.x()), onGrid(corner.y() - origin.y())};
}

PlaceDrag::PlaceDrag(Placed what, const QRectF &box, const QPointF &from)
    : m_what(std::move(what))
    , m_box(box)
    , m_from(from)
{}

void PlaceDrag::moveTo(const QPointF &scenePoint)
{
    m_by = scenePoint - m_from;
}

void PlaceDrag::paint(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
                      const GraphStyle &style) const
{
    const QRectF before = frame.toScreen(m_box);
    const QRectF now = frame.toScreen(m_box.translated(m_by));
    painter.setPen(QPen(style.tokens.accent, 1.2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(before, 8, 8);
    painter.drawLine(before.center(), now.center());
    const bool withName = detailAt(frame.scale) != GraphDetail::Domains;
    CardPainter cards(painter, style, frame.scale);
    for (std::size_t i = 0; i < scene.cards.size(); ++i) {
        const layout::Card &card = scene.content.cards[i];
        const auto *context = std::get_if<ContextId>(&m_what);
        if (context ? card.id == *context : card.domain == std::get<std::string>(m_what))
            cards.paint(scene.cards[i], card, frame.toScreen(scene.cards[i].box.translated(m_by)),
                        withName);
    }
    painter.setPen(QPen(style.tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(now.adjusted(-2, -2, 2, 2), 9, 9);
}

} // namespace meshwright::ui
