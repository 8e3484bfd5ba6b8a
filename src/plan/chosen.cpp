// SPDX-License-Identifier: Apache-2.0
// A plan of a few items that somebody chose.
#include "plan/planner.h"

#include <algorithm>
#include <array>

namespace meshwright::plan {

namespace {

/// Whether one of the ids is of this resource: `config:acme.x:retention.ms` is of `acme.x`.
bool isChosen(const std::set<std::string> &ids, const std::string &resource)
{
    return std::any_of(ids.begin(), ids.end(), [&](const std::string &id) {
        const std::string_view rest = std::string_view(id).substr(id.find(':') + 1);
        return rest.starts_with(resource) &&
               (rest.size() == resource.size() || rest[resource.size()] == ':');
    });
}

bool isOfAll(const PlanProblem &problem)
{
    constexpr std::array<std::string_view, 5> all{"topics", "access", "acls", "schemas", "deletes"};
    return std::find(all.begin(), all.end(), problem.resource) != all.end();
}

} // namespace

void keepOnly(PlanParts &parts, const std::set<std::string> &ids)
{
    std::size_t left = 0;
    for (auto *list :
         {&parts.topics, &parts.partitions, &parts.settings, &parts.schemas, &parts.aclsAdded,
          &parts.aclsRemoved, &parts.subjectsDeleted, &parts.topicsDeleted})
        left += std::erase_if(*list, [&](const PlanItem &item) { return !ids.contains(item.id); });
    parts.lostAccess = std::min(parts.lostAccess, parts.aclsRemoved.size());
    std::erase_if(parts.problems, [&](const PlanProblem &problem) {
        return !isOfAll(problem) && !isChosen(ids, problem.resource);
    });
    if (left > 0)
        parts.problems.push_back({Severity::Info,
                                  "plan",
                                  std::to_string(left) +
                                      (left == 1 ? " other change is" : " other changes are") +
                                      " left out: only what was chosen is planned.",
                                  {}});
}

} // namespace meshwright::plan
