// SPDX-License-Identifier: Apache-2.0
// mw access export: the same grants in another model of access than Kafka's ACLs.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/plan/state.h"
#include "meshwright/report/accessmodels.h"

namespace meshwright::mw {

int runAccessExport(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Workspace &workspace = *(*topology)->workspace;
    const auto environment = askedEnvironment(workspace.settings(), options);
    if (!environment) {
        sayError(environment.error());
        return Usage;
    }
    if (sayUnreadableFiles(workspace))
        return Unreadable; // half of the access must not pass for all of it
    const report::AccessModel &model = *report::accessModelNamed(options.format);
    const std::string cluster =
        options.cluster.empty() ? (*environment)->expectedClusterId : options.cluster;
    const auto text = model.write(desiredState(**topology, &**environment).acls, cluster);
    if (!text) {
        sayError(text.error());
        return Usage;
    }
    return deliverAnswer(workspace, *text, options);
}

} // namespace meshwright::mw
