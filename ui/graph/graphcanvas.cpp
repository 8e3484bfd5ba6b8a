// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphcanvas.h"

#include "ui/graph/graphaccess.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QJsonObject>
#include <QResizeEvent>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr double leastScale = 0.005;
constexpr double mostScale = 5;
constexpr double fitMargin = 24;
constexpr double mostFitScale = 1.1;
constexpr std::size_t smallScene = 160; ///< cards and flows that are painted directly
constexpr int spare = 220;              ///< pixels painted beyond each edge, for panning
constexpr int mostImageSide = 16'000;
constexpr int edgeMs = 16;

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent)
    : QWidget(parent)
{
    installGraphAccess();
    setObjectName(QStringLiteral("graphCanvas"));
    setAccessibleName(tr("Graph of bounded contexts"));
    setProperty("hasFocusRing", true);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
    setAttribute(Qt::WA_OpaquePaintEvent);
    readStyle();
    m_edge.setInterval(edgeMs);
    connect(&m_edge, &QTimer::timeout, this, &GraphCanvas::panAtTheEdge);
    m_progress.setDuration(SceneTransition::milliseconds);
    m_progress.setStartValue(0.0);
    m_progress.setEndValue(1.0);
    m_progress.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_progress, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_progress, &QVariantAnimation::finished, this, &GraphCanvas::endMove);
    connect(&m_rendering, &QFutureWatcherBase::finished, this, [this] {
        m_rendered = m_rendering.result();
        update();
    });
}

void GraphCanvas::readStyle()
{
    m_style = {theme::tokens(), theme::bodyFont(), theme::fixedFont()};
}

void GraphCanvas::setScene(const GraphScenePtr &scene)
{
    const bool isFirst = !m_scene || m_scene->cards.empty();
    const GraphScenePtr before = std::exchange(m_scene, scene);
    const GraphFrame frameBefore = m_frame;
    endPlacing();
    clearHover();
    m_framed.clear();
    m_focus = {};
    if (m_link && !m_link->follow(m_judge, m_scene))
        endLink();
    if (!takeUpLeft() && (isFirst || m_isFitted))
        fit();
    if (!isFirst)
        move(before, frameBefore);
    update();
}

/// The cards go to their new places, unless motion is reduced.
void GraphCanvas::move(const GraphScenePtr &before, const GraphFrame &frameBefore)
{
    if (theme::isMotionReduced() || !isVisible())
        return;
    auto transition = SceneTransition::between(*before, frameBefore, m_scene, m_frame);
    if (!transition)
        return;
    m_transition = std::move(transition);
    m_progress.stop();
    m_progress.start();
}

/// All is where it will be: who does something meanwhile means that.
void GraphCanvas::endMove()
{
    m_progress.stop();
    m_transition.reset();
    update();
}

void GraphCanvas::setArranging(bool isArranging)
{
    m_isArranging = isArranging;
    endPlacing();
    clearHover();
}

void GraphCanvas::setFocusOn(const std::set<std::size_t> &framed, const GraphFocus &focus)
{
    const bool isNew = m_framed != framed;
    m_framed = framed;
    m_focus = focus;
    update();
    if (isNew)
        tellOfFocus();
}

void GraphCanvas::setFigures(const std::optional<LiveFigures> &figures)
{
    m_figures = figures;
    update();
}

/// A screen reader says which card the keyboard has come to.
void GraphCanvas::tellOfFocus()
{
    if (!hasFocus() || m_framed.size() != 1)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(static_cast<int>(*m_framed.begin()));
    QAccessible::updateAccessibility(&focus);
}

void GraphCanvas::setFrame(double scale, const QPointF &origin)
{
    m_frame.scale = std::clamp(scale, leastScale, mostScale);
    m_frame.origin = origin;
    m_isFitted = false;
    update();
    emit frameChanged();
}

void GraphCanvas::fit()
{
    m_frame.size = size();
    if (!m_scene || m_scene->bounds.isEmpty())
        return;
    const QRectF bounds = m_scene->bounds;
    const double scale = std::min((width() - 2 * fitMargin) / bounds.width(),
                                  (height() - 2 * fitMargin) / bounds.height());
    const double kept = std::clamp(scale, leastScale, mostFitScale);
    setFrame(kept, bounds.center() - QPointF(width(), height()) / (2 * kept));
    m_isFitted = true;
}

