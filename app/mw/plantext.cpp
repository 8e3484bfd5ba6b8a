// SPDX-License-Identifier: Apache-2.0
#include "plantext.h"

#include "terminal.h"

#include <algorithm>
#include <map>
#include <vector>

namespace meshwright::mw {

namespace {

std::string signOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return coloured("+", Colour::Green);
    case PlanAction::Update:
        return coloured("~", Colour::Yellow);
    case PlanAction::Delete:
        return coloured("-", Colour::Red);
    case PlanAction::None:
        break;
    }
    return "=";
}

std::string riskText(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return {};
    case Risk::WidensAccess:
        return coloured("  [widens access]", Colour::Yellow);
    case Risk::AffectsData:
        return coloured("  [affects data]", Colour::Red);
    case Risk::Irreversible:
        break;
    }
    return coloured("  [irreversible]", Colour::Red);
}

std::string reasonText(const Reason &reason)
{
    if (reason.file.empty())
        return {};
    const std::string line = reason.line > 0 ? ":" + std::to_string(reason.line) : std::string();
    return coloured("  # " + inert(reason.file) + line, Colour::Grey);
}

std::string itemText(const PlanItem &item)
{
    const bool namesItself = item.kind == PlanKind::Acl; // an ACL's description is its name
    std::string out = "  " + signOf(item.action) + " " +
                      inert(namesItself ? describe(item) : item.resource + ": " + describe(item)) +
                      riskText(item.risk) + reasonText(item.reason) + "\n";
    for (const PolicyNote &note : item.policies)
        out += "      " + coloured("§ ", Colour::Blue) + inert(describe(note)) + "\n";
    if (!item.warning.empty())
        out += "      " + coloured("! ", Colour::Yellow) + inert(item.warning) + "\n";
    if (!item.loss.empty())
        out += "      " + coloured("! ", Colour::Yellow) + inert(item.loss) + "\n";
    if (!item.consent.empty())
        out += "      " + coloured("! in use: ", Colour::Red) + inert(item.consent) + "\n";
    return out;
}

std::string problemText(const PlanProblem &problem)
{
    const bool isError = problem.severity == Severity::Error;
    std::string out =
        "  " + coloured(isError ? "x " : "! ", isError ? Colour::Red : Colour::Yellow);
    if (!problem.resource.empty())
        out += inert(problem.resource) + ": ";
    return out + inert(problem.message) + reasonText(problem.reason) + "\n";
}

} // namespace

std::string headline(const Plan &plan)
{
    const std::string where =
        "'" + plan.environment + "' (" + plan.connector + " cluster " + plan.clusterId + ")";
    if (plan.isEmpty())
        return (plan.problems.empty() ? "Nothing to do: " + where + " has what the specs ask for ("
                                      : "Nothing else to do: " + where +
                                            " has the rest of what the specs ask for (") +
               std::to_string(plan.summary.unchanged) + " resources compared).";
    return std::to_string(plan.summary.creates) + " to create, " +
           std::to_string(plan.summary.updates) + " to change, " +
           std::to_string(plan.summary.deletes) + " to delete in " + where + "; " +
           std::to_string(plan.summary.unchanged) + " in step already.";
}

std::string planText(const Plan &plan)
{
    std::map<std::string, std::string> byContext;
    for (const PlanItem &item : plan.items)
        byContext[item.context] += itemText(item);
    std::string out;
    for (const auto &[context, items] : byContext)
        out += coloured(context.empty() ? "(no context)" : inert(context), Colour::Bold) + "\n" +
               items;
    if (!plan.problems.empty()) {
        out += coloured("Not in the plan", Colour::Bold) + "\n";
        for (const PlanProblem &problem : plan.problems)
            out += problemText(problem);
    }
    const bool blind = plan.isEmpty() && plan.hasErrors();
    return out + (blind ? "No plan: see what is said above.\n" : inert(headline(plan)) + "\n");
}

std::string applyText(const Plan &plan, const ApplyReport &report, const std::string &journal)
{
    std::string out;
    std::map<ItemState, std::size_t> counts;
    for (std::size_t i = 0; i < report.items.size(); ++i) {
        const ItemResult &result = report.items[i];
        ++counts[result.state];
        if (result.state == ItemState::Done)
            continue;
        const std::string what = i < plan.items.size() ? describe(plan.items[i]) : result.id;
        out += coloured(nameOf(result.state), Colour::Red) + "  " + inert(what) + ": " +
               inert(result.message) + "\n";
    }
    if (report.refused)
        return out + "Nothing was applied: " + inert(report.refused->message) + "\n";
    out += report.cancelled ? "Cancelled: " : "";
    for (const ItemState state : {ItemState::Done, ItemState::Failed, ItemState::Stale,
                                  ItemState::Skipped, ItemState::Unknown})
        if (counts[state] > 0 || state == ItemState::Done)
            out += std::to_string(counts[state]) + " " + std::string(nameOf(state)) +
                   (state == ItemState::Unknown ? "" : ", ");
    if (out.ends_with(", "))
        out.resize(out.size() - 2);
    if (report.halted)
        out += "\nStopped: " + inert(report.halted->message);
    if (!journal.empty())
        out += "\nWhat was done is noted in " + inert(journal);
    return out + "\n";
}

} // namespace meshwright::mw
