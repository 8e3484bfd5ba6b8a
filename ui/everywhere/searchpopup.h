// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/search/search.h"

#include <QDialog>

class QAction;
class QLabel;
class QLineEdit;
class QListWidget;

namespace meshwright::ui {

class Indexer;

/// Search everywhere: the names of the workspace and the window's actions, by parts of the name.
/// Arrows choose, Enter opens, Escape leaves.
class SearchPopup : public QDialog
{
    Q_OBJECT

public:
    SearchPopup(Indexer &indexer, const QList<QAction *> &actions, QWidget *parent);

signals:
    void chosen(const meshwright::search::Entry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeParts();
    void search();
    void addRow(const search::Entry &entry, QAction *action);
    QString whyNothing(const search::Query &query) const;
    void open();

    Indexer &m_indexer;
    QList<QAction *> m_actions;
    search::IndexPtr m_actionIndex;
    std::vector<search::Entry> m_shown;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_hint;
};

} // namespace meshwright::ui
