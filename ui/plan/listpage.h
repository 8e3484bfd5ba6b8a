// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QTreeView;

namespace meshwright::ui {

/// A list with what is said of it above, the chosen row in sentences below, and a bar of what to do
/// with it. In a low window the list gives way, and no line of the others is cut.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *header;
        QTreeView *list;
        QWidget *bar;
    };

    /// The parts become the page's; `detailName` is the name of what tells the row.
    ListPage(const Parts &parts, const QString &detailName, QWidget *parent = nullptr);

    /// Hidden where it is empty.
    void showDetail(const QString &detail);

private:
    QLabel *m_detail;
};

} // namespace meshwright::ui
