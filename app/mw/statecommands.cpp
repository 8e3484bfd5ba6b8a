// SPDX-License-Identifier: Apache-2.0
// mw acls and mw topics: what the specs ask for.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/plan/subjects.h"
#include "meshwright/report/report.h"

#include <functional>

namespace meshwright::mw {

namespace {

std::string aclsText(const Topology &topology, const std::vector<RequestedAcl> &acls)
{
    std::string out;
    for (const RequestedAcl &each : acls)
        out += inert(describe(each.acl)) +
               coloured("  # " + placeText(*topology.workspace, each.reason), Colour::Grey) + "\n";
    return out;
}

std::string topicsText(const Topology &topology, const DesiredState &desired)
{
    std::string out;
    const auto number = [](const std::optional<int> &value) {
        return value ? std::to_string(*value) : std::string("default");
    };
    for (const DesiredTopic &each : desired.topics) {
        out += coloured(inert(each.name.value), Colour::Bold) +
               "  partitions=" + number(each.partitions) + " replicas=" + number(each.replicas);
        for (const auto &[key, value] : each.settings)
            out += inert(" " + key + "=" + value);
        out += coloured("  # " + placeText(*topology.workspace, each.reason), Colour::Grey) + "\n";
    }
    return out;
}

using Writer = std::function<std::string(const Topology &, const DesiredState &)>;

int writeState(const Options &options, const Writer &asText, const Writer &asJson)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const auto environment = askedEnvironment((*topology)->workspace->settings(), options);
    if (!environment) {
        sayError(environment.error());
        return Usage;
    }
    const Environment *asked = *environment ? &**environment : nullptr;
    DesiredState desired = desiredState(**topology, asked);
    desired.subjects = desiredSubjects(**topology, asked);
    const Writer &writer = options.format == "json" ? asJson : asText;
    return deliverAnswer(*(*topology)->workspace, writer(**topology, desired), options);
}

} // namespace

int runAcls(const Options &options)
{
    return writeState(
        options,
        [](const Topology &topology, const DesiredState &desired) {
            return aclsText(topology, desired.acls);
        },
        [](const Topology &topology, const DesiredState &desired) {
            return report::aclsJson(topology, desired.acls);
        });
}

int runTopics(const Options &options)
{
    return writeState(options, topicsText, [](const Topology &, const DesiredState &desired) {
        return report::topicsJson(desired);
    });
}

} // namespace meshwright::mw
