// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/mirror.h"

#include <QStyledItemDelegate>

namespace meshwright::ui::theme {

/// Names out of specs read from left to right everywhere.
class SpecTextDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = isolated(option->text);
    }
};

/// Paths lose their middle, not their line.
class PathDelegate : public SpecTextDelegate
{
public:
    using SpecTextDelegate::SpecTextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        SpecTextDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace meshwright::ui::theme
