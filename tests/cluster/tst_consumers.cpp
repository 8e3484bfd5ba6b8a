// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"
#include "support/kafkaclient.h"

#include "meshwright/plan/observe.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace meshwright;
using test::KafkaBroker;
using test::KafkaClient;
using Listener = KafkaBroker::Listener;

namespace {

QByteArray text(const Error &error)
{
    return QByteArray::fromStdString(error.message);
}

template <typename T>
Error errorOf(const Result<T> &result)
{
    return result ? Error{Error::Code::Invalid, "no error at all", {}} : result.error();
}

const GroupReading *find(const GroupReadings &readings, const std::string &id)
{
    const auto found = std::find_if(readings.groups.begin(), readings.groups.end(),
                                    [&](const auto &each) { return each.id == id; });
    return found == readings.groups.end() ? nullptr : &*found;
}

std::int64_t sum(const std::map<int, std::int64_t> &offsets)
{
    std::int64_t total = 0;
    for (const auto &[partition, offset] : offsets)
        total += offset;
    return total;
}

constexpr int slow = 20000; // ms

} // namespace

// Who reads on a real broker, and how far, as other people's consumers make it so.
class TestConsumers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void aReaderAndItsLag();
    void theNewerProtocolTellsNoMembers();
    void aGroupThatMayNotBeSeenIsUnknown();
    void whoMaySeeSomeKnowsThatTheseAreNotAll();
    void whoMaySeeNoneIsRefused();
    void manyGroups();
    void stopsSoon();
    void aSilentBrokerEndsTheReadAndNotTheProgram();

private:
    std::unique_ptr<Cluster> as(const QString &user) const
    {
        return test::open(test::environmentOf(m_broker, Listener::SaslPlaintext, user));
    }

    KafkaClient client() const { return {m_broker, Listener::SaslPlaintext, "admin", "PLAIN"}; }

    void allow(const QString &user, ResourceType type, const std::string &name) const;
    /// As soon as a reader sees it so: brokers hear of ACLs and members a moment later.
    template <typename Wanted>
    std::optional<GroupReadings> awaitGroups(Cluster &cluster, const Wanted &wanted) const;

    KafkaBroker m_broker{
        {.users = {"watcher", "friend", "stranger"}, .plaintext = false, .settings = {}}};
    const std::string m_topic = "acme.shop._public.order";
};

void TestConsumers::initTestCase()
{
    const auto started = m_broker.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    const auto cluster = as("admin");
    const auto created = cluster->createTopics({{m_topic, 3, 1, {}}}, false, {});
    QVERIFY2(created.at(0), text(errorOf(created.at(0))));
    const auto isThere = [&] {
        const auto topic = cluster->describeTopics({m_topic}, {});
        return topic.at(0) && topic.at(0)->partitions == 3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), slow);
    const auto produced = client().produce(QString::fromStdString(m_topic), "x", 10);
    QVERIFY2(produced, qPrintable(produced ? QString() : produced.error()));
}

void TestConsumers::cleanup()
{
    m_broker.resume();
}

void TestConsumers::allow(const QString &user, ResourceType type, const std::string &name) const
{
    Acl acl;
    acl.resourceType = type;
    acl.name = name;
    acl.principal = "User:" + user.toStdString();
    acl.operation = AclOperation::Describe;
    const auto done = as("admin")->createAcls({acl}, {});
    QVERIFY2(done.at(0), text(errorOf(done.at(0))));
}

template <typename Wanted>
std::optional<GroupReadings> TestConsumers::awaitGroups(Cluster &cluster,
                                                        const Wanted &wanted) const
{
    const QDeadlineTimer deadline(slow);
    while (!deadline.hasExpired()) {
        if (auto groups = cluster.readGroups({}); groups && wanted(*groups))
            return std::move(*groups);
        QTest::qWait(100);
    }
    return std::nullopt;
}

