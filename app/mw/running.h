// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planning.h"

#include "meshwright/journal/recordedrun.h"

namespace meshwright::mw {

/// Where this user's runs leave their traces.
Result<journal::Desk> deskFor(const std::string &workspace);

/// A plan that was kept, or taken from a journal, with the connection that its environment
/// describes.
tl::expected<LivePlan, Failure> connected(Plan plan, const std::string &workspace);

/// Whether the environment's guard lets the plan through, asked where that is possible; why not is
/// said, and noted in the audit trail.
bool isAllowed(const LivePlan &live, const Options &options, const journal::Desk &desk);

/// Says on standard error which runs on the plan's cluster did not end.
void sayUnfinished(const Plan &plan);

/// Carries it out, or goes on with a run, tells the progress, and delivers the report.
int carryOut(const LivePlan &live, const journal::Record *earlier, const Options &options,
             const journal::Desk &desk, const std::stop_token &stop);

/// What a run without faults ends with: the plan has said which files it could not read.
int exitCodeOf(const LivePlan &live);

/// A file is always the plan itself; then the people's text goes to standard output.
bool deliverPlan(const Plan &plan, const Options &options);
bool deliverReport(const Plan &plan, const ApplyReport &report, const std::string &journal,
                   const Options &options);

} // namespace meshwright::mw
