// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/groupdelegate.h"

#include <QTreeView>

namespace meshwright::ui {

/// The list of a GroupModel, or of a proxy of one: titles and problems go over several columns, and
/// the place where a spec asks for a row is a link.
class GroupTree : public QTreeView
{
    Q_OBJECT

public:
    explicit GroupTree(const GroupColumns &columns, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Opens all groups of a short list; of a long one only that of the problems.
    void expandAsFits();
    /// Opens the first group, and takes the focus to its first row.
    void showFirstGroup();

signals:
    /// The link was clicked, or Enter pressed on its row.
    void linkActivated(const QModelIndex &index);

protected:
    virtual void fitColumns() = 0;

    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void spanGroups();
    bool isLink(const QModelIndex &index) const;

    GroupColumns m_columns;
};

} // namespace meshwright::ui
