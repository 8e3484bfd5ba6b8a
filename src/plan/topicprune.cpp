// SPDX-License-Identifier: Apache-2.0
#include "plan/planner.h"

#include "meshwright/graph/groups.h"
#include "policy/topicfacts.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace meshwright::plan {

namespace {

PlanItem deletion(const PlanInput &input, const ActualTopic &topic, std::string_view owner)
{
    const auto *context = input.topology.context({std::string(owner)});
    PlanItem item;
    item.id = "topic:" + topic.name;
    item.action = PlanAction::Delete;
    item.kind = PlanKind::Topic;
    item.resource = topic.name;
    item.context = owner;
    item.change = TopicDeletion{topic.partitions};
    item.risk = Risk::Irreversible;
    item.reason = reasonAt(input.topology, context->idPlace,
                           "no channel of " + item.context + " names it any more");
    item.precondition = {{"topicId", topic.id}, {"partitions", std::to_string(topic.partitions)}};
    item.warning = "all its records are lost";
    return item;
}

} // namespace

bool isProtected(const Environment &environment, std::string_view name)
{
    const auto &names = environment.protectedTopics;
    return name.starts_with("__") || name == "_schemas" || isOfStreams(name) ||
           std::any_of(names.begin(), names.end(), [&](const std::string &pattern) {
               return policy::fitsPattern(name, pattern);
           });
}

void planTopicDeletions(const PlanInput &input, PlanParts &parts)
{
    if (!input.actual.topics)
        return;
    std::unordered_set<std::string_view> wanted;
    for (const auto &topic : input.desired.topics)
        wanted.insert(topic.name.value);
    std::map<std::string_view, std::size_t> doubtful;
    for (const auto &topic : *input.actual.topics) {
        const auto owner = input.ownership.ownerOf(topic.name);
        if (owner.empty() || owner == topic.name || !input.ownership.isAskedFor(owner) ||
            input.ownership.isHeldBack(owner))
            continue;
        ++parts.ownTopics;
        if (!input.deletes.topics || wanted.contains(topic.name) || topic.isInternal ||
            isProtected(input.environment, topic.name))
            continue;
        if (input.ownership.isSurelyOwn(topic.name, owner))
            parts.topicsDeleted.push_back(deletion(input, topic, owner));
        else
            ++doubtful[owner];
    }
    for (const auto &[owner, count] : doubtful) {
        parts.problems.push_back(
            {Severity::Info,
             std::string(owner),
             (count == 1 ? "1 topic below " + std::string(owner) + " is"
                         : std::to_string(count) + " topics below " + std::string(owner) + " are") +
                 " kept: by the names they may belong to another context, below this one. Delete "
                 "by hand what does not.",
             {}});
    }
}

} // namespace meshwright::plan
