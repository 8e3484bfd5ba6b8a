// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/cardpainter.h"

#include "ui/graph/markpainter.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meshwright::ui {

namespace {

constexpr double leastText = 6;    ///< pixels; smaller is not drawn
constexpr double mostFactor = 1.3; ///< beyond it, room goes to more content instead
constexpr double smallBelow = 0.62;
constexpr double topicRow = 18;

struct GraphCard
{
    Q_DECLARE_TR_FUNCTIONS(GraphCard)
};

/// Where the line below a card's header runs.
double ruleIn(const QRectF &box, double factor)
{
    return std::round(box.top() + 58 * factor) + 0.5;
}

QRectF topicRoomIn(const QRectF &box, double factor)
{
    return {QPointF(box.left() + 12 * factor, ruleIn(box, factor) + 6),
            QPointF(box.right() - 12 * factor, box.bottom() - 6)};
}

std::size_t rowsIn(const QRectF &room)
{
    return static_cast<std::size_t>(std::max(0.0, room.height() / topicRow));
}

bool hasRoomForName(const QRectF &box)
{
    return box.height() >= 15 && box.width() >= 44;
}

void drawLine(QPainter &painter, const QFont &font, const QColor &color, const QPointF &baseline,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(baseline, text);
}

QString elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, std::max(0.0, width));
}

/// The text broken at the blank nearest its middle, where one line is too short for it and there
/// is room for two; each line elided where it has to be.
QString inTwoLines(const QFont &font, const QString &text, const QSizeF &room)
{
    const QFontMetricsF metrics(font);
    const bool fits = metrics.horizontalAdvance(text) <= room.width();
    const qsizetype middle = text.size() / 2;
    const qsizetype before = text.lastIndexOf(QLatin1Char(' '), middle);
    const qsizetype after = text.indexOf(QLatin1Char(' '), middle);
    if (fits || (before < 1 && after < 0) || metrics.lineSpacing() * 2 > room.height())
        return elided(font, text, room.width());
    const bool takesBefore = after < 0 || (before > 0 && middle - before <= after - middle);
    const qsizetype at = takesBefore ? before : after;
    return elided(font, text.left(at), room.width()) + QLatin1Char('\n') +
           elided(font, text.mid(at + 1), room.width());
}

void paintGlobe(QPainter &painter, const QRectF &box)
{
    painter.drawEllipse(box);
    painter.drawEllipse(box.center(), box.width() * 0.22, box.height() / 2);
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

void paintKey(QPainter &painter, const QRectF &box)
{
    const double unit = box.width() / 10;
    painter.drawEllipse(box.topLeft() + QPointF(2.6, 5) * unit, 2.4 * unit, 2.4 * unit);
    const QPointF shaft = box.topLeft() + QPointF(5, 5) * unit;
    const QPointF end = box.topLeft() + QPointF(10, 5) * unit;
    painter.drawLine(shaft, end);
    painter.drawLine(end, end + QPointF(0, 2.4) * unit);
    painter.drawLine(end - QPointF(2.2, 0) * unit, end + QPointF(-2.2, 2) * unit);
}

void paintLock(QPainter &painter, const QRectF &box)
{
    const double unit = box.width() / 10;
    const QRectF body(box.left() + unit, box.top() + 4.4 * unit, 8 * unit, 5.6 * unit);
    painter.drawRoundedRect(body, unit, unit);
    const QRectF shackle(box.left() + 2.6 * unit, box.top(), 4.8 * unit, 8.8 * unit);
    painter.drawArc(shackle, 0, 180 * 16);
}

/// An arrow out of a bar (owned), or into one (consumed).
void paintArrowSign(QPainter &painter, const QPointF &at, double size, bool isOut)
{
    const double unit = size / 12;
    const double bar = isOut ? 3 : 9.5;
    const double tip = isOut ? 10.5 : 8;
    const double start = isOut ? 3 : 1.5;
    const auto point = [&](double x, double y) { return at + QPointF(x, y) * unit; };
    painter.drawLine(point(bar, 2), point(bar, 10));
    painter.drawLine(point(start, 6), point(tip, 6));
    painter.drawLine(point(tip, 6), point(tip - 3, 3));
    painter.drawLine(point(tip, 6), point(tip - 3, 9));
}

} // namespace

