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

} // namespace meshwright::ui
