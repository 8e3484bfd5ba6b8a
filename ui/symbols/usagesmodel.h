// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <QAbstractTableModel>

#include <vector>

namespace meshwright::ui {

/// Places, each with its line and what it does there.
class UsagesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LineColumn, RoleColumn, PlaceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setUsages(const WorkspacePtr &workspace, std::vector<symbols::Usage> usages);

    const symbols::Usage &usage(int row) const { return m_usages[static_cast<std::size_t>(row)]; }

    int fileCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString lineOf(const symbols::Usage &usage) const;
    QString placeOf(const symbols::Usage &usage) const;

    WorkspacePtr m_workspace;
    std::vector<symbols::Usage> m_usages;
};

} // namespace meshwright::ui
