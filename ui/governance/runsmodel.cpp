// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/runsmodel.h"

#include "ui/plan/plantexts.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace meshwright::ui {

namespace {

QString outcomeOf(const KnownRun &run)
{
    if (run.unfinished)
        return RunsModel::tr("did not end");
    const auto &outcome = run.entry.outcome;
    return outcome == "complete"     ? RunsModel::tr("complete")
           : outcome == "incomplete" ? RunsModel::tr("not all done")
           : outcome == "cancelled"  ? RunsModel::tr("cancelled")
           : outcome == "refused"    ? RunsModel::tr("refused")
           : outcome == "halted"     ? RunsModel::tr("stopped")
           : outcome == "discarded"  ? RunsModel::tr("closed without going on")
                                     : toQt(outcome);
}

RowState stateFrom(const std::string &word)
{
    for (const auto state : {ItemState::Done, ItemState::Failed, ItemState::Stale,
                             ItemState::Skipped, ItemState::Unknown})
        if (nameOf(state) == word)
            return rowStateOf(state);
    return RowState::None;
}

QString doneOf(const KnownRun &run)
{
    const auto &items = run.entry.items;
    const auto done = std::count_if(items.begin(), items.end(),
                                    [](const auto &item) { return item.state == "done"; });
    return RunsModel::tr("%L1 of %L2", "done, all").arg(done).arg(items.size());
}

QString runText(const KnownRun &run, int column)
{
    switch (column) {
    case RunsModel::Started:
        return plantexts::time(run.entry.started);
    case RunsModel::EnvironmentName:
        return toQt(run.entry.environment);
    case RunsModel::Outcome:
        return (run.entry.outcome == "complete" ? QStringLiteral("✓ ") : QStringLiteral("! ")) +
               outcomeOf(run);
    case RunsModel::Items:
        return doneOf(run);
    case RunsModel::Who:
        return RunsModel::tr("%1 on %2", "a user, a host")
            .arg(toQt(run.entry.by.user), toQt(run.entry.by.host));
    case RunsModel::ClusterId:
        return toQt(run.entry.clusterId);
    default:
        return {};
    }
}

/// Of a setting its name too, as `TOPIC:SETTING`, which the item's id ends with.
QString resourceOf(const journal::AuditItem &item)
{
    const auto begin = item.id.find(':' + item.resource + ':');
    const bool isSetting = item.kind == nameOf(PlanKind::Config) && begin != std::string::npos;
    return toQt(isSetting ? item.id.substr(begin + 1) : item.resource);
}

QString itemText(const journal::AuditItem &item, int column)
{
    switch (column) {
    case RunItemsModel::State:
        return plantexts::state(stateFrom(item.state));
    case RunItemsModel::What:
        return RunItemsModel::tr("%1 %2", "create, topic").arg(toQt(item.action), toQt(item.kind));
    case RunItemsModel::Resource:
        return resourceOf(item);
    case RunItemsModel::Before:
        return toQt(item.before);
    case RunItemsModel::After:
        return toQt(item.after);
    case RunItemsModel::Message:
        return toQt(item.message);
    default:
        return {};
    }
}

} // namespace

void RunsModel::show(KnownRuns known)
{
    beginResetModel();
    m_known = std::move(known);
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_known.runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &each = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return runText(each, index.column());
    case Qt::ToolTipRole:
        return each.entry.message.empty() ? runText(each, index.column())
                                          : toQt(each.entry.message);
    case Qt::ForegroundRole:
        if (index.column() != Outcome)
            return {};
        return each.entry.outcome == "complete" ? theme::tokens().good : theme::tokens().warning;
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Started"), tr("Environment"), tr("Outcome"),
                            tr("Done"),    tr("By"),          tr("Cluster")};
    return names.value(section);
}

void RunItemsModel::show(std::vector<journal::AuditItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int RunItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int RunItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &item = m_items.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return itemText(item, index.column());
    if (role == Qt::FontRole && index.column() >= Resource && index.column() <= After)
        return theme::fixedFont();
    if (role == Qt::ForegroundRole && index.column() == State)
        return theme::colorOf(plantexts::ink(stateFrom(item.state)));
    return {};
}

QVariant RunItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("State"),  tr("What"),  tr("Resource"),
                            tr("Before"), tr("After"), tr("Message")};
    return names.value(section);
}

} // namespace meshwright::ui
