// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "loading.h"
#include "options.h"

#include "meshwright/plan/plan.h"

#include <memory>
#include <stop_token>
#include <thread>

namespace meshwright::mw {

/// A plan against a live cluster, with the connection kept for apply.
struct LivePlan
{
    TopologyPtr topology;
    Environment environment;
    std::unique_ptr<Cluster> cluster;
    std::unique_ptr<SchemaRegistry> registry; ///< null: there is none
    Plan plan;
    bool isRegistryLost = false; ///< it could not be read

    Target target() const { return {*cluster, registry.get()}; }
};

/// Why there is none, and the exit code for that.
struct Failure
{
    Error error;
    int exitCode = 0;
};

/// Opens what the environment names: the cluster, and its schema registry.
std::optional<Failure> connectTo(LivePlan &live);

/// What the specs ask for beside what the cluster has; no plan is made yet.
struct Compared
{
    LivePlan live;
    DesiredState desired;
    ActualState actual;
};

/// Reads the specs and the cluster.
tl::expected<Compared, Failure> compareNow(const Options &options, const std::stop_token &stop);

tl::expected<LivePlan, Failure> planNow(const Options &options, std::stop_token stop);

/// Asks for a stop at Ctrl+C or SIGTERM; a second one ends the program at once.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_watcher;
};

} // namespace meshwright::mw
