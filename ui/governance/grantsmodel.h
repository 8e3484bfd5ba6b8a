// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/grantledger.h"

#include <QAbstractTableModel>
#include <QColor>

namespace meshwright::ui {

/// `! waiting for a grant`
QString wordsOf(GrantState state);
/// The sign in front of the words.
QString signOf(GrantState state);
QColor colorOf(GrantState state);

/// The ledger of grants, a row each.
class GrantsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, ReaderColumn, TopicColumn, OwnerColumn, PlaceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const WorkspacePtr &workspace, std::vector<GrantEntry> ledger);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const GrantEntry &entry(int row) const { return m_ledger.at(static_cast<std::size_t>(row)); }

    const WorkspacePtr &workspace() const { return m_workspace; }

    /// The line that a row is about: the tag, else the reader's, else the owner's.
    static const asyncapi::Place &placeOf(const GrantEntry &entry);

private:
    QString textOf(const GrantEntry &entry, int column) const;
    static QString explained(const GrantEntry &entry);

    WorkspacePtr m_workspace;
    std::vector<GrantEntry> m_ledger;
};

} // namespace meshwright::ui
