// SPDX-License-Identifier: Apache-2.0
// mw export: specs from what a cluster holds.
#include "commands.h"
#include "loading.h"
#include "planning.h"
#include "terminal.h"

#include "meshwright/adoption/adopt.h"
#include "meshwright/report/adoptionreport.h"
#include "meshwright/report/catalogues.h"
#include "meshwright/text/textfile.h"

#include <filesystem>

namespace meshwright::mw {

namespace {

using adoption::AdoptedSpec;
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

/// None is written where one would take the place of another file.
Result<void> writeSpecs(const std::vector<AdoptedSpec> &specs, const std::string &output)
{
    namespace fs = std::filesystem;
    const auto placeOf = [&](const AdoptedSpec &spec) {
        return isSpecFile(output) ? fs::path(output) : fs::path(output) / spec.file;
    };
    for (const auto &spec : specs)
        if (!isSpecFile(output) && !report::staysInside(spec.file))
            return tl::unexpected(Error{Error::Code::Invalid,
                                        "Nothing is written, for this would be a file outside of "
                                        "the folder: look at the names of the topics.",
                                        spec.file});
    std::error_code error;
    for (const auto &spec : specs)
        if (fs::exists(placeOf(spec), error))
            return tl::unexpected(Error{Error::Code::Conflict,
                                        "There is such a file already, and it stays as it is: "
                                        "choose another place by -o.",
                                        placeOf(spec).string()});
    for (const auto &spec : specs) {
        const auto place = placeOf(spec);
        if (place.has_parent_path())
            fs::create_directories(place.parent_path(), error);
        if (auto written = writeFileAtomically(place, spec.text); !written)
            return written;
    }
    return {};
}

std::string listOf(const std::vector<AdoptedSpec> &specs, const std::string &output)
{
    std::string out;
    for (const auto &spec : specs)
        out += inert(isSpecFile(output) ? output : spec.file) + ": " + inert(spec.context.value) +
               ", " + std::to_string(spec.topics) + (spec.topics == 1 ? " topic\n" : " topics\n");
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
    Result<void> done;
    if (!options.output.empty())
        done = writeSpecs(specs, options.output);
    if (done && asJson)
        done = deliver(report::adoptionJson(*adopted), {});
    else if (done && !options.output.empty())
        done = deliver(listOf(specs, options.output), {});
    else if (done && !specs.empty())
        done = deliver(specs.front().text, {});
    if (!done) {
        sayError(done.error());
        return Errors;
    }
    return Fine;
}

} // namespace meshwright::mw
