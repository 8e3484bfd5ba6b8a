// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/planmodel.h"

#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace meshwright::ui {

namespace {

theme::Ink inkOf(Severity severity)
{
    return severity == Severity::Error ? theme::Ink::Error : theme::Ink::Warning;
}

QString joined(const QStringList &lines)
{
    QStringList full = lines;
    full.removeAll(QString());
    return full.join(QLatin1Char('\n'));
}

} // namespace

void PlanModel::setPlan(const MadePlanPtr &made)
{
    beginResetModel();
    m_made = made;
    m_groups.clear();
    m_items.clear();
    m_progress.assign(itemCount(), {});
    m_places.assign(itemCount(), {});
    if (m_made && !m_made->plan.problems.empty()) {
        Group held{tr("Not in this plan"), Kind::Problem, {}};
        for (std::size_t i = 0; i < m_made->plan.problems.size(); ++i)
            held.rows.push_back(i);
        m_groups.push_back(std::move(held));
    }
    std::map<std::string, std::vector<std::size_t>> byContext;
    for (std::size_t i = 0; i < itemCount(); ++i)
        byContext[m_made->plan.items[i].context].push_back(i);
    for (auto &[context, rows] : byContext) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            m_places[rows[row]] = {static_cast<int>(m_groups.size()), static_cast<int>(row)};
            m_items.emplace(m_made->plan.items[rows[row]].id, rows[row]);
        }
        m_groups.push_back({context.empty() ? tr("No context") : toQt(context), Kind::Item, rows});
    }
    endResetModel();
}

void PlanModel::startApplying()
{
    std::fill(m_progress.begin(), m_progress.end(), Progress{RowState::Waiting, {}});
    for (int row = 0; row < rowCount(); ++row) {
        const auto group = index(row, 0);
        emit dataChanged(group, index(row, ColumnCount - 1));
        if (const int rows = rowCount(group); rows > 0)
            emit dataChanged(index(0, 0, group), index(rows - 1, ColumnCount - 1, group));
    }
}

void PlanModel::setRunning(const std::string &id)
{
    setState(id, RowState::Running, {});
}

void PlanModel::setResult(const ItemResult &result)
{
    setState(result.id, rowStateOf(result.state), toQt(result.message));
}

void PlanModel::setState(const std::string &id, RowState state, const QString &message)
{
    const auto found = m_items.find(id);
    if (found == m_items.end())
        return;
    m_progress[found->second] = {state, message};
    const auto [group, row] = m_places[found->second];
    const auto parent = index(group, 0);
    emit dataChanged(index(row, 0, parent), index(row, ColumnCount - 1, parent));
    emit dataChanged(parent, index(group, ColumnCount - 1));
}

std::size_t PlanModel::countOf(RowState state) const
{
    return static_cast<std::size_t>(
        std::count_if(m_progress.begin(), m_progress.end(),
                      [state](const auto &progress) { return progress.state == state; }));
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::rowData(Kind kind, std::size_t number, int column, int role) const
{
    return kind == Kind::Problem ? problemData(m_made->plan.problems[number], column, role)
                                 : itemData(number, column, role);
}

QVariant PlanModel::groupData(const Group &group, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Sign ? group.title : QVariant();
    case SearchRole:
        return group.title;
    case Qt::ToolTipRole:
        return tr("%1: %2").arg(group.title, countsOf(group));
    case CountsRole:
        return countsOf(group);
    case StateRole:
        return static_cast<int>(stateOf(group));
    case InkRole:
        return static_cast<int>(group.kind == Kind::Problem ? theme::Ink::Warning
                                                            : theme::Ink::Text);
    default:
        return {};
    }
}

QString PlanModel::countsOf(const Group &group) const
{
    if (group.kind == Kind::Problem)
        return QLocale().toString(static_cast<qulonglong>(group.rows.size()));
    QStringList parts;
    for (const auto action : {PlanAction::Create, PlanAction::Update, PlanAction::Delete}) {
        const auto count =
            std::count_if(group.rows.begin(), group.rows.end(), [&](std::size_t item) {
                return m_made->plan.items[item].action == action;
            });
        if (count > 0)
            parts.append(plantexts::sign(action) +
                         QLocale().toString(static_cast<qlonglong>(count)));
    }
    return parts.join(QLatin1Char(' '));
}

