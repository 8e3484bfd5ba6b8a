// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/apply.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace meshwright::plan {

/// What a look at the cluster says of one write; nothing: not visible yet.
struct Verdict
{
    ItemState state = ItemState::Done;
    std::string message;
};

using Indices = std::vector<std::size_t>; ///< of the plan's items

/// One change, and the items that it carries out.
template <typename Request>
struct Step
{
    Indices items;
    Request request;
};

/// One kind of write.
template <typename Request>
struct Write
{
    /// What is to be sent for these items, as things stand now.
    std::function<std::vector<Step<Request>>(const Indices &)> prepare;
    std::function<Outcomes(const std::vector<Request> &)> call;
    bool (*isDoubt)(const Error &); ///< whether it may have taken effect all the same
};

/// A write that was accepted, or whose fate is in doubt, until its effect is seen.
struct Pending
{
    Indices items;
    std::optional<Error> doubt;
};

/// One run of a plan on a cluster.
class Applier
{
public:
    Applier(const Plan &plan, const Target &target, const ApplyObserver &observer,
            std::stop_token stop, const ApplyPace &pace);

    void applyTopics();
    void applySchemas();
    void applyAcls();
    void applySubjectDeletions();
    void applyDeletions();
    ApplyReport takeReport();

private:
    using IsDoubt = bool (*)(const Error &);
    /// What stands in the way of an item before it is sent.
    using Obstacle = std::function<std::optional<Verdict>(std::size_t index)>;
    using Refresh = std::function<void(const std::vector<Pending> &)>;
    /// Nothing: look again, unless it is the last look.
    using Judge = std::function<std::optional<Verdict>(const Pending &, bool isLast)>;

    // Topics.
    void createTopics();
    void growPartitions();
    void changeSettings();
    std::vector<Step<NewTopic>> newTopics(const Indices &items);
    std::vector<Step<PartitionGrowth>> growths(const Indices &items);
    std::vector<Step<SettingsChange>> settingsChanges(const Indices &items);
    std::vector<Step<std::string>> deletions(const Indices &items);
    std::optional<Verdict> obstacleToCreation(std::size_t index) const;
    std::optional<Verdict> obstacleToGrowth(std::size_t index) const;
    std::optional<Verdict> obstacleToSetting(std::size_t index) const;
    std::optional<Verdict> obstacleToDeletion(std::size_t index) const;
    std::optional<Verdict> judgeExisting(const PlanItem &item) const;
    std::optional<Verdict> judgeCreation(const Pending &entry, bool isLast) const;
    /// `isAccepted`: the cluster took what the item asks for, so whatever else stands came later.
    std::optional<Verdict> judgeGrowth(std::size_t index, bool isAccepted) const;
    std::optional<Verdict> judgeSetting(std::size_t index, bool isAccepted) const;
    std::optional<std::string> replacedTopic(const PlanItem &item) const;

    bool isBlockedByTopic(const std::string &topic) const { return m_failedTopics.contains(topic); }

    // Schemas.
    Indices allSchemas(bool areDeleted);
    Indices nextSchemas(const Indices &rest);
    Indices openSubjects(const Indices &items);
    bool isBlockedBySchema(std::size_t index);
    void takeSchemas(const Indices &items);
    void sendSchemas(const Indices &items, const std::function<Outcomes()> &call);
    void settleSubjects(std::vector<Pending> pending);
    std::optional<Verdict> judgeSubject(const PlanItem &item) const;
    std::optional<Verdict> judgeMoved(const PlanItem &item) const;
    SchemaText withVersions(const SchemaText &schema) const;

    // ACLs.
    void addAcls();
    void removeAcls();
    std::vector<Step<Acl>> aclsToAdd(const Indices &items);
    std::vector<Step<Acl>> aclsToRemove(const Indices &items);
    void settleAcls(std::vector<Pending> pending, bool areAdded);

    // Items.
    Indices open(PlanKind kind, PlanAction action) const;
    /// In turns of so many topics, and all that changes one of them in the same turn.
    std::vector<Indices> batchesOf(const Indices &items, std::size_t size) const;

