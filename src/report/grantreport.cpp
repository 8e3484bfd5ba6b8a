// SPDX-License-Identifier: Apache-2.0
// Who asks whom for access to what.
#include "meshwright/report/grantreport.h"

#include "report/changetext.h"
#include "report/json.h"

#include <map>

namespace meshwright::report {

namespace {

Json orNull(const Workspace &workspace, const std::optional<asyncapi::Place> &place)
{
    return place ? placeJson(workspace, *place) : Json(nullptr);
}

Json entryJson(const Workspace &workspace, const GrantEntry &entry)
{
    return {{"state", nameOf(entry.state)},
            {"topic", entry.topic.value},
            {"owner", entry.owner.value},
            {"reader", entry.reader},
            {"grantedTo", entry.grantedTo ? Json(*entry.grantedTo) : Json(nullptr)},
            {"declared", placeJson(workspace, entry.topicPlace)},
            {"asked", orNull(workspace, entry.asked)},
            {"given", orNull(workspace, entry.given)},
            {"groups", entry.groups}};
}

Json requestJson(const Workspace &workspace, const GrantEntry &entry)
{
    return {{"topic", entry.topic.value},
            {"owner", entry.owner.value},
            {"reader", entry.reader},
            {"tag", grantTag(entry.reader)},
            {"declared", placeJson(workspace, entry.topicPlace)},
            {"asked", orNull(workspace, entry.asked)}};
}

std::string lineOf(const Workspace &workspace, const asyncapi::Place &place)
{
    return std::to_string(positionOf(workspace, place.file, place.range.begin).line);
}

std::string requestText(const Workspace &workspace, const GrantEntry &entry)
{
    std::string text = "- [ ] " + codeSpan(entry.reader) + " reads " + codeSpan(entry.topic.value);
    if (entry.asked)
        text += ", as it says in " +
                codeSpan(entry.asked->file + ':' + lineOf(workspace, *entry.asked));
    return text + ". Add to the tags of the channel in line " +
           lineOf(workspace, entry.topicPlace) + ": " +
           codeSpan("- name: '" + grantTag(entry.reader) + "'") + '\n';
}

} // namespace

std::string requestsJson(const Workspace &workspace, const std::vector<GrantEntry> &ledger)
{
    Json requests = Json::array();
    Json grants = Json::array();
    for (const GrantEntry &entry : ledger) {
        if (entry.state == GrantState::Waiting)
            requests.push_back(requestJson(workspace, entry));
        grants.push_back(entryJson(workspace, entry));
    }
    Json json = versioned();
    json["requests"] = std::move(requests);
    json["grants"] = std::move(grants);
    return printed(json);
}

std::string requestsMarkdown(const Workspace &workspace, const std::vector<GrantEntry> &ledger)
{
    std::map<ContextId, std::map<std::string, std::string>> lists;
    std::size_t count = 0;
    for (const GrantEntry &entry : ledger) {
        if (entry.state != GrantState::Waiting)
            continue;
        lists[entry.owner][entry.topicPlace.file] += requestText(workspace, entry);
        ++count;
    }
    std::string text = "# Requests for access\n\n";
    if (count == 0)
        return text + "Nobody waits for a grant.\n";
    text += counted(count, "request") + (count == 1 ? " waits for " : " wait for ") +
            counted(lists.size(), "owner") + ".\n";
    for (const auto &[owner, files] : lists) {
        text += "\n## " + codeSpan(owner.value) + '\n';
        for (const auto &[file, requests] : files)
            text += "\nIn " + codeSpan(file) + ":\n\n" + requests;
    }
    return text;
}

} // namespace meshwright::report
