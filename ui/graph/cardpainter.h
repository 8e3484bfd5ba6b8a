// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/cardrows.h"
#include "ui/graph/graphpainter.h"

namespace meshwright::ui {

/// One card in its place on screen: as much of it as is readable at this size.
class CardPainter
{
public:
    /// Without `details` a card shows its topics and not what is in them, however near it is.
    CardPainter(QPainter &painter, const GraphStyle &style, double scale,
                const CardDetails *details = nullptr);

    void paint(const CardShape &shape, const layout::Card &card, const QRectF &box, bool withName);

    /// How many findings, on the card's top right `corner`; a dot where it can't be read.
    void paintBadge(const CardShape &shape, const QPointF &corner, bool isReadable);

private:
    void paintBlock(const CardShape &shape, const layout::Card &card, const QRectF &box);
    void paintFrame(const CardShape &shape, const layout::Card &card, const QRectF &box);
    void paintWhole(const CardShape &shape, const layout::Card &card, const QRectF &box);
    void paintSmall(const CardShape &shape, const QRectF &box);
    void paintHeader(const CardShape &shape, const QRectF &box);
    double paintTag(const CardShape &shape, const QRectF &box);
    void paintCounts(const layout::Card &card, const QRectF &box);
    void paintTopics(const layout::Card &card, const QRectF &room);
    void paintRow(const CardRow &row, const layout::Card &card, const QRectF &box);
    void paintTopic(const layout::TopicRow &topic, const QRectF &box);
    QFont sized(const QFont &font, double pixels, bool isBold = false) const;

    QPainter &m_painter;
    const GraphStyle &m_style;
    const CardDetails *m_details;
    double m_scale;  ///< of the card's box
    double m_factor; ///< of what is in it; stops growing before the box does
};

/// The topic whose row stands at `place` (as `box`, in pixels of the screen); none where there is
/// no row, or the card is too small to show any.
std::optional<std::size_t> topicAt(const layout::Card &card, const CardDetails *details,
                                   const QRectF &box, double scale, const QPointF &place);

/// Globe, key or lock: public, protected, private; a dash where the name says nothing.
void paintAccessSign(QPainter &painter, const QRectF &box, std::optional<Access> access,
                     const theme::Tokens &tokens);

} // namespace meshwright::ui
