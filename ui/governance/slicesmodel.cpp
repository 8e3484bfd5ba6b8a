// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/slicesmodel.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include "meshwright/report/slicereport.h"

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

QString valuesOf(const std::vector<asyncapi::Located> &values)
{
    QStringList texts;
    for (const asyncapi::Located &each : values)
        texts << toQt(each.value);
    return texts.join(QStringLiteral(", "));
}

QString textOf(const slices::Cell &cell)
{
    const QString sign = toQt(report::signOf(cell.state));
    switch (cell.state) {
    case slices::State::Differs:
        return SlicesModel::tr("%1 %2", "a sign and a value").arg(sign, valuesOf(cell.wrong));
    case slices::State::Fits:
        return SlicesModel::tr("%1 %2", "a sign and a value").arg(sign, valuesOf(cell.declared));
    case slices::State::Undeclared:
        break;
    }
    return SlicesModel::tr("%1 not declared", "a sign").arg(sign);
}

QColor colorOf(slices::State state)
{
    return state == slices::State::Fits      ? theme::tokens().good
           : state == slices::State::Differs ? theme::tokens().warning
                                             : theme::tokens().muted;
}

} // namespace

void SlicesModel::show(slices::Checklist list)
{
    if (list.items == m_list.items && list.rows == m_list.rows)
        return;
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

int SlicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.rows.size());
}

int SlicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.items.size()) + 1;
}

const slices::Cell *SlicesModel::cell(int at, int column) const
{
    return column == 0 ? nullptr : &row(at).cells.at(static_cast<std::size_t>(column) - 1);
}

bool SlicesModel::differs(int at) const
{
    const auto &cells = row(at).cells;
    return std::any_of(cells.begin(), cells.end(), [](const slices::Cell &each) {
        return each.state == slices::State::Differs;
    });
}

QString SlicesModel::explained(const QModelIndex &index) const
{
    const slices::Cell &each = *cell(index.row(), index.column());
    const SliceItem &item = m_list.items.at(static_cast<std::size_t>(index.column()) - 1);
    switch (each.state) {
    case slices::State::Differs:
        return tr("%1: it is to be %2").arg(valuesOf(each.wrong), toQt(each.expected));
    case slices::State::Fits:
        return valuesOf(each.declared);
    case slices::State::Undeclared:
        break;
    }
    return item.isRequired ? tr("The spec has to declare it as %1.").arg(toQt(item.field))
                           : tr("The spec can declare it as %1.").arg(toQt(item.field));
}

QVariant SlicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const slices::Cell *each = cell(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return each ? textOf(*each) : toQt(row(index.row()).context.value);
    case Qt::ToolTipRole:
        return each ? explained(index) : toQt(row(index.row()).context.value);
    case Qt::FontRole:
        return theme::fixedDetailFont();
    case Qt::ForegroundRole:
        return each ? QVariant(colorOf(each->state)) : QVariant();
    default:
        return {};
    }
}

QVariant SlicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Context")
                        : toQt(m_list.items.at(static_cast<std::size_t>(section) - 1).name);
}

} // namespace meshwright::ui
