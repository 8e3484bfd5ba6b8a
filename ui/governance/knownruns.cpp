// SPDX-License-Identifier: Apache-2.0
#include "ui/governance/knownruns.h"

#include "ui/plan/plantexts.h"
#include "ui/text/text.h"

namespace meshwright::ui {

namespace {

std::string stateOf(const journal::Record &record, const std::string &id)
{
    const auto found = record.results.find(id);
    if (found != record.results.end())
        return std::string(nameOf(found->second.state));
    return record.inFlight.contains(id) ? "unknown" : "skipped";
}

KnownRun unfinishedRun(journal::Record record)
{
    KnownRun run;
    const auto &head = record.head;
    run.entry.by = head.by;
    run.entry.started = head.started;
    run.entry.environment = head.plan.environment;
    run.entry.clusterId = head.plan.clusterId;
    run.entry.journal = record.path.string();
    run.entry.message = fromQt(plantexts::unfinished(record));
    for (const auto &item : head.plan.items)
        run.entry.items.push_back({item.id, std::string(nameOf(item.action)),
                                   std::string(nameOf(item.kind)), item.resource, beforeText(item),
                                   afterText(item), stateOf(record, item.id), std::string()});
    run.unfinished = std::move(record);
    return run;
}

} // namespace

KnownRuns readKnownRuns()
{
    KnownRuns known;
    const auto folder = journal::stateFolder();
    const auto trail = folder ? journal::readAudit(journal::auditFile(*folder))
                              : Result<journal::AuditTrail>(tl::unexpected(folder.error()));
    if (!trail) {
        known.error = trail.error();
        return known;
    }
    for (auto &record : journal::readJournals(*folder).records)
        if (record.isUnfinished())
            known.runs.push_back(unfinishedRun(std::move(record)));
    for (auto entry = trail->entries.rbegin(); entry != trail->entries.rend(); ++entry)
        known.runs.push_back({std::nullopt, *entry});
    known.faults = trail->faults;
    return known;
}

} // namespace meshwright::ui
