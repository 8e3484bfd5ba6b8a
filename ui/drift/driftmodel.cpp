// SPDX-License-Identifier: Apache-2.0
#include "ui/drift/driftmodel.h"

#include "ui/drift/drifttexts.h"
#include "ui/plan/plantexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace meshwright::ui {

namespace {

/// What one topic's rows have in common, so that they stand together.
const std::string &subjectOf(const DriftItem &item)
{
    const Acl *acl = aclOf(item);
    return acl == nullptr ? item.resource : acl->name;
}

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

void DriftModel::setDrift(const MadeDriftPtr &made)
{
    beginResetModel();
    m_made = made;
    m_groups.clear();
    if (m_made) {
        const Drift &drift = m_made->drift;
        if (!drift.problems.empty())
            m_groups.push_back({tr("Not compared"), Kind::Problem, upTo(drift.problems.size())});
        addItems();
        if (!drift.ownerless.empty())
            m_groups.push_back(
                {tr("Of no context of these specs"), Kind::Other, upTo(drift.ownerless.size())});
    }
    endResetModel();
}

void DriftModel::addItems()
{
    const auto &items = m_made->drift.items;
    std::map<std::string, std::vector<std::size_t>> byContext;
    for (std::size_t i = 0; i < items.size(); ++i)
        byContext[items[i].context].push_back(i);
    for (auto &[context, rows] : byContext) {
        std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
            return std::tie(subjectOf(items[a]), items[a].kind) <
                   std::tie(subjectOf(items[b]), items[b].kind);
        });
        m_groups.push_back(
            {context.empty() ? tr("No context") : toQt(context), Kind::Item, std::move(rows)});
    }
}

int DriftModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant DriftModel::rowData(Kind kind, std::size_t number, int column, int role) const
{
    if (role == ItemRole)
        return kind == Kind::Item ? static_cast<int>(number) : -1;
    switch (kind) {
    case Kind::Problem:
        return problemData(m_made->drift.problems[number], column, role);
    case Kind::Other:
        return ownerlessData(m_made->drift.ownerless[number], column, role);
    case Kind::Item:
        break;
    }
    return itemData(number, column, role);
}

QVariant DriftModel::groupData(const Group &group, int column, int role) const
{
    const auto count = QLocale().toString(static_cast<qulonglong>(group.rows.size()));
    switch (role) {
    case Qt::DisplayRole:
        return column == Sign ? group.title : QVariant();
    case SearchRole:
        return group.title;
    case Qt::ToolTipRole:
    case DetailRole:
        return tr("%1: %2").arg(group.title, count);
    case ItemRole:
        return -1;
    case CountsRole:
        return count;
    case InkRole:
        return static_cast<int>(group.kind == Kind::Problem ? theme::Ink::Warning
                                : group.kind == Kind::Item  ? theme::Ink::Text
                                                            : theme::Ink::Muted);
    default:
        return {};
    }
}

QVariant DriftModel::problemData(const PlanProblem &problem, int column, int role) const
{
    const bool isUnknown = problem.severity != Severity::Info;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Sign)
            return isUnknown ? QStringLiteral("!") : QStringLiteral("i");
        if (column == Resource)
            return toQt(problem.resource);
        if (column == What) // painted over the columns up to the place
            return toQt(problem.message);
        return column == Place ? plantexts::place(problem.reason) : QVariant();
    case Qt::ToolTipRole:
    case DetailRole:
    case SearchRole:
        return (isUnknown ? tr("%1: not known. %2") : tr("%1: %2"))
            .arg(toQt(problem.resource), toQt(problem.message));
    case FileRole:
        return toQt(problem.reason.file);
    case LineRole:
        return problem.reason.line;
    case InkRole:
        return static_cast<int>(isUnknown ? theme::Ink::Warning : theme::Ink::Muted);
    default:
        return {};
    }
}

QVariant DriftModel::ownerlessData(const std::string &topic, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Resource ? toQt(topic) : QVariant();
    case SearchRole:
        return toQt(topic);
    case Qt::ToolTipRole:
    case DetailRole:
        return tr("%1: no context of these specs owns it, so it is no drift. Where it is to be "
                  "yours, take it into a spec with mw export.")
            .arg(toQt(topic));
    case InkRole:
        return static_cast<int>(theme::Ink::Muted);
    default:
        return {};
    }
}

QVariant DriftModel::itemData(std::size_t number, int column, int role) const
{
    const DriftItem &item = m_made->drift.items[number];
    switch (role) {
    case Qt::DisplayRole:
        switch (static_cast<Column>(column)) {
        case Sign:
            return drifttexts::sign(item.state);
        case Resource:
            return drifttexts::resource(item);
        case What:
            return drifttexts::what(item);
        case Specs:
            return drifttexts::specs(item);
        case Cluster:
            return drifttexts::cluster(item);
        case Place:
            return plantexts::place(item.reason);
        case ColumnCount:
            break;
        }
        return {};
    case Qt::ToolTipRole:
    case DetailRole:
        return drifttexts::detail(*m_made, item);
    case SearchRole:
        return QStringList{toQt(item.resource), drifttexts::what(item), drifttexts::specs(item),
                           drifttexts::cluster(item), plantexts::place(item.reason)}
            .join(QLatin1Char('\n'));
    case FileRole:
        return toQt(item.reason.file);
    case LineRole:
        return item.reason.line;
    case InkRole:
        return static_cast<int>(drifttexts::ink(item.state));
    default:
        return {};
    }
}

QVariant DriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= ColumnCount)
        return {};
    const QStringList titles{QString(),       tr("Resource"),    tr("What"),
                             tr("Specs say"), tr("Cluster has"), tr("Where")};
    return titles.value(section);
}

} // namespace meshwright::ui
