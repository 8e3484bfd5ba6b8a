// SPDX-License-Identifier: Apache-2.0
#include "ui/plan/goingon.h"

#include "meshwright/plan/guards.h"
#include "ui/text/text.h"

#include <QCoreApplication>

#include <map>

namespace meshwright::ui {

namespace {

/// In the order of the plan; what was not sent is skipped so far.
std::vector<ItemResult> standingOf(const journal::Record &record,
                                   const std::vector<ItemResult> &settled)
{
    std::map<std::string, ItemResult> byId;
    for (const auto &result : settled)
        byId.emplace(result.id, result);
    std::vector<ItemResult> standing;
    for (const auto &item : record.head.plan.items) {
        const auto seen = byId.find(item.id);
        const auto noted = record.results.find(item.id);
        if (seen != byId.end())
            standing.push_back(seen->second);
        else if (noted != record.results.end())
            standing.push_back({item.id, noted->second.state, noted->second.message});
        else
            standing.push_back({item.id, ItemState::Skipped, {}});
    }
    return standing;
}

Error stillRunning(const journal::Record &record)
{
    return {Error::Code::Conflict,
            fromQt(QCoreApplication::translate(
                "PlanTexts", "This run still goes on, in another program. Wait for its end.")),
            record.path.string()};
}

} // namespace

std::vector<journal::Record> unfinishedRuns(const std::string &workspace,
                                            const std::string &environment)
{
    const auto folder = journal::stateFolder();
    if (!folder)
        return {};
    auto records = journal::readJournals(*folder).records;
    std::erase_if(records, [&](const journal::Record &record) {
        return !record.isUnfinished() || record.head.workspace != workspace ||
               record.head.plan.environment != environment;
    });
    return records;
}

Result<MadePlanPtr> leftOf(const std::string &journal, const Environment &environment,
                           const Connector &connector, const std::stop_token &stop)
{
    auto record = journal::readJournal(journal);
    if (!record)
        return tl::unexpected(record.error());
    if (record->isRunning)
        return tl::unexpected(stillRunning(*record));
    auto cluster = openCluster(connector, environment);
    if (!cluster)
        return tl::unexpected(cluster.error());
    auto registry = openRegistry(connector, environment);
    if (!registry)
        return tl::unexpected(registry.error());
    const auto settled = journal::settle(*record, {**cluster, registry->get()}, stop);
    if (!settled)
        return tl::unexpected(settled.error());
    auto made = std::make_shared<MadePlan>();
    made->plan = record->head.plan;
    made->environment = environment;
    made->workspace = record->head.workspace;
    made->readAt = QDateTime::currentDateTime();
    made->standing = standingOf(*record, *settled);
    made->earlier = std::move(*record);
    Plan rest = made->rest();
    weighLosses(rest, **cluster, stop); // it may be in use by now
    auto next = rest.items.begin();
    for (auto &item : made->plan.items) {
        if (next != rest.items.end() && next->id == item.id)
            item = *next++;
        else
            item.consent.clear(); // what is done needs none
    }
    return made;
}

Result<void> closeRun(const journal::Record &record)
{
    const auto desk = deskFor(record.head.workspace);
    return desk ? journal::discard(record, *desk) : tl::unexpected(desk.error());
}

} // namespace meshwright::ui
