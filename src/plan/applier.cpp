// SPDX-License-Identifier: Apache-2.0
#include "plan/applier.h"

#include <condition_variable>
#include <mutex>

namespace meshwright::plan {

Applier::Applier(const Plan &plan, Cluster &cluster, const ApplyObserver &observer,
                 std::stop_token stop, const ApplyPace &pace)
    : m_plan(plan)
    , m_cluster(cluster)
    , m_observer(observer)
    , m_stop(std::move(stop))
    , m_pace(pace)
    , m_results(plan.items.size())
    , m_isStarted(plan.items.size())
    , m_isFinished(plan.items.size())
{
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        m_results[i].id = plan.items[i].id;
    m_pace.topicsPerRequest = std::max<std::size_t>(m_pace.topicsPerRequest, 1);
    m_pace.aclsPerRequest = std::max<std::size_t>(m_pace.aclsPerRequest, 1);
}

std::vector<std::size_t> Applier::open(PlanKind kind, PlanAction action) const
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        if (isOpen(i) && item(i).kind == kind && item(i).action == action)
            indices.push_back(i);
    }
    return indices;
}

void Applier::start(std::size_t index)
{
    if (m_isStarted[index])
        return;
    m_isStarted[index] = true;
    if (m_observer.started)
        m_observer.started(item(index));
}

void Applier::finish(std::size_t index, ItemState state, std::string message)
{
    if (m_isFinished[index])
        return;
    m_isFinished[index] = true;
    m_results[index].state = state;
    m_results[index].message = std::move(message);
    if (state != ItemState::Done && item(index).kind == PlanKind::Topic &&
        item(index).action == PlanAction::Create)
        m_failedTopics.insert(item(index).resource);
    if (m_observer.finished)
        m_observer.finished(item(index), m_results[index]);
}

void Applier::finishAll(const std::vector<std::size_t> &indices, ItemState state,
                        const std::string &message)
{
    for (const auto index : indices)
        finish(index, state, message);
}

Result<void> Applier::refreshTopics()
{
    // After a stop, what is in flight is still looked for once: the call's own deadline ends it.
    auto topics = m_cluster.readTopics(m_stop.stop_requested() ? std::stop_token{} : m_stop);
    if (!topics)
        return tl::unexpected(topics.error());
    m_topics.clear();
    m_topics.reserve(topics->size());
    for (auto &topic : *topics) {
        auto name = topic.name;
        m_topics.emplace(std::move(name), std::move(topic));
    }
    return {};
}

Result<void> Applier::refreshAcls()
{
    auto acls = m_cluster.readAcls(m_stop.stop_requested() ? std::stop_token{} : m_stop);
    if (!acls)
        return tl::unexpected(acls.error());
    m_acls = {acls->begin(), acls->end()};
    return {};
}

bool Applier::readTopics(const std::vector<std::size_t> &forItems)
{
    const auto result = refreshTopics();
    if (!result) {
        finishAll(forItems, m_stop.stop_requested() ? ItemState::Skipped : ItemState::Failed,
                  "not tried, since the topics could not be read again: " + result.error().message);
    }
    return result.has_value();
}

bool Applier::readAcls(const std::vector<std::size_t> &forItems)
{
    const auto result = refreshAcls();
    if (!result) {
        finishAll(forItems, m_stop.stop_requested() ? ItemState::Skipped : ItemState::Failed,
                  "not tried, since the ACLs could not be read again: " + result.error().message);
    }
    return result.has_value();
}

const ActualTopic *Applier::topic(const std::string &name) const
{
    const auto it = m_topics.find(name);
    return it == m_topics.end() ? nullptr : &it->second;
}

void Applier::wait(std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, m_stop, time, [] { return false; });
}

// True while something is still awaited.
bool Applier::look(std::vector<Pending> &pending, const std::function<Result<void>()> &refresh,
                   const std::function<std::optional<Verdict>(const Pending &)> &judge)
{
    const auto read = refresh();
    m_lastReadFault = read ? std::string{} : read.error().message;
    if (!read)
        return true;
    std::vector<Pending> rest;
    for (auto &entry : pending) {
        if (const auto verdict = judge(entry))
            finishAll(entry.items, verdict->state, verdict->message);
        else
            rest.push_back(std::move(entry));
    }
    pending = std::move(rest);
    return !pending.empty();
}

void Applier::settle(std::vector<Pending> pending, const std::function<Result<void>()> &refresh,
                     const std::function<std::optional<Verdict>(const Pending &)> &judge)
{
    if (pending.empty())
        return;
    const auto deadline = std::chrono::steady_clock::now() + m_pace.deadline;
    auto pause = m_pace.firstWait;
    while (look(pending, refresh, judge)) {
        if (m_stop.stop_requested() || std::chrono::steady_clock::now() + pause > deadline)
            return giveUp(pending);
        wait(pause);
        pause = std::min(pause * 2, m_pace.longestWait);
    }
}

void Applier::giveUp(const std::vector<Pending> &pending)
{
    const std::string seconds =
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(m_pace.deadline).count());
    const std::string span =
        m_stop.stop_requested() ? "before it was cancelled" : "within " + seconds + " s";
    for (const auto &entry : pending) {
        auto message = entry.doubt ? entry.doubt->message + "; its effect was not seen " + span
                                   : "accepted, but its effect was not seen " + span;
        if (!m_lastReadFault.empty())
            message += ", and the cluster could not be read: " + m_lastReadFault;
        finishAll(entry.items, ItemState::Unknown, message + ". Plan again to see what stands.");
    }
}

ApplyReport Applier::takeReport()
{
    const bool isCancelled = m_stop.stop_requested();
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        if (isOpen(i))
            finish(i, ItemState::Skipped,
                   isCancelled ? "cancelled before it was tried"
                               : "not carried out by this version");
    }
    ApplyReport report;
    report.items = std::move(m_results);
    report.cancelled = isCancelled && !report.isComplete();
    return report;
}

} // namespace meshwright::plan
