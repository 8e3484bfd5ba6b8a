// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"
#include "meshwright/plan/plan.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace meshwright {

enum class ItemState { Done, Failed, Stale, Skipped, Unknown };

struct ItemResult
{
    std::string id;
    ItemState state = ItemState::Skipped;
    std::string message;
    std::string topicId = {}; ///< of a topic that was made, where the cluster tells
};

struct ApplyReport
{
    std::vector<ItemResult> items; ///< one for each of the plan's, in its order
    std::optional<Error> refused;  ///< why nothing at all was tried
    /// Why nothing more was sent: it can't be noted any more, or nobody is logged in any more.
    std::optional<Error> halted;
    bool cancelled = false;

    bool isComplete() const; ///< every item done
};

/// Called from apply's own thread.
struct ApplyObserver
{
    std::function<void(const PlanItem &)> started = {};
    std::function<void(const PlanItem &, const ItemResult &)> finished = {};
    /// Before each request, with the items that it carries out. Once it fails, nothing is sent.
    std::function<Result<void>(const std::vector<const PlanItem *> &)> sending = {};
};

/// How long to look for an effect, and how much goes into one request.
struct ApplyPace
{
    std::chrono::milliseconds deadline{30'000}; ///< per kind, for effects to become visible
    /// Between two looks: a part of what has been waited so far, so that an effect is seen soon
    /// after it shows, and the cluster isn't kept from it by being asked. Within these bounds.
    std::chrono::milliseconds shortestWait{50};
    std::chrono::milliseconds longestWait{1000};
    std::size_t topicsPerRequest = 500;
    std::size_t aclsPerRequest = 1000;
    /// How often a write is sent that the cluster puts off, and how long to wait before the second;
    /// each wait after it is twice as long, and up to a half of each is left to chance.
    int tries = 5;
    std::chrono::milliseconds retryPause{250};
    /// Before a batch is read once more, where something in it has moved.
    std::chrono::milliseconds movedPause{250};
};

/// Carries the plan out: refuses a plan with errors and another cluster's; sends each kind in
/// batches, right before each of which it re-reads what the batch changes and leaves out as stale
/// what moved, and then looks again until nothing more moves, for another run's request shows on
/// one topic before it does on the next; awaits every answer; reads back until the effect is
/// visible, another's stands in its place (then stale) or a deadline passes (then unknown). Where a
/// topic fails, what depends on it is skipped; ACLs of a context are removed only once all that are
/// added to it stand. A cluster that is lost is asked for nothing more: what was certainly not sent
/// is failed, what comes after it skipped. So is one that takes the login no more, once a new login
/// was tried. What the cluster puts off is sent again, a bounded number of times. `stop` ends it at
/// the next safe point. Schemas are registered in the order of their references: what refers to one
/// that failed is skipped.
ApplyReport apply(const Plan &plan, const Target &target, const ApplyObserver &observer,
                  std::stop_token stop, const ApplyPace &pace = {});

std::string_view nameOf(ItemState state); ///< done …

} // namespace meshwright
