// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphscene.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QPainter>

#include <set>

namespace meshwright::ui {

/// The part of the scene on screen.
struct GraphFrame
{
    double scale = 1;
    QPointF origin; ///< the scene's point at the widget's top left
    QSize size;     ///< of the widget, in its pixels
    int margin = 0; ///< pixels at each side that are painted for later, and not seen now

    QPointF toScreen(const QPointF &scene) const { return (scene - origin) * scale; }

    QPointF toScene(const QPointF &screen) const { return screen / scale + origin; }

    QRectF toScreen(const QRectF &scene) const
    {
        return {toScreen(scene.topLeft()), scene.size() * scale};
    }

    QRectF visible() const { return {origin, QSizeF(size) / scale}; }

    bool operator==(const GraphFrame &) const = default;
};

/// Colours and fonts, read from the theme in the UI thread, used by any.
struct GraphStyle
{
    theme::Tokens tokens;
    QFont body;
    QFont fixed;

    bool operator==(const GraphStyle &) const = default;
};

/// What is brought forward: the rest pales.
struct GraphFocus
{
    std::set<std::size_t> cards;
    std::set<std::size_t> flows;

    bool isAsked = false; ///< where nothing is brought forward, all pales

    bool isEmpty() const { return cards.empty() && flows.empty() && !isAsked; }

    bool operator==(const GraphFocus &) const = default;
};

/// Brings forward what flows between the focused cards.
void addFlowsBetween(const GraphScene &scene, GraphFocus &focus);

/// A colour between two, `share` (0 to 1) of the second.
QColor mixed(const QColor &a, const QColor &b, double share);

/// From afar domains and bundled flows; then cards; near by, their topics; nearest, the messages of
/// these and their fields.
enum class GraphDetail { Domains, Cards, Topics, Messages };

GraphDetail detailAt(double scale);

/// Paints a scene. No text is drawn below 6 px, and labels do not cover each other.
class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const GraphScene &scene, const GraphFrame &frame,
                 const GraphStyle &style);

    void paintAll();
    /// A veil over all, and the focus again above it, its flows labelled.
    void paintFocus(const GraphFocus &focus, bool withVeil);
    void paintCardFrame(std::size_t card, const QColor &color, double width);
    void paintFlowLabels(const std::set<std::size_t> &flows);

private:
    void paintDomains();
    void paintDomainTitles();
    void paintBundles();
    void paintFlow(std::size_t flow, bool isEmphasised);
    bool isDense() const;
    void paintFlows();
    void paintEnds(const std::vector<std::size_t> &flows, const QColor &color);
    QPolygonF onScreen(const QPolygonF &line) const;
    void paintThinFlows(const std::vector<std::size_t> &flows);
    void paintCards();
    void paintCard(std::size_t card, bool withName);
    QStringList labelOf(std::size_t flow) const;
    void paintLabel(const QRectF &box, const QStringList &lines, const QFont &font);

    QPainter &m_painter;
    const GraphScene &m_scene;
    const GraphFrame &m_frame;
    const GraphStyle &m_style;
    GraphDetail m_detail;
    QRectF m_visible;
};

} // namespace meshwright::ui
