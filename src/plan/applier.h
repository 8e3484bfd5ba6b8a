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

/// One request, and the items that it carries out.
template <typename Request>
struct Step
{
    std::vector<std::size_t> items;
    Request request;
};

/// A write that was accepted, or whose fate is in doubt, until its effect is seen.
struct Pending
{
    std::vector<std::size_t> items;
    std::size_t step = 0;
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
    using Refresh = std::function<void(const std::vector<Pending> &)>;
    using Judge = std::function<std::optional<Verdict>(const Pending &)>; ///< nothing: look again

    // Topics.
    void createTopics();
    void growPartitions();
    void changeSettings();
    std::optional<Verdict> judgeExisting(const PlanItem &item) const;
    std::optional<Verdict> judgeGrowth(std::size_t index) const;
    std::optional<Verdict> judgeSetting(std::size_t index) const;
    std::optional<std::string> replacedTopic(const PlanItem &item) const;

    bool isBlockedByTopic(const std::string &topic) const { return m_failedTopics.contains(topic); }

    // Schemas.
    std::vector<std::size_t> allSchemas(bool areDeleted);
    std::vector<std::size_t> nextSchemas(const std::vector<std::size_t> &rest);
    std::vector<std::size_t> openSubjects(const std::vector<std::size_t> &items);
    bool isBlockedBySchema(std::size_t index);
    void takeSchemas(const std::vector<std::size_t> &items);
    void sendSchemas(const std::vector<std::size_t> &items, const std::function<Outcomes()> &call);
    void settleSubjects(std::vector<Pending> pending);
    std::optional<Verdict> judgeSubject(const PlanItem &item) const;
    std::optional<Verdict> judgeMoved(const PlanItem &item) const;
    SchemaText withVersions(const SchemaText &schema) const;

    // ACLs.
    void addAcls();
    void removeAcls();

    // Items.
    std::vector<std::size_t> open(PlanKind kind, PlanAction action) const;

    const PlanItem &item(std::size_t index) const { return m_plan.items[index]; }

    void start(std::size_t index);
    /// Tells what the next request carries out; false: it must not be sent.
    bool announce(const std::vector<std::size_t> &indices);
    void finish(std::size_t index, ItemState state, std::string message = {});
    void finishAll(const std::vector<std::size_t> &indices, ItemState state,
                   const std::string &message);

    bool isOpen(std::size_t index) const { return !m_isFinished[index]; }

    /// Whether more may be sent. Before a loss is believed, the cluster is asked once.
    bool mayGoOn();

    // Reading.
    std::stop_token stopOfReads() const;
    std::set<std::string> topicsOf(const std::vector<std::size_t> &items) const;
    /// The open items of this kind, once their topics were read again.
    std::vector<std::size_t> openTopics(PlanKind kind, PlanAction action);
    bool readAcls(const std::vector<std::size_t> &forItems);
    void refreshTopics(const std::set<std::string> &names);
    void refreshAcls();
    void refreshSubjects(const std::set<std::string> &names);
    void noteLook(const std::optional<Error> &fault);
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
    template <typename Request, typename Call>
    std::vector<Pending> send(const std::vector<Step<Request>> &steps, std::size_t size,
                              IsDoubt isDoubt, Call call);
    void settleTopics(std::vector<Pending> pending, const Judge &judge);
    void settleAcls(std::vector<Pending> pending, const Judge &judge);
    void settle(std::vector<Pending> pending, const Refresh &refresh, const Judge &judge);
    bool look(std::vector<Pending> &pending, const Refresh &refresh, const Judge &judge);
    void giveUp(const std::vector<Pending> &pending);
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
    std::optional<Error> m_lost;   ///< why nothing more is sent, until a read succeeds
    std::optional<Error> m_halted; ///< why nothing may be sent any more
    bool m_isLossInDoubt = false;  ///< it may have been a cluster that answers, but took nothing
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

/// Whether the cluster itself may not have answered: a quota and a missing controller look alike.
inline bool isSilence(const Result<void> &outcome)
{
    return !outcome && (outcome.error().code == Error::Code::Timeout ||
                        outcome.error().code == Error::Code::Network);
}

template <typename Request, typename Call>
std::vector<Pending> Applier::send(const std::vector<Step<Request>> &steps, std::size_t size,
                                   IsDoubt isDoubt, Call call)
{
    std::vector<Pending> pending;
    std::size_t begin = 0;
    int silences = 0; // two end it: where there is no controller, each takes its time
    for (; begin < steps.size() && silences < 2 && mayGoOn(); begin += size) {
        const auto end = std::min(begin + size, steps.size());
        std::vector<Request> requests;
        std::vector<std::size_t> items;
        for (auto i = begin; i < end; ++i) {
            items.insert(items.end(), steps[i].items.begin(), steps[i].items.end());
            requests.push_back(steps[i].request);
        }
        if (!announce(items))
            break;
        Outcomes outcomes = call(requests);
        outcomes.resize(end - begin, tl::unexpected(noAnswer()));
        if (std::all_of(outcomes.begin(), outcomes.end(), isSilence)) {
            ++silences;
            m_lost = outcomes.back().error();
            // What is in flight is looked for anyway, before anything else is sent.
            m_isLossInDoubt = std::none_of(outcomes.begin(), outcomes.end(),
                                           [](const auto &o) { return isFateUnknown(o.error()); });
        }
        for (auto i = begin; i < end; ++i) {
            Pending entry{steps[i].items, i, std::nullopt};
            if (isOpenAfter(outcomes[i - begin], isDoubt, entry))
                pending.push_back(std::move(entry));
        }
    }
    for (; begin < steps.size() && m_lost; ++begin)
        finishAll(steps[begin].items, ItemState::Skipped, notTried());
    return pending;
}

} // namespace meshwright::plan
