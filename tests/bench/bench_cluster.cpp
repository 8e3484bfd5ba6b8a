// SPDX-License-Identifier: Apache-2.0
// 1 000 topics with settings and their ACLs on a real broker: our apply beside a bare librdkafka
// loop that sends the same batches and waits until the broker shows them. Ours keeps its journal
// and its audit trail, in a folder below the current one: fsync on a disk in memory costs nothing.
// Each run has a broker of its own, and they take turns, so that neither meets what the other left.
#include "bareloop.h"
#include "generator.h"
#include "stopwatch.h"

#include "connectors/connectors.h"
#include "support/kafkabroker.h"

#include "meshwright/journal/recordedrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>

using namespace meshwright;
using namespace meshwright::bench;

namespace {

constexpr int rounds = 3;
constexpr auto passwordVariable = "MESHWRIGHT_BENCH_PASSWORD";

struct Times
{
    std::vector<double> loop;
    std::vector<double> shown;
    std::vector<double> bare; ///< the two together
    std::vector<double> planned;
    std::vector<double> applied;
    std::vector<double> again;
    std::map<PlanKind, std::vector<double>> lastDone;
    bool complete = true;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double timeOf(const std::function<void()> &work)
{
    return measure(1, work).median;
}

Environment environmentFor(const test::KafkaBroker &broker)
{
    Environment environment;
    environment.name = "bench";
    environment.guard = Guard::Dev;
    environment.bootstrap =
        broker.bootstrap(test::KafkaBroker::Listener::SaslPlaintext).toStdString();
    environment.replicas = 1;
    environment.security = {{"protocol", "SASL_PLAINTEXT"},
                            {"mechanism", "PLAIN"},
                            {"username", "admin"},
                            {"password", "${env:MESHWRIGHT_BENCH_PASSWORD}"}};
    return environment;
}

/// A broker that holds nothing yet, and what is to be made there.
struct Setting
{
    explicit Setting(const TopologyPtr &company)
        : topology(company)
    {
        if (const auto started = broker.start(); !started) {
            std::fprintf(stderr, "%s\n", qPrintable(started.error()));
            std::exit(69);
        }
        environment = environmentFor(broker);
        desired = desiredState(*topology, &environment);
        cluster = findConnector("kafka")->open(environment).value();
    }

    Plan plan() const
    {
        return makePlan(*topology, environment, desired, readActualState(*cluster, {}), {}, {});
    }

    TopologyPtr topology;
    test::KafkaBroker broker;
    Environment environment;
    DesiredState desired;
    std::unique_ptr<Cluster> cluster;
};

void runBare(const TopologyPtr &company, Times &times)
{
    const Setting setting(company);
    setting.plan(); // the broker has been read once in either run
    BareLoop loop(setting.environment.bootstrap, std::getenv(passwordVariable));
    times.loop.push_back(timeOf([&] { loop.create(setting.desired); }));
    times.shown.push_back(timeOf([&] { loop.awaitShown(setting.desired); }));
    times.bare.push_back(times.loop.back() + times.shown.back());
}

void runOurs(const TopologyPtr &company, Times &times)
{
    const Setting setting(company);
    Plan plan;
    times.planned.push_back(timeOf([&] { plan = setting.plan(); }));
    ApplyReport report;
    std::map<PlanKind, double> lastDone;
    const auto begin = std::chrono::steady_clock::now();
    ApplyObserver observer;
    observer.finished = [&](const PlanItem &item, const ItemResult &) {
        lastDone[item.kind] =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
    };
    const QTemporaryDir state(QDir::current().filePath(QStringLiteral("bench-state-XXXXXX")));
    const journal::Desk desk{state.path().toStdString(), "bench_cluster", "generated"};
    times.applied.push_back(timeOf([&] {
        auto run = journal::applyRecorded(plan, *setting.cluster, observer, {}, desk);
        for (const auto &fault : run.faults)
            std::fprintf(stderr, "not noted: %s\n", fault.message.c_str());
        report = std::move(run.report);
    }));
    for (const auto &[kind, time] : lastDone)
        times.lastDone[kind].push_back(time);
    const auto open = std::find_if(report.items.begin(), report.items.end(),
                                   [](const auto &item) { return item.state != ItemState::Done; });
    if (open != report.items.end())
        std::fprintf(stderr, "not done: %s: %s\n", open->id.c_str(), open->message.c_str());
    times.again.push_back(timeOf([&] { plan = setting.plan(); }));
    times.complete = times.complete && report.isComplete() && plan.isEmpty();
}

std::string listed(const std::vector<double> &values)
{
    std::string text = milliseconds(median(values)) + " (";
    for (const double value : values)
        text += (text.ends_with('(') ? "" : ", ") + milliseconds(value);
    return text + ')';
}

void printAll(const Times &times, const std::string &size)
{
    std::printf("| what | measured: median (each) | aim |\n| --- | --- | --- |\n");
    print("bare loop: " + size + ", until answered", listed(times.loop), "");
    print("then until the broker shows them", listed(times.shown), "");
    print("the two together", listed(times.bare), "");
    print(std::string("apply with its journal, each item read back") +
              (times.complete ? "" : " (not complete)"),
          listed(times.applied), "≤ 1.2 × the bare loop");
    for (const auto &[kind, values] : times.lastDone)
        print("… of which all of kind " + std::string(nameOf(kind)) + " done after", listed(values),
              "");
    char ratio[32];
    std::snprintf(ratio, sizeof ratio, "%.2f", median(times.applied) / median(times.bare));
    print("ratio of the medians", ratio, "≤ 1.2");
    print("read the empty cluster and plan", listed(times.planned), "");
    print("read the full one and plan: nothing to do", listed(times.again), "");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    setenv(passwordVariable, qPrintable(test::KafkaBroker::passwordOf("admin")), 1);
    const auto company = buildTopology(Workspace::fromTexts(
        generate({.domains = 10, .contexts = 10, .topics = 10, .partitions = 1})));
    Times times;
    for (int round = 0; round < rounds; ++round) {
        const bool isBareFirst = round % 2 == 0;
        if (isBareFirst)
            runBare(company, times);
        runOurs(company, times);
        if (!isBareFirst)
            runBare(company, times);
    }
    const DesiredState desired = desiredState(*company, nullptr);
    printAll(times, std::to_string(desired.topics.size()) + " topics, " +
                        std::to_string(desired.acls.size()) + " ACLs");
    return times.complete ? 0 : 1;
}
