// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphpainter.h"

#include "ui/graph/cardpainter.h"
#include "ui/graph/labelroom.h"
#include "ui/graph/livefigures.h"
#include "ui/graph/markpainter.h"
#include "ui/text/text.h"
#include "ui/theme/mirror.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace meshwright::ui {

namespace {

constexpr std::size_t mostNames = 280;
constexpr std::size_t fewFlows = 8;      ///< then their labels stand there at rest
constexpr std::size_t mostSmooth = 1200; ///< flows drawn with antialiasing and their full width
constexpr std::size_t mostWhole = 600;   ///< flows, in all; of more only their ends are drawn
constexpr double leastForEnds = 0.45;
constexpr std::size_t mostLabels = 24;
constexpr double leastDot = 2; ///< pixels: finer ones would be hard to see

/// The first `length` pixels of a line.
QPolygonF beginning(const QPolygonF &line, double length)
{
    QPolygonF result{line.front()};
    for (int i = 1; i < line.size() && length > 0; ++i) {
        const QLineF piece(line[i - 1], line[i]);
        result.append(piece.length() <= length ? line[i] : piece.pointAt(length / piece.length()));
        length -= piece.length();
    }
    return result;
}

/// A domain's name in `room`: whole, or without its first parts, or elided.
QString shortened(const QString &name, const QFontMetricsF &metrics, double room)
{
    QString text = name;
    while (metrics.horizontalAdvance(text) > room && text.contains(u'.'))
        text = text.mid(text.indexOf(u'.') + 1);
    return metrics.elidedText(text, Qt::ElideMiddle, room);
}

QColor flowColor(const theme::Tokens &tokens, int domain)
{
    return mixed(theme::domainHue(tokens, domain), tokens.surface, 0.15);
}

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return qRound(x + (y - x) * share); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

void addFlowsBetween(const GraphScene &scene, GraphFocus &focus)
{
    for (std::size_t i = 0; i < scene.flows.size(); ++i)
        if (focus.cards.contains(scene.flows[i].from) && focus.cards.contains(scene.flows[i].to))
            focus.flows.insert(i);
}

GraphDetail detailAt(double scale)
{
    if (scale < 0.2)
        return GraphDetail::Domains;
    if (scale < 1.45)
        return GraphDetail::Cards;
    return scale < 2.6 ? GraphDetail::Topics : GraphDetail::Messages;
}

GraphPainter::GraphPainter(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
                           const GraphStyle &style)
    : m_painter(painter)
    , m_scene(scene)
    , m_frame(frame)
    , m_style(style)
    , m_detail(detailAt(frame.scale))
    , m_visible(frame.visible())
{
    theme::keepLeftToRight(painter);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

void GraphPainter::paintAll()
{
    m_painter.fillRect(QRect(QPoint(), m_frame.size), m_style.tokens.surface);
    paintDomains();
    if (m_detail == GraphDetail::Domains || (isDense() && m_frame.scale < leastForEnds))
        paintBundles();
    else
        paintFlows();
    paintCards();
    paintDomainTitles();
    if (m_detail != GraphDetail::Domains && m_scene.flows.size() <= fewFlows &&
        m_frame.scale > 0.7) {
        std::set<std::size_t> all;
        for (std::size_t i = 0; i < m_scene.flows.size(); ++i)
            all.insert(i);
        paintFlowLabels(all);
    }
}

void GraphPainter::paintDomains()
{
    for (const DomainShape &domain : m_scene.domains) {
        if (!domain.box.intersects(m_visible))
            continue;
        const double corner = std::clamp(12 * m_frame.scale, 4.0, 14.0);
        QPen pen(theme::domainHue(m_style.tokens, domain.domain), 1.2);
        if (domain.isControlPlane)
            pen.setDashPattern({5, 3.5});
        m_painter.setPen(pen);
        m_painter.setBrush(theme::domainFill(m_style.tokens, domain.domain));
        m_painter.drawRoundedRect(m_frame.toScreen(domain.box), corner, corner);
    }
}

void GraphPainter::paintDomainTitles()
{
    QFont font = m_style.body;
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(qRound(std::clamp(14 * m_frame.scale, 12.0, 17.0)));
    const QFontMetricsF metrics(font);
    m_painter.setFont(font);
    // In a comparison the cards are what is looked at: no name stands upon them.
    const bool isOnCards =
        m_detail == GraphDetail::Domains &&
        std::none_of(m_scene.content.cards.begin(), m_scene.content.cards.end(),
                     [](const auto &card) { return card.mark != compare::Mark::Same; });
    for (const DomainShape &domain : m_scene.domains) {
        const QRectF box = m_frame.toScreen(domain.box);
        if (!domain.box.intersects(m_visible) || box.width() < 40 || box.height() < 20)
            continue;
        const QString text = shortened(domain.name, metrics, box.width() - 16);
        const QRectF bounds = metrics.boundingRect(text);
        const double inset = std::clamp(20 * m_frame.scale, 7.0, 22.0);
        QPointF at(box.left() + inset,
                   box.top() + std::max(metrics.ascent() + 3, 24.0 * m_frame.scale));
        if (isOnCards) {
            at = box.center() + QPointF(-bounds.width() / 2, metrics.ascent() / 2 - 2);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_style.tokens.raised);
            m_painter.drawRoundedRect(bounds.translated(at).adjusted(-8, -4, 8, 4), 6, 6);
        } else if (m_frame.scale < 0.5) {
            // Too large for its room here, it would hide cards: it sits on the border instead.
            at.setY(box.top() + metrics.ascent() / 2 - 2);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_style.tokens.surface);
            m_painter.drawRoundedRect(bounds.translated(at).adjusted(-4, 0, 4, 0), 3, 3);
        }
        m_painter.setPen(theme::domainTitle(m_style.tokens, domain.domain));
        m_painter.drawText(at, text);
    }
}

