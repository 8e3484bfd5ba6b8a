// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/outlinemodel.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace meshwright::ui {

struct OutlineModel::Row
{
    PlaceStep step;
    const Row *parent = nullptr;
    int number = 0;
    mutable bool isRead = false;
    mutable std::vector<std::unique_ptr<Row>> children;
};

OutlineModel::OutlineModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Row>())
{}

OutlineModel::~OutlineModel() = default;

void OutlineModel::setDocument(yaml::DocumentPtr document)
{
    if (document == m_document)
        return;
    beginResetModel();
    m_document = std::move(document);
    m_root = std::make_unique<Row>();
    m_root->step.value = m_document ? m_document->root() : nullptr;
    endResetModel();
}

const OutlineModel::Row &OutlineModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const Row *>(index.constInternalPointer()) : *m_root;
}

const std::vector<std::unique_ptr<OutlineModel::Row>> &OutlineModel::childrenOf(const Row &row)
{
    if (row.isRead || !row.step.value)
        return row.children;
    row.isRead = true;
    for (PlaceStep &step : stepsIn(*row.step.value)) {
        auto child = std::make_unique<Row>();
        child->step = std::move(step);
        child->parent = &row;
        child->number = int(row.children.size());
        row.children.push_back(std::move(child));
    }
    return row.children;
}

Range OutlineModel::rangeOf(const QModelIndex &index) const
{
    return rowOf(index).step.range;
}

QModelIndex OutlineModel::indexAt(std::size_t offset) const
{
    if (!m_document)
        return {};
    QModelIndex found;
    for (const PlaceStep &step : stepsTo(*m_document, offset)) {
        const auto &children = childrenOf(rowOf(found));
        const auto child = std::find_if(children.begin(), children.end(), [&](const auto &each) {
            return each->step.value == step.value;
        });
        if (child == children.end())
            break;
        found = createIndex((*child)->number, 0, child->get());
    }
    return found;
}

QStringList OutlineModel::pathOf(QModelIndex index) const
{
    QStringList path;
    for (; index.isValid(); index = parent(index))
        path.prepend(rowOf(index).step.name);
    return path;
}

QModelIndex OutlineModel::find(const QStringList &path) const
{
    QModelIndex found;
    for (const QString &name : path) {
        const auto &children = childrenOf(rowOf(found));
        const auto child = std::find_if(children.begin(), children.end(),
                                        [&](const auto &each) { return each->step.name == name; });
        if (child == children.end())
            return {};
        found = createIndex((*child)->number, 0, child->get());
    }
    return found;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto &children = childrenOf(rowOf(parent));
    if (column != 0 || row < 0 || row >= int(children.size()))
        return {};
    return createIndex(row, column, children[std::size_t(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    const Row *up = index.isValid() ? rowOf(index).parent : nullptr;
    return up && up != m_root.get() ? createIndex(up->number, 0, up) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(rowOf(parent)).size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool OutlineModel::hasChildren(const QModelIndex &parent) const
{
    const yaml::Node *value = rowOf(parent).step.value;
    return value && (!value->entries.empty() || !value->items.empty());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlaceStep &step = rowOf(index).step;
    switch (role) {
    case Qt::DisplayRole:
        return step.name;
    case Qt::ToolTipRole:
        return step.detail.isEmpty() ? step.name : tr("%1: %2").arg(step.name, step.detail);
    case DetailRole:
    case Qt::AccessibleDescriptionRole:
        return step.detail;
    default:
        return {};
    }
}

} // namespace meshwright::ui
