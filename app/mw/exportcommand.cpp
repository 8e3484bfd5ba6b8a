// SPDX-License-Identifier: Apache-2.0
// mw export: specs from what a cluster holds.
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "terminal.h"

#include "meshwright/adoption/adopt.h"
#include "meshwright/report/adoptionreport.h"
#include "meshwright/report/catalogues.h"
#include "meshwright/text/newfiles.h"

#include <filesystem>

namespace meshwright::mw {

namespace {

using adoption::Adoption;

tl::unexpected<Failure> failed(const Error &error, int exitCode)
{
    return tl::unexpected(Failure{error, exitCode});
}

tl::expected<Adoption, Failure> adoptFrom(const WorkspacePtr &workspace, const Options &options,
                                          const std::stop_token &stop)
{
    const auto environment = findEnvironment(workspace->settings(), options.environment);
    if (!environment)
        return failed(environment.error(), Usage);
    LivePlan live;
    live.environment = *environment;
    if (auto failure = connectTo(live))
        return tl::unexpected(std::move(*failure));
    const ActualState actual = readActualState(live.target(), DesiredState(), stop);
    if (!actual.topics)
        return failed(actual.topics.error(), Unavailable);
    auto adopted = adoption::adopt(workspace, live.environment, actual, options.domain);
    if (!adopted)
        return failed(adopted.error(),
                      adopted.error().code == Error::Code::NotFound ? Errors : Unavailable);
    return std::move(*adopted);
}

bool isSpecFile(const std::string &path)
{
    return path.ends_with(".yaml") || path.ends_with(".yml");
}

/// Where the files go: below a folder, each to its place in the workspace; with the one spec to the
/// named file, the others to their places beside it.
Result<NewFiles> placed(const Adoption &adopted, const std::string &output)
{
    namespace fs = std::filesystem;
    const bool isOneSpec = isSpecFile(output);
    const auto &specs = adopted.specs;
    const fs::path spec = isOneSpec && !specs.empty() ? specs.front().file : "";
    const fs::path folder = isOneSpec ? fs::path(output).parent_path() : fs::path(output);
    NewFiles files;
    for (const auto &[file, text] : adoption::filesOf(adopted)) {
        const auto below = isOneSpec ? file.lexically_relative(spec.parent_path()) : file;
        if (!report::staysInside(below))
            return tl::unexpected(
                Error{Error::Code::Invalid,
                      isOneSpec ? "Nothing is written, for this schema would be a file outside of "
                                  "the spec's folder: name a folder by -o, not a file."
                                : "Nothing is written, for this would be a file outside of the "
                                  "folder: look at the names of the topics.",
                      file.generic_string()});
        files.emplace(isOneSpec && file == spec ? fs::path(output) : folder / below, text);
    }
    return files;
}

Result<void> writeSpecs(const Adoption &adopted, const std::string &output)
{
    const auto files = placed(adopted, output);
    return files ? writeNewFiles(*files) : tl::unexpected(files.error());
}

std::string listOf(const Adoption &adopted, const std::string &output)
{
    std::string out;
    for (const auto &spec : adopted.specs)
        out += inert(isSpecFile(output) ? output : spec.file) + ": " + inert(spec.context.value) +
               ", " + std::to_string(spec.topics) + (spec.topics == 1 ? " topic\n" : " topics\n");
    for (const auto &schema : adopted.schemas)
        out += inert(schema.file) + ": the schema of " + inert(schema.subject) + '\n';
    return out;
}

} // namespace

int runExport(const Options &options)
{
    const auto workspace = Workspace::open(options.target);
    if (!workspace) {
        sayError(workspace.error());
        return Unreadable;
    }
    if (!(*workspace)->only().empty()) {
        say("Specs are made for a workspace: name its folder, not one spec.");
        return Usage;
    }
    const Interruption interruption;
    const auto adopted = adoptFrom(*workspace, options, interruption.token());
    if (!adopted) {
        sayError(adopted.error().error);
        return adopted.error().exitCode;
    }
    for (const auto &note : adopted->notes)
        say(inert(note.resource + ": " + note.message));
    const auto &specs = adopted->specs;
    const bool asJson = options.format == "json";
    const bool needsFolder = options.output.empty() ? !asJson : isSpecFile(options.output);
    if (specs.size() > 1 && needsFolder) {
        say(std::to_string(specs.size()) + " contexts lie below '" + inert(options.domain) +
            "': name a folder for their specs by -o.");
        return Usage;
    }
    if (options.output.empty() && !asJson && !adopted->schemas.empty())
        say(std::to_string(adopted->schemas.size()) +
            " files of schemas belong to it, and are not written: name a place by -o.");
    Result<void> done;
    if (!options.output.empty())
        done = writeSpecs(*adopted, options.output);
    if (done && asJson)
        done = deliver(report::adoptionJson(*adopted), {});
    else if (done && !options.output.empty())
        done = deliver(listOf(*adopted, options.output), {});
    else if (done && !specs.empty())
        done = deliver(specs.front().text, {});
    if (!done) {
        sayError(done.error());
        return Errors;
    }
    return Fine;
}

} // namespace meshwright::mw
