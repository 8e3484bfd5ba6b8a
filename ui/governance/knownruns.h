// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/audit.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright::ui {

/// A run of the audit trail, or one that did not end.
struct KnownRun
{
    std::optional<journal::Record> unfinished;
    journal::AuditEntry entry;
};

/// All runs of this user, newest first, those that did not end before the others.
struct KnownRuns
{
    std::vector<KnownRun> runs;
    std::vector<journal::AuditFault> faults; ///< of the trail
    std::optional<Error> error;              ///< why it can't be read
};

/// Reads the user's state folder; on any thread.
KnownRuns readKnownRuns();

} // namespace meshwright::ui
