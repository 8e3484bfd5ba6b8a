// SPDX-License-Identifier: Apache-2.0
// What a plan would lose: records, and topics that are in use.
#include "meshwright/asyncapi/settingvalue.h"
#include "meshwright/plan/guards.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

namespace meshwright {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds recent = 24h;
constexpr std::size_t mostNamed = 3;

/// How old records grow by a setting that is cut, or nothing: it is not about time, or the
/// broker's.
std::optional<std::chrono::milliseconds> newAge(const PlanItem &item)
{
    const auto *change = std::get_if<SettingChange>(&item.change);
    if (!change || change->key != "retention.ms" || !change->after ||
        item.risk != Risk::AffectsData)
        return std::nullopt;
    const auto age = asyncapi::settingNumber(change->key, *change->after);
    if (!age || *age < 0)
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::int64_t>(*age));
}

bool isCut(const PlanItem &item)
{
    const auto *change = std::get_if<SettingChange>(&item.change);
    return change && item.risk == Risk::AffectsData &&
           (change->key.ends_with("retention.ms") || change->key.ends_with("retention.bytes") ||
            change->key == "cleanup.policy");
}

bool isDeletion(const PlanItem &item)
{
    return std::holds_alternative<TopicDeletion>(item.change);
}

std::string counted(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

void add(std::string &text, const std::string &more)
{
    text += (text.empty() ? "" : "; ") + more;
}

/// By topic, the groups that have members there, or that are at work and have read of it.
std::map<std::string, std::vector<std::string>> readersOf(const GroupReadings &readings)
{
    std::map<std::string, std::vector<std::string>> readers;
    for (const auto &[id, group] : readings.groups) {
        if (!group || group->state == "Empty" || group->state == "Dead")
            continue;
        std::set<std::string> topics;
        for (const auto &member : group->members.value_or(std::vector<GroupMember>{}))
            topics.insert(member.topics.begin(), member.topics.end());
        for (const auto &[topic, offsets] : group->committed)
            topics.insert(topic);
        for (const auto &topic : topics)
            readers[topic].push_back(id);
    }
    return readers;
}

/// A group that is at work, or of which that is not known, and that does not tell what it reads.
std::optional<std::string> silentGroup(const GroupReadings &readings)
{
    for (const auto &[id, group] : readings.groups) {
        const bool isAtWork = !group || (group->state != "Empty" && group->state != "Dead");
        if (isAtWork && (!group || (!group->members && group->committed.empty())))
            return id;
    }
    return std::nullopt;
}

std::string named(const std::vector<std::string> &groups)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(groups.size(), mostNamed); ++i)
        text += (i == 0 ? "" : ", ") + groups[i];
    if (groups.size() > mostNamed)
        text += " and " + std::to_string(groups.size() - mostNamed) + " more";
    return text;
}

class Weighing
{
public:
    Weighing(Plan &plan, Cluster &cluster, const std::stop_token &stop)
        : m_plan(plan)
        , m_cluster(cluster)
        , m_stop(stop)
    {}

    void weigh()
    {
        for (PlanItem &item : m_plan.items) {
            if (!isDeletion(item) && !isCut(item))
                continue;
            item.loss.clear();
            item.consent.clear();
            m_items.push_back(&item);
            m_topics.push_back({item.resource, newAge(item).value_or(recent)});
        }
        if (m_items.empty())
            return;
        m_counts = m_cluster.countRecords(m_topics, m_stop);
        m_counts.resize(m_items.size(),
                        tl::unexpected(Error{Error::Code::NotFound, "no answer", {}}));
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (isDeletion(*m_items[i]))
                weighDeletion(*m_items[i], m_counts[i]);
            else
                weighCut(*m_items[i], m_counts[i]);
        }
        judgeReaders();
    }

private:
    static void weighCut(PlanItem &item, const Result<RecordCount> &count)
    {
        if (!count)
            return add(item.loss, "how many these are is not known: " + count.error().message);
        if (newAge(item))
            add(item.loss, count->older == 0 ? "none of its " + counted(count->all) + " is as old"
                                             : "about " + std::to_string(count->older) + " of " +
                                                   counted(count->all) + " are as old");
        else
            add(item.loss, "it holds about " + counted(count->all) +
                               ", and how many of them go can't be told");
    }

    static void weighDeletion(PlanItem &item, const Result<RecordCount> &count)
    {
        if (!count)
            return add(item.consent,
                       "whether anybody writes to it is not known: " + count.error().message);
        add(item.loss, "it holds about " + counted(count->all));
        if (count->all > count->older)
            add(item.consent,
                "about " + counted(count->all - count->older) + " came within the last 24 hours");
    }

    void judgeReaders()
    {
        if (std::none_of(m_items.begin(), m_items.end(),
                         [](const PlanItem *item) { return isDeletion(*item); }))
            return;
        const auto readings = m_cluster.readGroups(m_stop);
        const auto silent = readings ? silentGroup(*readings) : std::nullopt;
        const auto readers =
            readings ? readersOf(*readings) : std::map<std::string, std::vector<std::string>>{};
        for (PlanItem *item : m_items) {
            if (!isDeletion(*item))
                continue;
            const auto found = readers.find(item->resource);
            if (!readings)
                add(item->consent,
                    "whether anybody reads it is not known: " + readings.error().message);
            else if (found != readers.end())
                add(item->consent, "it is read by " + named(found->second));
            else if (silent)
                add(item->consent, "whether " + *silent + " reads it is not known");
            else if (!readings->isComplete)
                add(item->consent,
                    "whether anybody reads it is not known, for not all groups may be seen");
        }
    }

    Plan &m_plan;
    Cluster &m_cluster;
    const std::stop_token &m_stop;
    std::vector<PlanItem *> m_items;
    std::vector<AgedTopic> m_topics;
    std::vector<Result<RecordCount>> m_counts;
};

} // namespace

std::vector<Result<RecordCount>> Cluster::countRecords(const std::vector<AgedTopic> &topics,
                                                       std::stop_token /*stop*/)
{
    return {topics.size(),
            tl::unexpected(Error{Error::Code::NotFound, "this connector can't count records", {}})};
}

void weighLosses(Plan &plan, Cluster &cluster, const std::stop_token &stop)
{
    Weighing(plan, cluster, stop).weigh();
}

std::vector<const PlanItem *> withoutConsent(const Plan &plan, const std::set<std::string> &given)
{
    std::vector<const PlanItem *> items;
    for (const PlanItem &item : plan.items)
        if (!item.consent.empty() && !given.contains(item.resource))
            items.push_back(&item);
    return items;
}

} // namespace meshwright
