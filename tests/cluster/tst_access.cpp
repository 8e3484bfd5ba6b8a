// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"
#include "support/kafkaclient.h"

#include "meshwright/plan/apply.h"
#include "meshwright/topology/topology.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace meshwright;
using test::KafkaBroker;
using test::KafkaClient;
using Listener = KafkaBroker::Listener;

// The sample is provisioned on a real broker; then other people's clients, which know nothing of
// us, find the access that the convention promises, and no more.
class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void planIsEmptyAfterApply();
    void ownerWrites_data();
    void ownerWrites();
    void readerFinds_data();
    void readerFinds();
    void othersDoNotWrite_data();
    void othersDoNotWrite();

private:
    static bool mayRead(const Topic &topic, const ContextId &reader);
    KafkaClient clientOf(const ContextId &context) const;
    Plan plan(Cluster &cluster) const;
    /// For each context one topic of each access: enough to see every rule at work.
    std::vector<const Topic *> chosen() const;
    /// The owner, somebody who was granted access, and somebody who was not.
    std::vector<ContextId> readersFor(const Topic &topic) const;

    TopologyPtr m_topology;
    Environment m_environment;
    std::unique_ptr<KafkaBroker> m_broker;
};

void TestAccess::initTestCase()
{
    const auto workspace = Workspace::open(std::string(MESHWRIGHT_SAMPLES) + "/acme");
    QVERIFY2(workspace, workspace ? "" : workspace.error().message.c_str());
    m_topology = buildTopology(*workspace);
    QVERIFY(m_topology->contexts.size() >= 14);

    KafkaBroker::Options options;
    for (const auto &context : m_topology->contexts)
        options.users << QString::fromStdString(context.id.value);
    m_broker = std::make_unique<KafkaBroker>(options);
    const auto started = m_broker->start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));

    m_environment = test::environmentOf(*m_broker, Listener::SaslPlaintext, "admin");
    m_environment.replicas = 1;
    const auto cluster = test::open(m_environment);
    QVERIFY(cluster);
    const Plan first = plan(*cluster);
    QVERIFY(!first.isEmpty());
    for (const auto &problem : first.problems)
        QVERIFY2(problem.severity != Severity::Error, problem.message.c_str());
    const ApplyReport report = apply(first, *cluster, {}, {});
    for (const auto &item : report.items) {
        QVERIFY2(item.state == ItemState::Done, (item.id + ": " + item.message).c_str());
    }
    QVERIFY(report.isComplete());
}

Plan TestAccess::plan(Cluster &cluster) const
{
    return makePlan(*m_topology, m_environment, desiredState(*m_topology, &m_environment),
                    readActualState(cluster, {}), {}, {});
}

KafkaClient TestAccess::clientOf(const ContextId &context) const
{
    return {*m_broker, Listener::SaslPlaintext, QString::fromStdString(context.value), "PLAIN"};
}

bool TestAccess::mayRead(const Topic &topic, const ContextId &reader)
{
    if (reader == topic.owner || topic.access == Access::Public)
        return true;
    return topic.access == Access::Protected &&
           std::any_of(topic.grants.begin(), topic.grants.end(), [&](const Grant &grant) {
               return grant.toEverybody ||
                      std::count(grant.readers.begin(), grant.readers.end(), reader) > 0;
           });
}

std::vector<const Topic *> TestAccess::chosen() const
{
    std::vector<const Topic *> topics;
    std::set<std::pair<ContextId, std::optional<Access>>> seen;
    for (const auto &topic : m_topology->topics) {
        if (seen.emplace(topic.owner, topic.access).second)
            topics.push_back(&topic);
    }
    return topics;
}

std::vector<ContextId> TestAccess::readersFor(const Topic &topic) const
{
    std::vector<ContextId> readers{topic.owner};
    std::optional<ContextId> allowed;
    std::optional<ContextId> refused;
    for (const auto &context : m_topology->contexts) {
        if (context.id == topic.owner)
            continue;
        auto &other = mayRead(topic, context.id) ? allowed : refused;
        if (!other)
            other = context.id;
    }
    for (const auto &other : {allowed, refused}) {
        if (other)
            readers.push_back(*other);
    }
    return readers;
}

void TestAccess::planIsEmptyAfterApply()
{
    const auto cluster = test::open(m_environment);
    const Plan again = plan(*cluster);
    for (const auto &item : again.items)
        QVERIFY2(false, describe(item).c_str());
    QVERIFY(again.isEmpty());
}

void TestAccess::ownerWrites_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("owner");

    for (const Topic *topic : chosen()) {
        QTest::newRow(topic->name.value.c_str()) << QString::fromStdString(topic->name.value)
                                                 << QString::fromStdString(topic->owner.value);
    }
}

void TestAccess::ownerWrites()
{
    QFETCH(QString, topic);
    QFETCH(QString, owner);

    const auto produced = clientOf({owner.toStdString()}).produce(topic, "from " + owner.toUtf8());
    QVERIFY2(produced, qPrintable(produced ? QString() : produced.error()));
}

void TestAccess::readerFinds_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("reader");
    QTest::addColumn<bool>("allowed");

    int refusals = 0;
    for (const Topic *topic : chosen()) {
        for (const auto &reader : readersFor(*topic)) {
            const bool allowed = mayRead(*topic, reader);
            refusals += allowed ? 0 : 1;
            const auto title = topic->name.value + (allowed ? " by " : " not by ") + reader.value;
            QTest::newRow(title.c_str()) << QString::fromStdString(topic->name.value)
                                         << QString::fromStdString(topic->owner.value)
                                         << QString::fromStdString(reader.value) << allowed;
        }
    }
    QVERIFY(refusals > 0);
}

void TestAccess::readerFinds()
{
    QFETCH(QString, topic);
    QFETCH(QString, owner);
    QFETCH(QString, reader);
    QFETCH(bool, allowed);

    // In a group of its own, so that what it is refused is the topic.
    const auto read = clientOf({reader.toStdString()}).consume(topic, reader + ".test-" + topic);
    if (allowed) {
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QCOMPARE(*read, "from " + owner.toUtf8());
    } else {
        QVERIFY(!read);
        QCOMPARE(read.error(), QString("TOPIC_AUTHORIZATION_FAILED"));
    }
}

void TestAccess::othersDoNotWrite_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("writer");

    for (const Topic *topic : chosen()) {
        const auto readers = readersFor(*topic);
        for (std::size_t i = 1; i < readers.size(); ++i) {
            const auto title = topic->name.value + " by " + readers[i].value;
            QTest::newRow(title.c_str()) << QString::fromStdString(topic->name.value)
                                         << QString::fromStdString(readers[i].value);
        }
    }
}

void TestAccess::othersDoNotWrite()
{
    QFETCH(QString, topic);
    QFETCH(QString, writer);

    const auto produced = clientOf({writer.toStdString()}).produce(topic, "intruder");
    QVERIFY(!produced);
    QCOMPARE(produced.error(), QString("TOPIC_AUTHORIZATION_FAILED"));
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
