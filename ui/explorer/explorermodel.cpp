// SPDX-License-Identifier: Apache-2.0
#include "ui/explorer/explorermodel.h"

#include "ui/session/session.h"
#include "ui/theme/theme.h"

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

QIcon accessIcon(const std::optional<Access> &access)
{
    if (!access)
        return theme::icon("topic", theme::Ink::Muted);
    switch (*access) {
    case Access::Public:
        return theme::icon("public", theme::Ink::Public);
    case Access::Protected:
        return theme::icon("protected", theme::Ink::Protected);
    case Access::Private:
        break;
    }
    return theme::icon("private", theme::Ink::Private);
}

} // namespace

ExplorerModel::ExplorerModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_root(explorerTree(session.snapshot()))
{
    connect(&m_session, &Session::snapshotChanged, this, &ExplorerModel::refresh);
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
        return accessIcon(node.access);
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
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.detail;
    case Qt::DecorationRole:
        return iconOf(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::FontRole:
        return row.kind == Kind::Topic || row.kind == Kind::Foreign || row.kind == Kind::File
                   ? QVariant(theme::fixedDetailFont())
                   : QVariant();
    case ErrorsRole:
        return row.counts.errors;
    case WarningsRole:
        return row.counts.warnings;
    case KeyRole:
        return row.parent && row.parent != m_root.get()
                   ? row.parent->key + QLatin1Char('\n') + row.key
                   : row.key;
    default:
        return {};
    }
}

void ExplorerModel::refresh()
{
    auto fresh = explorerTree(m_session.snapshot());
    if (!sameRows(*m_root, *fresh)) {
        beginResetModel();
        m_root = std::move(fresh);
        endResetModel();
        return;
    }
    // The rows stay (indexes point to them), what they tell is new.
    const auto take = [](auto &&self, ExplorerNode &old, ExplorerNode &now) -> void {
        old.counts = now.counts;
        old.place = now.place;
        old.access = now.access;
        old.detail = now.detail;
        old.isControlPlane = now.isControlPlane;
        for (std::size_t i = 0; i < old.children.size(); ++i)
            self(self, *old.children[i], *now.children[i]);
    };
    take(take, *m_root, *fresh);
    touch({});
}

void ExplorerModel::touch(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    for (int row = 0; row < rows; ++row)
        touch(index(row, 0, parent));
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