// Ten records are there; of these the group has read four.
void TestConsumers::aReaderAndItsLag()
{
    auto member = client().join(QString::fromStdString(m_topic), "acme.ledger.app", 4);
    QVERIFY2(member, qPrintable(member ? QString() : member.error()));
    const auto cluster = as("admin");
    const auto running = awaitGroups(*cluster, [](const GroupReadings &groups) {
        const auto *reading = find(groups, "acme.ledger.app");
        return reading && reading->group && reading->group->members &&
               !reading->group->members->empty();
    });
    QVERIFY(running);
    QVERIFY(running->isComplete);
    const ConsumerGroup &group = *find(*running, "acme.ledger.app")->group;
    QCOMPARE(group.state, std::string("Stable"));
    QCOMPARE(group.members->size(), std::size_t(1));
    QVERIFY(group.members->front().topics == std::vector<std::string>{m_topic});
    QCOMPARE(sum(group.committed.at(m_topic)), std::int64_t(4));

    const auto observed = observe(*cluster, {});
    QVERIFY2(observed, text(errorOf(observed)));
    const auto company = buildTopology(Workspace::fromTexts(
        {{"shop.yaml", "asyncapi: 2.6.0\nid: urn:acme.shop\ninfo: {title: S, version: 1.0.0}\n"
                       "channels: {_public.order: {publish: {}}}\n"},
         {"ledger.yaml", "asyncapi: 2.6.0\nid: urn:acme.ledger\n"
                         "info: {title: L, version: 1.0.0}\nchannels: {}\n"}}));
    const auto compared = graph::seenBy(*company, *observed, nullptr);
    QCOMPARE(compared.readings.size(), std::size_t(1));
    QCOMPARE(compared.readings[0].reader.value, std::string("acme.ledger"));
    QVERIFY(compared.readings[0].figures == (graph::Figures{1, 6, std::nullopt}));

    member->reset();
    const auto left = awaitGroups(*cluster, [](const GroupReadings &groups) {
        const auto *reading = find(groups, "acme.ledger.app");
        return reading && reading->group && reading->group->state == "Empty";
    });
    QVERIFY(left);
    const ConsumerGroup &gone = *find(*left, "acme.ledger.app")->group;
    QVERIFY(gone.members && gone.members->empty());
    QCOMPARE(sum(gone.committed.at(m_topic)), std::int64_t(4)); // what it read is kept

    // Ends move as records come.
    QVERIFY(client().produce(QString::fromStdString(m_topic), "x", 5));
    const auto ends = cluster->readEnds({});
    QVERIFY2(ends, text(errorOf(ends)));
    const auto topic = std::find_if(ends->begin(), ends->end(),
                                    [this](const auto &each) { return each.topic == m_topic; });
    QVERIFY(topic != ends->end() && topic->ends);
    QCOMPARE(topic->ends->size(), std::size_t(3));
    QCOMPARE(std::accumulate(topic->ends->begin(), topic->ends->end(), std::int64_t(0)),
             std::int64_t(15));
}

void TestConsumers::theNewerProtocolTellsNoMembers()
{
    KafkaClient newer = client();
    newer.set("group.protocol", "consumer");
    const auto member = newer.join(QString::fromStdString(m_topic), "acme.ledger.newer", 2);
    QVERIFY2(member, qPrintable(member ? QString() : member.error()));
    const auto groups = as("admin")->readGroups({});
    QVERIFY2(groups, text(errorOf(groups)));
    const auto *reading = find(*groups, "acme.ledger.newer");
    QVERIFY(reading);
    QVERIFY2(reading->group, text(errorOf(reading->group)));
    QVERIFY(!reading->group->members); // not none
    QCOMPARE(sum(reading->group->committed.at(m_topic)), std::int64_t(2));
}

