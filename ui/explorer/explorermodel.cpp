// SPDX-License-Identifier: Apache-2.0
#include "ui/explorer/explorermodel.h"

#include "ui/history/filemarks.h"
#include "ui/session/session.h"
#include "ui/theme/accessicon.h"
#include "ui/theme/theme.h"

#include <QScopedValueRollback>
#include <QtConcurrent>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace meshwright::ui {

using Kind = ExplorerNode::Kind;

namespace {

QString spoken(const ExplorerNode &node)
{
    QString text = node.name;
    if (node.access) {
        switch (*node.access) {
        case Access::Public:
            text = ExplorerModel::tr("%1, public topic").arg(text);
            break;
        case Access::Protected:
            text = ExplorerModel::tr("%1, protected topic").arg(text);
            break;
        case Access::Private:
            text = ExplorerModel::tr("%1, private topic").arg(text);
            break;
        }
    }
    if (node.counts.errors > 0)
        text = ExplorerModel::tr("%1, %n error(s)", nullptr, node.counts.errors).arg(text);
    if (node.counts.warnings > 0)
        text = ExplorerModel::tr("%1, %n warning(s)", nullptr, node.counts.warnings).arg(text);
    return text;
}

bool isSameRow(const std::unique_ptr<ExplorerNode> &a, const std::unique_ptr<ExplorerNode> &b)
{
    return a->kind == b->kind && a->key == b->key;
}

void numberRows(ExplorerNode &parent, std::size_t from)
{
    for (std::size_t row = from; row < parent.children.size(); ++row)
        parent.children[row]->row = static_cast<int>(row);
}

} // namespace

ExplorerModel::ExplorerModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_root(explorerTree(session.snapshot()))
{
    connect(&m_session, &Session::opened, this, [this] { m_isOpened = true; });
    connect(&m_session, &Session::snapshotChanged, this, &ExplorerModel::refresh);
    connect(&m_building, &QFutureWatcherBase::finished, this, &ExplorerModel::takeTree);
}

const ExplorerNode *ExplorerModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const ExplorerNode *>(index.internalPointer())
                           : m_root.get();
}

QModelIndex ExplorerModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ExplorerModel::parent(const QModelIndex &child) const
{
    const ExplorerNode *above = child.isValid() ? node(child)->parent : nullptr;
    if (!above || above == m_root.get())
        return {};
    return createIndex(above->row, 0, above);
}

int ExplorerModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int ExplorerModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ExplorerModel::iconOf(const ExplorerNode &node) const
{
    switch (node.kind) {
    case Kind::Domain:
        return theme::icon(node.isControlPlane ? QStringLiteral("settings")
                                               : QStringLiteral("domain"),
                           theme::domainHue(theme::tokens(), node.domainIndex));
    case Kind::Context:
        return theme::icon("context", theme::Ink::Muted);
    case Kind::Topic:
    case Kind::Foreign:
        return node.access ? theme::accessIcon(*node.access)
                           : theme::icon("topic", theme::Ink::Muted);
    case Kind::Consumes:
        return theme::icon("consumer", theme::Ink::Muted);
    case Kind::Faults:
    case Kind::File:
        break;
    }
    return theme::icon("error", theme::Ink::Error);
}

QVariant ExplorerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ExplorerNode &row = *node(index);
    const auto state = fileStateOf(row);
    const auto withState = [&](const QString &text, const QString &separator) {
        return state ? text + separator + filemarks::meaning(*state) : text;
    };
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return withState(row.detail, QStringLiteral("\n"));
    case Qt::DecorationRole:
        return iconOf(row);
    case Qt::AccessibleTextRole:
        return withState(spoken(row), QStringLiteral(", "));
    case Qt::FontRole:
        return row.kind == Kind::Topic || row.kind == Kind::Foreign || row.kind == Kind::File
                   ? QVariant(theme::fixedDetailFont())
                   : QVariant();
    case ErrorsRole:
        return row.counts.errors;
    case WarningsRole:
        return row.counts.warnings;
    case FileStateRole:
        return state ? QVariant(static_cast<int>(state->change)) : QVariant();
    case KeyRole:
        return row.parent && row.parent != m_root.get()
                   ? row.parent->key + QLatin1Char('\n') + row.key
                   : row.key;
    default:
        return {};
    }
}

