// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "plantext.h"
#include "running.h"
#include "terminal.h"

#include "meshwright/plan/guards.h"
#include "meshwright/report/report.h"

#include <filesystem>
#include <iostream>

namespace meshwright::mw {

namespace {

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
    auto live = connected(std::move(*plan), options.workspace);
    if (live)
        weighLosses(live->plan, *live->cluster, stop); // it may be in use by now
    return live;
}

/// Whether the file reads as JSON with what every saved plan has.
bool isPlan(const std::string &path)
{
    const auto file = readTextFile(path);
    return file && file->text->bytes().find("\"checksum\"") != std::string::npos;
}

/// Whether people were shown what is applied; what can't be shown is not applied.
bool isShown(const Plan &plan, const Options &options)
{
    if (options.format == "json") {
        std::cerr << planText(plan) << std::flush;
        return true;
    }
    const auto shown = deliver(planText(plan), {});
    if (!shown)
        say("nothing was applied, for the plan could not be shown: " + shown.error().message);
    return shown.has_value();
}

/// Says why, and how the program ends.
int failed(const Failure &failure)
{
    sayError(failure.error);
    return failure.exitCode;
}

int resume(const Options &options, const std::stop_token &stop)
{
    const auto record = journal::readJournal(options.resume);
    if (!record)
        return failed({record.error(), Unreadable});
    if (record->isRunning)
        return failed({{Error::Code::Conflict,
                        "The run of this journal still goes on: wait for its end.", options.resume},
                       Errors});
    const bool isNamed = options.workspace != ".";
    const auto &workspace = isNamed ? options.workspace : record->head.workspace;
    auto live = connected(record->head.plan, workspace);
    if (!live)
        return failed(live.error());
    live->plan = journal::restOf(*record); // what is gone already needs no consent any more
    weighLosses(live->plan, *live->cluster, stop);
    const auto desk = deskFor(workspace);
    if (!desk)
        return failed({desk.error(), Errors});
    if (!isShown(live->plan, options) || !isAllowed(*live, options, *desk))
        return Errors;
    live->plan = record->head.plan; // the report is of all of it
    return carryOut(*live, &*record, options, *desk, stop);
}

} // namespace

int runApply(const Options &options)
{
    const Interruption interruption;
    if (!options.resume.empty())
        return resume(options, interruption.token());
    const bool isSaved = std::filesystem::is_regular_file(options.target) &&
                         options.target.ends_with(".json") && options.environment.empty();
    const bool isPlanNamed = options.target.ends_with(".json");
    std::error_code error;
    if (isPlanNamed && !std::filesystem::exists(options.target, error)) {
        sayError({Error::Code::NotFound, "There is no such file: check the path.", options.target});
        return Unreadable;
    }
    if (isPlanNamed && !options.environment.empty() && isPlan(options.target)) {
        say("a saved plan has its environment in it: leave --env out, or plan again with it");
        return Usage;
    }
    if (!isSaved && options.environment.empty()) {
        say("name the environment with --env, or give the file of a plan; see 'mw apply --help'");
        return Usage;
    }
    const auto live = isSaved ? planFromFile(options, interruption.token())
                              : planNow(options, interruption.token());
    if (!live)
        return failed(live.error());
    if (!isShown(live->plan, options))
        return Errors;
    sayUnfinished(live->plan);
    if (live->plan.isEmpty()) {
        // On a terminal the plan has said it already.
        const bool isWanted = options.format == "json" || !options.output.empty();
        ApplyReport report;
        if (live->plan.hasErrors())
            report.refused = Error{Error::Code::Invalid,
                                   "The plan has errors, and nothing else is in it: mend them, "
                                   "then plan again.",
                                   {}};
        const bool isWritten = !isWanted || deliverReport(live->plan, report, {}, options);
        return live->plan.hasErrors() || !isWritten ? Errors : exitCodeOf(*live);
    }
    const auto desk =
        deskFor(live->topology ? live->topology->workspace->root().string() : options.workspace);
    if (!desk)
        return failed({desk.error(), Errors});
    if (!isAllowed(*live, options, *desk))
        return Errors;
    return carryOut(*live, nullptr, options, *desk, interruption.token());
}

} // namespace meshwright::mw
