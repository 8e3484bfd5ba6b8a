// SPDX-License-Identifier: Apache-2.0
#include "loading.h"

#include "terminal.h"

#include "connectors/connectors.h"

#include <algorithm>

namespace meshwright::mw {

Result<TopologyPtr> load(const std::string &target)
{
    auto workspace = Workspace::open(target);
    if (!workspace)
        return tl::unexpected(workspace.error());
    return buildTopology(*workspace);
}

std::optional<std::string> faultOf(const Workspace &workspace, const std::string &path)
{
    const auto *file = workspace.file(path);
    if (file && file->fault)
        return textOf(*file->fault);
    if (!file || !file->isSpec || !file->document || file->document->isComplete())
        return std::nullopt;
    const auto &problems = file->document->problems();
    const asyncapi::Place place{path, problems.empty() ? Range{} : problems.front().range};
    return placeText(workspace, place) + ": " +
           (problems.empty() ? "the document is not complete" : problems.front().message);
}

std::vector<std::string> unreadableFiles(const Workspace &workspace)
{
    std::vector<std::string> messages;
    for (const auto &[path, file] : workspace.files())
        if (workspace.isAskedFor(path))
            if (auto message = faultOf(workspace, path))
                messages.push_back(std::move(*message));
    return messages;
}

bool sayUnreadableFiles(const Workspace &workspace)
{
    const auto messages = unreadableFiles(workspace);
    for (const std::string &message : messages)
        say(message);
    const auto missing = missingSpecs(workspace);
    if (missing)
        sayError(*missing);
    return missing || !messages.empty();
}

int deliverAnswer(const Workspace &workspace, const std::string &answer, const Options &options)
{
    if (const auto written = deliver(answer, options.output); !written) {
        sayError(written.error());
        return Errors;
    }
    return sayUnreadableFiles(workspace) ? Unreadable : Fine;
}

std::optional<Error> missingSpecs(const Workspace &workspace)
{
    const bool found =
        std::any_of(workspace.files().begin(), workspace.files().end(), [&](const auto &entry) {
            return entry.second->isSpec && workspace.isAskedFor(entry.first);
        });
    if (found)
        return std::nullopt;
    const std::string where = workspace.only().empty()
                                  ? "there is no spec in " + workspace.root().string()
                                  : workspace.only() + " is no spec";
    return Error{Error::Code::Invalid,
                 where + ": a spec is a YAML or JSON file with a root key 'asyncapi'.",
                 {}};
}

Result<Environment> findEnvironment(const Settings &settings, const std::string &name)
{
    if (const Environment *found = settings.environment(name))
        return *found;
    std::string names;
    for (const Environment &each : settings.environments)
        names += (names.empty() ? "" : ", ") + each.name;
    return tl::unexpected(Error{Error::Code::NotFound,
                                "There is no environment '" + name + "'. " + settingsFileName +
                                    " describes " + (names.empty() ? "none" : names) +
                                    ": name one of them.",
                                {}});
}

Result<std::optional<Environment>> askedEnvironment(const Settings &settings,
                                                    const Options &options)
{
    std::optional<Environment> environment;
    if (!options.environment.empty()) {
        auto found = findEnvironment(settings, options.environment);
        if (!found)
            return tl::unexpected(found.error());
        environment = *found;
    }
    if (options.compat == "specmesh") {
        if (!environment)
            environment.emplace();
        environment->compatSpecmesh = true;
    }
    return environment;
}

Result<std::unique_ptr<Cluster>> connect(const Environment &environment)
{
    const ConnectorPlugin *plugin = findConnector(environment.connector);
    if (!plugin)
        return tl::unexpected(Error{Error::Code::NotFound,
                                    "Environment '" + environment.name + "' names the connector '" +
                                        environment.connector +
                                        "', which does not exist: use kafka or sandbox.",
                                    settingsFileName});
    if (!environment.unverifiedTlsReason.empty())
        say("certificates of '" + environment.name +
            "' are not verified, so anybody may pose as its brokers: " +
            environment.unverifiedTlsReason);
    return plugin->open(environment);
}

std::string placeText(const Workspace &workspace, const asyncapi::Place &place)
{
    const WorkspaceFile *file = workspace.file(place.file);
    if (!file || !file->text)
        return inert(place.file);
    const Position at = file->text->position(place.range.begin);
    return inert(place.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

} // namespace meshwright::mw
