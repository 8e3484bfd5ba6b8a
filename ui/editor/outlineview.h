// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace meshwright::ui {

class EditorArea;
class OutlineModel;
class Session;

/// What the current file holds, as a tree that follows the caret and leads it.
class OutlineView : public QWidget
{
    Q_OBJECT

public:
    OutlineView(Session &session, EditorArea &editors, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTree();
    void refresh();
    void followCaret();
    void filterBy(const QString &text);
    void goTo(const QModelIndex &index, bool takesFocus);
    void rememberOpen();
    void restoreOpen();

    Session &m_session;
    EditorArea &m_editors;
    OutlineModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QStackedWidget *m_stack;
    QList<QStringList> m_open; ///< the paths of branches
    QTimer m_rest;
    bool m_isFollowing = false;
};

} // namespace meshwright::ui
