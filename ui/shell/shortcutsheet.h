// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace meshwright::ui {

/// Every key of the window's actions, menu by menu, found by typing a part of a name or of a key.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    struct Group
    {
        QString title;
        QList<QAction *> actions;
    };

    explicit ShortcutSheet(const QList<Group> &groups, QWidget *parent = nullptr);

private:
    void fill(const QList<Group> &groups);
    void filterBy(const QString &text);

    QLineEdit *m_filter;
    QTreeWidget *m_list;
};

} // namespace meshwright::ui