    const PlanItem &item(std::size_t index) const { return m_plan.items[index]; }

    void start(std::size_t index);
    /// Tells what the next request carries out; false: it must not be sent.
    bool announce(const Indices &indices);
    void finish(std::size_t index, ItemState state, std::string message = {});
    void finishAll(const Indices &indices, ItemState state, const std::string &message);

    bool isOpen(std::size_t index) const { return !m_isFinished[index]; }

    /// Whether more may be sent. Before a loss is believed, the cluster is asked once.
    bool mayGoOn();

    // Reading.
    std::stop_token stopOfReads() const;
    std::set<std::string> topicsOf(const Indices &items) const;
    /// Those for which nothing stands in the way once their topics were read again; the others are
    /// finished. Where one has moved, the rest is read once more: another run's request shows on
    /// one topic before it does on the next, and who sent the rest then would leave a mix of both.
    Indices freeTopics(const Indices &items, const Obstacle &obstacle);
    bool finishBlocked(Indices &items, const Obstacle &obstacle);
    bool readAcls(const Indices &forItems);
    void refreshTopics(const std::set<std::string> &names);
    void refreshAcls();
    void refreshSubjects(const std::set<std::string> &names);
    void noteLook(const std::optional<Error> &fault);
    /// Logs in once more, for a token that ran out is got anew with it; else the run is over.
    bool isLoginBack(const Error &fault);
    /// As it was read last; null where the cluster has none.
    const ActualTopic *topic(const std::string &name) const;
    /// Why it is unknown whether there is such a topic, or null.
    const Error *topicFault(const std::string &name) const;
    /// As it was read last; null where the registry has none.
    const ActualSubject *subject(const std::string &name) const;
    const Error *subjectFault(const std::string &name) const;
    /// Why it is unknown how what the item changes stands, or null.
    const Error *readFault(const PlanItem &item) const;

    // Writing.
    /// Whether its effect has to be looked for; else it is finished.
    bool isOpenAfter(const Result<void> &outcome, IsDoubt isDoubt, Pending &entry);
    std::string notTried() const;
    template <typename Request>
    std::vector<Pending> send(const std::vector<Indices> &batches, const Write<Request> &write);
    template <typename Request>
    Outcomes callPatiently(const std::vector<Request> &requests, const Write<Request> &write);
    bool mayTryAgain(const Outcomes &outcomes, int tries);
    void settleTopics(std::vector<Pending> pending, const Judge &judge);
    void settle(std::vector<Pending> pending, const Refresh &refresh, const Judge &judge);
    bool look(std::vector<Pending> &pending, const Refresh &refresh, const Judge &judge);
    void giveUp(const std::vector<Pending> &pending, const Judge &judge);
    void wait(std::chrono::milliseconds time);

    const Plan &m_plan;
    Cluster &m_cluster;
    SchemaRegistry *m_registry; ///< null: there is none
    const ApplyObserver &m_observer;
    std::stop_token m_stop;
    ApplyPace m_pace;
    std::vector<ItemResult> m_results;
    std::vector<bool> m_isStarted;
    std::vector<bool> m_isFinished;
    std::unordered_map<std::string, Result<ActualTopic>> m_topics; ///< those that were asked for
    std::unordered_map<std::string, Result<ActualSubject>> m_subjects; ///< likewise
    std::set<Acl> m_acls;
    std::optional<Error> m_aclsFault; ///< why they could not be read
    std::set<std::string> m_failedTopics;
    std::set<std::string> m_failedSubjects;
    std::optional<Error> m_lost;    ///< why nothing more is sent, until a read succeeds
    std::optional<Error> m_halted;  ///< why nothing may be sent any more
    bool m_isLoginTried = false;    ///< anew, for the request in hand
    std::optional<Error> m_refused; ///< why nothing would be answered any more: the login
    bool m_isLossInDoubt = false;   ///< it may have been a cluster that answers, but took nothing
};

