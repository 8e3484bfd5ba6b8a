// SPDX-License-Identifier: Apache-2.0
#include "ui/symbols/usagesmodel.h"

#include "ui/session/places.h"
#include "ui/symbols/symboltexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <set>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr std::size_t longestLine = 400;

const char *iconOf(symbols::Role role)
{
    switch (role) {
    case symbols::Role::Declared:
        return "producer";
    case symbols::Role::Consumed:
        return "consumer";
    case symbols::Role::Granted:
        return "grant";
    case symbols::Role::Referenced:
        break;
    }
    return "jump";
}

} // namespace

void UsagesModel::setUsages(const WorkspacePtr &workspace, std::vector<symbols::Usage> usages)
{
    beginResetModel();
    m_workspace = workspace;
    m_usages = std::move(usages);
    endResetModel();
}

int UsagesModel::fileCount() const
{
    std::set<std::string> files;
    for (const auto &usage : m_usages)
        files.insert(usage.place.file);
    return static_cast<int>(files.size());
}

int UsagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_usages.size());
}

int UsagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UsagesModel::lineOf(const symbols::Usage &usage) const
{
    const Text text = m_workspace->text(usage.place.file);
    if (!text)
        return {};
    const auto line = text->lineRange(text->position(usage.place.range.begin).line);
    return toQt(text->slice({line.begin, std::min(line.end, line.begin + longestLine)})).trimmed();
}

QString UsagesModel::placeOf(const symbols::Usage &usage) const
{
    return placeText(m_workspace, usage.place.file, usage.place.range.begin);
}

QVariant UsagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &each = usage(index.row());
    const bool isRole = index.column() == RoleColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (isRole)
            return roleName(each.role);
        return index.column() == LineColumn ? lineOf(each) : placeOf(each);
    case Qt::DecorationRole:
        return isRole ? QVariant(theme::icon(iconOf(each.role), theme::Ink::Muted)) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == LineColumn)
            return tr("%1 in %2: %3").arg(roleName(each.role), placeOf(each), lineOf(each));
        return {};
    case Qt::FontRole:
        return isRole ? QVariant() : QVariant(theme::fixedDetailFont());
    case Qt::ForegroundRole:
        return index.column() == LineColumn ? QVariant() : QVariant(theme::tokens().muted);
    default:
        return {};
    }
}

QVariant UsagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case RoleColumn:
        return tr("Use");
    case PlaceColumn:
        return tr("Place");
    default:
        return {};
    }
}

} // namespace meshwright::ui