QJsonObject GraphCanvas::state() const
{
    if (m_isFitted && !m_left)
        return {};
    const View view = m_left.value_or(View{m_frame.visible().center(), m_frame.scale});
    return {{QStringLiteral("x"), view.centre.x()},
            {QStringLiteral("y"), view.centre.y()},
            {QStringLiteral("scale"), view.scale}};
}

void GraphCanvas::restoreState(const QJsonObject &state)
{
    m_isFitted = true;
    m_left.reset();
    const double scale = state.value(QStringLiteral("scale")).toDouble();
    if (scale > 0)
        m_left = View{{state.value(QStringLiteral("x")).toDouble(),
                       state.value(QStringLiteral("y")).toDouble()},
                      scale};
}

/// Where nothing of the scene would be seen, the view is better fitted.
bool GraphCanvas::takeUpLeft()
{
    if (!m_left || !m_scene || m_scene->cards.empty() || !isVisible())
        return false;
    const View left = *std::exchange(m_left, std::nullopt);
    m_frame.size = size();
    setFrame(left.scale, left.centre - QPointF(width(), height()) / (2 * left.scale));
    if (!m_frame.visible().intersects(m_scene->bounds))
        fit();
    return true;
}

void GraphCanvas::zoomBy(double factor, const QPointF &anchor)
{
    const QPointF kept = m_frame.toScene(anchor);
    const double scale = std::clamp(m_frame.scale * factor, leastScale, mostScale);
    setFrame(scale, kept - anchor / scale);
}

void GraphCanvas::zoomBy(double factor)
{
    zoomBy(factor, QRectF(rect()).center());
}

void GraphCanvas::pan(const QPointF &pixels)
{
    // The middle of the view stays on the graph, so that it can't get lost beside it.
    const QPointF half = QPointF(width(), height()) / (2 * m_frame.scale);
    QPointF middle = m_frame.origin - pixels / m_frame.scale + half;
    if (m_scene && !m_scene->bounds.isEmpty()) {
        const QRectF bounds = m_scene->bounds;
        middle = {std::clamp(middle.x(), bounds.left(), bounds.right()),
                  std::clamp(middle.y(), bounds.top(), bounds.bottom())};
    }
    setFrame(m_frame.scale, middle - half);
}

void GraphCanvas::ensureVisible(std::size_t card)
{
    const QRectF box = m_frame.toScreen(m_scene->cards.at(card).box);
    const QRectF room = QRectF(rect()).adjusted(12, 12, -12, -12);
    if (room.contains(box))
        return;
    if (!room.intersects(box) || box.width() > room.width()) {
        const QPointF centre = m_scene->cards.at(card).box.center();
        setFrame(m_frame.scale, centre - QPointF(width(), height()) / (2 * m_frame.scale));
        return;
    }
    const double dx =
        std::max(0.0, room.left() - box.left()) - std::max(0.0, box.right() - room.right());
    const double dy =
        std::max(0.0, room.top() - box.top()) - std::max(0.0, box.bottom() - room.bottom());
    pan({dx, dy});
}

QImage GraphCanvas::image(double scale) const
{
    if (!m_scene || m_scene->bounds.isEmpty())
        return {};
    const QRectF bounds = m_scene->bounds.adjusted(-fitMargin, -fitMargin, fitMargin, fitMargin);
    const double kept = std::min(scale, mostImageSide / std::max(bounds.width(), bounds.height()));
    Rendering wanted{
        m_scene, {kept, bounds.topLeft(), (bounds.size() * kept).toSize()}, m_style, 1, {}};
    return render(std::move(wanted)).image;
}

bool GraphCanvas::isSmall() const
{
    return m_scene->cards.size() + m_scene->flows.size() <= smallScene;
}

GraphCanvas::Rendering GraphCanvas::render(Rendering wanted)
{
    wanted.image = QImage(wanted.frame.size * wanted.ratio, QImage::Format_RGB32);
    if (wanted.image.isNull())
        return wanted;
    wanted.image.setDevicePixelRatio(wanted.ratio);
    QPainter painter(&wanted.image);
    GraphPainter(painter, *wanted.scene, wanted.frame, wanted.style).paintAll();
    return wanted;
}

