// SPDX-License-Identifier: Apache-2.0
// What earlier runs did: their journals, and the way back.
#include "commands.h"
#include "plantext.h"
#include "running.h"
#include "terminal.h"

#include "meshwright/journal/report.h"
#include "meshwright/journal/undo.h"
#include "meshwright/plan/guards.h"
#include "meshwright/report/report.h"

#include <algorithm>

namespace meshwright::mw {

namespace {

std::string stateOf(const journal::Record &record)
{
    if (record.isRunning)
        return coloured("running", Colour::Blue);
    if (!record.ending)
        return coloured("unfinished", Colour::Red);
    return std::string(nameOf(*record.ending));
}

std::string journalsText(const journal::Journals &journals)
{
    std::string out;
    for (const auto &record : journals.records) {
        const auto &head = record.head;
        out += inert(record.path.string()) + "\n    " + stateOf(record) + ": " +
               std::to_string(journal::doneCount(record)) + " of " +
               std::to_string(head.plan.items.size()) + " items done in '" +
               inert(head.plan.environment) + "' by " + inert(head.by.user) + " on " +
               inert(head.by.host) + ", " + inert(head.started) + "\n";
    }
    for (const auto &fault : journals.faults)
        out += coloured("unreadable  ", Colour::Red) + inert(textOf(fault)) + "\n";
    return out.empty() ? "No run is unfinished.\n" : out;
}

int discardJournal(const Options &options, const std::filesystem::path &stateFolder)
{
    const auto record = journal::readJournal(options.discard);
    std::error_code error;
    const bool isJournal = std::filesystem::equivalent(
        std::filesystem::path(options.discard).parent_path(), stateFolder / "journals", error);
    if (isJournal && journal::hasNoHead(options.discard))
        return std::filesystem::remove(options.discard, error) ? Fine : Errors;
    if (!record) {
        sayError(record.error());
        return Unreadable;
    }
    const journal::Desk desk{.stateFolder = stateFolder,
                             .tool = "mw " MESHWRIGHT_VERSION,
                             .workspace = record->head.workspace};
    if (const auto closed = journal::discard(*record, desk); !closed) {
        sayError(closed.error());
        return Errors;
    }
    return Fine;
}

} // namespace

int runJournals(const Options &options)
{
    const auto folder = journal::stateFolder();
    if (!folder) {
        sayError(folder.error());
        return Errors;
    }
    if (!options.discard.empty())
        return discardJournal(options, *folder);
    auto journals = journal::readJournals(*folder);
    if (!options.all)
        std::erase_if(journals.records,
                      [](const auto &record) { return record.ending.has_value(); });
    const auto written =
        deliver(options.format == "json" ? journal::journalsJson(journals) : journalsText(journals),
                options.output);
    if (!written)
        sayError(written.error());
    return written ? Fine : Errors;
}

int runUndo(const Options &options)
{
    const Interruption interruption;
    const auto record = journal::readJournal(options.target);
    if (!record) {
        sayError(record.error());
        return Unreadable;
    }
    const bool isNamed = options.workspace != ".";
    const auto live =
        connected(record->head.plan, isNamed ? options.workspace : record->head.workspace);
    if (!live) {
        sayError(live.error().error);
        return live.error().exitCode;
    }
    const bool deletesTopics = options.prune == "all" || options.prune == "topics";
    auto plan = journal::undoPlan(*record, *live->cluster, deletesTopics, interruption.token());
    if (!plan) {
        sayError(plan.error());
        return exitCodeFor(plan.error());
    }
    weighLosses(*plan, *live->cluster, interruption.token());
    return deliverPlan(*plan, options) ? Fine : Errors;
}

} // namespace meshwright::mw
