// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/explorer/explorertree.h"

#include "meshwright/history/repository.h"

#include <QAbstractItemModel>
#include <QFutureWatcher>

namespace meshwright::ui {

class Session;

/// The rows of explorerTree, which is made off the window's thread. Of a newer snapshot only the
/// rows that come, go or tell something else are touched; a folder that is opened resets all.
class ExplorerModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        SelectionRole = Qt::UserRole,
        ErrorsRole,
        WarningsRole,
        KeyRole,
        FileStateRole, ///< a history::FileChange as int, of a spec that differs from HEAD
        RoleCount
    };

    explicit ExplorerModel(Session &session, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const ExplorerNode *node(const QModelIndex &index) const;
    /// The row that stands for the selection (an owned topic rather than a consumed one).
    QModelIndex indexOf(const Selection &selection) const;

    /// How files differ from HEAD.
    void setFileStates(std::vector<history::FileState> states);

    /// True while rows come and go: what becomes current then was not chosen by anybody.
    bool isFollowing() const { return m_isFollowing; }

signals:
    /// Rows came or went with a newer snapshot.
    void rowsFollowed();

private:
    using Tree = std::shared_ptr<ExplorerNode>;

    void refresh();
    void takeTree();
    bool follow(ExplorerNode &old, ExplorerNode &fresh);
    void removeGone(ExplorerNode &old, const ExplorerNode &fresh);
    void tell(ExplorerNode &old, const ExplorerNode &fresh);
    void remove(ExplorerNode &parent, std::size_t row);
    void insert(ExplorerNode &parent, std::size_t row, std::unique_ptr<ExplorerNode> child);
    QModelIndex indexFor(const ExplorerNode &node) const;
    std::optional<history::FileState> fileStateOf(const ExplorerNode &node) const;
    void tellOfStates(const QModelIndex &parent);
    QVariant iconOf(const ExplorerNode &node) const;
    QModelIndex find(const QModelIndex &parent, const Selection &selection, bool foreign) const;

    Session &m_session;
    Tree m_root;
    std::vector<history::FileState> m_states;
    QFutureWatcher<Tree> m_building;
    bool m_isOpened = false;
    bool m_isFollowing = false;
};

} // namespace meshwright::ui
