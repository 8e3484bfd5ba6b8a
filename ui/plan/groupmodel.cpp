// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/groupmodel.h"

#include "ui/session/session.h"
#include "ui/text/text.h"

namespace meshwright::ui {

namespace {

// A child's internal id is its group's row + 1; a group's is 0.
constexpr quintptr groupId = 0;

int groupOf(const QModelIndex &index)
{
    return static_cast<int>(index.internalId()) - 1;
}

} // namespace

QModelIndex GroupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex GroupModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(groupOf(child), 0, groupId);
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size());
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == groupId)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    const Group &group = m_groups[static_cast<std::size_t>(groupOf(index))];
    if (role == ProblemRole)
        return group.kind == Kind::Problem;
    return rowData(group.kind, group.rows[static_cast<std::size_t>(index.row())], index.column(),
                   role);
}

GroupFilter::GroupFilter(GroupModel &model)
{
    setSourceModel(&model);
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setFilterRole(GroupModel::SearchRole);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void revealPlace(Session &session, const QModelIndex &row)
{
    const auto file = fromQt(row.data(GroupModel::FileRole).toString());
    const auto line = row.data(GroupModel::LineRole).toUInt();
    const auto text = session.text(file);
    if (line == 0 || !text)
        return;
    const auto begin = text->lineRange(line).begin;
    session.reveal(file, {begin, begin});
}

} // namespace meshwright::ui
