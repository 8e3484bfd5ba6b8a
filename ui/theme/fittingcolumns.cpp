// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/fittingcolumns.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

#include <algorithm>

namespace meshwright::ui::theme {

FittingColumns::FittingColumns(QTreeView *table, std::map<int, int> usual)
    : QObject(table)
    , m_table(table)
    , m_usual(std::move(usual))
{
    for (const auto &[column, width] : m_usual)
        m_given[column] = table->header()->sectionSize(column);
    table->installEventFilter(this);
    fit();
}

bool FittingColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::StyleChange)
        fit();
    return QObject::eventFilter(watched, event);
}

void FittingColumns::fit()
{
    const int most = m_table->width() / (static_cast<int>(m_usual.size()) + 2);
    for (const auto &[column, width] : m_usual) {
        if (m_table->header()->sectionSize(column) != m_given[column])
            continue;
        m_table->header()->resizeSection(column, std::min(scaled(width), most));
        m_given[column] = m_table->header()->sectionSize(column);
    }
}

} // namespace meshwright::ui::theme
