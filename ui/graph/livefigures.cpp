// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/livefigures.h"

#include "ui/graph/labelroom.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr double leastScale = 0.5;      ///< below it they would cover more than they tell
constexpr std::size_t few = 8;          ///< beyond, it must be plain which is of which line
constexpr std::size_t mostFigures = 60; ///< those with the most waiting first

struct GraphFigures
{
    Q_DECLARE_TR_FUNCTIONS(GraphFigures)
};

std::vector<std::size_t> shownFlows(const GraphScene &scene, const GraphFrame &frame,
                                    const LiveFigures &figures, const GraphFocus &focus)
{
    const QRectF visible = frame.visible();
    std::vector<std::pair<std::int64_t, std::size_t>> byLag;
    for (std::size_t i = 0; i < scene.flows.size(); ++i) {
        if (!scene.flows[i].bounds.intersects(visible) ||
            (!focus.isEmpty() && !focus.flows.contains(i)))
            continue;
        const layout::Flow &flow = scene.content.flows[i];
        const auto known = figures.observed->flows.find({flow.from, flow.to});
        if (known != figures.observed->flows.end())
            byLag.emplace_back(-known->second.lag.value_or(0), i);
    }
    std::sort(byLag.begin(), byLag.end());
    if (byLag.size() > mostFigures)
        byLag.resize(mostFigures);
    std::vector<std::size_t> flows;
    for (const auto &[lag, flow] : byLag)
        flows.push_back(flow);
    return flows;
}

} // namespace

QStringList figureLines(const LiveFigures &figures, const graph::FlowId &flow)
{
    const auto known = figures.observed->flows.find(flow);
    if (known == figures.observed->flows.end())
        return {};
    const graph::Figures &told = known->second;
    const QLocale locale;
    QStringList lines{told.members ? GraphFigures::tr("%n consumer(s)", nullptr, *told.members)
                                   : GraphFigures::tr("consumers unknown")};
    QStringList counts;
    if (told.lag)
        counts << GraphFigures::tr("lag %1").arg(locale.toString(qlonglong(*told.lag)));
    if (told.perSecond)
        counts << GraphFigures::tr("%1/s").arg(
            locale.toString(*told.perSecond, 'f', *told.perSecond < 10 ? 1 : 0));
    if (!counts.isEmpty())
        lines << counts.join(QStringLiteral(", "));
    if (!figures.asOf.isEmpty())
        lines << GraphFigures::tr("at %1", "the time of figures that are old").arg(figures.asOf);
    return lines;
}

void paintFigures(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
                  const GraphStyle &style, const LiveFigures &figures, const GraphFocus &focus)
{
    if (frame.scale < leastScale)
        return;
    QFont font = style.body;
    font.setPixelSize(11);
    const QFontMetricsF metrics(font);
    LabelRoom room(frame);
    for (const CardShape &card : scene.cards)
        if (card.box.intersects(frame.visible()))
            room.take(frame.toScreen(card.box));
    for (const FlowShape &flow : scene.flows)
        if (flow.isMismatch && flow.bounds.intersects(frame.visible()))
            room.take(QRectF(-9, -9, 18, 18).translated(frame.toScreen(signPlace(flow))));
    painter.setFont(font);
    const auto shown = shownFlows(scene, frame, figures, focus);
    const auto wish = shown.size() <= few ? LabelRoom::Farther : LabelRoom::Aside;
    for (const std::size_t flow : shown) {
        const layout::Flow &content = scene.content.flows[flow];
        const QStringList lines = figureLines(figures, {content.from, content.to});
        double width = 0;
        for (const QString &line : lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        const QSizeF size(width + 12, metrics.lineSpacing() * double(lines.size()) + 4);
        const auto box = room.find(size, scene.flows[flow].line, wish);
        if (!box)
            continue;
        const bool isOld = !figures.asOf.isEmpty();
        painter.setPen(QPen(style.tokens.line, 1));
        painter.setBrush(style.tokens.raised);
        painter.drawRoundedRect(*box, 4, 4);
        painter.setPen(isOld ? style.tokens.muted : style.tokens.text);
        painter.drawText(*box, Qt::AlignCenter, lines.join(u'\n'));
    }
}

QPointF signPlace(const FlowShape &flow)
{
    return flow.curve.pointAtPercent(0.72);
}

void paintMismatchSign(QPainter &painter, const QPointF &centre, double radius,
                       const theme::Tokens &tokens)
{
    painter.setPen(QPen(tokens.surface, 1.2));
    painter.setBrush(tokens.error);
    painter.drawEllipse(centre, radius, radius);
    const double arm = radius * 0.5;
    const double gap = radius * 0.22;
    QPen pen(tokens.surface, std::max(1.0, radius * 0.2));
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    for (const double side : {-gap, gap})
        painter.drawLine(centre + QPointF(-arm, side), centre + QPointF(arm, side));
    painter.drawLine(centre + QPointF(-arm * 0.55, arm), centre + QPointF(arm * 0.55, -arm));
}

} // namespace meshwright::ui
