// SPDX-License-Identifier: Apache-2.0
// mw requests: who waits for which owner's grant.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/access/grantledger.h"
#include "meshwright/report/grantreport.h"

#include <algorithm>
#include <map>

namespace meshwright::mw {

namespace {

bool isOwner(const Topology &topology, const std::string &name)
{
    return std::any_of(topology.contexts.begin(), topology.contexts.end(), [&](const auto &each) {
        return each.id.value == name || isWithin(each.id.value, name);
    });
}

std::string asText(const Workspace &workspace, const std::vector<GrantEntry> &ledger)
{
    std::string out;
    std::map<GrantState, std::size_t> counts;
    for (const GrantEntry &entry : ledger) {
        ++counts[entry.state];
        if (entry.state != GrantState::Waiting)
            continue;
        out += inert(entry.owner.value) + ": " + inert(entry.reader) + " waits for " +
               inert(entry.topic.value) +
               (entry.asked ? " (" + inert(placeText(workspace, *entry.asked)) + ")" : "") +
               "\n  add " + coloured(inert(grantTag(entry.reader)), Colour::Green) + " at " +
               inert(placeText(workspace, entry.topicPlace)) + "\n";
    }
    for (const GrantState state : grantStates)
        out += (state == GrantState::Waiting ? "" : ", ") + std::to_string(counts[state]) + " " +
               std::string(nameOf(state));
    return out + "\n";
}

} // namespace

int runRequests(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Workspace &workspace = *(*topology)->workspace;
    if (!options.owner.empty() && !isOwner(**topology, options.owner)) {
        say("there is no bounded context or domain '" + options.owner + "' here.");
        return Usage;
    }
    auto ledger = grantLedger(**topology);
    std::erase_if(ledger, [&](const GrantEntry &each) {
        return !workspace.isAskedFor(each.topicPlace.file);
    });
    if (!options.owner.empty())
        ledger = ledgerOf(ledger, options.owner);
    const std::string text = options.format == "json" ? report::requestsJson(workspace, ledger)
                             : options.format == "markdown"
                                 ? report::requestsMarkdown(workspace, ledger)
                                 : asText(workspace, ledger);
    return deliverAnswer(workspace, text, options);
}

} // namespace meshwright::mw
