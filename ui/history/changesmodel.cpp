// SPDX-License-Identifier: Apache-2.0
#include "ui/history/changesmodel.h"

#include "ui/history/changeexplained.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <utility>

namespace meshwright::ui {

namespace {

constexpr quintptr groupRow = 0; ///< the id of a context's row; a change's is its group + 1

QString affectedText(const compare::Change &change)
{
    QStringList names;
    for (const auto &id : change.affected)
        names += toQt(id.value);
    return names.join(QStringLiteral(", "));
}

/// The topic as it stands below its context.
QString topicText(const compare::Change &change)
{
    const auto &topic = change.topic.value;
    return isWithin(topic, change.context.value)
               ? toQt(std::string_view(topic).substr(change.context.value.size() + 1))
               : toQt(topic);
}

QString spoken(const compare::Change &change)
{
    QString text = changeexplained::sentence(change);
    if (!change.topic.value.empty())
        text = ChangesModel::tr("%1: %2").arg(topicText(change), text);
    return change.isBreaking ? ChangesModel::tr("Breaking. %1").arg(text) : text;
}

QString explained(const compare::Change &change)
{
    QStringList lines{changeexplained::sentence(change)};
    if (!change.topic.value.empty())
        lines += toQt(change.topic.value);
    lines += changeexplained::reasons(change);
    if (!change.affected.empty())
        lines += ChangesModel::tr("Consumed by %1").arg(affectedText(change));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void ChangesModel::show(const Compared &compared, bool onlyBreaking)
{
    beginResetModel();
    m_groups.clear();
    m_base = compared.base;
    m_next = compared.next;
    for (const auto &change : compared.comparison.changes) {
        if (onlyBreaking && !change.isBreaking)
            continue;
        if (m_groups.empty() || m_groups.back().context != change.context)
            m_groups.push_back({change.context, {}, 0});
        m_groups.back().changes.push_back(change);
        m_groups.back().breaking += change.isBreaking ? 1 : 0;
    }
    endResetModel();
}

void ChangesModel::clear()
{
    beginResetModel();
    m_groups.clear();
    endResetModel();
}

const compare::Change *ChangesModel::change(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupRow)
        return nullptr;
    return &m_groups[index.internalId() - 1].changes[static_cast<std::size_t>(index.row())];
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupRow);
}

QModelIndex ChangesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupRow)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, groupRow);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupRow || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].changes.size());
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ChangesModel::placeOf(const compare::Change &change) const
{
    const auto &place = change.next ? change.next : change.base;
    const auto &topology = change.next ? m_next : m_base;
    const Text text = place ? topology->workspace->text(place->file) : nullptr;
    if (!text)
        return {};
    const QString where =
        QStringLiteral("%1:%2").arg(toQt(place->file)).arg(text->position(place->range.begin).line);
    return change.next ? where : tr("was %1").arg(where);
}

QString ChangesModel::textOf(const compare::Change &change, int column) const
{
    switch (static_cast<Column>(column)) {
    case ChangeColumn:
        return changeexplained::sentence(change);
    case TopicColumn:
        return topicText(change);
    case AffectedColumn:
        return affectedText(change);
    case PlaceColumn:
        return placeOf(change);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ChangesModel::groupData(const Group &group, int column, int role) const
{
    if (role == BreakingRole)
        return group.breaking > 0;
    if (role == Qt::FontRole && column == ChangeColumn) {
        QFont font = theme::fixedFont();
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (column != ChangeColumn)
        return {};
    const QString id = toQt(group.context.value);
    if (role == Qt::DisplayRole)
        return id;
    if (role == Qt::DecorationRole)
        return theme::icon("context", theme::Ink::Muted);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return tr("%1: %n change(s), %2 breaking", nullptr, static_cast<int>(group.changes.size()))
            .arg(id)
            .arg(group.breaking);
    return {};
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *found = change(index);
    if (!found)
        return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
    const bool isSentence = index.column() == ChangeColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*found, index.column());
    case Qt::DecorationRole:
        if (isSentence)
            return theme::icon(changeexplained::icon(*found),
                               found->isBreaking ? theme::Ink::Error : theme::Ink::Faint);
        return {};
    case Qt::ToolTipRole:
        return explained(*found);
    case Qt::AccessibleTextRole:
        return isSentence ? spoken(*found) : textOf(*found, index.column());
    case Qt::FontRole:
        return index.column() == TopicColumn || index.column() == PlaceColumn
                   ? QVariant(theme::fixedDetailFont())
                   : QVariant();
    case BreakingRole:
        return found->isBreaking;
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case ChangeColumn:
        return tr("Change");
    case TopicColumn:
        return tr("Topic");
    case AffectedColumn:
        return tr("Consumed by");
    case PlaceColumn:
        return tr("Place");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace meshwright::ui
