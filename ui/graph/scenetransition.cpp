// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/scenetransition.h"

#include "ui/graph/cardpainter.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <map>

namespace meshwright::ui {

namespace {

constexpr double noticed = 2; ///< pixels

QRectF between(const QRectF &from, const QRectF &to, double progress)
{
    const auto mix = [progress](double a, double b) { return a + (b - a) * progress; };
    return {mix(from.x(), to.x()), mix(from.y(), to.y()), mix(from.width(), to.width()),
            mix(from.height(), to.height())};
}

} // namespace

std::optional<SceneTransition> SceneTransition::between(const GraphScene &before,
                                                        const GraphFrame &frameBefore,
                                                        GraphScenePtr after,
                                                        const GraphFrame &frame)
{
    if (after->cards.size() > mostCards || before.cards.empty())
        return std::nullopt;
    const QRectF screen(QPointF(), frame.size);
    std::map<std::string_view, QRectF> domains;
    for (std::size_t i = 0; i < before.domains.size(); ++i)
        domains[before.content.domains[i].name] = frameBefore.toScreen(before.domains[i].box);
    bool moves = false;
    const auto follow = [&](const std::optional<QRectF> &from, const QRectF &box) {
        const QRectF to = frame.toScreen(box);
        moves = moves || (from && (screen.intersects(*from) || screen.intersects(to)) &&
                          (from->topLeft() - to.topLeft()).manhattanLength() > noticed);
        return from;
    };
    SceneTransition transition;
    for (std::size_t i = 0; i < after->cards.size(); ++i) {
        const auto card = before.cardOf(after->content.cards[i].id);
        transition.m_cards.push_back(follow(
            card ? std::optional(frameBefore.toScreen(before.cards[*card].box)) : std::nullopt,
            after->cards[i].box));
    }
    for (std::size_t i = 0; i < after->domains.size(); ++i) {
        const auto domain = domains.find(after->content.domains[i].name);
        transition.m_domains.push_back(
            follow(domain != domains.end() ? std::optional(domain->second) : std::nullopt,
                   after->domains[i].box));
    }
    if (!moves)
        return std::nullopt;
    transition.m_after = std::move(after);
    return transition;
}

void SceneTransition::paint(QPainter &painter, const GraphFrame &frame, const GraphStyle &style,
                            double progress) const
{
    const QRectF screen(QPointF(), frame.size);
    painter.fillRect(screen, style.tokens.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_domains.size(); ++i) {
        if (!m_domains[i])
            continue;
        const DomainShape &domain = m_after->domains[i];
        painter.setPen(QPen(theme::domainHue(style.tokens, domain.domain), 1.2));
        painter.setBrush(theme::domainFill(style.tokens, domain.domain));
        painter.drawRoundedRect(ui::between(*m_domains[i], frame.toScreen(domain.box), progress), 8,
                                8);
    }
    const bool withNames = detailAt(frame.scale) != GraphDetail::Domains;
    CardPainter cards(painter, style, frame.scale);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (!m_cards[i])
            continue;
        const QRectF box =
            ui::between(*m_cards[i], frame.toScreen(m_after->cards[i].box), progress);
        if (box.intersects(screen))
            cards.paint(m_after->cards[i], m_after->content.cards[i], box, withNames);
    }
}

} // namespace meshwright::ui
