// SPDX-License-Identifier: Apache-2.0
// Runs that did not end: which there are, what is left of one, and its end without going on.
#pragma once

#include "ui/plan/planning.h"

namespace meshwright::ui {

/// Those of the folder's environment, newest first. Reads the user's state folder; on any thread.
std::vector<journal::Record> unfinishedRuns(const std::string &workspace,
                                            const std::string &environment);

/// What the run set out to do, and how each item of it stands: what it noted, and for what was in
/// flight what the cluster shows. Writes nothing. Waits.
Result<MadePlanPtr> leftOf(const std::string &journal, const Environment &environment,
                           const Connector &connector, const std::stop_token &stop);

/// Nobody goes on with it. Waits: for a lock of the audit trail, and for the disk.
Result<void> closeRun(const journal::Record &record);

} // namespace meshwright::ui
