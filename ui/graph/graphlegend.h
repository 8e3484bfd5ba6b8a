// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshwright::ui {

/// What the lines, boxes and signs of the graph mean; lies over a corner of it.
class GraphLegend : public QWidget
{
    Q_OBJECT

public:
    explicit GraphLegend(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList texts() const;
};

} // namespace meshwright::ui