/// Whether a write that was answered so may yet have taken effect.
inline bool isFateUnknown(const Error &error)
{
    return error.code == Error::Code::Timeout;
}

/// Where a connector leaves an answer out.
inline Error noAnswer()
{
    return {Error::Code::Timeout, "the connector gave no answer", {}};
}

/// What was read under the name; null where nothing was, or there is none.
template <typename Readings>
auto readIn(const Readings &readings, const std::string &name)
    -> decltype(&*readings.begin()->second)
{
    const auto it = readings.find(name);
    return it == readings.end() || !it->second ? nullptr : &*it->second;
}

/// Why it is unknown what stands under the name, or null.
template <typename Readings>
const Error *faultIn(const Readings &readings, const std::string &name)
{
    const auto it = readings.find(name);
    const bool isKnown =
        it == readings.end() || it->second || it->second.error().code == Error::Code::NotFound;
    return isKnown ? nullptr : &it->second.error();
}

/// Whether it is not what was asked for that was refused, but who asks.
inline bool isRefusedLogin(const Error &error)
{
    return error.code == Error::Code::Denied && !error.where.empty();
}

/// Whether the cluster surely did nothing and may do it soon: a quota, a change of controller.
inline bool isPutOff(const Error &error)
{
    return error.code == Error::Code::Network && error.where.empty();
}

/// Whether the cluster itself may not have answered: a quota and a missing controller look alike.
inline bool isSilence(const Result<void> &outcome)
{
    return !outcome && (outcome.error().code == Error::Code::Timeout ||
                        outcome.error().code == Error::Code::Network);
}

template <typename Request>
Outcomes Applier::callPatiently(const std::vector<Request> &requests, const Write<Request> &write)
{
    m_isLoginTried = false;
    Outcomes outcomes = write.call(requests);
    outcomes.resize(requests.size(), tl::unexpected(noAnswer()));
    for (int tries = 1; mayTryAgain(outcomes, tries); ++tries) {
        std::vector<Request> rest;
        Indices places;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const bool isOver = outcomes[i] || !(isPutOff(outcomes[i].error()) ||
                                                 isRefusedLogin(outcomes[i].error()));
            if (isOver)
                continue;
            rest.push_back(requests[i]);
            places.push_back(i);
        }
        Outcomes answers = write.call(rest);
        answers.resize(rest.size(), tl::unexpected(noAnswer()));
        for (std::size_t i = 0; i < places.size(); ++i)
            outcomes[places[i]] = std::move(answers[i]);
    }
    return outcomes;
}

template <typename Request>
std::vector<Pending> Applier::send(const std::vector<Indices> &batches, const Write<Request> &write)
{
    std::vector<Pending> pending;
    auto batch = batches.begin();
    int silences = 0; // two end it: where there is no controller, each takes its time
    for (; batch != batches.end() && silences < 2 && mayGoOn(); ++batch) {
        const auto steps = write.prepare(*batch);
        std::vector<Request> requests;
        Indices items;
        for (const auto &step : steps) {
            items.insert(items.end(), step.items.begin(), step.items.end());
            requests.push_back(step.request);
        }
        if (steps.empty())
            continue;
        if (!announce(items))
            break;
        const Outcomes outcomes = callPatiently(requests, write);
        if (std::all_of(outcomes.begin(), outcomes.end(), isSilence)) {
            ++silences;
            m_lost = outcomes.back().error();
            // What is in flight is looked for anyway, before anything else is sent.
            m_isLossInDoubt = std::none_of(outcomes.begin(), outcomes.end(),
                                           [](const auto &o) { return isFateUnknown(o.error()); });
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            Pending entry{steps[i].items, std::nullopt};
            if (isOpenAfter(outcomes[i], write.isDoubt, entry))
                pending.push_back(std::move(entry));
        }
    }
    for (; batch != batches.end() && m_lost; ++batch)
        finishAll(*batch, ItemState::Skipped, notTried());
    return pending;
}

} // namespace meshwright::plan
