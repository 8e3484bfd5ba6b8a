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
    Applier(const Plan &plan, Cluster &cluster, const ApplyObserver &observer, std::stop_token stop,
            const ApplyPace &pace);

    void applyTopics();
    void applyAcls();
    void applyDeletions();
    ApplyReport takeReport();

private:
    using IsDoubt = bool (*)(const Error &);

    // Topics.
    void createTopics();
    void growPartitions();
    void changeSettings();
    std::optional<Verdict> judgeExisting(const PlanItem &item) const;
    std::optional<Verdict> judgeGrowth(std::size_t index) const;
    std::optional<Verdict> judgeSetting(std::size_t index) const;
    std::optional<std::string> replacedTopic(const PlanItem &item) const;

    bool isBlockedByTopic(const std::string &topic) const { return m_failedTopics.contains(topic); }

    // ACLs.
    void addAcls();
    void removeAcls();

    // Items.
    std::vector<std::size_t> open(PlanKind kind, PlanAction action) const;

    const PlanItem &item(std::size_t index) const { return m_plan.items[index]; }

    void start(std::size_t index);
    void finish(std::size_t index, ItemState state, std::string message = {});
    void finishAll(const std::vector<std::size_t> &indices, ItemState state,
                   const std::string &message);

    bool isOpen(std::size_t index) const { return !m_isFinished[index]; }

    // Reading.
    bool readTopics(const std::vector<std::size_t> &forItems);
    bool readAcls(const std::vector<std::size_t> &forItems);
    Result<void> refreshTopics();
    Result<void> refreshAcls();
    const ActualTopic *topic(const std::string &name) const;

    // Writing.
    template <typename Request, typename Call>
    std::vector<Pending> send(const std::vector<Step<Request>> &steps, std::size_t size,
                              IsDoubt isDoubt, Call call);
    void settle(std::vector<Pending> pending, const std::function<Result<void>()> &refresh,
                const std::function<std::optional<Verdict>(const Pending &)> &judge);
    bool look(std::vector<Pending> &pending, const std::function<Result<void>()> &refresh,
              const std::function<std::optional<Verdict>(const Pending &)> &judge);
    void giveUp(const std::vector<Pending> &pending);
    void wait(std::chrono::milliseconds time);

    const Plan &m_plan;
    Cluster &m_cluster;
    const ApplyObserver &m_observer;
    std::stop_token m_stop;
    ApplyPace m_pace;
    std::vector<ItemResult> m_results;
    std::vector<bool> m_isStarted;
    std::vector<bool> m_isFinished;
    std::unordered_map<std::string, ActualTopic> m_topics;
    std::set<Acl> m_acls;
    std::set<std::string> m_failedTopics;
    std::string m_lastReadFault;
};

/// Whether a write that was answered so may yet have taken effect.
inline bool isFateUnknown(const Error &error)
{
    return error.code == Error::Code::Timeout || error.code == Error::Code::Cancelled ||
           error.code == Error::Code::Network;
}

template <typename Request, typename Call>
std::vector<Pending> Applier::send(const std::vector<Step<Request>> &steps, std::size_t size,
                                   IsDoubt isDoubt, Call call)
{
    std::vector<Pending> pending;
    bool isAnswering = true;
    for (std::size_t begin = 0; begin < steps.size() && !m_stop.stop_requested(); begin += size) {
        const auto end = std::min(begin + size, steps.size());
        if (!isAnswering) {
            for (auto i = begin; i < end; ++i)
                finishAll(steps[i].items, ItemState::Skipped,
                          "not tried, since the cluster stopped answering");
            continue;
        }
        std::vector<Request> requests;
        for (auto i = begin; i < end; ++i) {
            std::for_each(steps[i].items.begin(), steps[i].items.end(),
                          [this](auto index) { start(index); });
            requests.push_back(steps[i].request);
        }
        const Outcomes outcomes = call(requests);
        isAnswering = false;
        for (auto i = begin; i < end; ++i) {
            const auto outcome =
                i - begin < outcomes.size()
                    ? outcomes[i - begin]
                    : tl::unexpected(
                          Error{Error::Code::Timeout, "the connector gave no answer", {}});
            isAnswering = isAnswering || outcome || !isFateUnknown(outcome.error());
            if (outcome)
                pending.push_back({steps[i].items, i, std::nullopt});
            else if (isDoubt(outcome.error()))
                pending.push_back({steps[i].items, i, outcome.error()});
            else
                finishAll(steps[i].items, ItemState::Failed, outcome.error().message);
        }
    }
    return pending;
}

} // namespace meshwright::plan
