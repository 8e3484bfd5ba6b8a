// SPDX-License-Identifier: Apache-2.0
#include "meshwright/cost/costs.h"
#include "plan/planning.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using cost::Gap;

namespace {

constexpr double gibibyte = 1024.0 * 1024 * 1024;
const PriceList prices{"EUR", 1.5, 0.25, {}};

std::string withVolume(const std::string &name, const std::string &binding,
                       const std::string &volume)
{
    return channelOf(name, binding) + "    x-volume: " + volume + "\n";
}

cost::TopicCost costOf(const std::string &channel, const PriceList &list = prices,
                       const Environment *environment = nullptr)
{
    const auto topology = topologyOf({{"a.yaml", specOf("acme.a.b", channel)}});
    const auto costs = cost::topicCosts(*topology, list, environment);
    return costs.size() == 1 ? costs.front() : cost::TopicCost();
}

} // namespace

class TestCosts : public QObject
{
    Q_OBJECT

private slots:

    void sizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("bytes"); // below 0: none
        QTest::newRow("bytes") << "1500" << 1500.0;
        QTest::newRow("thousands") << "20 MB" << 2e7;
        QTest::newRow("1024s") << "1.5GiB" << 1.5 * gibibyte;
        QTest::newRow("nothing") << "" << -1.0;
        QTest::newRow("no number") << "much" << -1.0;
        QTest::newRow("no unit") << "5 apples" << -1.0;
        QTest::newRow("another case") << "5 gb" << -1.0;
        QTest::newRow("negative") << "-5" << -1.0;
        QTest::newRow("infinite") << "inf" << -1.0;
        QTest::newRow("no number at all") << "nan" << -1.0;
        QTest::newRow("beyond any cluster") << "99999999999999 TiB" << -1.0;
        QTest::newRow("beyond a double") << QString(400, u'9') << -1.0;
    }

    void sizes()
    {
        QFETCH(QString, text);
        QFETCH(double, bytes);
        const auto read = asyncapi::bytesIn(text.toStdString());
        QCOMPARE(read.has_value(), bytes >= 0);
        QCOMPARE(read.value_or(bytes), bytes);
    }

    void eachReplicaOfAPartitionIsPaidFor()
    {
        const auto cost = costOf(channelOf("_public.x", "partitions: 6, replicas: 3"));
        QCOMPARE(cost.forPartitions.value_or(0), 27.0);
        QCOMPARE(cost.domain, std::string("acme.a"));
    }

    void volume_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("volume");
        QTest::addColumn<double>("gibibytes"); // of one copy; below 0: not known
        QTest::addColumn<bool>("isBound");
        QTest::addColumn<QString>("gap");
        const auto row = [](const char *name, const char *settings, const char *volume,
                            double gibibytes, bool isBound, const char *gap) {
            QTest::newRow(name) << settings << volume << gibibytes << isBound << gap;
        };
        row("nothing is declared", "retention.ms: 1000", "{}", -1, false, "volume");
        row("a bound for each partition", "retention.bytes: 1073741824", "{}", 2, true, "");
        row("no bound", "retention.bytes: -1", "{}", -1, false, "volume");
        row("a bound that is no number", "retention.bytes: x", "{}", -1, false, "volume");
        row("a day's bytes for as long as they stay", "retention.ms: 259200000",
            "{bytesPerDay: 2 GiB}", 6, false, "");
        row("less than the bound", "retention.ms: 86400000, retention.bytes: 1073741824",
            "{bytesPerDay: 1 GiB}", 1, false, "");
        row("more than the bound", "retention.ms: 259200000, retention.bytes: 1073741824",
            "{bytesPerDay: 2 GiB}", 2, true, "");
        row("for how long is not said", "compression.type: zstd", "{bytesPerDay: 2 GiB}", -1, false,
            "retention");
        row("bounded, for how long is not said", "retention.bytes: 1073741824",
            "{bytesPerDay: 2 GiB}", 2, true, "");
        row("for ever", "retention.ms: -1", "{bytesPerDay: 2 GiB}", -1, false, "unlimited");
        row("no size", "retention.ms: 1000, retention.bytes: 9", "{bytesPerDay: plenty}", -1, false,
            "malformed");
        row("no mapping", "retention.ms: 1000", "plenty", -1, false, "malformed");
        row("compacted", "cleanup.policy: [compact], retention.bytes: 5", "{bytesPerDay: 2 GiB}",
            -1, false, "volume");
        row("compacted, and its size is declared", "cleanup.policy: [compact]",
            "{retainedBytes: 3 GiB}", 3, false, "");
        row("compacted and deleted", "cleanup.policy: [compact, delete], retention.ms: 86400000",
            "{bytesPerDay: 2 GiB}", 2, false, "");
        row("what is kept, and no size", "retention.ms: 1000", "{retainedBytes: [5]}", -1, false,
            "malformed");
    }

    void volume()
    {
        QFETCH(QString, settings);
        QFETCH(QString, volume);
        QFETCH(double, gibibytes);
        QFETCH(bool, isBound);
        QFETCH(QString, gap);
        const auto cost = costOf(withVolume("_public.x",
                                            "partitions: 2, replicas: 3, topicConfiguration: {" +
                                                settings.toStdString() + "}",
                                            volume.toStdString()));
        QCOMPARE(cost.forPartitions.value_or(0), 9.0);
        QCOMPARE(cost.retained.has_value(), gibibytes >= 0);
        if (cost.retained) {
            QCOMPARE(cost.retained->bytes, gibibytes * gibibyte);
            QCOMPARE(cost.retained->isBound, isBound);
            QCOMPARE(cost.forVolume.value_or(0), gibibytes * 3 * 0.25);
            QVERIFY(cost.gaps.empty());
        } else {
            QVERIFY(!cost.forVolume);
            QCOMPARE(cost.gaps.size(), std::size_t(1));
            QCOMPARE(QString::fromUtf8(nameOf(*cost.gaps.begin()).data()), gap);
        }
    }

    void aSpecOfAsyncApi3DeclaresItsVolumeToo()
    {
        const auto topology = topologyOf(
            {{"a.yaml",
              "asyncapi: 3.0.0\nid: 'urn:acme.a.b'\ninfo: {title: t, version: '1'}\n"
              "channels:\n  x:\n    address: _public.x\n    x-volume: {retainedBytes: 1 GiB}\n"
              "    bindings: {kafka: {replicas: 1}}\n"
              "operations:\n  s: {action: send, channel: {$ref: '#/channels/x'}}\n"}});
        const auto costs = cost::topicCosts(*topology, prices, nullptr);
        QCOMPARE(costs.size(), std::size_t(1));
        QCOMPARE(costs.front().forVolume.value_or(0), 0.25);
    }

    void whatIsNotKnownIsNeverNothing()
    {
        const auto bare = costOf(channelOf("_public.x"));
        QVERIFY(!bare.amount() && !bare.forPartitions && !bare.forVolume);
        QVERIFY((bare.gaps == std::set{Gap::Partitions, Gap::Replicas, Gap::Volume}));
        const auto wrong = costOf(channelOf("_public.x", "partitions: 0, replicas: -2"));
        QVERIFY(!wrong.amount());
        const auto free = costOf(channelOf("_public.x", "partitions: 6, replicas: 3"),
                                 {"EUR", 0.0, std::nullopt, {}});
        QVERIFY(free.amount() == 0.0 && free.gaps.empty()); // what has no price is no gap
    }

    void theEnvironmentsOverridesCount()
    {
        Environment environment;
        environment.replicas = 2;
        environment.partitions = 4;
        environment.topicSettings = {{"retention.ms", "86400000"}};
        const auto cost =
            costOf(withVolume("_public.x", "", "{bytesPerDay: 1 GiB}"), prices, &environment);
        QCOMPARE(cost.partitions.value_or(0), 4);
        QCOMPARE(cost.forPartitions.value_or(0), 12.0);
        QCOMPARE(cost.forVolume.value_or(0), 0.5);
    }

    void sumsSayHowMuchIsMissing()
    {
        const auto topology = topologyOf(
            {{"a.yaml", specOf("acme.a.b", channelOf("_public.x", "partitions: 1, replicas: 1") +
                                               channelOf("_public.y"))},
             {"b.yaml", specOf("acme.c.d", channelOf("_public.z", "partitions: 2, replicas: 1, "
                                                                  "topicConfiguration: "
                                                                  "{retention.bytes: 0}"))}});
        const auto costs = cost::topicCosts(*topology, prices, nullptr);
        const auto contexts = cost::byContext(costs);
        QCOMPARE(contexts.size(), std::size_t(2));
        const cost::Sum &first = contexts.at("acme.a.b");
        QCOMPARE(first.topics, std::size_t(2));
        QCOMPARE(first.incomplete, std::size_t(2));
        QCOMPARE(first.amount().value_or(0), 1.5);
        QCOMPARE(first.gaps.at(Gap::Volume), std::size_t(2));
        const cost::Sum second = cost::byDomain(costs).at("acme.c");
        QVERIFY(second.incomplete == 0 && second.amount() == 3.0 && second.forVolume == 0.0);
        QCOMPARE(cost::sumOf(costs).amount().value_or(0), 4.5);
    }

    void aChangeIsOfWhatCostsSomethingElse()
    {
        const std::string settings =
            "version: 1\ncosts: {currency: EUR, partition: 2, environment: prod}\n"
            "environments: {prod: {bootstrap: 'a:1', overrides: {replicas: 3}}}\n";
        const auto company = [&](const std::string &channels, const std::string &file) {
            return topologyOf(
                {{"a.yaml", specOf("acme.a.b", channels)}, {"meshwright.yaml", file}});
        };
        const std::string kept = channelOf("_public.kept", "partitions: 7");
        const auto before = company(kept + channelOf("_public.x", "partitions: 1") +
                                        channelOf("_public.gone", "partitions: 2"),
                                    settings);
        const auto after = company(kept + channelOf("_public.x", "partitions: 3") +
                                       channelOf("_public.come", "partitions: 1"),
                                   settings);
        const auto change = cost::changeOf(*before, *after);
        QVERIFY(change);
        QCOMPARE(change->before.amount().value_or(0), 18.0);
        QCOMPARE(change->after.amount().value_or(0), 24.0);
        QCOMPARE(change->gone.amount().value_or(0), 12.0);
        QCOMPARE(change->gone.topics, std::size_t(1));
        QVERIFY(!cost::changeOf(*before, *before));
        const auto unpriced = company(kept, "version: 1\n");
        QVERIFY(!cost::changeOf(*unpriced, *after));
    }
};

QTEST_GUILESS_MAIN(TestCosts)
#include "tst_costs.moc"