/// The worst first, so that a closed group does not hide it.
RowState PlanModel::stateOf(const Group &group) const
{
    if (group.kind == Kind::Problem)
        return RowState::None;
    for (const auto state : {RowState::Failed, RowState::Unknown, RowState::Stale,
                             RowState::Running, RowState::Waiting, RowState::Skipped}) {
        if (std::any_of(group.rows.begin(), group.rows.end(),
                        [&](std::size_t item) { return m_progress[item].state == state; }))
            return state;
    }
    const bool isDone =
        !group.rows.empty() && m_progress[group.rows.front()].state != RowState::None;
    return isDone ? RowState::Done : RowState::None;
}

QVariant PlanModel::problemData(const PlanProblem &problem, int column, int role) const
{
    const bool isError = problem.severity == Severity::Error;
    const auto all = tr("%1: %2").arg(toQt(problem.resource), toQt(problem.message));
    switch (role) {
    case Qt::DisplayRole:
        if (column == Sign)
            return isError ? QStringLiteral("✕") : QStringLiteral("!");
        if (column == Resource)
            return toQt(problem.resource);
        if (column == What) // painted over the columns up to the reason
            return toQt(problem.message);
        return column == ReasonColumn ? plantexts::place(problem.reason) : QVariant();
    case Qt::FontRole:
        return column == Resource ? theme::fixedFont() : QVariant();
    case Qt::ToolTipRole:
    case DetailRole:
    case SearchRole:
        return all;
    case FileRole:
        return toQt(problem.reason.file);
    case LineRole:
        return problem.reason.line;
    case InkRole:
        return static_cast<int>(inkOf(problem.severity));
    default:
        return {};
    }
}

QVariant PlanModel::itemData(std::size_t number, int column, int role) const
{
    const auto &item = m_made->plan.items[number];
    const auto &progress = m_progress[number];
    switch (role) {
    case Qt::DisplayRole:
        return itemText(number, column);
    case Qt::FontRole:
        return column == Sign || column == ReasonColumn || column == RiskColumn || column == State
                   ? QVariant()
                   : QVariant(theme::fixedFont());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column == Before ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
    case DetailRole:
        return detail(number);
    case SearchRole:
        return detail(number) + QLatin1Char('\n') + plantexts::risk(item.risk);
    case RiskRole:
        return static_cast<int>(item.risk);
    case StateRole:
        return static_cast<int>(progress.state);
    case FileRole:
        return toQt(item.reason.file);
    case LineRole:
        return item.reason.line;
    case InkRole:
        return static_cast<int>(plantexts::ink(item.action));
    case IdRole:
        return toQt(item.id);
    default:
        return {};
    }
}

QString PlanModel::itemText(std::size_t number, int column) const
{
    const auto &item = m_made->plan.items[number];
    switch (static_cast<Column>(column)) {
    case Sign:
        return plantexts::sign(item.action);
    case Resource:
        return plantexts::resource(item);
    case What:
        return plantexts::what(item);
    case Before:
        return plantexts::before(item);
    case After:
        return plantexts::after(item);
    case RiskColumn:
        return plantexts::risk(item.risk);
    case ReasonColumn:
        return plantexts::why(item);
    case State:
        return plantexts::state(m_progress[number].state);
    case ColumnCount:
        break;
    }
    return {};
}

QString PlanModel::detail(std::size_t number) const
{
    const auto &item = m_made->plan.items[number];
    const auto &progress = m_progress[number];
    const auto isAcl = item.kind == PlanKind::Acl;
    QStringList policies;
    for (const auto &note : item.policies)
        policies << toQt(describe(note));
    return joined(
        {isAcl ? toQt(describe(item)) : tr("%1: %2").arg(toQt(item.resource), toQt(describe(item))),
         item.reason.text.empty()
             ? QString()
             : tr("Why: %1 (%2)").arg(toQt(item.reason.text), plantexts::place(item.reason)),
         policies.isEmpty() ? QString() : tr("Policy: %1").arg(policies.join(u'\n')),
         item.warning.empty() ? QString() : tr("Mind: %1").arg(toQt(item.warning)),
         item.loss.empty() ? QString() : tr("Loses: %1").arg(toQt(item.loss)),
         item.consent.empty() ? QString() : tr("In use: %1").arg(toQt(item.consent)),
         progress.message.isEmpty()
             ? QString()
             : tr("%1: %2").arg(plantexts::state(progress.state), progress.message)});
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == Before ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{QString(),     tr("Resource"), tr("What"), tr("Before"),
                             tr("→ After"), tr("Risk"),     tr("Why"),  tr("State")};
    return titles.value(section);
}

} // namespace meshwright::ui