void TestConsumers::aGroupThatMayNotBeSeenIsUnknown()
{
    QVERIFY(client().join(QString::fromStdString(m_topic), "acme.open", 1));
    QVERIFY(client().join(QString::fromStdString(m_topic), "acme.hidden", 1));
    allow("watcher", ResourceType::Cluster, "kafka-cluster");
    allow("watcher", ResourceType::Topic, m_topic);
    allow("watcher", ResourceType::Group, "acme.open");
    const auto cluster = as("watcher");
    const auto groups = awaitGroups(*cluster, [this](const GroupReadings &groups) {
        const auto *open = find(groups, "acme.open");
        return open && open->group && open->group->committed.contains(m_topic);
    });
    QVERIFY(groups);
    QVERIFY(groups->isComplete);
    const auto *hidden = find(*groups, "acme.hidden");
    QVERIFY(hidden); // it is there, and not taken for gone
    const Error error = errorOf(hidden->group);
    QVERIFY2(error.code == Error::Code::Denied, text(error));
    QVERIFY2(text(error).contains("User:watcher needs DESCRIBE on GROUP acme.hidden"), text(error));
}

void TestConsumers::whoMaySeeSomeKnowsThatTheseAreNotAll()
{
    QVERIFY(client().join(QString::fromStdString(m_topic), "acme.friend", 1));
    allow("friend", ResourceType::Group, "acme.friend");
    const auto cluster = as("friend");
    const auto groups = awaitGroups(
        *cluster, [](const GroupReadings &groups) { return groups.groups.size() == 1; });
    QVERIFY(groups);
    QVERIFY(!groups->isComplete);
    QCOMPARE(groups->groups.front().id, std::string("acme.friend"));
    QVERIFY(groups->groups.front().group);
}

void TestConsumers::whoMaySeeNoneIsRefused()
{
    const Error error = errorOf(as("stranger")->readGroups({}));
    QVERIFY2(error.code == Error::Code::Denied, text(error));
    QVERIFY2(text(error).contains("User:stranger needs DESCRIBE on the cluster"), text(error));
}

void TestConsumers::manyGroups()
{
    constexpr int count = 2000;
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids << QStringLiteral("acme.many.%1").arg(i, 4, 10, QLatin1Char('0'));
    const auto committed = client().commit(QString::fromStdString(m_topic), ids, 3);
    QVERIFY2(committed, qPrintable(committed ? QString() : committed.error()));
    const auto cluster = as("admin");
    for (int round = 0; round < 2; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto groups = cluster->readGroups({});
        qInfo("%d groups in %lld ms", count, timer.elapsed());
        QVERIFY2(groups, text(errorOf(groups)));
        for (const QString &id : ids) {
            const auto *reading = find(*groups, id.toStdString());
            QVERIFY2(reading && reading->group, qPrintable(id));
            QCOMPARE(sum(reading->group->committed.at(m_topic)), std::int64_t(3));
        }
    }
}

void TestConsumers::stopsSoon()
{
    const auto cluster = as("admin");
    QVERIFY(cluster->readGroups({})); // it has many to ask for
    std::stop_source source;
    std::thread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto groups = cluster->readGroups(source.get_token());
    stopper.join();
    QVERIFY2(groups || groups.error().code == Error::Code::Cancelled, text(errorOf(groups)));
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(cluster->readGroups({}));
}

// Answers that come after they were given up have ended the program in librdkafka (its issue 4605).
void TestConsumers::aSilentBrokerEndsTheReadAndNotTheProgram()
{
    Environment environment = test::environmentOf(m_broker, Listener::SaslPlaintext, "admin");
    environment.properties["socket.timeout.ms"] = "1000";
    const auto cluster = test::open(environment);
    QVERIFY(cluster->readGroups({}));
    for (int round = 0; round < 4; ++round) {
        std::thread pauser([this, round] {
            std::this_thread::sleep_for(std::chrono::milliseconds(60 * round));
            m_broker.pause();
        });
        QElapsedTimer timer;
        timer.start();
        const auto groups = cluster->readGroups({});
        pauser.join();
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        m_broker.resume();
        if (!groups)
            QVERIFY2(groups.error().code == Error::Code::Network ||
                         groups.error().code == Error::Code::Timeout,
                     text(groups.error()));
        const auto recovers = [&] { return cluster->readGroups({}).has_value(); };
        QTRY_VERIFY_WITH_TIMEOUT(recovers(), slow);
    }
}

QTEST_GUILESS_MAIN(TestConsumers)
#include "tst_consumers.moc"
