// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace meshwright::ui {

/// Paints a plan's rows: sign, names in fixed width, before → after, the risk as a chip, the reason
/// as a link, the state with its icon.
class PlanDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The list of a plan. Works on a PlanModel or a proxy of one.
class PlanTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PlanTree(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Opens all groups of a short plan; of a long one only what can't be done.
    void expandAsFits();
    void setStateShown(bool isShown);

signals:
    void reasonActivated(const QModelIndex &index);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void spanGroups();
    void fitColumns();
    bool isReason(const QModelIndex &index) const;
};

} // namespace meshwright::ui