void GraphPainter::paintBundles()
{
    QTransform transform;
    transform.scale(m_frame.scale, m_frame.scale);
    transform.translate(-m_frame.origin.x(), -m_frame.origin.y());
    // The more there are, the fainter: the domains stay what is read.
    const auto count = static_cast<double>(std::max<std::size_t>(m_scene.bundles.size(), 1));
    const double strength = std::clamp(60 / count, 0.15, 0.7);
    for (const BundleShape &bundle : m_scene.bundles) {
        QColor color = flowColor(m_style.tokens, bundle.domain);
        color.setAlphaF(static_cast<float>(strength));
        m_painter.setPen(QPen(color, bundle.width * 0.6));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(transform.map(bundle.curve));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(transform.map(bundle.arrow));
    }
}

void GraphPainter::paintFlow(std::size_t index, bool isEmphasised)
{
    const FlowShape &flow = m_scene.flows[index];
    QTransform transform;
    transform.scale(m_frame.scale, m_frame.scale);
    transform.translate(-m_frame.origin.x(), -m_frame.origin.y());
    const compare::Mark mark = m_scene.content.flows[index].mark;
    const bool isMarked = mark != compare::Mark::Same;
    const int domain = m_scene.cards[flow.from].domain;
    QColor color =
        isEmphasised ? theme::domainHue(m_style.tokens, domain) : flowColor(m_style.tokens, domain);
    if (isMarked)
        color = markColor(mark, m_style.tokens);
    else if (flow.isMismatch)
        color = m_style.tokens.error;
    const bool isDotted = flow.isObserved && !flow.isDeclared;
    const double width = std::max(flow.width, isDotted ? leastDot : 0) *
                         std::clamp(m_frame.scale, 0.5, 1.4) *
                         (isEmphasised || isMarked ? 1.35 : 1);
    QPen pen(color, width);
    pen.setCapStyle(Qt::FlatCap);
    if (isDotted) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 2});
    } else if (!flow.isDeclared || mark == compare::Mark::Removed) {
        pen.setDashPattern({7 / width, 5 / width});
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(transform.map(flow.curve));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPolygon(transform.map(flow.arrow));
    if (isMarked && !flow.line.isEmpty())
        paintMark(m_painter, m_frame.toScreen(flow.line.at(flow.line.size() / 2)),
                  std::clamp(8 * m_frame.scale, 5.0, 8.0), mark, m_style.tokens);
    if (flow.isMismatch)
        paintMismatchSign(m_painter, m_frame.toScreen(signPlace(flow)),
                          std::clamp(8 * m_frame.scale, 4.5, 8.0), m_style.tokens);
}

