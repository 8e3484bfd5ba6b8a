// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "plantext.h"
#include "running.h"
#include "terminal.h"

namespace meshwright::mw {

int runPlan(const Options &options)
{
    const Interruption interruption;
    const auto live = planNow(options, interruption.token());
    if (!live) {
        sayError(live.error().error);
        return live.error().exitCode;
    }
    const Plan &plan = live->plan;
    sayUnfinished(plan);
    if (!deliverPlan(plan, options))
        return Errors;
    if (live->isRegistryLost)
        return Unavailable;
    if (plan.hasErrors())
        return Errors;
    if (!unreadableFiles(*live->topology->workspace).empty()) // the plan has said which
        return Unreadable;
    return options.detailedExitCode && !plan.isEmpty() ? Changes : Fine;
}

} // namespace meshwright::mw
