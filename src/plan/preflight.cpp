// SPDX-License-Identifier: Apache-2.0
// What the cluster would refuse, said before anything is sent.
#include "meshwright/plan/guards.h"

#include <map>

namespace meshwright {

namespace {

constexpr std::size_t perRequest = 500;

/// Whether the cluster itself has judged, and not the way to it.
bool isVerdict(const Error &error)
{
    return error.code == Error::Code::Invalid || error.code == Error::Code::Denied ||
           error.code == Error::Code::Conflict;
}

void take(Plan &plan, const PlanItem &item, const Result<void> &outcome)
{
    if (outcome || !isVerdict(outcome.error()))
        return;
    plan.problems.push_back({Severity::Warning, item.resource,
                             "The cluster would refuse this: " + outcome.error().message,
                             item.reason});
}

template <typename Request, typename Call>
void ask(Plan &plan, const std::vector<std::pair<const PlanItem *, Request>> &requests, Call call)
{
    for (std::size_t begin = 0; begin < requests.size(); begin += perRequest) {
        const std::size_t end = std::min(begin + perRequest, requests.size());
        std::vector<Request> batch;
        for (std::size_t i = begin; i < end; ++i)
            batch.push_back(requests[i].second);
        const Outcomes outcomes = call(batch);
        for (std::size_t i = 0; i < std::min(outcomes.size(), batch.size()); ++i)
            take(plan, *requests[begin + i].first, outcomes[i]);
    }
}

} // namespace

void preflight(Plan &plan, Cluster &cluster, const std::stop_token &stop)
{
    std::vector<std::pair<const PlanItem *, NewTopic>> topics;
    std::vector<std::pair<const PlanItem *, SettingsChange>> settings;
    for (const PlanItem &item : plan.items) {
        if (const auto *creation = std::get_if<TopicCreation>(&item.change)) {
            topics.push_back(
                {&item,
                 {item.resource, creation->partitions, creation->replicas, creation->settings}});
        } else if (const auto *change = std::get_if<SettingChange>(&item.change)) {
            if (settings.empty() || settings.back().second.topic != item.resource)
                settings.push_back({&item, {item.resource, {}, {}}});
            if (change->after)
                settings.back().second.set[change->key] = *change->after;
            else
                settings.back().second.unset.push_back(change->key);
        }
    }
    ask(plan, topics, [&](const auto &batch) { return cluster.createTopics(batch, true, stop); });
    ask(plan, settings,
        [&](const auto &batch) { return cluster.changeSettings(batch, true, stop); });
}

} // namespace meshwright