bool GraphPainter::isDense() const
{
    return m_scene.flows.size() > mostWhole;
}

/// Of many flows only those within a domain are drawn whole. The others would cover everything:
/// their ends show that there are some, and whoever points at a context sees where they lead.
void GraphPainter::paintFlows()
{
    std::vector<std::size_t> whole;
    std::map<int, std::vector<std::size_t>> ends; ///< by the colour of where they come from
    for (std::size_t i = 0; i < m_scene.flows.size(); ++i) {
        const FlowShape &flow = m_scene.flows[i];
        if (!flow.bounds.intersects(m_visible))
            continue;
        const int domain = m_scene.cards[flow.from].domain;
        const bool isMarked =
            flow.isMismatch || m_scene.content.flows[i].mark != compare::Mark::Same;
        if (!isDense() || isMarked || domain == m_scene.cards[flow.to].domain)
            whole.push_back(i);
        else
            ends[domain].push_back(i);
    }
    for (const auto &[domain, flows] : ends)
        paintEnds(flows, flowColor(m_style.tokens, domain));
    // Those that are to be seen come last, above all others.
    auto mismatched = std::stable_partition(
        whole.begin(), whole.end(), [this](auto flow) { return !m_scene.flows[flow].isMismatch; });
    if (std::size_t(whole.end() - mismatched) > mostSmooth)
        mismatched = whole.end(); // where all is wrong, nothing stands out
    const bool isSmooth = whole.size() <= mostSmooth;
    if (!isSmooth)
        paintThinFlows({whole.begin(), mismatched});
    for (auto flow = isSmooth ? whole.begin() : mismatched; flow != whole.end(); ++flow)
        paintFlow(*flow, false);
}

/// Lines of one pixel, one colour after another: an order of magnitude faster.
void GraphPainter::paintThinFlows(const std::vector<std::size_t> &flows)
{
    std::map<int, std::vector<std::size_t>> byDomain;
    for (const std::size_t flow : flows)
        byDomain[m_scene.cards[m_scene.flows[flow].from].domain].push_back(flow);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setBrush(Qt::NoBrush);
    for (const auto &[domain, own] : byDomain) {
        QColor color = flowColor(m_style.tokens, domain);
        color.setAlphaF(0.55F);
        m_painter.setPen(QPen(color, 0));
        for (const std::size_t flow : own)
            m_painter.drawPolyline(onScreen(m_scene.flows[flow].line));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, true);
}

void GraphPainter::paintEnds(const std::vector<std::size_t> &flows, const QColor &color)
{
    const double length = std::clamp(16 * m_frame.scale, 6.0, 20.0);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(color, 1.2));
    for (const std::size_t index : flows) {
        const FlowShape &flow = m_scene.flows[index];
        if (flow.line.size() < 2)
            continue;
        if (m_scene.cards[flow.from].box.intersects(m_visible))
            m_painter.drawPolyline(beginning(onScreen(flow.line), length));
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    QTransform transform;
    transform.scale(m_frame.scale, m_frame.scale);
    transform.translate(-m_frame.origin.x(), -m_frame.origin.y());
    for (const std::size_t index : flows)
        if (m_scene.cards[m_scene.flows[index].to].box.intersects(m_visible))
            m_painter.drawPolygon(transform.map(m_scene.flows[index].arrow));
}

QPolygonF GraphPainter::onScreen(const QPolygonF &line) const
{
    QPolygonF result = line;
    for (QPointF &point : result)
        point = m_frame.toScreen(point);
    return result;
}

void GraphPainter::paintCards()
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_scene.cards.size(); ++i)
        if (m_scene.cards[i].box.intersects(m_visible))
            shown.push_back(i);
    const double margin = m_frame.margin / m_frame.scale;
    const QRectF seen = m_visible.adjusted(margin, margin, -margin, -margin);
    const auto names = std::count_if(shown.begin(), shown.end(), [&](std::size_t card) {
        return m_scene.cards[card].box.intersects(seen);
    });
    const bool withNames =
        m_detail != GraphDetail::Domains && static_cast<std::size_t>(names) <= mostNames;
    for (const std::size_t card : shown)
        paintCard(card, withNames);
}

