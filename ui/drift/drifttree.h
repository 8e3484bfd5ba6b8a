// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace meshwright::ui {

/// The list of a drift. Works on a DriftModel or a proxy of one.
class DriftTree : public QTreeView
{
    Q_OBJECT

public:
    explicit DriftTree(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Opens all groups of a short list; of a long one only what could not be compared.
    void expandAsFits();

signals:
    /// The place where a spec asks was clicked, or Enter pressed on its row.
    void placeActivated(const QModelIndex &index);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void spanGroups();
    void fitColumns();
    bool isPlace(const QModelIndex &index) const;
};

} // namespace meshwright::ui
