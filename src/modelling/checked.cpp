// SPDX-License-Identifier: Apache-2.0
// No edit leaves without being read again.
#include "modelling/checked.h"

#include "meshwright/lint/lint.h"

#include <algorithm>
#include <cctype>

namespace meshwright::modelling {

namespace {

/// Findings are compared by what they say; lines that they name move.
std::string withoutLines(const std::string &message)
{
    std::string text;
    for (std::size_t i = 0; i < message.size(); ++i) {
        text += message[i];
        if (!text.ends_with("line "))
            continue;
        while (i + 1 < message.size() && std::isdigit(static_cast<unsigned char>(message[i + 1])))
            ++i;
    }
    return text;
}

std::set<std::string> filesOf(const WorkspaceEdit &edit)
{
    std::set<std::string> files;
    for (const auto &[file, edits] : edit.files)
        files.insert(file);
    for (const auto &[file, content] : edit.created)
        files.insert(file);
    return files;
}

using Errors = std::vector<Diagnostic>;

/// Not those of policies: a tag may well be what makes a policy speak, and has to be written for
/// that.
Errors errorsOf(const Topology &topology, const std::string &file)
{
    auto errors = lintFile(topology, file);
    std::erase_if(errors, [](const auto &each) {
        const Rule *rule = findRule(each.rule);
        return each.severity != Severity::Error || (rule && rule->group == RuleGroup::Policies);
    });
    return errors;
}

std::size_t countOf(const Errors &errors, const std::string &rule)
{
    return static_cast<std::size_t>(std::count_if(
        errors.begin(), errors.end(), [&](const auto &each) { return each.rule == rule; }));
}

/// The first error that is there after the edit and was not before. One that only reads otherwise
/// now (`'info' lacks 'title' and 'version'`) is not new.
std::optional<Diagnostic> newError(const Topology &before, const Topology &after,
                                   const std::set<std::string> &files, const Meaning &meaning)
{
    for (const auto &file : files) {
        const auto old = errorsOf(before, file);
        const auto now = errorsOf(after, file);
        std::multiset<std::string> known;
        for (const auto &found : old)
            known.insert(found.rule + withoutLines(found.message));
        for (const auto &found : now) {
            const auto same = known.find(found.rule + withoutLines(found.message));
            if (same != known.end())
                known.erase(same);
            else if (!meaning.allowedRules.contains(found.rule) &&
                     countOf(now, found.rule) > countOf(old, found.rule))
                return found;
        }
    }
    return std::nullopt;
}

/// The facts of the specs that are not the same in both snapshots; `only`: of these files.
void readFacts(const Topology &before, const Topology &after, const std::set<std::string> *only,
               Facts &old, Facts &now)
{
    const auto &a = before.workspace->files();
    const auto &b = after.workspace->files();
    for (const auto &[path, file] : b) {
        const auto earlier = a.find(path);
        const bool isSame = earlier != a.end() && earlier->second->spec == file->spec;
        if (isSame || !file->spec || (only && !only->contains(path)))
            continue;
        addFacts(now, *after.workspace, *file->spec);
        if (earlier != a.end() && earlier->second->spec)
            addFacts(old, *before.workspace, *earlier->second->spec);
    }
}

bool isFree(const std::string &fact, const Meaning &meaning)
{
    return meaning.facts.contains(fact) || (meaning.alsoFree && meaning.alsoFree(fact)) ||
           std::any_of(meaning.free.begin(), meaning.free.end(),
                       [&](const std::string &each) { return fact.starts_with(each); });
}

std::string textOf(const Facts &facts, const std::string &name)
{
    const auto found = facts.find(name);
    return found == facts.end() ? std::string() : found->second;
}

/// Whether the fact is of a channel of which there was none.
bool isOfNewChannel(const Facts &old, const std::string &fact)
{
    const auto file = fact.find('\n');
    const auto channel = file == std::string::npos ? file : fact.find('\n', file + 1);
    if (channel == std::string::npos)
        return false;
    const auto prefix = fact.substr(0, channel + 1);
    const auto like = old.lower_bound(prefix);
    return like == old.end() || !like->first.starts_with(prefix);
}

/// A fact that changed and should not have.
std::optional<std::string> surplus(const Facts &old, const Facts &now, const Meaning &meaning)
{
    for (const auto &[name, text] : old)
        if (textOf(now, name) != text && !isFree(name, meaning))
            return name;
    for (const auto &[name, text] : now)
        if (!old.contains(name) && !isFree(name, meaning) &&
            !(meaning.addsChannels && isOfNewChannel(old, name)))
            return name;
    return std::nullopt;
}

Result<void> checkMeaning(const Topology &before, const Topology &after,
                          const std::set<std::string> &edited, const Meaning &meaning)
{
    Facts old;
    Facts now;
    readFacts(before, after, meaning.othersFollow ? &edited : nullptr, old, now);
    if (const auto more = surplus(old, now, meaning))
        return conflict("This can't be changed alone: it would change '" + readable(*more) +
                        "' as well, since both take it from the same place. Give each its own "
                        "first, or change it in the text.");
    for (const auto &[name, text] : meaning.facts)
        if (textOf(now, name) != text)
            return conflict("The text can't be changed so that it says this: afterwards '" +
                            readable(name) + "' would be '" + textOf(now, name) + "' and not '" +
                            text + "'. Change it in the text.");
    if (meaning.holds)
        if (const auto fault = meaning.holds(after))
            return conflict(*fault);
    return {};
}

} // namespace

Result<WorkspaceEdit> checked(const Topology &before, const Draft &draft, const Meaning &meaning)
{
    auto edit = draft.edit();
    if (edit.isEmpty())
        return edit;
    const auto edited = before.workspace->withEdit(edit);
    if (!edited)
        return tl::unexpected(edited.error());
    const auto files = filesOf(edit);
    for (const auto &file : files) {
        const auto document = (*edited)->document(file);
        const auto earlier = before.workspace->document(file);
        const bool wasComplete = !earlier || earlier->isComplete();
        if (document && wasComplete && !document->isComplete())
            return conflict("The text can't be changed here without breaking it: " +
                                (document->problems().empty()
                                     ? std::string("it would not read as YAML")
                                     : document->problems().front().message) +
                                " Change it in the text.",
                            file);
        if (!wasComplete)
            return conflict("The text of " + file +
                                " has a fault that hides a part of it: mend that first.",
                            file);
    }
    const auto after = buildTopology(*edited);
    if (const auto error = newError(before, *after, files, meaning))
        return invalid(error->message, error->file);
    if (auto fine = checkMeaning(before, *after, files, meaning); !fine)
        return tl::unexpected(fine.error());
    return edit;
}

tl::unexpected<Error> invalid(std::string message, std::string where)
{
    return tl::unexpected(Error{Error::Code::Invalid, std::move(message), std::move(where)});
}

tl::unexpected<Error> notFound(std::string message, std::string where)
{
    return tl::unexpected(Error{Error::Code::NotFound, std::move(message), std::move(where)});
}

tl::unexpected<Error> conflict(std::string message, std::string where)
{
    return tl::unexpected(Error{Error::Code::Conflict, std::move(message), std::move(where)});
}

tl::unexpected<Error> denied(std::string message, std::string where)
{
    return tl::unexpected(Error{Error::Code::Denied, std::move(message), std::move(where)});
}

} // namespace meshwright::modelling
