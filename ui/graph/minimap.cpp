// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/minimap.h"

#include "ui/graph/graphcanvas.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr int margin = 6;
constexpr int fromEdge = 12;
constexpr int leastCanvas = 420; ///< pixels of width, below which it would only be in the way

} // namespace

Minimap::Minimap(GraphCanvas *canvas)
    : QWidget(canvas)
    , m_canvas(*canvas)
{
    setObjectName(QStringLiteral("graphMinimap"));
    setAccessibleName(tr("The whole graph, small"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_NoMousePropagation); // a click here means nothing below it
    canvas->installEventFilter(this);
    connect(canvas, &GraphCanvas::frameChanged, this, &Minimap::refresh);
    hide();
}

QSize Minimap::sizeHint() const
{
    return {theme::scaled(180), theme::scaled(120)};
}

void Minimap::refresh()
{
    const GraphScenePtr &scene = m_canvas.scene();
    const bool isUseful = scene && !scene->bounds.isEmpty() && m_canvas.width() >= leastCanvas &&
                          !m_canvas.frame().visible().contains(scene->bounds);
    setVisible(isUseful);
    place();
    update();
}

void Minimap::place()
{
    resize(sizeHint());
    move(m_canvas.width() - width() - fromEdge, m_canvas.height() - height() - fromEdge);
}

double Minimap::scale() const
{
    const QRectF bounds = m_canvas.scene()->bounds;
    return std::min((width() - 2 * margin) / bounds.width(),
                    (height() - 2 * margin) / bounds.height());
}

QPointF Minimap::toMap(const QPointF &scene) const
{
    return (scene - m_canvas.scene()->bounds.center()) * scale() + QRectF(rect()).center();
}

QPointF Minimap::toScene(const QPointF &map) const
{
    return (map - QRectF(rect()).center()) / scale() + m_canvas.scene()->bounds.center();
}

void Minimap::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_canvas.scene())
        return;
    const theme::Tokens &tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cardRadius,
                            theme::cardRadius);
    for (const DomainShape &domain : m_canvas.scene()->domains) {
        painter.setPen(QPen(theme::domainHue(tokens, domain.domain), 1));
        painter.setBrush(theme::domainFill(tokens, domain.domain));
        painter.drawRect(QRectF(toMap(domain.box.topLeft()), domain.box.size() * scale()));
    }
    const QRectF seen = m_canvas.frame().visible();
    QColor veil = tokens.accent;
    veil.setAlpha(28);
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    painter.setPen(QPen(tokens.accent, 1.6));
    painter.setBrush(veil);
    painter.drawRect(QRectF(toMap(seen.topLeft()), seen.size() * scale()));
}

void Minimap::moveTo(const QPointF &map)
{
    const QSizeF half = m_canvas.frame().visible().size() / 2;
    m_canvas.setFrame(m_canvas.frame().scale, toScene(map) - QPointF(half.width(), half.height()));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_canvas.scene())
        moveTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_canvas.scene())
        moveTo(event->position());
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("The whole graph, small"));
    QWidget::changeEvent(event);
}

bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        refresh();
    return QWidget::eventFilter(watched, event);
}

} // namespace meshwright::ui
