// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "plantext.h"
#include "terminal.h"

#include "meshwright/plan/guards.h"
#include "meshwright/report/report.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace meshwright::mw {

namespace {

/// The plan of a file, with the connection that its environment describes.
tl::expected<LivePlan, Failure> planFromFile(const Options &options, const std::stop_token &stop)
{
    const auto file = readTextFile(options.target);
    if (!file)
        return tl::unexpected(Failure{file.error(), Unreadable});
    auto plan = report::planFromJson(file->text->bytes());
    if (!plan) {
        plan.error().where = options.target;
        return tl::unexpected(Failure{plan.error(), Unreadable});
    }
    LivePlan live;
    live.plan = std::move(*plan);
    const auto workspace = Workspace::open(options.workspace);
    if (!workspace)
        return tl::unexpected(Failure{workspace.error(), Unreadable});
    const auto environment = findEnvironment((*workspace)->settings(), live.plan.environment);
    if (!environment)
        return tl::unexpected(Failure{environment.error(), Usage});
    live.environment = *environment;
    if (auto failure = connectTo(live))
        return tl::unexpected(std::move(*failure));
    weighLosses(live.plan, *live.cluster, stop); // it may be in use by now
    return live;
}

bool answeredYes(const std::string &question)
{
    std::cerr << question << " [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

bool typedName(const std::string &name)
{
    std::cerr << "Type the environment's name to apply: " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == name;
}

/// Whether all that is in use and would be deleted was agreed to, asked where that is possible.
bool isAgreedTo(const Plan &plan, const Options &options)
{
    const bool canAsk = isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO);
    const auto items = withoutConsent(plan, {options.consents.begin(), options.consents.end()});
    return std::all_of(items.begin(), items.end(), [&](const PlanItem *item) {
        const std::string what = item->resource + " is in use: " + item->consent;
        if (canAsk && answeredYes(what + ". Delete it all the same?"))
            return true;
        say("nothing was applied, for " + what + "; to delete it all the same, give --consent " +
            item->resource);
        return false;
    });
}

/// Whether the environment's guard lets the plan through, asked where that is possible.
bool isConsented(const Environment &environment, const Options &options)
{
    const bool canAsk = isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO);
    switch (environment.guard) {
    case Guard::Dev:
        return true;
    case Guard::Confirm:
        return options.yes || (canAsk && answeredYes("Apply this plan?"));
    case Guard::Prod:
        break;
    }
    return options.confirm == environment.name ||
           (options.confirm.empty() && canAsk && typedName(environment.name));
}

/// What a run without faults ends with: the plan has said which files it could not read.
int exitCodeOf(const LivePlan &live)
{
    const bool isWhole = !live.topology ||
                         unreadableFiles(*live.topology->workspace).empty(); // a kept plan is whole
    return isWhole ? Fine : Unreadable;
}

bool deliverReport(const Plan &plan, const ApplyReport &report, const Options &options)
{
    const auto written = deliver(options.format == "json" ? report::applyJson(plan, report, {})
                                                          : applyText(plan, report),
                                 options.output);
    if (!written)
        sayError(written.error());
    return written.has_value();
}

int applyNow(const LivePlan &live, const Options &options, std::stop_token stop)
{
    Progress progress(live.plan.items.size(), "applying");
    ApplyObserver observer;
    observer.finished = [&](const PlanItem &item, const ItemResult &) {
        progress.step(describe(item));
    };
    const ApplyReport report = apply(live.plan, live.target(), observer, stop);
    const bool isWritten = deliverReport(live.plan, report, options);
    if (report.refused) {
        sayError(*report.refused);
        return exitCodeFor(*report.refused) == Unavailable ? Unavailable : Errors;
    }
    return report.isComplete() && isWritten ? exitCodeOf(live) : Errors;
}

} // namespace

int runApply(const Options &options)
{
    const Interruption interruption;
    const bool isSaved = std::filesystem::is_regular_file(options.target) &&
                         options.target.ends_with(".json") && options.environment.empty();
    if (!isSaved && options.environment.empty()) {
        say("name the environment with --env, or give the file of a plan; see 'mw apply --help'");
        return Usage;
    }
    const auto live = isSaved ? planFromFile(options, interruption.token())
                              : planNow(options, interruption.token());
    if (!live) {
        sayError(live.error().error);
        return live.error().exitCode;
    }
    const bool asJson = options.format == "json";
    if (asJson) {
        std::cerr << planText(live->plan) << std::flush;
    } else if (const auto shown = deliver(planText(live->plan), {}); !shown) {
        say("nothing was applied, for the plan could not be shown: " + shown.error().message);
        return Errors;
    }
    if (live->plan.isEmpty()) {
        // On a terminal the plan has said it already.
        const bool isWanted = asJson || !options.output.empty();
        const bool isWritten = !isWanted || deliverReport(live->plan, {}, options);
        return live->plan.hasErrors() || !isWritten ? Errors : exitCodeOf(*live);
    }
    if (const auto refusal = writeRefusal(live->plan, live->environment)) {
        sayError(*refusal);
        return Errors;
    }
    if (!isAgreedTo(live->plan, options))
        return Errors;
    if (!isConsented(live->environment, options)) {
        say("nothing was applied: '" + live->environment.name +
            (live->environment.guard == Guard::Prod
                 ? "' is guarded: give --confirm " + live->environment.name
                 : "' asks first: give --yes"));
        return Errors;
    }
    return applyNow(*live, options, interruption.token());
}

} // namespace meshwright::mw