void paintAccessSign(QPainter &painter, const QRectF &box, std::optional<Access> access,
                     const theme::Tokens &tokens)
{
    const auto ink = [&](const QColor &color) {
        QPen pen(color, std::max(1.0, box.width() / 9));
        pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
    };
    if (!access) {
        ink(tokens.warning);
        painter.drawLine(QPointF(box.left(), box.center().y()),
                         QPointF(box.right(), box.center().y()));
        return;
    }
    switch (*access) {
    case Access::Public:
        ink(tokens.publicAccess);
        paintGlobe(painter, box);
        break;
    case Access::Protected:
        ink(tokens.protectedAccess);
        paintKey(painter, box);
        break;
    case Access::Private:
        ink(tokens.privateAccess);
        paintLock(painter, box);
        break;
    }
}

std::optional<std::size_t> topicAt(const layout::Card &card, const CardDetails *details,
                                   const QRectF &box, double scale, const QPointF &place)
{
    const GraphDetail detail = detailAt(scale);
    if (detail < GraphDetail::Topics)
        return std::nullopt;
    const QRectF room = topicRoomIn(box, std::min(scale, mostFactor));
    const double row = std::floor((place.y() - room.top()) / topicRow);
    if (place.x() < room.left() || place.x() >= room.right() || row < 0)
        return std::nullopt;
    const auto rows =
        rowsOf(card, detail == GraphDetail::Messages ? details : nullptr, rowsIn(room));
    const auto at = static_cast<std::size_t>(row);
    return at < rows.size() && rows[at].kind != CardRow::Kind::More ? std::optional(rows[at].topic)
                                                                    : std::nullopt;
}

CardPainter::CardPainter(QPainter &painter, const GraphStyle &style, double scale,
                         const CardDetails *details)
    : m_painter(painter)
    , m_style(style)
    , m_details(details)
    , m_scale(scale)
    , m_factor(std::min(scale, mostFactor))
{}

QFont CardPainter::sized(const QFont &font, double pixels, bool isBold) const
{
    QFont result = font;
    result.setPixelSize(std::max(1, qRound(pixels)));
    if (isBold)
        result.setWeight(QFont::DemiBold);
    return result;
}

void CardPainter::paint(const CardShape &shape, const layout::Card &card, const QRectF &box,
                        bool withName)
{
    if (m_scale < smallBelow && (!withName || !hasRoomForName(box))) {
        paintBlock(shape, card, box);
        return;
    }
    paintFrame(shape, card, box);
    if (m_scale < smallBelow)
        paintSmall(shape, box);
    else
        paintWhole(shape, card, box);
    paintBadge(shape, box.topRight(), true);
    if (card.mark != compare::Mark::Same)
        paintMark(m_painter, box.topLeft(), std::clamp(9 * m_factor, 6.0, 10.0), card.mark,
                  m_style.tokens);
}

/// From afar, where nothing on it could be read.
void CardPainter::paintBlock(const CardShape &shape, const layout::Card &card, const QRectF &box)
{
    const theme::Tokens &tokens = m_style.tokens;
    const bool isMarked = card.mark != compare::Mark::Same;
    const QColor color =
        isMarked ? markColor(card.mark, tokens) : theme::domainHue(tokens, shape.domain);
    const double corner = std::min(8.0, 8 * m_factor);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(mixed(color, tokens.surface, tokens.isHighContrast || isMarked ? 0 : 0.5));
    m_painter.drawRoundedRect(box, corner, corner);
    if (isMarked && box.height() >= 9)
        paintMark(m_painter, box.center(), 5, card.mark, tokens);
    paintBadge(shape, box.topRight(), false);
}

