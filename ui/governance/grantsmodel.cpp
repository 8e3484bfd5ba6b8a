// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/grantsmodel.h"

#include "ui/session/places.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <utility>

namespace meshwright::ui {

QString signOf(GrantState state)
{
    switch (state) {
    case GrantState::Waiting:
        return QStringLiteral("!");
    case GrantState::Used:
        return QStringLiteral("✓");
    case GrantState::Unread:
        return QStringLiteral("–");
    case GrantState::Undeclared:
        break;
    }
    return QStringLiteral("✕");
}

QString wordsOf(GrantState state)
{
    switch (state) {
    case GrantState::Waiting:
        return GrantsModel::tr("%1 waiting for a grant").arg(signOf(state));
    case GrantState::Used:
        return GrantsModel::tr("%1 granted and read").arg(signOf(state));
    case GrantState::Unread:
        return GrantsModel::tr("%1 given, but nobody reads").arg(signOf(state));
    case GrantState::Undeclared:
        break;
    }
    return GrantsModel::tr("%1 reads without a declaration").arg(signOf(state));
}

QColor colorOf(GrantState state)
{
    switch (state) {
    case GrantState::Waiting:
        return theme::tokens().warning;
    case GrantState::Used:
        return theme::tokens().good;
    case GrantState::Unread:
        return theme::tokens().muted;
    case GrantState::Undeclared:
        break;
    }
    return theme::tokens().error;
}

const asyncapi::Place &GrantsModel::placeOf(const GrantEntry &entry)
{
    if (entry.given)
        return *entry.given;
    return entry.asked ? *entry.asked : entry.topicPlace;
}

void GrantsModel::show(const WorkspacePtr &workspace, std::vector<GrantEntry> ledger)
{
    if (m_workspace && ledger == m_ledger) {
        m_workspace = workspace;
        if (!m_ledger.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_workspace = workspace;
    m_ledger = std::move(ledger);
    endResetModel();
}

int GrantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ledger.size());
}

int GrantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString GrantsModel::textOf(const GrantEntry &entry, int column) const
{
    switch (column) {
    case StateColumn:
        return wordsOf(entry.state);
    case ReaderColumn:
        return toQt(entry.reader);
    case TopicColumn:
        return toQt(entry.topic.value);
    case OwnerColumn:
        return toQt(entry.owner.value);
    default:
        return placeText(m_workspace, placeOf(entry).file, placeOf(entry).range.begin);
    }
}

/// Who gave it, and what of it was seen.
QString GrantsModel::explained(const GrantEntry &entry)
{
    QStringList sentences{wordsOf(entry.state)};
    if (entry.grantedTo && *entry.grantedTo != entry.reader)
        sentences << tr("Granted to %1.").arg(toQt(*entry.grantedTo));
    if (entry.state == GrantState::Unread && entry.asked)
        sentences << tr("Its spec says that it reads, and on the cluster nobody was seen to.");
    QStringList groups;
    for (const std::string &group : entry.groups)
        groups << toQt(group);
    if (!groups.isEmpty())
        sentences << tr("Read by %1.", "consumer groups").arg(groups.join(QStringLiteral(", ")));
    return sentences.join(QLatin1Char('\n'));
}

QVariant GrantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GrantEntry &each = entry(index.row());
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(each, index.column());
    case Qt::ToolTipRole:
        return isState ? explained(each) : textOf(each, index.column());
    case Qt::FontRole:
        return isState ? QVariant() : QVariant(theme::fixedDetailFont());
    case Qt::ForegroundRole:
        if (isState)
            return colorOf(each.state);
        return index.column() == OwnerColumn || index.column() == PlaceColumn
                   ? QVariant(theme::tokens().muted)
                   : QVariant();
    default:
        return {};
    }
}

QVariant GrantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case ReaderColumn:
        return tr("Reader");
    case TopicColumn:
        return tr("Topic");
    case OwnerColumn:
        return tr("Owner");
    case PlaceColumn:
        return tr("Place");
    default:
        return {};
    }
}

} // namespace meshwright::ui
