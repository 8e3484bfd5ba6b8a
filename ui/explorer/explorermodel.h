// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/explorer/explorertree.h"

#include <QAbstractItemModel>

namespace meshwright::ui {

class Session;

/// The rows of explorerTree; resets only when rows come or go, so that typing keeps what is open.
class ExplorerModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { SelectionRole = Qt::UserRole, ErrorsRole, WarningsRole, KeyRole, RoleCount };

    explicit ExplorerModel(Session &session, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const ExplorerNode *node(const QModelIndex &index) const;
    /// The row that stands for the selection (an owned topic rather than a consumed one).
    QModelIndex indexOf(const Selection &selection) const;

private:
    void refresh();
    void touch(const QModelIndex &parent);
    QVariant iconOf(const ExplorerNode &node) const;
    QModelIndex find(const QModelIndex &parent, const Selection &selection, bool foreign) const;

    Session &m_session;
    std::unique_ptr<ExplorerNode> m_root;
};

} // namespace meshwright::ui