void CardPainter::paintFrame(const CardShape &shape, const layout::Card &card, const QRectF &box)
{
    const theme::Tokens &tokens = m_style.tokens;
    const double corner = std::min(8.0, 8 * m_factor);
    QPen pen(m_scale < smallBelow ? theme::domainHue(tokens, shape.domain) : tokens.line, 1);
    if (card.mark != compare::Mark::Same)
        pen = QPen(markColor(card.mark, tokens), 2);
    if (card.mark == compare::Mark::Removed)
        pen.setDashPattern({3, 2});
    m_painter.setPen(pen);
    m_painter.setBrush(tokens.raised);
    m_painter.drawRoundedRect(box, corner, corner);
}

void CardPainter::paintWhole(const CardShape &shape, const layout::Card &card, const QRectF &box)
{
    const theme::Tokens &tokens = m_style.tokens;
    const double f = m_factor;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme::domainHue(tokens, shape.domain));
    m_painter.drawRoundedRect(QRectF(box.left() + 10 * f, box.top() + 14 * f, 3 * f, 32 * f),
                              1.5 * f, 1.5 * f);
    paintHeader(shape, box);
    m_painter.setPen(QPen(tokens.line, 1));
    const double ruleY = ruleIn(box, f);
    m_painter.drawLine(QPointF(box.left() + 1, ruleY), QPointF(box.right() - 1, ruleY));
    if (detailAt(m_scale) >= GraphDetail::Topics)
        paintTopics(card, topicRoomIn(box, f));
    else
        paintCounts(card, box);
}

void CardPainter::paintSmall(const CardShape &shape, const QRectF &box)
{
    const QFont font = sized(m_style.body, std::clamp(box.height() * 0.3, 9.0, 12.0), true);
    m_painter.setFont(font);
    m_painter.setPen(m_style.tokens.text);
    m_painter.drawText(box.adjusted(4, 0, -4, 0), Qt::AlignCenter,
                       inTwoLines(font, shape.name, box.size() - QSizeF(8, 2)));
}

void CardPainter::paintHeader(const CardShape &shape, const QRectF &box)
{
    const double f = m_factor;
    const double left = box.left() + 22 * f;
    const double tag = paintTag(shape, box);
    const QFont nameFont = sized(m_style.body, 14 * f, true);
    drawLine(m_painter, nameFont, m_style.tokens.text, {left, box.top() + 27 * f},
             elided(nameFont, shape.name, box.right() - left - tag - 20 * f));
    if (10.5 * f < leastText)
        return;
    const QFont idFont = sized(m_style.fixed, 10.5 * f);
    drawLine(m_painter, idFont, m_style.tokens.muted, {left, box.top() + 45 * f},
             elided(idFont, shape.id, box.right() - left - 10 * f));
}

double CardPainter::paintTag(const CardShape &shape, const QRectF &box)
{
    const double f = m_factor;
    const QFont font = sized(m_style.body, 10.5 * f, true);
    const QString text = shape.version.isEmpty() ? GraphCard::tr("spec") : shape.version;
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 14 * f;
    const QRectF tag(box.right() - width - 10 * f, box.top() + 13 * f, width, 18 * f);
    const bool isDark = m_style.tokens.isDark;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(isDark ? m_style.tokens.text : QColor(0x1e, 0x23, 0x30));
    m_painter.drawRoundedRect(tag, 4 * f, 4 * f);
    m_painter.setFont(font);
    m_painter.setPen(isDark ? m_style.tokens.window : QColor(Qt::white));
    m_painter.drawText(tag, Qt::AlignCenter, text);
    return width;
}

void CardPainter::paintCounts(const layout::Card &card, const QRectF &box)
{
    const double f = m_factor;
    const double right = box.right() - 6 * f;
    const QFont font = sized(m_style.body, 11.5 * f);
    const QFontMetricsF metrics(font);
    double x = box.left() + 14 * f;
    const auto count = [&](bool isOut, const QString &text) {
        const double width = metrics.horizontalAdvance(text) + 17 * f;
        if (x + width > right)
            return;
        QPen pen(m_style.tokens.muted, 1.3 * f);
        pen.setCapStyle(Qt::RoundCap);
        m_painter.setPen(pen);
        paintArrowSign(m_painter, {x, box.top() + 70 * f}, 12 * f, isOut);
        drawLine(m_painter, font, m_style.tokens.muted, {x + 17 * f, box.top() + 80 * f}, text);
        x += width + 14 * f;
    };
    count(true, GraphCard::tr("%n owned", nullptr, static_cast<int>(card.topics.size())));
    count(false, GraphCard::tr("%n consumed", nullptr, card.consumed));
}

