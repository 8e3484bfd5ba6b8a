// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/recordedrun.h"

#include "meshwright/journal/audit.h"
#include "meshwright/journal/lease.h"
#include "meshwright/report/report.h"
#include "plan/specshash.h"

#include <algorithm>
#include <thread>

namespace meshwright::journal {

namespace {

ApplyReport refusedReport(const Plan &plan, Error why)
{
    ApplyReport report;
    for (const auto &item : plan.items)
        report.items.push_back({item.id, ItemState::Skipped, "nothing was tried"});
    report.refused = std::move(why);
    return report;
}

Ending endingOf(const ApplyReport &report)
{
    if (report.halted)
        return Ending::Halted;
    if (report.refused && !report.cancelled)
        return Ending::Refused;
    if (report.cancelled)
        return Ending::Cancelled;
    return report.isComplete() ? Ending::Complete : Ending::Incomplete;
}

std::string messageOf(const ApplyReport &report)
{
    const auto &why = report.refused ? report.refused : report.halted;
    return why ? why->message : std::string();
}

Head headOf(const Plan &plan, const Desk &desk)
{
    return {.plan = plan,
            .planChecksum = plan::sha256(report::planJson(plan)),
            .by = thisRunner(desk.tool),
            .workspace = desk.workspace,
            .started = utcNow(),
            .resumes = {}};
}

AuditEntry entryOf(const Head &head, const std::filesystem::path &journal, Ending ending,
                   const std::string &message)
{
    return {.by = thisRunner(head.by.tool),
            .started = head.started,
            .ended = utcNow(),
            .environment = head.plan.environment,
            .connector = head.plan.connector,
            .clusterId = head.plan.clusterId,
            .planChecksum = head.planChecksum,
            .journal = journal.string(),
            .resumes = head.resumes,
            .outcome = std::string(nameOf(ending)),
            .message = message,
            .items = {}};
}

AuditItem auditItemOf(const PlanItem &item, std::string_view state, const std::string &message)
{
    return {item.id,
            std::string(nameOf(item.action)),
            std::string(nameOf(item.kind)),
            item.resource,
            beforeText(item),
            afterText(item),
            std::string(state),
            message};
}

Result<void> audit(const Head &head, const std::filesystem::path &journal,
                   const ApplyReport &report, const Desk &desk)
{
    auto entry = entryOf(head, journal, endingOf(report), messageOf(report));
    for (std::size_t i = 0; i < head.plan.items.size() && i < report.items.size(); ++i)
        entry.items.push_back(auditItemOf(head.plan.items[i], nameOf(report.items[i].state),
                                          report.items[i].message));
    return appendAudit(auditFile(desk.stateFolder), entry, *desk.calls);
}

bool isDone(const Record &record, const std::string &id)
{
    const auto found = record.results.find(id);
    return found != record.results.end() && found->second.state == ItemState::Done;
}

/// Items that were sent, and of which nobody knows whether they took effect.
std::vector<const PlanItem *> inDoubt(const Record &record)
{
    std::vector<const PlanItem *> items;
    for (const auto &item : record.head.plan.items) {
        const auto found = record.results.find(item.id);
        const bool isUnknown = found != record.results.end() && found->second.wasSent &&
                               found->second.state == ItemState::Unknown;
        if (isUnknown || record.inFlight.contains(item.id))
            items.push_back(&item);
    }
    return items;
}

/// A topic that is being made opens its partitions one by one: until they are there, it is neither
/// as planned nor another's.
void awaitTopics(const std::vector<const PlanItem *> &items, Cluster &cluster,
                 const std::stop_token &stop, const ApplyPace &pace)
{
    std::map<std::string, int> awaited;
    for (const auto *item : items)
        if (const auto *made = std::get_if<TopicCreation>(&item->change))
            awaited[item->resource] = made->partitions.value_or(0);
    const auto end = std::chrono::steady_clock::now() + pace.deadline;
    while (!awaited.empty() && !stop.stop_requested() && std::chrono::steady_clock::now() < end) {
        std::vector<std::string> names;
        names.reserve(awaited.size());
        for (const auto &topic : awaited)
            names.push_back(topic.first);
        const auto readings = cluster.describeTopics(names, stop);
        for (std::size_t i = 0; i < names.size() && i < readings.size(); ++i)
            if (!readings[i] || readings[i]->partitions >= awaited[names[i]])
                awaited.erase(names[i]);
        if (!awaited.empty())
            std::this_thread::sleep_for(pace.longestWait);
    }
}

ApplyObserver noting(const ApplyObserver &observer, Journal &journal)
{
    ApplyObserver all = observer;
    all.sending = [&journal](const auto &items) { return journal.sending(items); };
    all.finished = [&](const PlanItem &item, const ItemResult &result) {
        journal.noteResult(result);
        if (observer.finished)
            observer.finished(item, result);
    };
    return all;
}

Error withoutJournal(const Error &error)
{
    return {error.code,
            "The journal of what is sent can't be kept, and without it nothing is. " +
                error.message,
            error.where};
}

void keep(std::vector<Error> &faults, const Result<void> &noted)
{
    if (!noted)
        faults.push_back(noted.error());
}

/// A run is over only once the trail tells of it: until then its journal stays unfinished, and who
/// goes on with it adds what is missing.
void conclude(RecordedRun &run, const Head &head, Journal &journal, const Desk &desk)
{
    auto told = audit(head, run.journal, run.report, desk);
    if (told) {
        keep(run.faults, journal.end(endingOf(run.report), messageOf(run.report)));
        return;
    }
    told.error().message +=
        " The run is not in the audit trail yet: once the trail can be written, "
        "go on with the run, and it will be.";
    keep(run.faults, told);
}

RecordedRun refusedRun(const Head &head, const Error &why, const Desk &desk)
{
    RecordedRun run{refusedReport(head.plan, why), {}, {}};
    keep(run.faults, audit(head, {}, run.report, desk));
    return run;
}

/// What an earlier run did, for the journal and the report of the one that goes on with it.
void takeOver(const Record &earlier, Journal &journal)
{
    for (const auto &item : earlier.head.plan.items)
        if (isDone(earlier, item.id))
            journal.noteEarlier(item.id, earlier.results.at(item.id));
}

std::vector<ItemResult> together(const Record &earlier, const std::vector<ItemResult> &rest)
{
    std::vector<ItemResult> all;
    auto next = rest.begin();
    for (const auto &item : earlier.head.plan.items) {
        if (isDone(earlier, item.id))
            all.push_back(
                {item.id, ItemState::Done, "done before, by the run that is gone on with"});
        else if (next != rest.end())
            all.push_back(*next++);
    }
    return all;
}

bool isOver(const Record &record)
{
    return record.ending == Ending::Complete || record.ending == Ending::Resumed ||
           record.ending == Ending::Discarded;
}

Error nothingToGoOnWith(const Record &record)
{
    return {Error::Code::Conflict,
            "There is nothing to go on with: this run was " + std::string(nameOf(*record.ending)) +
                ".",
            record.path.string()};
}

/// As it stands once this process holds it.
Result<Record> readHeld(const Record &seen)
{
    auto record = readJournal(seen.path);
    if (record && isOver(*record))
        return tl::unexpected(nothingToGoOnWith(*record));
    return record;
}

} // namespace

RecordedRun applyRecorded(const Plan &plan, const Target &target, const ApplyObserver &observer,
                          const std::stop_token &stop, const Desk &desk)
{
    const auto head = headOf(plan, desk);
    const auto lease = Lease::take(desk.stateFolder, plan.clusterId, head.by);
    if (!lease)
        return refusedRun(head, lease.error(), desk);
    auto journal = Journal::create(desk.stateFolder / "journals", head, *desk.calls);
    if (!journal)
        return refusedRun(head, withoutJournal(journal.error()), desk);
    RecordedRun run;
    run.journal = journal->path();
    run.report = apply(plan, target, noting(observer, *journal), stop, desk.pace);
    conclude(run, head, *journal, desk);
    return run;
}

Plan restOf(const Record &record)
{
    Plan rest = record.head.plan;
    std::erase_if(rest.items, [&](const auto &item) { return isDone(record, item.id); });
    return rest;
}

RecordedRun resumeRecorded(const Record &seen, const Target &target, const ApplyObserver &observer,
                           const std::stop_token &stop, const Desk &desk)
{
    auto head = headOf(seen.head.plan, desk);
    head.resumes = seen.path.string();
    if (isOver(seen))
        return {refusedReport(head.plan, nothingToGoOnWith(seen)), {}, {}};
    const auto lease = Lease::take(desk.stateFolder, head.plan.clusterId, head.by);
    if (!lease)
        return refusedRun(head, lease.error(), desk);
    auto old = Journal::reopen(seen.path, *desk.calls);
    if (!old)
        return refusedRun(head, old.error(), desk);
    const auto record = readHeld(seen); // another may have gone on with it since
    if (!record)
        return refusedRun(head, record.error(), desk);
    auto journal = Journal::create(desk.stateFolder / "journals", head, *desk.calls);
    if (!journal)
        return refusedRun(head, withoutJournal(journal.error()), desk);
    takeOver(*record, *journal);
    const auto doubtful = inDoubt(*record);
    RecordedRun run;
    run.journal = journal->path();
    Result<void> noted = journal->sending(doubtful);
    if (noted)
        noted = old->end(Ending::Resumed, run.journal.string());
    if (noted) {
        awaitTopics(doubtful, target.cluster, stop, desk.pace);
        run.report = apply(restOf(*record), target, noting(observer, *journal), stop, desk.pace);
        run.report.items = together(*record, run.report.items);
    } else {
        run.report = refusedReport(head.plan, withoutJournal(noted.error()));
    }
    conclude(run, head, *journal, desk);
    return run;
}

Result<std::vector<ItemResult>> settle(const Record &record, const Target &target,
                                       const std::stop_token &stop, const ApplyPace &pace)
{
    Plan none;
    none.clusterId = record.head.plan.clusterId;
    if (auto fault = apply(none, target, {}, stop, pace).refused)
        return tl::unexpected(std::move(*fault));
    const auto doubtful = inDoubt(record);
    awaitTopics(doubtful, target.cluster, stop, pace);
    const std::string notThere = "it did not take effect";
    ApplyObserver reader; // what stands needs no request, and no request is let through
    reader.sending = [&notThere](const auto &) -> Result<void> {
        return tl::unexpected(Error{Error::Code::Denied, notThere, {}});
    };
    std::map<std::pair<PlanKind, PlanAction>, Plan> kinds; // for the first request ends a run
    for (const auto *item : doubtful)
        kinds.try_emplace({item->kind, item->action}, none).first->second.items.push_back(*item);
    ApplyPace atOnce = pace; // what a request changes is read right before it: so there is one
    atOnce.topicsPerRequest = std::max<std::size_t>(doubtful.size(), 1);
    atOnce.aclsPerRequest = atOnce.topicsPerRequest;
    std::vector<ItemResult> all;
    for (const auto &each : kinds) {
        auto report = apply(each.second, target, reader, stop, atOnce);
        if (report.refused)
            return tl::unexpected(std::move(*report.refused));
        for (auto &result : report.items) {
            const bool isSent = result.state == ItemState::Skipped && report.halted &&
                                report.halted->message == notThere;
            if (isSent) // it was read, and a request would have gone out
                result.message = notThere;
            else if (result.state != ItemState::Done && result.state != ItemState::Stale)
                result.state = ItemState::Unknown;
            all.push_back(std::move(result));
        }
    }
    return all;
}

Result<void> discard(const Record &seen, const Desk &desk)
{
    auto journal = Journal::reopen(seen.path, *desk.calls);
    if (!journal)
        return tl::unexpected(journal.error());
    const auto held = readJournal(seen.path);
    if (!held)
        return tl::unexpected(held.error());
    const Record &record = *held;
    if (isOver(record))
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "There is nothing to close: this run is " +
                                        std::string(nameOf(*record.ending)) + " already.",
                                    record.path.string()});
    const std::string why = "closed by " + thisRunner(desk.tool).user + " without going on";
    if (const auto ended = journal->end(Ending::Discarded, why); !ended)
        return ended;
    if (record.ending) // the trail has it already
        return {};
    auto entry = entryOf(record.head, record.path, Ending::Discarded, why);
    for (const auto &item : record.head.plan.items) {
        const auto found = record.results.find(item.id);
        if (found != record.results.end())
            entry.items.push_back(
                auditItemOf(item, nameOf(found->second.state), found->second.message));
        else if (record.inFlight.contains(item.id))
            entry.items.push_back(auditItemOf(item, nameOf(ItemState::Unknown),
                                              "sent, and its result was not noted"));
        else
            entry.items.push_back(auditItemOf(item, nameOf(ItemState::Skipped), "not tried"));
    }
    return appendAudit(auditFile(desk.stateFolder), entry, *desk.calls);
}

Result<void> noteRefused(const Plan &plan, const Error &why, const Desk &desk)
{
    return audit(headOf(plan, desk), {}, refusedReport(plan, why), desk);
}

} // namespace meshwright::journal
