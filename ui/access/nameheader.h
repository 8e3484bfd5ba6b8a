// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace meshwright::ui {

/// Long names, shortened. Those of columns are read from below upwards, so that narrow columns can
/// have long ones, and keep their ends, which tell them apart.
class NameHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit NameHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &box, int section) const override;
};

} // namespace meshwright::ui
