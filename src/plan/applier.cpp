// SPDX-License-Identifier: Apache-2.0
#include "plan/applier.h"

#include <condition_variable>
#include <mutex>
#include <random>

namespace meshwright::plan {

Applier::Applier(const Plan &plan, const Target &target, const ApplyObserver &observer,
                 std::stop_token stop, const ApplyPace &pace)
    : m_plan(plan)
    , m_cluster(target.cluster)
    , m_registry(target.registry)
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

Indices Applier::open(PlanKind kind, PlanAction action) const
{
    Indices indices;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        if (isOpen(i) && item(i).kind == kind && item(i).action == action)
            indices.push_back(i);
    }
    return indices;
}

std::vector<Indices> Applier::batchesOf(const Indices &items, std::size_t size) const
{
    std::map<std::string_view, std::size_t> places; // in the order of the plan
    std::vector<Indices> batches;
    for (const auto index : items) {
        const auto place = places.try_emplace(item(index).resource, places.size()).first->second;
        if (batches.size() <= place / size)
            batches.emplace_back();
        batches[place / size].push_back(index);
    }
    return batches;
}

void Applier::start(std::size_t index)
{
    if (m_isStarted[index])
        return;
    m_isStarted[index] = true;
    if (m_observer.started)
        m_observer.started(item(index));
}

bool Applier::announce(const Indices &indices)
{
    std::vector<const PlanItem *> items;
    for (const auto index : indices)
        items.push_back(&item(index));
    if (m_observer.sending) {
        if (const auto told = m_observer.sending(items); !told) {
            m_halted = told.error();
            return false;
        }
    }
    for (const auto index : indices)
        start(index);
    return true;
}

void Applier::finish(std::size_t index, ItemState state, std::string message)
{
    if (m_isFinished[index])
        return;
    m_isFinished[index] = true;
    m_results[index].state = state;
    m_results[index].message = std::move(message);
    if (item(index).kind == PlanKind::Topic && item(index).action == PlanAction::Create) {
        const auto *made = topic(item(index).resource);
        if (state != ItemState::Done)
            m_failedTopics.insert(item(index).resource);
        else if (made != nullptr)
            m_results[index].topicId = made->id;
    }
    if (state != ItemState::Done && item(index).kind == PlanKind::Schema)
        m_failedSubjects.insert(item(index).resource);
    if (m_observer.finished)
        m_observer.finished(item(index), m_results[index]);
}

void Applier::finishAll(const Indices &indices, ItemState state, const std::string &message)
{
    for (const auto index : indices)
        finish(index, state, message);
}

bool Applier::mayGoOn()
{
    if (m_lost && m_isLossInDoubt && !m_stop.stop_requested()) {
        m_isLossInDoubt = false;
        if (const auto reached = m_cluster.info(m_stop))
            m_lost.reset();
        else if (reached.error().code != Error::Code::Cancelled)
            m_lost = reached.error();
    }
    return !m_stop.stop_requested() && !m_lost && !m_halted && !m_refused;
}

// After a stop, what is in flight is still looked for once: the call's own deadline ends it.
std::stop_token Applier::stopOfReads() const
{
    return m_stop.stop_requested() ? std::stop_token{} : m_stop;
}

void Applier::refreshTopics(const std::set<std::string> &names)
{
    const std::vector<std::string> asked(names.begin(), names.end());
    auto readings = m_cluster.describeTopics(asked, stopOfReads());
    readings.resize(asked.size(), tl::unexpected(noAnswer()));
    const auto isRefused = [](const auto &reading) {
        return !reading && isRefusedLogin(reading.error());
    };
    const auto refused = std::find_if(readings.begin(), readings.end(), isRefused);
    if (refused != readings.end() && isLoginBack(refused->error())) {
        readings = m_cluster.describeTopics(asked, stopOfReads());
        readings.resize(asked.size(), tl::unexpected(noAnswer()));
    }
    bool isAnswered = false;
    std::optional<Error> latest;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        m_topics.insert_or_assign(asked[i], std::move(readings[i]));
        if (const auto *fault = topicFault(asked[i]))
            latest = *fault;
        else
            isAnswered = true;
    }
    noteLook(isAnswered ? std::nullopt : latest);
}

