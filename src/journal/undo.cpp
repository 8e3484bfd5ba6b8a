// SPDX-License-Identifier: Apache-2.0
#include "meshwright/journal/undo.h"

#include "plan/settingvalue.h"

#include <algorithm>

namespace meshwright::journal {

namespace {

/// Adds what takes one item back to the plan, or why nothing does.
class Undo
{
public:
    Undo(Plan &plan, const Record &record, const TopicReadings &readings,
         const std::vector<std::string> &names)
        : m_plan(plan)
        , m_reason{{}, 0, "taken back: " + record.path.filename().string()}

    {
        for (std::size_t i = 0; i < names.size() && i < readings.size(); ++i)
            m_topics.emplace(names[i], readings[i]);
    }

    void add(const PlanItem &done, const std::string &topicId)
    {
        m_done = &done;
        m_topicId = topicId;
        std::visit([this](const auto &change) { addInverse(change); }, done.change);
    }

private:
    void addInverse(const TopicCreation &)
    {
        const auto found = m_topics.find(m_done->resource);
        if (found == m_topics.end())
            return refuse("the topic was made, and would go with its records: --prune deletes it");
        if (!found->second && found->second.error().code == Error::Code::NotFound)
            return; // it is gone already
        if (!found->second)
            return refuse("it could not be read: " + found->second.error().message);
        if (m_topicId.empty() || found->second->id != m_topicId)
            return refuse(m_topicId.empty()
                              ? "which topic was made is not known, so none of its name is deleted"
                              : "another topic has its name by now");
        auto item = inverse(PlanAction::Delete, TopicDeletion{found->second->partitions},
                            Risk::Irreversible);
        item.precondition = {{"topicId", found->second->id}};
        item.warning = "All of its records go with it, those written since too.";
        push(std::move(item));
    }

    void addInverse(const PartitionChange &) { refuse("a topic's partitions can't become fewer"); }

    void addInverse(const SettingChange &change)
    {
        const SettingChange back{change.key, change.after, change.before};
        const auto risk = plan::riskOf(back);
        auto item = inverse(PlanAction::Update, back, risk.risk);
        item.warning = risk.warning;
        if (const auto id = m_done->precondition.find("topicId"); id != m_done->precondition.end())
            item.precondition.insert(*id);
        push(std::move(item));
    }

    void addInverse(const AclChange &change)
    {
        const bool wasAdded = m_done->action == PlanAction::Create;
        push(inverse(wasAdded ? PlanAction::Delete : PlanAction::Create, change,
                     wasAdded ? Risk::Safe : Risk::WidensAccess));
    }

    void addInverse(const TopicDeletion &)
    {
        refuse("the topic was deleted with its records, which nobody has any more");
    }

    void addInverse(const SchemaChange &)
    {
        refuse("a registered schema stays, since records may be written with it");
    }

    void addInverse(const LevelChange &change)
    {
        if (!change.before)
            return refuse("the subject had no compatibility level of its own before, which no plan "
                          "takes away");
        auto item =
            inverse(PlanAction::Update, LevelChange{change.after, *change.before}, m_done->risk);
        item.precondition = {{"level", change.after}};
        push(std::move(item));
    }

    void addInverse(const SubjectDeletion &)
    {
        refuse("the subject was deleted; register its schema from its spec again");
    }

    PlanItem inverse(PlanAction action, PlanChange change, Risk risk) const
    {
        PlanItem item;
        item.id = "undo:" + m_done->id;
        item.action = action;
        item.kind = m_done->kind;
        item.resource = m_done->resource;
        item.context = m_done->context;
        item.change = std::move(change);
        item.risk = risk;
        item.reason = m_reason;
        return item;
    }

    void push(PlanItem item)
    {
        if (item.action == PlanAction::Create)
            ++m_plan.summary.creates;
        else if (item.action == PlanAction::Delete)
            ++m_plan.summary.deletes;
        else
            ++m_plan.summary.updates;
        m_plan.items.push_back(std::move(item));
    }

    void refuse(const std::string &why)
    {
        m_plan.problems.push_back(
            {Severity::Warning, m_done->resource, describe(*m_done) + " stays: " + why, m_reason});
    }

    Plan &m_plan;
    Reason m_reason;
    std::map<std::string, Result<ActualTopic>> m_topics;
    const PlanItem *m_done = nullptr;
    std::string m_topicId; ///< that the run made, where it is known
};

/// What the run itself did, not what it found done, in its order.
std::vector<const PlanItem *> doneItems(const Record &record)
{
    std::vector<const PlanItem *> items;
    for (const auto &item : record.head.plan.items) {
        const auto found = record.results.find(item.id);
        if (found != record.results.end() && found->second.state == ItemState::Done &&
            found->second.wasSent)
            items.push_back(&item);
    }
    return items;
}

} // namespace

Result<Plan> undoPlan(const Record &record, Cluster &cluster, bool deleteTopics,
                      const std::stop_token &stop)
{
    if (record.isRunning)
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "The run of this journal still goes on: wait for its end.",
                                    record.path.string()});
    const auto info = cluster.info(stop);
    if (!info)
        return tl::unexpected(info.error());
    const Plan &done = record.head.plan;
    if (info->clusterId != done.clusterId)
        return tl::unexpected(Error{Error::Code::Conflict,
                                    "The journal is of cluster " + done.clusterId +
                                        ", and this is " + info->clusterId + ".",
                                    {}});
    const auto items = doneItems(record);
    std::vector<std::string> made;
    for (const auto *item : items)
        if (deleteTopics && std::holds_alternative<TopicCreation>(item->change))
            made.push_back(item->resource);
    Plan plan;
    plan.environment = done.environment;
    plan.connector = done.connector;
    plan.clusterId = done.clusterId;
    plan.created = utcNow();
    Undo undo(plan, record, made.empty() ? TopicReadings() : cluster.describeTopics(made, stop),
              made);
    for (const auto *item : items)
        undo.add(*item, record.results.at(item->id).topicId);
    // Apply has an order of its own; this is the one that people read.
    std::stable_sort(plan.items.begin(), plan.items.end(), [](const auto &a, const auto &b) {
        const auto rank = [](const PlanItem &item) {
            return item.action != PlanAction::Delete ? 0 : item.kind == PlanKind::Acl ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
    return plan;
}

} // namespace meshwright::journal
