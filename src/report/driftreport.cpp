// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/driftreport.h"

#include "report/json.h"

namespace meshwright::report {

namespace {

Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json reasonJson(const Reason &reason)
{
    if (reason.file.empty())
        return nullptr;
    return {{"file", reason.file}, {"line", reason.line}};
}

} // namespace

std::string driftJson(const Drift &drift)
{
    Json items = Json::array();
    for (const DriftItem &item : drift.items)
        items.push_back({{"state", nameOf(item.state)},
                         {"kind", nameOf(item.kind)},
                         {"resource", item.resource},
                         {"setting", orNull(item.detail)},
                         {"context", item.context},
                         {"specs", orNull(item.specs)},
                         {"cluster", orNull(item.cluster)},
                         {"reason", reasonJson(item.reason)},
                         {"message", item.message}});
    Json problems = Json::array();
    for (const PlanProblem &problem : drift.problems)
        problems.push_back({{"resource", problem.resource},
                            {"message", problem.message},
                            {"reason", reasonJson(problem.reason)}});
    Json json = versioned();
    json["environment"] = drift.environment;
    json["clusterId"] = drift.clusterId;
    json["items"] = std::move(items);
    json["problems"] = std::move(problems);
    json["ownerless"] = drift.ownerless;
    json["unchanged"] = drift.unchanged;
    return printed(json);
}

} // namespace meshwright::report
