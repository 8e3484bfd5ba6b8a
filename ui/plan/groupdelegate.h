// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshwright::ui {

/// What the columns behind the sign's are for.
struct GroupColumns
{
    int messageBegin; ///< where a problem's message begins, and the last that it goes over
    int messageEnd;
    int link; ///< the place where a spec asks for the row
};

/// Paints the rows of a GroupModel, as its first column the sign, and a group's title with its
/// counts over the whole width.
class GroupDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit GroupDelegate(const GroupColumns &columns, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Any cell but the sign and the link.
    virtual void paintCell(QPainter *painter, const QRect &rect,
                           const QModelIndex &index) const = 0;
    virtual void paintGroup(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    /// Returns the room that it takes.
    static int drawTitle(QPainter *painter, const QRect &rect, const QModelIndex &group);

private:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;

    GroupColumns m_columns;
};

/// A context's own names may lose its id, which stands above them, before anything else.
QString fittingName(const QPainter &painter, const QRect &rect, const QModelIndex &index);

} // namespace meshwright::ui