void GraphPainter::paintCard(std::size_t card, bool withName)
{
    const CardShape &shape = m_scene.cards[card];
    CardPainter(m_painter, m_style, m_frame.scale, m_scene.details.get())
        .paint(shape, m_scene.content.cards[card], m_frame.toScreen(shape.box), withName);
}

void GraphPainter::paintFocus(const GraphFocus &focus, bool withVeil)
{
    if (withVeil) {
        QColor veil = m_style.tokens.surface;
        veil.setAlphaF(m_style.tokens.isHighContrast ? 0.3F : 0.55F);
        m_painter.fillRect(QRect(QPoint(), m_frame.size), veil);
    }
    for (const std::size_t flow : focus.flows)
        paintFlow(flow, true);
    const bool withNames = m_detail != GraphDetail::Domains && focus.cards.size() <= mostNames;
    for (const std::size_t card : focus.cards)
        if (m_scene.cards[card].box.intersects(m_visible))
            paintCard(card, withNames);
}

void GraphPainter::paintCardFrame(std::size_t card, const QColor &color, double width)
{
    const QRectF box = m_frame.toScreen(m_scene.cards[card].box);
    const double corner = std::min(9.0, 9 * std::min(m_frame.scale, 1.3));
    m_painter.setPen(QPen(color, width));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), corner, corner);
    CardPainter(m_painter, m_style, m_frame.scale)
        .paintBadge(m_scene.cards[card], box.topRight(), m_detail != GraphDetail::Domains);
}

QStringList GraphPainter::labelOf(std::size_t index) const
{
    constexpr std::size_t most = 3;
    const layout::Flow &flow = m_scene.content.flows[index];
    const layout::Card &owner = m_scene.content.cards[m_scene.flows[index].from];
    QStringList lines;
    for (const TopicName &topic : flow.topics) {
        if (lines.size() == most && flow.topics.size() > most) {
            lines.append(QCoreApplication::translate("GraphCard", "and %n more", nullptr,
                                                     static_cast<int>(flow.topics.size() - most)));
            break;
        }
        const auto row = std::find_if(owner.topics.begin(), owner.topics.end(),
                                      [&topic](const auto &each) { return each.name == topic; });
        lines.append(toQt(row == owner.topics.end() ? topic.value : row->label));
    }
    return lines;
}

void GraphPainter::paintLabel(const QRectF &box, const QStringList &lines, const QFont &font)
{
    const QFontMetricsF metrics(font);
    m_painter.setPen(QPen(m_style.tokens.line, 1));
    m_painter.setBrush(m_style.tokens.raised);
    m_painter.drawRoundedRect(box, 5, 5);
    m_painter.setPen(m_style.tokens.text);
    m_painter.setFont(font);
    double y = box.top() + 4 + metrics.ascent();
    for (const QString &text : lines) {
        m_painter.drawText(QPointF(box.left() + 7, y),
                           metrics.elidedText(text, Qt::ElideMiddle, box.width() - 14));
        y += metrics.lineSpacing();
    }
}

void GraphPainter::paintFlowLabels(const std::set<std::size_t> &flows)
{
    if (m_detail == GraphDetail::Domains)
        return;
    QFont font = m_style.fixed;
    font.setPixelSize(11);
    const QFontMetricsF metrics(font);
    LabelRoom room(m_frame);
    for (const std::size_t flow : flows) {
        room.take(m_frame.toScreen(m_scene.cards[m_scene.flows[flow].from].box));
        room.take(m_frame.toScreen(m_scene.cards[m_scene.flows[flow].to].box));
    }
    std::size_t labels = 0;
    for (const std::size_t flow : flows) {
        if (labels == mostLabels)
            return;
        const QStringList lines = labelOf(flow);
        double width = 0;
        for (const QString &text : lines)
            width = std::max(width, metrics.horizontalAdvance(text));
        const QSizeF size(std::min(width, 260.0) + 14,
                          metrics.lineSpacing() * static_cast<double>(lines.size()) + 8);
        const std::optional<QRectF> box = room.find(size, m_scene.flows[flow].line);
        if (!box)
            continue;
        ++labels;
        paintLabel(*box, lines, font);
    }
}

} // namespace meshwright::ui