GraphCanvas::Rendering GraphCanvas::wantedRendering() const
{
    GraphFrame frame = m_frame;
    frame.origin -= QPointF(spare, spare) / frame.scale;
    frame.size = size() + QSize(2 * spare, 2 * spare);
    frame.margin = spare;
    return {m_scene, frame, m_style, devicePixelRatioF(), {}};
}

/// Whether the image is of this scene at this size, and covers what is seen.
bool GraphCanvas::isSharp() const
{
    return m_rendered.scene == m_scene && m_rendered.frame.scale == m_frame.scale &&
           m_rendered.style == m_style && m_rendered.ratio == devicePixelRatioF() &&
           m_rendered.frame.visible().contains(m_frame.visible());
}

void GraphCanvas::requestRendering()
{
    if (!m_rendering.isRunning())
        m_rendering.setFuture(QtConcurrent::run(render, wantedRendering()));
}

void GraphCanvas::paintRendered(QPainter &painter)
{
    painter.fillRect(rect(), m_style.tokens.surface);
    if (m_rendered.image.isNull())
        return;
    const QRectF target = m_frame.toScreen(m_rendered.frame.visible());
    if (m_rendered.frame.scale == m_frame.scale)
        painter.drawImage(target.topLeft().toPoint(), m_rendered.image);
    else
        painter.drawImage(target, m_rendered.image);
}

void GraphCanvas::paintOverlay(QPainter &painter)
{
    GraphPainter graph(painter, *m_scene, m_frame, m_style);
    if (m_link) {
        graph.paintFocus(m_link->reach(), true);
        m_link->paint(painter, m_frame, m_style);
        return;
    }
    if (m_place) {
        m_place->paint(painter, *m_scene, m_frame, m_style);
        return;
    }
    if (!m_focus.isEmpty())
        graph.paintFocus(m_focus, true);
    if (m_figures)
        paintFigures(painter, *m_scene, m_frame, m_style, *m_figures, m_focus);
    std::set<std::size_t> labelled;
    if (m_hoveredCard) {
        for (const std::size_t flow : m_scene->flowsOf(*m_hoveredCard))
            labelled.insert(flow);
    } else if (m_hoveredFlow) {
        labelled.insert(*m_hoveredFlow);
    }
    if (!labelled.empty()) {
        GraphFocus hover;
        hover.flows = labelled;
        for (const std::size_t flow : labelled) {
            hover.cards.insert(m_scene->flows[flow].from);
            hover.cards.insert(m_scene->flows[flow].to);
        }
        graph.paintFocus(hover, false);
    }
    if (m_hoveredCard)
        graph.paintCardFrame(*m_hoveredCard, m_style.tokens.muted, 1.2);
    for (const std::size_t card : m_framed)
        graph.paintCardFrame(card, m_style.tokens.accent, hasFocus() ? 2.4 : 1.8);
    if (labelled.empty() && m_framed.size() == 1 && m_focus.flows.size() <= 6)
        labelled = m_focus.flows;
    graph.paintFlowLabels(labelled);
    if (m_isArranging)
        paintArranging(painter);
    if (m_drag == Drag::Band) {
        painter.setPen(QPen(m_style.tokens.accent, 1.2, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(band());
    }
}

void GraphCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (!m_scene) {
        painter.fillRect(rect(), m_style.tokens.surface);
        return;
    }
    if (m_transition) {
        m_transition->paint(painter, m_frame, m_style, m_progress.currentValue().toDouble());
        return;
    }
    if (isSmall()) {
        GraphPainter(painter, *m_scene, m_frame, m_style).paintAll();
    } else {
        paintRendered(painter);
        if (!isSharp())
            requestRendering();
    }
    paintOverlay(painter);
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    const QSizeF before = event->oldSize();
    m_frame.size = size();
    if (m_isFitted || !before.isValid()) {
        if (!takeUpLeft())
            fit();
        return;
    }
    // What was in the middle stays there.
    const QSizeF grown = (QSizeF(size()) - before) / (2 * m_frame.scale);
    m_frame.origin -= QPointF(grown.width(), grown.height());
    update();
}

void GraphCanvas::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        readStyle();
        update();
        break;
    case QEvent::LanguageChange:
        setAccessibleName(tr("Graph of bounded contexts"));
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

} // namespace meshwright::ui