void Applier::refreshAcls()
{
    auto acls = m_cluster.readAcls(stopOfReads());
    if (!acls && isRefusedLogin(acls.error()) && isLoginBack(acls.error()))
        acls = m_cluster.readAcls(stopOfReads());
    m_aclsFault.reset();
    if (acls)
        m_acls = {acls->begin(), acls->end()};
    else
        m_aclsFault = std::move(acls.error());
    noteLook(m_aclsFault);
}

bool Applier::isLoginBack(const Error &fault)
{
    if (m_refused)
        return false;
    const auto reached = m_cluster.info(stopOfReads());
    if (!reached)
        m_refused = isRefusedLogin(reached.error()) ? reached.error() : fault;
    return reached.has_value();
}

void Applier::noteLook(const std::optional<Error> &fault)
{
    if (!fault) {
        m_lost.reset();
    } else if (fault->code == Error::Code::Network) {
        m_lost = fault;
        m_isLossInDoubt = true;
    } else if (isRefusedLogin(*fault)) {
        m_refused = m_refused.value_or(*fault);
    }
}

Indices Applier::freeTopics(const Indices &items, const Obstacle &obstacle)
{
    Indices left = items;
    refreshTopics(topicsOf(left));
    while (finishBlocked(left, obstacle) && !left.empty()) { // each time at least one less
        wait(m_pace.movedPause);
        if (m_stop.stop_requested())
            return {};
        refreshTopics(topicsOf(left));
    }
    return left;
}

/// Whether one of them has moved since it was planned.
bool Applier::finishBlocked(Indices &items, const Obstacle &obstacle)
{
    Indices left;
    bool hasMoved = false;
    for (const auto index : items) {
        const auto *fault = topicFault(item(index).resource);
        if (m_refused)
            continue; // the run is over
        if (fault != nullptr) {
            finish(index, m_stop.stop_requested() ? ItemState::Skipped : ItemState::Failed,
                   "not tried, since its topic could not be read again: " + fault->message);
        } else if (const auto verdict = obstacle(index)) {
            hasMoved = hasMoved || verdict->state == ItemState::Stale;
            finish(index, verdict->state, verdict->message);
        } else {
            left.push_back(index);
        }
    }
    items = std::move(left);
    return hasMoved;
}

bool Applier::readAcls(const Indices &forItems)
{
    refreshAcls();
    if (m_aclsFault && !m_refused) {
        finishAll(forItems, m_stop.stop_requested() ? ItemState::Skipped : ItemState::Failed,
                  "not tried, since the ACLs could not be read again: " + m_aclsFault->message);
    }
    return !m_aclsFault;
}

std::set<std::string> Applier::topicsOf(const Indices &items) const
{
    std::set<std::string> names;
    for (const auto index : items)
        names.insert(item(index).resource);
    return names;
}

const ActualTopic *Applier::topic(const std::string &name) const
{
    return readIn(m_topics, name);
}

const Error *Applier::topicFault(const std::string &name) const
{
    return faultIn(m_topics, name);
}

const Error *Applier::readFault(const PlanItem &item) const
{
    if (item.kind == PlanKind::Acl)
        return m_aclsFault ? &*m_aclsFault : nullptr;
    if (item.kind == PlanKind::Schema)
        return subjectFault(item.resource);
    return topicFault(item.resource);
}

bool Applier::isOpenAfter(const Result<void> &outcome, IsDoubt isDoubt, Pending &entry)
{
    if (outcome)
        return true;
    const auto &error = outcome.error();
    if (isDoubt(error)) {
        entry.doubt = error;
        return true;
    }
    if (error.code == Error::Code::Cancelled)
        finishAll(entry.items, ItemState::Skipped, "cancelled before it was tried");
    else
        finishAll(entry.items, ItemState::Failed, error.message);
    return false;
}

// The words of a lost answer are about the write that it was for, not about this one.
std::string Applier::notTried() const
{
    const std::string text = m_isLossInDoubt
                                 ? "not tried, since the cluster took nothing of what came before"
                                 : "not tried, since the cluster stopped answering";
    return isFateUnknown(*m_lost) ? text : text + ": " + m_lost->message;
}

