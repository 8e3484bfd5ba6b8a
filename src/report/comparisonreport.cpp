// SPDX-License-Identifier: Apache-2.0
// What changed between two states, as JSON and as Markdown.
#include "meshwright/report/report.h"

#include "report/changetext.h"
#include "report/json.h"

#include <set>

namespace meshwright::report {

namespace {

using compare::Change;
using compare::Comparison;

Json textOrNull(const std::optional<std::string> &text)
{
    return text ? Json(*text) : Json(nullptr);
}

Json orNull(const Workspace &workspace, const std::optional<asyncapi::Place> &place)
{
    return place ? placeJson(workspace, *place) : Json(nullptr);
}

Json changeJson(const ComparedStates &states, const Change &change)
{
    Json reasons = Json::array();
    for (const auto reason : change.reasons)
        reasons.push_back(nameOf(reason));
    Json affected = Json::array();
    for (const auto &id : change.affected)
        affected.push_back(id.value);
    return {{"kind", nameOf(change.kind)},
            {"context", change.context.value},
            {"topic", change.topic.value},
            {"message", change.message},
            {"part", change.isKey ? "key" : "payload"},
            {"item", change.item},
            {"before", textOrNull(change.before)},
            {"after", textOrNull(change.after)},
            {"breaking", change.isBreaking},
            {"reasons", reasons},
            {"affected", affected},
            {"base", orNull(*states.base.workspace, change.base)},
            {"next", orNull(*states.next.workspace, change.next)}};
}

std::size_t contextsIn(const Comparison &comparison)
{
    std::set<ContextId> ids;
    for (const auto &change : comparison.changes)
        ids.insert(change.context);
    return ids.size();
}

Json stateJson(const std::string &name, const std::string &commit)
{
    return {{"name", name}, {"commit", commit.empty() ? Json(nullptr) : Json(commit)}};
}

std::string stateText(const std::string &name, const std::string &commit)
{
    constexpr std::size_t shortId = 10;
    if (commit.empty())
        return name.starts_with("the ") ? name : codeSpan(name);
    const auto id = codeSpan(commit.substr(0, shortId));
    return commit.starts_with(name) ? id : codeSpan(name) + " (" + id + ")";
}

std::string placeText(const ComparedStates &states, const Change &change)
{
    const auto &workspace = change.next ? *states.next.workspace : *states.base.workspace;
    const auto &place = change.next ? change.next : change.base;
    if (!place)
        return {};
    const auto line = positionOf(workspace, place->file, place->range.begin).line;
    return (change.next ? "" : "was ") + codeSpan(place->file + ':' + std::to_string(line));
}

std::string linesOf(const ComparedStates &states, const Change &change)
{
    std::string out = "- ";
    out += change.isBreaking ? "**Breaking:** " : "";
    out += changeText(change);
    const auto place = placeText(states, change);
    out += place.empty() ? "\n" : " — " + place + '\n';
    for (const auto reason : change.reasons)
        out += "  - " + reasonText(reason) + '\n';
    if (!change.affected.empty() && (change.isBreaking || !change.reasons.empty())) {
        std::string names;
        for (const auto &id : change.affected)
            names += (names.empty() ? "" : ", ") + codeSpan(id.value);
        out += "  - affects " + names + '\n';
    }
    return out;
}

/// A consumption names a topic of another context, and stands under its own.
TopicName headingTopic(const Change &change)
{
    const bool isConsumption = change.kind == compare::ChangeKind::ConsumptionAdded ||
                               change.kind == compare::ChangeKind::ConsumptionRemoved;
    return isConsumption ? TopicName() : change.topic;
}

std::string listOf(const std::vector<std::string> &items)
{
    std::string out;
    for (const auto &item : items)
        out += "- " + codeSpan(item) + '\n';
    return out;
}

std::string changesText(const ComparedStates &states, const Comparison &comparison)
{
    std::string out;
    ContextId context;
    TopicName topic;
    const auto add = [&](const Change &change) {
        if (change.context != context) {
            context = change.context;
            topic = {};
            out += "\n### " + codeSpan(context.value) + "\n\n";
        }
        if (const auto heading = headingTopic(change); heading != topic) {
            topic = heading;
            out += out.ends_with("\n\n") ? "" : "\n";
            out += "#### " + codeSpan(topic.value) + "\n\n";
        }
        out += linesOf(states, change);
    };
    // Under a context first what is about itself.
    for (auto each = comparison.changes.begin(); each != comparison.changes.end();) {
        auto end = each;
        while (end != comparison.changes.end() && end->context == each->context)
            ++end;
        for (const bool isOwn : {true, false})
            for (auto change = each; change != end; ++change)
                if (headingTopic(*change).value.empty() == isOwn)
                    add(*change);
        each = end;
    }
    return out;
}

} // namespace

std::string comparisonJson(const ComparedStates &states, const Comparison &comparison)
{
    Json changes = Json::array();
    for (const auto &change : comparison.changes)
        changes.push_back(changeJson(states, change));
    Json json = versioned();
    json["base"] = stateJson(states.baseName, states.baseCommit);
    json["next"] = stateJson(states.nextName, states.nextCommit);
    json["compatibility"] = nameOf(states.compatibility);
    json["changes"] = changes;
    json["unreadable"] = comparison.unreadable;
    json["missing"] = states.missing;
    json["summary"] = {{"changes", comparison.changes.size()},
                       {"breaking", comparison.breaking()},
                       {"contexts", contextsIn(comparison)}};
    return printed(json);
}

std::string comparisonMarkdown(const ComparedStates &states, const Comparison &comparison)
{
    std::string out = "## Changes in the bounded contexts\n\n";
    out += stateText(states.baseName, states.baseCommit) + " → " +
           stateText(states.nextName, states.nextCommit) + ": ";
    if (comparison.changes.empty())
        out += "no contexts, topics, rights or schemas changed.\n";
    else
        out += counted(comparison.changes.size(), "change") + " in " +
               counted(contextsIn(comparison), "context") + ", **" +
               (comparison.breaking() == 0 ? "none" : std::to_string(comparison.breaking())) +
               " breaking**.\n";
    out += changesText(states, comparison);
    if (!comparison.unreadable.empty())
        out += "\n### Not compared\n\nOne of the two sides can't be read:\n\n" +
               listOf(comparison.unreadable);
    if (!states.missing.empty())
        out += "\n### Not compared\n\nThe commits of these submodules are not in this clone:\n\n" +
               listOf(states.missing);
    return out;
}

} // namespace meshwright::report
