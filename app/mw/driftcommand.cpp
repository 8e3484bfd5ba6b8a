// SPDX-License-Identifier: Apache-2.0
// mw drift: where a cluster is out of step with the specs.
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "terminal.h"
#include "writing.h"

#include "meshwright/adoption/adoptdrift.h"
#include "meshwright/report/driftreport.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshwright::mw {

namespace {

std::string itemText(const DriftItem &item)
{
    const Colour colour = item.state == DriftState::Unasked ? Colour::Red : Colour::Yellow;
    std::string out = "  " + coloured(nameOf(item.state), colour) + "  " + inert(item.resource);
    if (!item.detail.empty())
        out += " " + inert(item.detail);
    // Then it has the numbers too.
    const bool isExplained = item.state == DriftState::Differs && !item.message.empty();
    if (item.kind != PlanKind::Acl && !isExplained) {
        if (!item.specs.empty())
            out += inert(": specs " + item.specs);
        if (!item.cluster.empty())
            out += inert((item.specs.empty() ? ": cluster " : ", cluster ") + item.cluster);
    }
    if (!item.message.empty())
        out += ": " + inert(item.message);
    if (!item.reason.file.empty())
        out += coloured(inert("  # " + item.reason.file + ":" + std::to_string(item.reason.line)),
                        Colour::Grey);
    return out + "\n";
}

std::string headline(const Drift &drift)
{
    const std::string where = "'" + drift.environment + "' (cluster " + drift.clusterId + ")";
    const std::string rest = std::to_string(drift.unchanged) + " resources compared are in step";
    if (!drift.isKnown && drift.isInStep())
        return where + " could be compared only in part: see what is said above; " + rest + ".";
    if (drift.isInStep())
        return "In step: " + where + " has what the specs ask for; " + rest + ".";
    return std::to_string(drift.items.size()) + " out of step in " + where + "; " + rest + ".";
}

std::string driftText(const Drift &drift)
{
    std::map<std::string, std::string> byContext;
    for (const DriftItem &item : drift.items)
        byContext[item.context] += itemText(item);
    std::string out;
    for (const auto &[context, items] : byContext)
        out += coloured(context.empty() ? "(no context)" : inert(context), Colour::Bold) + "\n" +
               items;
    if (!drift.problems.empty())
        out += coloured("Not compared", Colour::Bold) + "\n";
    for (const PlanProblem &problem : drift.problems)
        out += "  ! " + inert(problem.resource + ": " + problem.message) + "\n";
    if (!drift.ownerless.empty())
        out += coloured("No context of these specs", Colour::Bold) + "\n";
    for (const std::string &topic : drift.ownerless)
        out += "  " + inert(topic) + "\n";
    return out + inert(headline(drift)) + "\n";
}

/// Whether `wanted` names the item: its resource, or one of its values behind a colon.
bool isNamed(const DriftItem &item, const std::string &wanted)
{
    const std::string detail = item.kind == PlanKind::Partitions ? "partitions" : item.detail;
    return wanted == item.resource || (!detail.empty() && wanted == item.resource + ':' + detail);
}

Error notFound(const std::string &wanted, const Drift &drift)
{
    if (drift.isKnown || drift.problems.empty())
        return {Error::Code::NotFound,
                "Nothing of '" + wanted + "' is out of step, so nothing was adopted.",
                {}};
    const auto &problem = drift.problems.front();
    return {Error::Code::NotFound,
            "Nothing was adopted, for '" + wanted +
                "' is in step, or was not compared. What was not: " + problem.message,
            problem.reason.file};
}

/// Writes what the specs say after they took over what was named, and reads them again.
Result<TopologyPtr> adopt(const Options &options, const Compared &compared, const Drift &drift)
{
    std::vector<DriftItem> items;
    std::set<std::string_view> found;
    for (const DriftItem &item : drift.items) {
        bool isWanted = false;
        for (const std::string &wanted : options.adopted) {
            if (!isNamed(item, wanted))
                continue;
            found.insert(wanted);
            isWanted = true;
        }
        if (isWanted)
            items.push_back(item);
    }
    for (const std::string &wanted : options.adopted)
        if (!found.contains(wanted))
            return tl::unexpected(notFound(wanted, drift));
    const Topology &topology = *compared.live.topology;
    const auto edit = adoption::adoptDrift(topology, compared.live.environment, items);
    if (!edit)
        return tl::unexpected(edit.error());
    if (auto written = writeEdit(*topology.workspace, *edit); !written)
        return tl::unexpected(written.error());
    for (const auto &[file, edits] : edit->files)
        say(inert(file) + " says now what the cluster has.");
    return load(options.target);
}

Drift driftOf(const Topology &topology, const Compared &compared, const DesiredState &desired)
{
    return findDrift(topology, compared.live.environment, desired, compared.actual, lint(topology));
}

} // namespace

int runDrift(const Options &options)
{
    const Interruption interruption;
    const auto compared = compareNow(options, interruption.token());
    if (!compared) {
        sayError(compared.error().error);
        return compared.error().exitCode;
    }
    TopologyPtr read = compared->live.topology;
    Drift drift = driftOf(*read, *compared, compared->desired);
    if (!options.adopted.empty()) {
        const auto adopted = adopt(options, *compared, drift);
        if (!adopted) {
            sayError(adopted.error());
            return Errors;
        }
        read = *adopted;
        drift = driftOf(*read, *compared, desiredState(*read, &compared->live.environment));
    }
    const Topology &topology = *read;
    const bool asJson = options.format == "json";
    if (const auto written =
            deliver(asJson ? report::driftJson(drift) : driftText(drift), options.output);
        !written) {
        sayError(written.error());
        return Errors;
    }
    if (compared->live.isRegistryLost)
        return Unavailable;
    if (sayUnreadableFiles(*topology.workspace))
        return Unreadable;
    if (!drift.isInStep())
        return Changes;
    return drift.isKnown ? Fine : Errors;
}

} // namespace meshwright::mw
