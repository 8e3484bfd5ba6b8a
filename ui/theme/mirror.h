// SPDX-License-Identifier: Apache-2.0
// For what is painted by hand, where people write from right to left.
#pragma once

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace meshwright::ui::theme {

/// Where a part of `whole` stands that is thought of from left to right. Qt mirrors the alignment
/// of text inside it by itself.
inline QRect mirrored(const QStyleOption &option, const QRect &part)
{
    return QStyle::visualRect(option.direction, option.rect, part);
}

inline QRect mirrored(const QWidget &widget, const QRect &part)
{
    return QStyle::visualRect(widget.layoutDirection(), widget.rect(), part);
}

inline QRect mirrored(const QPainter &painter, const QRect &whole, const QRect &part)
{
    return QStyle::visualRect(painter.layoutDirection(), whole, part);
}

/// Spec text among texts that run from right to left: without this, the dots and lines at its ends
/// change their sides.
inline QString isolated(const QString &text)
{
    if (!QGuiApplication::isRightToLeft() || text.isEmpty())
        return text;
    constexpr QChar leftToRightIsolate(u'\u2066');
    constexpr QChar endOfIsolate(u'\u2069');
    return leftToRightIsolate + text + endOfIsolate;
}

/// For views of specs, and of what else is written from left to right everywhere: the text, its
/// differences, paths, the graph.
inline void keepLeftToRight(QWidget &widget)
{
    widget.setLayoutDirection(Qt::LeftToRight);
}

/// The same for a painter, which else takes the application's direction for the alignment of text.
inline void keepLeftToRight(QPainter &painter)
{
    painter.setLayoutDirection(Qt::LeftToRight);
}

} // namespace meshwright::ui::theme
