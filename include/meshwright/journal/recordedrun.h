// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/journal.h"

namespace meshwright::journal {

/// Where runs leave their traces, and who runs.
struct Desk
{
    std::filesystem::path stateFolder;
    std::string tool;
    std::string workspace;
    FileCalls *calls = &systemFileCalls();
    ApplyPace pace = {};
};

struct RecordedRun
{
    ApplyReport report;            ///< of the whole plan
    std::filesystem::path journal; ///< empty where there is none
    std::vector<Error> faults;     ///< what was not noted at the end, though the run itself is over
};

/// As apply does, with a lease of the cluster, a journal and an entry in the audit trail. Without a
/// lease or a journal nothing is tried; once the journal can't be written, nothing more is sent.
RecordedRun applyRecorded(const Plan &plan, const Target &target, const ApplyObserver &observer,
                          const std::stop_token &stop, const Desk &desk);

/// What the run did not do, in the plan's order.
Plan restOf(const Record &record);

/// Goes on with a run that did not do all: what was in flight is looked at again, what is done
/// stays, and the rest is carried out with the preconditions it had.
RecordedRun resumeRecorded(const Record &record, const Target &target,
                           const ApplyObserver &observer, const std::stop_token &stop,
                           const Desk &desk);

/// How what was in flight came out, as the cluster shows it now: done, stale, skipped where it did
/// not take effect, unknown where that can't be read. Writes nothing; an error where the cluster
/// is another one or can't be reached.
Result<std::vector<ItemResult>> settle(const Record &record, const Target &target,
                                       const std::stop_token &stop, const ApplyPace &pace = {});

/// Closes the journal of a run that nobody goes on with, and tells the audit trail what it did.
Result<void> discard(const Record &record, const Desk &desk);

/// For the audit trail: somebody wanted the plan applied, and it was not tried.
Result<void> noteRefused(const Plan &plan, const Error &why, const Desk &desk);

} // namespace meshwright::journal
