// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/search/textsearch.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwright::ui {

class EmptyState;
class Session;

/// Finds a text in all files of the workspace, shows what replacing it would make of each place,
/// and does so in one step of undo. Looked up off the UI thread.
class SearchView : public QWidget
{
    Q_OBJECT

public:
    explicit SearchView(Session &session, QWidget *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void messageShown(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *makeToggle(const QString &text, const QString &tip, const char *name);
    void makeTree();
    void search();
    void takeFound();
    void fill();
    void showState();
    void goTo(const QTreeWidgetItem *item);
    void replaceAll();
    SearchPattern pattern() const;

    Session &m_session;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_replace = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_word = nullptr;
    QToolButton *m_regex = nullptr;
    QPushButton *m_replaceAll = nullptr;
    QLabel *m_count = nullptr;
    QTreeWidget *m_tree;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QTimer m_pause;
    QFutureWatcher<SearchResult> m_searching;
    SearchResult m_result;
};

} // namespace meshwright::ui
