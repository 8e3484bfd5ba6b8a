// SPDX-License-Identifier: Apache-2.0
// Who applied what, when and where, and whether that is still told as it was written.
#include "commands.h"
#include "terminal.h"

#include "meshwright/journal/audit.h"
#include "meshwright/journal/journal.h"

#include <algorithm>
#include <map>

namespace meshwright::mw {

namespace {

std::string countsOf(const journal::AuditEntry &entry)
{
    std::map<std::string, std::size_t> counts;
    for (const auto &item : entry.items)
        ++counts[item.state];
    std::string text;
    for (const auto &[state, count] : counts)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + state;
    return text.empty() ? "nothing" : text;
}

std::string entryText(const journal::AuditEntry &entry)
{
    std::string out =
        inert(entry.started) + "  " + coloured(inert(entry.environment), Colour::Bold) + "  " +
        inert(entry.outcome) + ": " + inert(countsOf(entry)) + "  by " + inert(entry.by.user) +
        " on " + inert(entry.by.host) + "  cluster " + inert(entry.clusterId) + "\n";
    return entry.message.empty() ? out : out + "    " + inert(entry.message) + "\n";
}

/// A run is in the trail once it ended.
std::string unfinishedText(const journal::Journals &journals)
{
    const auto count = std::count_if(journals.records.begin(), journals.records.end(),
                                     [](const auto &each) { return !each.ending; });
    if (count == 0)
        return {};
    return std::to_string(count) + (count == 1 ? " run has" : " runs have") +
           " not ended, and will be told here once gone on with or discarded: see 'mw journals'.\n";
}

std::string trailText(const journal::AuditTrail &trail)
{
    std::string out;
    std::for_each(trail.entries.rbegin(), trail.entries.rend(),
                  [&](const auto &entry) { out += entryText(entry); });
    if (trail.faults.empty())
        return out + std::to_string(trail.lines) +
               (trail.lines == 1 ? " run, as it was written.\n" : " runs, as they were written.\n");
    for (const auto &fault : trail.faults)
        out += coloured("x ", Colour::Red) + "line " + std::to_string(fault.line) + ": " +
               inert(fault.message) + "\n";
    return out + "This trail is not as it was written.\n";
}

} // namespace

int runAudit(const Options &options)
{
    const auto folder = journal::stateFolder();
    if (!folder) {
        sayError(folder.error());
        return Errors;
    }
    const auto file =
        options.file.empty() ? journal::auditFile(*folder) : std::filesystem::path(options.file);
    std::error_code error;
    const bool isNamed = !options.file.empty();
    auto trail = journal::readAudit(file);
    if (trail && isNamed && trail->lines == 0 && !std::filesystem::exists(file, error))
        trail = tl::unexpected(Error{
            Error::Code::NotFound, "There is no audit trail here: check the path.", file.string()});
    if (!trail) {
        sayError(trail.error());
        return Unreadable;
    }
    const auto text =
        trailText(*trail) + (isNamed ? "" : unfinishedText(journal::readJournals(*folder)));
    const auto written =
        deliver(options.format == "json" ? journal::auditJson(*trail) : text, options.output);
    if (!written)
        sayError(written.error());
    return written && (trail->faults.empty() || !options.verify) ? Fine : Errors;
}

} // namespace meshwright::mw
