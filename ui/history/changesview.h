// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/comparing.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QModelIndex;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace meshwright::ui {

class ChangesModel;
class EmptyState;
class HistoryWatch;
class Session;

/// The changes dock: what the texts in the window change since a revision, by context, with what
/// breaks marked. Works only while it is seen.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    ChangesView(Session &session, HistoryWatch &history, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }

    void focusBase();

    /// What is compared with: HEAD, or what was chosen or typed instead.
    QString baseName() const;

signals:
    void messageShown(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void makeTree();
    void fillBases();
    void askAgain();
    void compareNow();
    void takeCompared();
    void showRows();
    void updateState();
    void goTo(const QModelIndex &index);

    Session &m_session;
    HistoryWatch &m_history;
    ChangesModel *m_model;
    QComboBox *m_base;
    QLabel *m_summary;
    QToolButton *m_onlyBreaking;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    EmptyState *m_empty;
    QTimer m_pause;
    QFutureWatcher<Result<Compared>> m_comparing;
    std::optional<Result<Compared>> m_compared;
};

} // namespace meshwright::ui
