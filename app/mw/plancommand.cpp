// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "plantext.h"
#include "terminal.h"

#include "meshwright/report/report.h"

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
    // A file is always the plan itself; then the people's text goes to standard output.
    if (!options.output.empty()) {
        if (const auto written = deliver(report::planJson(plan), options.output); !written) {
            sayError(written.error());
            return Errors;
        }
    }
    const bool asJson = options.format == "json";
    if (!asJson || options.output.empty())
        if (const auto written = deliver(asJson ? report::planJson(plan) : planText(plan), {});
            !written) {
            sayError(written.error());
            return Errors;
        }
    if (live->isRegistryLost)
        return Unavailable;
    if (plan.hasErrors())
        return Errors;
    if (!unreadableFiles(*live->topology->workspace).empty()) // the plan has said which
        return Unreadable;
    return options.detailedExitCode && !plan.isEmpty() ? Changes : Fine;
}

} // namespace meshwright::mw
