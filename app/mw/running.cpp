// SPDX-License-Identifier: Apache-2.0
#include "running.h"

#include "plantext.h"
#include "terminal.h"

#include "meshwright/plan/guards.h"
#include "meshwright/report/report.h"

#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace meshwright::mw {

namespace {

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

/// Why not all that is in use and would be deleted was agreed to, asked where that is possible.
std::optional<Error> disagreement(const Plan &plan, const Options &options)
{
    const bool canAsk = isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO);
    for (const PlanItem *item :
         withoutConsent(plan, {options.consents.begin(), options.consents.end()})) {
        const std::string what = item->resource + " is in use: " + item->consent;
        if (!canAsk || !answeredYes(what + ". Delete it all the same?"))
            return Error{Error::Code::Denied,
                         "nothing was applied, for " + what +
                             "; to delete it all the same, give --consent " + item->resource,
                         {}};
    }
    return std::nullopt;
}

std::optional<Error> refusalOf(const LivePlan &live, const Options &options)
{
    if (auto refusal = writeRefusal(live.plan, live.environment))
        return refusal;
    if (auto refusal = disagreement(live.plan, options))
        return refusal;
    if (isConsented(live.environment, options))
        return std::nullopt;
    return Error{Error::Code::Denied,
                 "nothing was applied: '" + live.environment.name +
                     (live.environment.guard == Guard::Prod
                          ? "' is guarded: give --confirm " + live.environment.name
                          : "' asks first: give --yes"),
                 {}};
}

} // namespace

Result<journal::Desk> deskFor(const std::string &workspace)
{
    const auto folder = journal::stateFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    std::error_code error;
    const auto absolute = std::filesystem::absolute(workspace, error).lexically_normal();
    return journal::Desk{
        .stateFolder = *folder, .tool = "mw " MESHWRIGHT_VERSION, .workspace = absolute.string()};
}

tl::expected<LivePlan, Failure> connected(Plan plan, const std::string &folder)
{
    LivePlan live;
    live.plan = std::move(plan);
    const auto workspace = Workspace::open(folder);
    if (!workspace)
        return tl::unexpected(Failure{workspace.error(), Unreadable});
    const auto environment = findEnvironment((*workspace)->settings(), live.plan.environment);
    if (!environment)
        return tl::unexpected(Failure{environment.error(), Usage});
    live.environment = *environment;
    if (auto failure = connectTo(live))
        return tl::unexpected(std::move(*failure));
    return live;
}

bool isAllowed(const LivePlan &live, const Options &options, const journal::Desk &desk)
{
    const auto refusal = refusalOf(live, options);
    if (!refusal)
        return true;
    sayError(*refusal);
    if (const auto noted = journal::noteRefused(live.plan, *refusal, desk); !noted)
        sayError(noted.error());
    return false;
}

void sayUnfinished(const Plan &plan)
{
    const auto folder = journal::stateFolder();
    if (!folder)
        return;
    const auto journals = journal::readJournals(*folder);
    for (const auto &fault : journals.faults)
        sayError(fault);
    for (const auto &record : journals.records)
        if (record.isUnfinished() && record.head.plan.clusterId == plan.clusterId)
            say(journal::noticeOf(record));
}

int exitCodeOf(const LivePlan &live)
{
    const bool isWhole = !live.topology ||
                         unreadableFiles(*live.topology->workspace).empty(); // a kept plan is whole
    return isWhole ? Fine : Unreadable;
}

bool deliverPlan(const Plan &plan, const Options &options)
{
    Result<void> written;
    if (!options.output.empty())
        written = deliver(report::planJson(plan), options.output);
    const bool asJson = options.format == "json";
    if (written && (!asJson || options.output.empty()))
        written = deliver(asJson ? report::planJson(plan) : planText(plan), {});
    if (!written)
        sayError(written.error());
    return written.has_value();
}

bool deliverReport(const Plan &plan, const ApplyReport &report, const std::string &journal,
                   const Options &options)
{
    const bool asJson = options.format == "json";
    const auto written = deliver(asJson ? report::applyJson(plan, report, journal)
                                        : applyText(plan, report, journal),
                                 options.output);
    if (!written)
        sayError(written.error());
    return written.has_value();
}

int carryOut(const LivePlan &live, const journal::Record *earlier, const Options &options,
             const journal::Desk &desk, const std::stop_token &stop)
{
    Progress progress(live.plan.items.size(), "applying");
    ApplyObserver observer;
    observer.finished = [&](const PlanItem &item, const ItemResult &) {
        progress.step(describe(item));
    };
    const auto run = earlier
                         ? journal::resumeRecorded(*earlier, live.target(), observer, stop, desk)
                         : journal::applyRecorded(live.plan, live.target(), observer, stop, desk);
    const bool isWritten = deliverReport(live.plan, run.report, run.journal.string(), options);
    for (const auto &fault : run.faults)
        sayError(fault);
    if (run.report.refused) {
        sayError(*run.report.refused);
        return exitCodeFor(*run.report.refused) == Unavailable ? Unavailable : Errors;
    }
    return run.report.isComplete() && isWritten && run.faults.empty() ? exitCodeOf(live) : Errors;
}

} // namespace meshwright::mw
