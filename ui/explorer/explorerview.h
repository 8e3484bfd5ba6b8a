// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include "meshwright/history/repository.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QTreeView;

namespace meshwright::ui {

class ExplorerModel;
class Session;

/// The explorer dock: a filter and the tree. A click selects in all views, Enter or a double
/// click goes to the text.
class ExplorerView : public QWidget
{
    Q_OBJECT

public:
    explicit ExplorerView(Session &session, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }

    void focusFilter();
    /// Marks the specs that differ from the last commit.
    void setFileStates(const std::vector<history::FileState> &states);
    void setFilter(const QString &text);

signals:
    /// For the subject of a row, or for the ground where it has none; `place` is the screen's.
    void menuRequested(const meshwright::ui::Selection &subject, const QPoint &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTree();
    void filterBy(const QString &text);
    void rememberOpen();
    void restoreOpen();
    void followSelection();
    void takeCurrent(const QModelIndex &current);
    void goTo(const QModelIndex &index);
    void requestMenu(const QModelIndex &index, const QPoint &place);
    bool takesMenuEvent(QObject *watched, QEvent *event);

    Session &m_session;
    ExplorerModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QSet<QString> m_open;
    bool m_isFollowing = false;
    bool m_wasShown = false;
};

} // namespace meshwright::ui
