// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeWidget>

namespace meshwright::ui {

/// Makes an item the heading of those below it.
inline void dressGroup(QTreeWidgetItem &item)
{
    QFont font = item.treeWidget()->font();
    font.setBold(true);
    item.setFont(0, font);
    item.setExpanded(true);
}

/// A tool tip takes a text with `<` for markup, and names may have one.
inline QString plainTip(const QString &text)
{
    return QStringLiteral("<qt>%1</qt>")
        .arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace meshwright::ui
