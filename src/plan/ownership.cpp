// SPDX-License-Identifier: Apache-2.0
#include "plan/ownership.h"

#include "meshwright/lint/lint.h"
#include "meshwright/topology/topicname.h"
#include "plan/planner.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace meshwright::plan {

namespace {

std::string counted(std::size_t count, const std::string &noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

using ErrorsByFile = std::unordered_map<std::string_view, std::vector<const Diagnostic *>>;

ErrorsByFile errorsByFile(const std::vector<Diagnostic> &diagnostics)
{
    ErrorsByFile errors;
    for (const auto &diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::Error && concernsCluster(diagnostic))
            errors[diagnostic.file].push_back(&diagnostic);
    }
    return errors;
}

} // namespace

std::string perhapsAnothers(std::string_view context)
{
    return "By its name it may belong to another context, below " + std::string(context);
}

Ownership::Ownership(const Topology &topology, const std::vector<Diagnostic> &diagnostics)
    : m_topology(topology)
{
    judgeSettings(diagnostics);
    const auto errors = errorsByFile(diagnostics);
    std::set<std::string> reported;
    const auto errorsOf = [&](const asyncapi::Spec &spec) {
        std::vector<const Diagnostic *> all;
        const auto add = [&](const std::string &file) {
            if (const auto it = errors.find(file); it != errors.end())
                all.insert(all.end(), it->second.begin(), it->second.end());
        };
        add(spec.file);
        for (const auto &file : spec.dependencies) {
            // Another context's names are its own affair; a schema that can't be read is ours too.
            const auto *other = topology.workspace->file(file);
            if (other == nullptr || !other->isSpec || !other->spec)
                add(file);
        }
        return all;
    };
    for (const auto &context : topology.contexts) {
        m_known.insert(context.id.value);
        m_sorted.push_back(context.id.value);
        if (topology.workspace->isAskedFor(context.spec->file))
            m_askedFor.insert(context.id.value);
    }
    // By file, since two files may claim one context.
    for (const auto &spec : topology.workspace->specs()) {
        const auto found = errorsOf(*spec);
        const auto *context = spec->id ? topology.context(contextIdFrom(spec->id->value)) : nullptr;
        if (found.empty() || context == nullptr || !topology.workspace->isAskedFor(spec->file))
            continue;
        holdBack(*context, found);
        reported.insert(spec->file);
    }
    std::sort(m_sorted.begin(), m_sorted.end());
    for (const auto &[file, found] : errors) {
        const bool isJudged =
            file == settingsFileName || topology.workspace->isIncluded(std::string(file));
        if (!isJudged && !reported.contains(std::string(file))) {
            m_problems.push_back({Severity::Warning, std::string(file),
                                  std::string(file) + " has " + counted(found.size(), "error") +
                                      ": " + found.front()->message,
                                  reasonAt(topology, {found.front()->file, found.front()->range},
                                           found.front()->rule)});
            reported.insert(std::string(file));
        }
    }
    findUnreadable(reported);
    std::sort(m_problems.begin(), m_problems.end(),
              [](const auto &a, const auto &b) { return a.reason.file < b.reason.file; });
}

/// Everything hangs on the settings and on the files that they name.
void Ownership::judgeSettings(const std::vector<Diagnostic> &diagnostics)
{
    const auto fail = [&](const std::string &file, const std::string &message, Range range) {
        const bool isSettings = file == settingsFileName;
        m_problems.push_back(
            {Severity::Error, file,
             "Nothing is planned while " + file + " has errors, since " +
                 (isSettings ? "names and access are read by it: "
                             : "what it would ask for is not known: ") +
                 message,
             reasonAt(m_topology, {file, range}, isSettings ? "the settings" : "a policy file")});
    };
    const Workspace &workspace = *m_topology.workspace;
    for (const auto &problem : workspace.settingsProblems()) {
        if (problem.isError)
            return fail(settingsFileName, problem.message, problem.range);
    }
    for (const auto &diagnostic : diagnostics) {
        const bool isMeant =
            diagnostic.file == settingsFileName || workspace.isIncluded(diagnostic.file);
        if (isMeant && diagnostic.severity == Severity::Error)
            return fail(diagnostic.file, diagnostic.message, diagnostic.range);
    }
    for (const auto &file : workspace.policyFiles()) {
        if (file->isBroken)
            return fail(file->path,
                        file->problems.empty() ? "it can't be read"
                                               : file->problems.front().message,
                        file->problems.empty() ? Range{} : file->problems.front().range);
    }
}

void Ownership::holdBack(const Context &context, const std::vector<const Diagnostic *> &errors)
{
    m_heldBack.insert(context.id.value);
    const auto &first = *errors.front();
    m_problems.push_back({Severity::Warning, context.id.value,
                          "Nothing is planned for " + context.id.value + " until its " +
                              counted(errors.size(), "error") +
                              (errors.size() == 1 ? " is" : " are") + " mended: " + first.message,
                          reasonAt(m_topology, {first.file, first.range}, first.rule)});
}

void Ownership::findUnreadable(const std::set<std::string> &reported)
{
    for (const auto &[path, file] : m_topology.workspace->files()) {
        const bool isWhole =
            !file->fault && (file->document ? file->document->isComplete() : !file->isSpec);
        m_isReadWhole = m_isReadWhole && isWhole;
        if (isWhole || !file->isSpec || !m_topology.workspace->isAskedFor(path) ||
            reported.contains(path))
            continue;
        for (const auto &context : m_topology.contexts) {
            if (context.spec->file == path)
                m_heldBack.insert(context.id.value);
        }
        const auto why = file->fault ? file->fault->message : "its text breaks off in the middle";
        m_problems.push_back({Severity::Warning,
                              path,
                              "Nothing is planned for what " + path + " describes: " + why,
                              {path, 1, "unreadable spec"}});
    }
}

std::string_view Ownership::ownerOf(std::string_view name) const
{
    name = withoutFrontKeyword(name, m_topology.workspace->settings().convention);
    if (const auto it = m_known.find(name); it != m_known.end())
        return *it;
    for (auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = name.rfind('.', dot - 1)) {
        if (const auto it = m_known.find(name.substr(0, dot)); it != m_known.end())
            return *it;
    }
    return {};
}

bool Ownership::isAskedFor(std::string_view context) const
{
    return m_askedFor.contains(context);
}

bool Ownership::isHeldBack(std::string_view context) const
{
    return m_heldBack.contains(context);
}

bool Ownership::isSurelyOwn(std::string_view name, std::string_view owner) const
{
    return isSurelyOf(name, ContextId{std::string(owner)},
                      m_topology.workspace->settings().convention);
}

std::vector<std::string> Ownership::alsoCovered(std::string_view prefix,
                                                std::string_view owner) const
{
    std::vector<std::string> others;
    for (auto it = std::lower_bound(m_sorted.begin(), m_sorted.end(), prefix);
         it != m_sorted.end() && it->starts_with(prefix); ++it) {
        if (*it != owner)
            others.emplace_back(*it);
    }
    return others;
}

} // namespace meshwright::plan
