// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/linkdrag.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr double arrowSize = 11;
constexpr double widestSentence = 320;
constexpr QPointF besideMouse(16, 18);

/// Where a line that begins in the box leaves it; its begin where it does not.
QPointF leaving(const QRectF &box, const QLineF &line)
{
    const QLineF sides[] = {{box.topLeft(), box.topRight()},
                            {box.topRight(), box.bottomRight()},
                            {box.bottomRight(), box.bottomLeft()},
                            {box.bottomLeft(), box.topLeft()}};
    QPointF at;
    for (const QLineF &side : sides)
        if (line.intersects(side, &at) == QLineF::BoundedIntersection)
            return at;
    return line.p1();
}

} // namespace

LinkDrag::LinkDrag(GraphLink link, const QPointF &from, const LinkJudge &judge,
                   const GraphScenePtr &scene)
    : m_link(std::move(link))
    , m_from(from)
    , m_to(from)
{
    follow(judge, scene);
}

bool LinkDrag::follow(const LinkJudge &judge, const GraphScenePtr &scene)
{
    m_scene = scene;
    m_owner = scene->cardOf(m_link.owner);
    m_verdicts.clear();
    for (const layout::Card &card : scene->content.cards)
        m_verdicts.push_back(judge(m_link, card.id));
    moveTo(m_to);
    return m_owner.has_value();
}

void LinkDrag::moveTo(const QPointF &scenePoint)
{
    m_to = scenePoint;
    m_target = m_scene->cardAt(scenePoint);
    if (m_target == m_owner)
        m_target.reset();
}

std::optional<ContextId> LinkDrag::target() const
{
    return m_target ? std::optional(m_scene->content.cards[*m_target].id) : std::nullopt;
}

LinkVerdict LinkDrag::verdict() const
{
    return m_target ? m_verdicts[*m_target] : LinkVerdict{};
}

GraphFocus LinkDrag::reach() const
{
    GraphFocus reach;
    if (m_owner)
        reach.cards.insert(*m_owner);
    for (std::size_t i = 0; i < m_verdicts.size(); ++i)
        if (m_verdicts[i].isAllowed)
            reach.cards.insert(i);
    return reach;
}

void LinkDrag::paint(QPainter &painter, const GraphFrame &frame, const GraphStyle &style) const
{
    const theme::Tokens &tokens = style.tokens;
    const QColor color = !m_target             ? tokens.muted
                         : verdict().isAllowed ? tokens.accent
                                               : tokens.error;
    GraphPainter graph(painter, *m_scene, frame, style);
    if (m_owner)
        graph.paintCardFrame(*m_owner, tokens.muted, 1.6);
    if (m_target) {
        const QRectF box = frame.toScreen(m_scene->cards[*m_target].box);
        QColor wash = color;
        wash.setAlphaF(0.12F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawRoundedRect(box, 8, 8);
        graph.paintCardFrame(*m_target, color, 2.6);
    }
    paintLine(painter, frame, color);
    if (m_target)
        paintSentence(painter, frame, style);
}

void LinkDrag::paintLine(QPainter &painter, const GraphFrame &frame, const QColor &color) const
{
    QLineF line(frame.toScreen(m_from), frame.toScreen(m_to));
    if (m_owner)
        line.setP1(leaving(frame.toScreen(m_scene->cards[*m_owner].box), line));
    if (m_target) // its name stays readable
        line.setP2(leaving(frame.toScreen(m_scene->cards[*m_target].box), {line.p2(), line.p1()}));
    if (line.length() < arrowSize)
        return;
    const QLineF unit = line.unitVector();
    const QPointF way(unit.dx(), unit.dy());
    const QPointF back = line.p2() - way * arrowSize;
    const QPointF aside = QPointF(-way.y(), way.x()) * arrowSize * 0.5;
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(line.p1(), back);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(line.p1(), 4, 4);
    painter.drawPolygon(QPolygonF({line.p2(), back + aside, back - aside}));
}

/// Beside the mouse, and within the widget; a sign says what the colour does.
void LinkDrag::paintSentence(QPainter &painter, const GraphFrame &frame,
                             const GraphStyle &style) const
{
    const LinkVerdict said = verdict();
    const QString sign = said.isAllowed ? QStringLiteral("✓") : QStringLiteral("✕");
    const QFontMetricsF metrics(style.body);
    const double signWidth = metrics.horizontalAdvance(sign) + 8;
    const QRectF text = metrics.boundingRect(QRectF(0, 0, widestSentence, 400),
                                             Qt::TextWordWrap | Qt::AlignLeft, said.sentence);
    QRectF box(frame.toScreen(m_to) + besideMouse,
               QSizeF(text.width() + signWidth + 20, text.height() + 12));
    box.moveLeft(std::max(4.0, std::min(box.left(), frame.size.width() - box.width() - 4)));
    if (box.bottom() > frame.size.height() - 4)
        box.moveBottom(frame.toScreen(m_to).y() - besideMouse.y());
    painter.setPen(QPen(style.tokens.line, 1));
    painter.setBrush(style.tokens.raised);
    painter.drawRoundedRect(box, 5, 5);
    painter.setFont(style.body);
    painter.setPen(said.isAllowed ? style.tokens.good : style.tokens.error);
    painter.drawText(box.topLeft() + QPointF(10, 6 + metrics.ascent()), sign);
    painter.setPen(style.tokens.text);
    painter.drawText(box.adjusted(10 + signWidth, 6, -8, -4), Qt::TextWordWrap | Qt::AlignLeft,
                     said.sentence);
}

} // namespace meshwright::ui