bool Applier::mayTryAgain(const Outcomes &outcomes, int tries)
{
    const auto is = [](bool (*kind)(const Error &)) {
        return [kind](const auto &outcome) { return !outcome && kind(outcome.error()); };
    };
    const auto refused = std::find_if(outcomes.begin(), outcomes.end(), is(isRefusedLogin));
    if (refused != outcomes.end()) {
        if (!m_isLoginTried && isLoginBack(refused->error()))
            return m_isLoginTried = true;
        m_refused = m_refused.value_or(refused->error());
        return false;
    }
    if (tries >= m_pace.tries || std::none_of(outcomes.begin(), outcomes.end(), is(isPutOff)))
        return false;
    static thread_local std::minstd_rand chance(std::random_device{}());
    const auto longest = m_pace.retryPause * (1 << std::min(tries - 1, 10));
    wait(longest / 2 + longest / 2 * std::int64_t(chance() % 101) / 100);
    return !m_stop.stop_requested();
}

void Applier::wait(std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, m_stop, time, [] { return false; });
}

// True while something is still awaited.
bool Applier::look(std::vector<Pending> &pending, const Refresh &refresh, const Judge &judge)
{
    refresh(pending);
    std::vector<Pending> rest;
    for (auto &entry : pending) {
        const bool isRead = readFault(item(entry.items.front())) == nullptr;
        if (const auto verdict = isRead ? judge(entry, false) : std::nullopt)
            finishAll(entry.items, verdict->state, verdict->message);
        else
            rest.push_back(std::move(entry));
    }
    pending = std::move(rest);
    return !pending.empty();
}

void Applier::settle(std::vector<Pending> pending, const Refresh &refresh, const Judge &judge)
{
    if (pending.empty())
        return;
    const auto start = std::chrono::steady_clock::now();
    while (look(pending, refresh, judge)) {
        const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start);
        const auto pause = std::max(m_pace.shortestWait, std::min(elapsed / 5, m_pace.longestWait));
        if (m_stop.stop_requested() || m_refused || elapsed + pause > m_pace.deadline)
            return giveUp(pending, judge);
        wait(pause);
    }
}

// Looks only at the topics that are still awaited; one that can't be read stays so.
void Applier::settleTopics(std::vector<Pending> pending, const Judge &judge)
{
    settle(
        std::move(pending),
        [this](const auto &awaited) {
            std::set<std::string> names;
            for (const auto &entry : awaited)
                names.insert(item(entry.items.front()).resource);
            refreshTopics(names);
        },
        judge);
}

void Applier::giveUp(const std::vector<Pending> &pending, const Judge &judge)
{
    const std::string seconds =
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(m_pace.deadline).count());
    const std::string span = m_stop.stop_requested() ? "before it was cancelled"
                             : m_refused             ? "before the login ended"
                                                     : "within " + seconds + " s";
    for (const auto &entry : pending) {
        auto message = entry.doubt ? entry.doubt->message + "; its effect was not seen " + span
                                   : "accepted, but its effect was not seen " + span;
        if (const auto *fault = readFault(item(entry.items.front()))) {
            if (!m_refused)
                message += ", and the cluster could not be read: " + fault->message;
        } else if (const auto verdict = judge(entry, true)) {
            finishAll(entry.items, verdict->state, verdict->message);
        }
        finishAll(entry.items, ItemState::Unknown, message + ". Plan again to see what stands.");
    }
}

ApplyReport Applier::takeReport()
{
    const bool isCancelled = m_stop.stop_requested();
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        if (isOpen(i))
            finish(i, ItemState::Skipped,
                   m_halted      ? "not tried: " + m_halted->message
                   : isCancelled ? "cancelled before it was tried"
                   : m_refused   ? "not tried, since the login was not taken any more"
                   : m_lost      ? notTried()
                                 : "not carried out by this version");
    }
    ApplyReport report;
    report.items = std::move(m_results);
    report.halted = m_halted;
    if (m_refused && !m_halted && !isCancelled) {
        report.halted = m_refused;
        report.halted->message += " Nothing more was sent. Once the login works again, go on with "
                                  "this run: what is done is not done twice.";
    }
    report.cancelled = isCancelled && !report.isComplete();
    return report;
}

} // namespace meshwright::plan
