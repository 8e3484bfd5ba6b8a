// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/observedreport.h"

#include "changetext.h"
#include "graphobject.h"

#include <string_view>

namespace meshwright::report {

namespace {

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json idsJson(const std::vector<ContextId> &ids)
{
    Json json = Json::array();
    for (const ContextId &id : ids)
        json.push_back(id.value);
    return json;
}

std::string_view titleOf(graph::Mismatch::Kind kind)
{
    switch (kind) {
    case graph::Mismatch::Kind::Undeclared:
        return "Read, and declared by no spec";
    case graph::Mismatch::Kind::Unread:
        return "Declared, and not read";
    case graph::Mismatch::Kind::IdleGrant:
        return "Granted, and neither declared nor read";
    case graph::Mismatch::Kind::StrayGroup:
        return "Consumer groups of no context";
    case graph::Mismatch::Kind::MissingTopic:
        return "Topics that the cluster does not show";
    case graph::Mismatch::Kind::StrayTopic:
        return "Topics of contexts that stand in no spec";
    }
    return {};
}

std::string lineOf(const graph::Mismatch &mismatch)
{
    if (mismatch.kind == graph::Mismatch::Kind::StrayGroup)
        return codeSpan(mismatch.group);
    std::string line = codeSpan(mismatch.topic.value);
    if (mismatch.kind <= graph::Mismatch::Kind::IdleGrant && !mismatch.contexts.empty())
        line += ": " + codeSpan(mismatch.contexts.back().value);
    return line;
}

std::string figuresText(const graph::Figures &figures)
{
    std::string text = figures.members ? std::to_string(*figures.members) +
                                             (*figures.members == 1 ? " consumer" : " consumers")
                                       : "consumers unknown";
    return figures.lag ? text + ", lag " + std::to_string(*figures.lag) : text;
}

} // namespace

std::string graphJson(const Topology &topology, const graph::Observed &observed,
                      const std::string &environment)
{
    Json seen = {{"environment", environment},
                 {"groups", observed.groups},
                 {"unknownGroups", observed.unknownGroups},
                 {"complete", observed.isComplete}};
    seen["readings"] = Json::array();
    for (const graph::Reading &reading : observed.readings)
        seen["readings"].push_back({{"topic", reading.topic.value},
                                    {"owner", reading.owner ? Json(reading.owner->value) : Json()},
                                    {"reader", reading.reader.value},
                                    {"groups", reading.groups},
                                    {"members", orNull(reading.figures.members)},
                                    {"lag", orNull(reading.figures.lag)}});
    seen["mismatches"] = Json::array();
    for (const graph::Mismatch &each : observed.mismatches)
        seen["mismatches"].push_back(
            {{"kind", nameOf(each.kind)},
             {"topic", each.topic.value.empty() ? Json() : Json(each.topic.value)},
             {"group", each.group.empty() ? Json() : Json(each.group)},
             {"contexts", idsJson(each.contexts)}});
    Json json = graphObject(topology);
    json["observed"] = std::move(seen);
    return printed(json);
}

std::string observedMarkdown(const graph::Observed &observed, const std::string &environment)
{
    std::string text = "\n## On the cluster of " + codeSpan(environment) + "\n\n";
    if (!observed.runsConsumers)
        text += "It is a sandbox, which runs no consumers.\n\n";
    else if (observed.readings.empty())
        text += "No context of these reads there.\n\n";
    for (const graph::Reading &reading : observed.readings)
        text += "- " + codeSpan(reading.reader.value) + " reads " + codeSpan(reading.topic.value) +
                ": " + figuresText(reading.figures) + '\n';
    if (!observed.readings.empty())
        text += '\n';
    const graph::Mismatch *last = nullptr;
    for (const graph::Mismatch &each : observed.mismatches) {
        if (!last || last->kind != each.kind)
            text += (last ? "\n### " : "### ") + std::string(titleOf(each.kind)) + "\n\n";
        text += "- " + lineOf(each) + '\n';
        last = &each;
    }
    while (text.ends_with("\n\n"))
        text.pop_back();
    return text;
}

} // namespace meshwright::report
