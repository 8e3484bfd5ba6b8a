// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshwright::ui {

class GraphCanvas;

/// The whole graph small in a corner of the canvas, with a frame around what is seen: there while
/// not all of it is. A click or a drag moves the frame.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(GraphCanvas *canvas);

    /// After a new scene or frame.
    void refresh();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    double scale() const;
    QPointF toMap(const QPointF &scene) const;
    QPointF toScene(const QPointF &map) const;
    void moveTo(const QPointF &map);
    void place();

    GraphCanvas &m_canvas;
};

} // namespace meshwright::ui
