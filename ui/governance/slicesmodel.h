// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/slices/slices.h"

#include <QAbstractTableModel>

namespace meshwright::ui {

/// The checklist of vertical slices: contexts down, items across.
class SlicesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(slices::Checklist list);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const slices::Row &row(int row) const { return m_list.rows.at(static_cast<std::size_t>(row)); }

    /// Null in the column of the context.
    const slices::Cell *cell(int row, int column) const;
    bool differs(int row) const;

private:
    QString explained(const QModelIndex &index) const;

    slices::Checklist m_list;
};

} // namespace meshwright::ui
