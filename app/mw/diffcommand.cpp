// SPDX-License-Identifier: Apache-2.0
// mw diff: what changed between two states, in contexts, topics, rights and schemas.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "git/opengit.h"
#include "meshwright/history/pastworkspace.h"
#include "meshwright/report/report.h"

#include <filesystem>

namespace meshwright::mw {

namespace {

struct Sides
{
    TopologyPtr base;
    TopologyPtr next;
    std::string baseCommit;
    std::string nextName;
    std::string nextCommit;
    std::vector<std::string> missing;
    std::string only; ///< the one spec that was asked for, or empty
};

Result<Sides> twoFolders(const Options &options)
{
    auto base = load(options.base);
    if (!base)
        return tl::unexpected(base.error());
    auto next = load(options.target);
    if (!next)
        return tl::unexpected(next.error());
    return Sides{*base, *next, {}, options.target, {}, {}, (*next)->workspace->only()};
}

Result<Sides> fromHistory(const Options &options)
{
    const auto workspace = Workspace::open(options.target);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto &root = (*workspace)->root();
    const auto repository = git::openRepository(root);
    if (!repository)
        return tl::unexpected(repository.error());
    const auto base = (*repository)->resolve(options.base);
    if (!base)
        return tl::unexpected(base.error());
    Sides sides;
    sides.baseCommit = base->id;
    sides.nextName = "the working tree";
    sides.only = (*workspace)->only();
    Result<history::TwoStates> states;
    if (options.to.empty()) {
        states = history::sinceRevision(**repository, *base, *workspace);
    } else {
        const auto next = (*repository)->resolve(options.to);
        if (!next)
            return tl::unexpected(next.error());
        sides.nextName = options.to;
        sides.nextCommit = next->id;
        states = history::betweenRevisions(**repository, *base, *next, root);
    }
    if (!states)
        return tl::unexpected(states.error());
    sides.base = buildTopology(states->base);
    sides.next = buildTopology(states->next);
    sides.missing = std::move(states->missing);
    return sides;
}

compare::Compatibility compatibilityFrom(const std::string &name)
{
    if (name == "backward")
        return compare::Compatibility::Backward;
    return name == "forward" ? compare::Compatibility::Forward : compare::Compatibility::Full;
}

bool fails(const compare::Comparison &comparison, const std::string &failOn)
{
    return (failOn == "breaking" && comparison.breaking() > 0) ||
           (failOn == "any" && !comparison.changes.empty());
}

/// What can't be read is said; whether the newer side has some of it.
bool sayUnreadable(const Sides &sides, const compare::Comparison &comparison,
                   const std::string &baseName)
{
    bool isNew = false;
    for (const auto &path : comparison.unreadable) {
        if (const auto fault = faultOf(*sides.base->workspace, path))
            say("in " + baseName + ": " + *fault);
        if (const auto fault = faultOf(*sides.next->workspace, path)) {
            say(*fault);
            isNew = true;
        }
    }
    for (const auto &folder : sides.missing)
        say("the commit of the submodule " + folder +
            " is not in this clone, so the folder is not compared. Get it with 'git submodule "
            "update --init'.");
    return isNew;
}

} // namespace

int runDiff(const Options &options)
{
    std::error_code error;
    const bool isFolder = std::filesystem::is_directory(options.base, error);
    if (isFolder && !options.to.empty()) {
        say("--to names a revision, and " + options.base +
            " is a folder: give a revision to compare with, or two folders.");
        return Usage;
    }
    const auto sides = isFolder ? twoFolders(options) : fromHistory(options);
    if (!sides) {
        sayError(sides.error());
        return exitCodeFor(sides.error()) == Errors ? Errors : Unreadable;
    }
    const auto compatibility = compatibilityFrom(options.compatibility);
    auto comparison = compare::compareStates(*sides->base, *sides->next, compatibility);
    if (!sides->only.empty())
        comparison = onlyIn(std::move(comparison), *sides->base, *sides->next, sides->only);
    const report::ComparedStates states{*sides->base,      *sides->next,    options.base,
                                        sides->baseCommit, sides->nextName, sides->nextCommit,
                                        compatibility,     sides->missing};
    const auto text = options.format == "json" ? report::comparisonJson(states, comparison)
                                               : report::comparisonMarkdown(states, comparison);
    if (const auto written = deliver(text, options.output); !written) {
        sayError(written.error());
        return Errors;
    }
    if (sayUnreadable(*sides, comparison, options.base))
        return Unreadable;
    return fails(comparison, options.failOn) ? Errors : Fine;
}

} // namespace meshwright::mw