/// Rows that stand for a file have one.
std::optional<history::FileState> ExplorerModel::fileStateOf(const ExplorerNode &node) const
{
    if (m_states.empty() || (node.kind != Kind::Context && node.kind != Kind::File))
        return std::nullopt;
    return history::stateOf(m_states, node.place.file);
}

void ExplorerModel::setFileStates(std::vector<history::FileState> states)
{
    if (states == m_states)
        return;
    m_states = std::move(states);
    tellOfStates({});
}

void ExplorerModel::tellOfStates(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    for (int row = 0; row < rows; ++row)
        tellOfStates(index(row, 0, parent));
}

void ExplorerModel::refresh()
{
    m_building.setFuture(QtConcurrent::run(
        [snapshot = m_session.snapshot()]() -> Tree { return explorerTree(snapshot); }));
}

void ExplorerModel::takeTree()
{
    const Tree fresh = m_building.result();
    if (std::exchange(m_isOpened, false)) {
        beginResetModel();
        m_root = fresh;
        endResetModel();
        return;
    }
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    if (follow(*m_root, *fresh))
        emit rowsFollowed();
}

/// Makes the rows below `old` those of `fresh`; whether any came or went.
bool ExplorerModel::follow(ExplorerNode &old, ExplorerNode &fresh)
{
    bool changed = !std::ranges::equal(old.children, fresh.children, isSameRow);
    if (changed)
        removeGone(old, fresh);
    for (std::size_t row = 0; row < fresh.children.size(); ++row) {
        auto &child = fresh.children[row];
        if (row < old.children.size() && isSameRow(old.children[row], child)) {
            tell(*old.children[row], *child);
            changed |= follow(*old.children[row], *child);
        } else {
            insert(old, row, std::move(child));
        }
    }
    while (old.children.size() > fresh.children.size()) // what stood in another order
        remove(old, old.children.size() - 1);
    return changed;
}

void ExplorerModel::removeGone(ExplorerNode &old, const ExplorerNode &fresh)
{
    std::set<std::pair<Kind, QString>> wanted;
    for (const auto &child : fresh.children)
        wanted.insert({child->kind, child->key});
    for (std::size_t row = old.children.size(); row-- > 0;)
        if (!wanted.contains({old.children[row]->kind, old.children[row]->key}))
            remove(old, row);
}

void ExplorerModel::tell(ExplorerNode &old, const ExplorerNode &fresh)
{
    const auto shown = [](auto &node) {
        return std::tie(node.name, node.detail, node.access, node.isControlPlane, node.domainIndex,
                        node.counts);
    };
    const bool isNew = shown(old) != shown(fresh);
    shown(old) = shown(fresh);
    old.selection = fresh.selection;
    old.place = fresh.place;
    if (isNew)
        emit dataChanged(indexFor(old), indexFor(old));
}

void ExplorerModel::remove(ExplorerNode &parent, std::size_t row)
{
    const int at = static_cast<int>(row);
    beginRemoveRows(indexFor(parent), at, at);
    parent.children.erase(parent.children.begin() + at);
    numberRows(parent, row);
    endRemoveRows();
}

void ExplorerModel::insert(ExplorerNode &parent, std::size_t row,
                           std::unique_ptr<ExplorerNode> child)
{
    const int at = static_cast<int>(row);
    child->parent = &parent;
    beginInsertRows(indexFor(parent), at, at);
    parent.children.insert(parent.children.begin() + at, std::move(child));
    numberRows(parent, row);
    endInsertRows();
}

QModelIndex ExplorerModel::indexFor(const ExplorerNode &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex ExplorerModel::find(const QModelIndex &parent, const Selection &selection,
                                bool foreign) const
{
    for (int row = 0; row < rowCount(parent); ++row) {
        const QModelIndex child = index(row, 0, parent);
        const ExplorerNode *found = node(child);
        const bool fits = foreign ? found->kind == Kind::Foreign
                                  : found->kind == Kind::Topic || found->kind == Kind::Context;
        if (fits && found->selection == selection)
            return child;
        if (const QModelIndex deeper = find(child, selection, foreign); deeper.isValid())
            return deeper;
    }
    return {};
}

QModelIndex ExplorerModel::indexOf(const Selection &selection) const
{
    if (std::holds_alternative<std::monostate>(selection))
        return {};
    const QModelIndex owned = find({}, selection, false);
    return owned.isValid() ? owned : find({}, selection, true);
}

} // namespace meshwright::ui
