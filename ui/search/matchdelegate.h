// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshwright::ui {

/// A line with a match: its number, the match marked in it, and what would take its place.
class MatchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    enum Role {
        LineRole = Qt::UserRole, ///< not there for a file's row
        BeforeRole,
        MatchedRole,
        AfterRole,
        ReplacementRole, ///< invalid: nothing is to be replaced
    };

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace meshwright::ui
