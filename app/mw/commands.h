// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

namespace meshwright::mw {

/// Each runs one command and gives the exit code.
int runCheck(const Options &options);
int runAcls(const Options &options);
int runTopics(const Options &options);
int runAccess(const Options &options);
int runDrift(const Options &options);
int runExport(const Options &options);
int runAccessExport(const Options &options);
int runGlossary(const Options &options);
int runGraph(const Options &options);
int runCosts(const Options &options);
int runConvert(const Options &options);
int runImport(const Options &options);
int runPlan(const Options &options);
int runApply(const Options &options);
int runJournals(const Options &options);
int runKeychainSet(const Options &options);
int runKeychainDelete(const Options &options);
int runUndo(const Options &options);
int runAudit(const Options &options);
int runDiff(const Options &options);
int runPolicies(const Options &options);
int runRequests(const Options &options);
int runSlices(const Options &options);
int runReference(const Options &options);
int runRules(const Options &options);

} // namespace meshwright::mw
