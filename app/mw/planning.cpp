// SPDX-License-Identifier: Apache-2.0
#include "planning.h"

#include "meshwright/plan/guards.h"
#include "terminal.h"

#include "connectors/connectors.h"

#include <csignal>
#include <ctime>
#include <unistd.h>

namespace meshwright::mw {

namespace {

sigset_t interruptSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

tl::unexpected<Failure> failed(const Error &error, int exitCode)
{
    return tl::unexpected(Failure{error, exitCode});
}

} // namespace

Interruption::Interruption()
{
    const sigset_t set = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr); // inherited by every later thread
    m_watcher = std::jthread([this, set](const std::stop_token &end) {
        const timespec pause{0, 100'000'000};
        while (!end.stop_requested()) {
            const int signal = sigtimedwait(&set, nullptr, &pause);
            if (signal < 0)
                continue;
            if (m_source.stop_requested())
                _exit(128 + signal);
            say("stopping at the next safe point; press Ctrl+C again to leave at once");
            m_source.request_stop();
        }
    });
}

Interruption::~Interruption()
{
    m_watcher.request_stop();
}

namespace {

Result<Prune> pruneOf(const std::string &kinds)
{
    Prune prune;
    for (std::size_t at = 0; at < kinds.size();) {
        const std::size_t end = std::min(kinds.find(',', at), kinds.size());
        const std::string kind = kinds.substr(at, end - at);
        at = end + 1;
        if (kind == "all")
            prune = {true, true, true, true};
        else if (!addKind(prune, kind))
            return tl::unexpected(Error{Error::Code::Invalid,
                                        "'" + kind +
                                            "' is nothing that a plan deletes: --prune takes "
                                            "topics, access, settings and schemas, with commas, or "
                                            "stands alone for all",
                                        {}});
    }
    return prune;
}

} // namespace

std::optional<Failure> connectTo(LivePlan &live)
{
    auto cluster = connect(live.environment);
    if (!cluster)
        return Failure{cluster.error(), Unavailable};
    live.cluster = std::move(*cluster);
    auto registry = findConnector(live.environment.connector)->openRegistry(live.environment);
    if (!registry)
        return Failure{registry.error(), Unavailable};
    live.registry = std::move(*registry);
    return std::nullopt;
}

tl::expected<Compared, Failure> compareNow(const Options &options, const std::stop_token &stop)
{
    Compared compared;
    LivePlan &live = compared.live;
    const auto topology = load(options.target);
    if (!topology)
        return failed(topology.error(), Unreadable);
    live.topology = *topology;
    const Workspace &workspace = *live.topology->workspace;
    if (const auto missing = missingSpecs(workspace)) {
        for (const std::string &message : unreadableFiles(workspace))
            say(message);
        return failed(*missing, Unreadable);
    }
    auto environment = askedEnvironment(workspace.settings(), options);
    if (!environment)
        return failed(environment.error(), Usage);
    live.environment = **environment;
    if (auto failure = connectTo(live))
        return tl::unexpected(std::move(*failure));
    compared.desired = desiredState(*live.topology, &live.environment);
    compared.actual = readActualState(live.target(), compared.desired, stop);
    const ActualState &actual = compared.actual;
    if (!actual.topics)
        return failed(actual.topics.error(), Unavailable);
    live.isRegistryLost =
        !compared.desired.subjects.empty() && actual.subjects && !actual.subjects->has_value();
    return compared;
}

tl::expected<LivePlan, Failure> planNow(const Options &options, std::stop_token stop)
{
    const auto prune = pruneOf(options.prune);
    if (!prune)
        return failed(prune.error(), Usage);
    auto compared = compareNow(options, stop);
    if (!compared)
        return tl::unexpected(std::move(compared.error()));
    LivePlan live = std::move(compared->live);
    PlanOptions planOptions;
    planOptions.prune = *prune;
    live.plan = makePlan(*live.topology, live.environment, compared->desired, compared->actual,
                         lint(*live.topology), planOptions);
    preflight(live.plan, *live.cluster, stop);
    weighLosses(live.plan, *live.cluster, stop);
    return live;
}

} // namespace meshwright::mw
