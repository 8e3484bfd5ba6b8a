// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace meshwright::ui {

/// What the lines, boxes and signs of the graph mean; lies over a corner of it.
class GraphLegend : public QWidget
{
    Q_OBJECT

public:
    explicit GraphLegend(QWidget *parent = nullptr);

    QSize sizeHint() const override;

    /// As it looks in these colours, at the painter's origin and without its own ground.
    void paint(QPainter &painter, const theme::Tokens &tokens) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList texts() const;
};

} // namespace meshwright::ui