void CardPainter::paintTopics(const layout::Card &card, const QRectF &room)
{
    const bool isNear = detailAt(m_scale) == GraphDetail::Messages;
    const auto rows = rowsOf(card, isNear ? m_details : nullptr, rowsIn(room));
    double y = room.top();
    for (const CardRow &row : rows) {
        paintRow(row, card, QRectF(room.left(), y, room.width(), topicRow));
        y += topicRow;
    }
    if (card.topics.empty())
        drawLine(m_painter, sized(m_style.body, 11), m_style.tokens.muted, {room.left(), y + 13},
                 GraphCard::tr("owns no topic"));
}

void CardPainter::paintRow(const CardRow &row, const layout::Card &card, const QRectF &box)
{
    const QPointF at(box.left() + 19, box.top() + 13);
    const QPointF inner(box.left() + 38, box.top() + 13);
    const QFont plain = sized(m_style.body, 11);
    switch (row.kind) {
    case CardRow::Kind::Topic:
        paintTopic(card.topics[row.topic], box);
        break;
    case CardRow::Kind::Message: {
        const QFont strong = sized(m_style.body, 11, true);
        drawLine(m_painter, strong, m_style.tokens.text, inner,
                 elided(strong, row.text, box.right() - inner.x()));
        break;
    }
    case CardRow::Kind::Fields: {
        const QFont font = sized(m_style.fixed, 10);
        drawLine(m_painter, font, m_style.tokens.muted, inner,
                 QFontMetricsF(font).elidedText(row.text, Qt::ElideRight, box.right() - inner.x()));
        break;
    }
    case CardRow::Kind::More:
        drawLine(m_painter, plain, m_style.tokens.muted, at, row.text);
        break;
    }
}

void CardPainter::paintTopic(const layout::TopicRow &topic, const QRectF &box)
{
    paintAccessSign(m_painter, QRectF(box.left() + 1, box.top() + 3, 11, 11), topic.access,
                    m_style.tokens);
    const bool isMarked = topic.mark != compare::Mark::Same;
    QFont font = sized(m_style.fixed, 11);
    font.setStrikeOut(topic.mark == compare::Mark::Removed);
    drawLine(m_painter, font,
             isMarked ? markColor(topic.mark, m_style.tokens) : m_style.tokens.text,
             {box.left() + 19, box.top() + 13},
             elided(font, toQt(topic.label), box.width() - (isMarked ? 33 : 19)));
    if (isMarked)
        paintMark(m_painter, {box.right() - 5, box.top() + 8.5}, 5, topic.mark, m_style.tokens);
}

/// On the card's corner, so that it takes no room within; its sign alone where it is small.
void CardPainter::paintBadge(const CardShape &shape, const QPointF &corner, bool isReadable)
{
    const bool isError = shape.errors > 0;
    const int count = isError ? shape.errors : shape.warnings;
    if (count == 0)
        return;
    m_painter.setPen(QPen(m_style.tokens.raised, 1.5));
    m_painter.setBrush(isError ? m_style.tokens.error : m_style.tokens.warning);
    if (!isReadable) {
        m_painter.drawEllipse(corner, 4, 4);
        return;
    }
    const double f = std::max(m_factor, 0.75);
    const QFont font = sized(m_style.body, 10.5 * f, true);
    const QString sign = isError ? QStringLiteral("✕") : QStringLiteral("!");
    const QString text =
        m_scale < smallBelow ? sign : QStringLiteral("%1 %2").arg(sign, QLocale().toString(count));
    const double height = 17 * f;
    const double width = std::max(height, QFontMetricsF(font).horizontalAdvance(text) + 11 * f);
    const QRectF badge(corner.x() - width + 7 * f, corner.y() - height / 2, width, height);
    m_painter.drawRoundedRect(badge, height / 2, height / 2);
    m_painter.setFont(font);
    m_painter.setPen(m_style.tokens.surface);
    m_painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace meshwright::ui
