// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/linkdrag.h"
#include "ui/graph/livefigures.h"
#include "ui/graph/placedrag.h"
#include "ui/graph/scenetransition.h"

#include <QFutureWatcher>
#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>

class QJsonObject;
class QNativeGestureEvent;

namespace meshwright::ui {

/// Shows a scene: pans, zooms, finds what is under the mouse, walks by keyboard; what is dragged
/// from a card is a link to the card where it is dropped, or, while arranging, the card itself. A
/// large scene is painted by a worker into an image that is moved and stretched until a sharper one
/// is there.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit GraphCanvas(QWidget *parent = nullptr);

    /// What one press of a key or button zooms by.
    static constexpr double zoomStep = 1.25;

    /// Keeps the view, unless nothing was shown or it still fits the whole.
    void setScene(const GraphScenePtr &scene);

    const GraphScenePtr &scene() const { return m_scene; }

    const std::set<std::size_t> &framed() const { return m_framed; }

    /// The framed cards and what is brought forward around them.
    void setFocusOn(const std::set<std::size_t> &framed, const GraphFocus &focus);

    const GraphFrame &frame() const { return m_frame; }

    /// Told beside the flows, above the picture; nothing takes them away.
    void setFigures(const std::optional<LiveFigures> &figures);

    const std::optional<LiveFigures> &figures() const { return m_figures; }

    /// Until there is a judge, dragging a card moves the picture.
    void setLinkJudge(LinkJudge judge) { m_judge = std::move(judge); }

    /// The link that is being dragged; null where none is.
    const LinkDrag *link() const { return m_link ? &*m_link : nullptr; }

    /// While arranging, a drag and Ctrl with an arrow put cards and domains somewhere else.
    void setArranging(bool isArranging);

    bool isArranging() const { return m_isArranging; }

    /// Whether the cards are on their way to new places.
    bool isMoving() const { return m_transition.has_value(); }

    void setFrame(double scale, const QPointF &origin);
    void fit();
    /// What is looked at, to come back in another run; where the whole was fitted, it is again.
    QJsonObject state() const;
    void restoreState(const QJsonObject &state);
    /// `anchor` (widget pixels) stays where it is.
    void zoomBy(double factor, const QPointF &anchor);
    void zoomBy(double factor);
    void ensureVisible(std::size_t card);
    /// The whole scene in an image, `scale` pixels for one of the scene's (less where too large).
    QImage image(double scale) const;

    QSize sizeHint() const override { return {640, 420}; }

signals:
    void cardClicked(std::size_t card);
    /// `topic` is an index in the card's topics, here and below.
    void topicClicked(std::size_t card, std::size_t topic);
    void flowClicked(std::size_t flow);
    void cardActivated(std::size_t card);
    void topicActivated(std::size_t card, std::size_t topic);
    void backgroundClicked();
    /// A double click in a domain beside its cards.
    void domainActivated(std::size_t domain);
    /// One step back.
    void escaped();
    void frameChanged();
    /// On a context that can consume it; `place` is the screen's.
    void linkDropped(const meshwright::ui::GraphLink &link, const meshwright::ContextId &reader,
                     const QPoint &place);
    /// On one that can't, with the reason.
    void linkRefused(const QString &sentence);
    /// Was put somewhere else by hand.
    void placed(const meshwright::ui::Placed &what, const meshwright::graph::Corner &corner);
    /// Around cards, with Shift and the mouse on the ground.
    void surrounded(const std::set<std::size_t> &cards);
    /// For what is selected, once that is what stood under the mouse.
    void menuRequested(const QPoint &place);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// A painted part of the scene, and for what it was painted.
    struct Rendering
    {
        GraphScenePtr scene;
        GraphFrame frame;
        GraphStyle style;
        qreal ratio = 1;
        QImage image;
    };

    /// What a drag does; Nothing, too, after a link was given up while the button is held.
    enum class Drag { None, Pan, Link, Place, Band, Nothing };

    /// What is at a point of the widget: a card with or without one of its topics' rows, or a flow.
    struct Hit
    {
        std::optional<std::size_t> card;
        std::optional<std::size_t> topic;
        std::optional<std::size_t> flow;
    };

    /// What was looked at: the scene's point in the middle, and how large.
    struct View
    {
        QPointF centre;
        double scale = 1;
    };

    static Rendering render(Rendering wanted);
    Rendering wantedRendering() const;
    bool isSharp() const;
    void requestRendering();
    void paintRendered(QPainter &painter);
    void paintOverlay(QPainter &painter);
    bool isSmall() const;
    void pan(const QPointF &pixels);
    Hit hitAt(const QPointF &pixels) const;
    void click(const Hit &hit);
    Drag beginDrag(Qt::MouseButtons buttons, Qt::KeyboardModifiers keys);
    void moveLink(const QPointF &pixels);
    void dropLink(const QPoint &place);
    void endLink();
    void panAtTheEdge();
    bool beginPlacing(const Hit &hit);
    void dropPlaced();
    void endPlacing();
    bool nudge(const QPointF &direction);
    void endBand();
    QRectF band() const;
    void paintArranging(QPainter &painter) const;
    void move(const GraphScenePtr &before, const GraphFrame &frameBefore);
    void endMove();
    void requestMenu();
    void setHover(const QPointF &pixels);
    void clearHover();
    bool zoomByGesture(const QNativeGestureEvent &event);
    std::optional<std::size_t> neighbourOf(std::size_t card, const QPointF &direction) const;
    void walk(const QPointF &direction);
    void readStyle();
    bool takeUpLeft();
    QString tipFor(const QPointF &pixels) const;
    void tellOfFocus();

    GraphScenePtr m_scene;
    GraphFrame m_frame;
    GraphStyle m_style;
    bool m_isFitted = true;
    std::optional<View> m_left; ///< waits for a scene and a size
    std::set<std::size_t> m_framed;
    GraphFocus m_focus;
    std::optional<LiveFigures> m_figures;
    std::optional<std::size_t> m_hoveredCard;
    std::optional<std::size_t> m_hoveredFlow;
    QPointF m_pressed;
    QPointF m_lastMouse;
    Drag m_drag = Drag::None;
    LinkJudge m_judge;
    std::optional<LinkDrag> m_link;
    bool m_isArranging = false;
    std::optional<PlaceDrag> m_place;
    std::optional<SceneTransition> m_transition;
    QVariantAnimation m_progress;
    QTimer m_edge; ///< moves the picture while a link is held at its edge
    Rendering m_rendered;
    QFutureWatcher<Rendering> m_rendering;
};

} // namespace meshwright::ui
