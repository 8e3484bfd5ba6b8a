// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/apply.h"
#include "support/fakecluster.h"

#include <QByteArray>

namespace meshwright::test {

inline constexpr ApplyPace quick{.deadline = std::chrono::milliseconds(60),
                                 .shortestWait = std::chrono::milliseconds(1),
                                 .longestWait = std::chrono::milliseconds(5),
                                 .topicsPerRequest = 2,
                                 .aclsPerRequest = 100,
                                 .retryPause = std::chrono::milliseconds(1),
                                 .movedPause = std::chrono::milliseconds(1)};

inline PlanItem itemFor(PlanKind kind, PlanAction action, const std::string &resource,
                        PlanChange change)
{
    PlanItem item;
    item.id = std::string(nameOf(kind)) + ':' + resource;
    item.kind = kind;
    item.action = action;
    item.resource = resource;
    item.context = "acme.a";
    item.change = std::move(change);
    return item;
}

inline PlanItem creation(const std::string &topic, int partitions = 1)
{
    return itemFor(PlanKind::Topic, PlanAction::Create, topic,
                   TopicCreation{partitions, std::nullopt, {{"retention.ms", "7"}}});
}

inline PlanItem growth(const ActualTopic &topic, int partitions)
{
    auto item = itemFor(PlanKind::Partitions, PlanAction::Update, topic.name,
                        PartitionChange{topic.partitions, partitions});
    item.precondition = {{"topicId", topic.id}};
    return item;
}

inline PlanItem setting(const ActualTopic &topic, const std::string &key,
                        const std::optional<std::string> &before,
                        const std::optional<std::string> &after)
{
    auto item = itemFor(PlanKind::Config, PlanAction::Update, topic.name,
                        SettingChange{key, before, after});
    item.id += ':' + key;
    item.precondition = {{"topicId", topic.id}};
    return item;
}

inline PlanItem access(const std::string &topic, PlanAction action = PlanAction::Create,
                       const std::string &principal = "User:b")
{
    const Acl acl{.name = topic, .principal = principal};
    return itemFor(PlanKind::Acl, action, describe(acl), AclChange{acl});
}

inline PlanItem deletion(const ActualTopic &topic)
{
    auto item =
        itemFor(PlanKind::Topic, PlanAction::Delete, topic.name, TopicDeletion{topic.partitions});
    item.precondition = {{"topicId", topic.id}};
    return item;
}

inline Plan planOf(std::vector<PlanItem> items)
{
    Plan plan;
    plan.clusterId = "cluster-1";
    plan.items = std::move(items);
    return plan;
}

inline ApplyReport run(const Plan &plan, FakeCluster &cluster, std::stop_token stop = {})
{
    return apply(plan, cluster, {}, std::move(stop), quick);
}

inline Error failure(Error::Code code)
{
    return {code, "as arranged", {}};
}

inline QByteArray statesOf(const ApplyReport &report)
{
    QByteArray text;
    for (const auto &item : report.items) {
        const auto name = nameOf(item.state);
        text += (text.isEmpty() ? "" : " ") + QByteArray(name.data(), qsizetype(name.size()));
    }
    return text;
}

inline bool says(const ItemResult &result, const char *text)
{
    return result.message.find(text) != std::string::npos;
}

} // namespace meshwright::test
