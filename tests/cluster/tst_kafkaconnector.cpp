// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"
#include "plugins/connectorsuite.h"

#include <QElapsedTimer>
#include <QtTest>

#include <thread>

using namespace meshwright;
using test::KafkaBroker;
using Listener = KafkaBroker::Listener;

// The suite that the sandbox passes too, on a real broker, and the ways to log in.
class TestKafkaConnector : public test::ConnectorSuite
{
    Q_OBJECT

protected:
    std::unique_ptr<Cluster> connect() override
    {
        return test::open(test::environmentOf(m_broker, Listener::SaslPlaintext, "admin"));
    }

private slots:
    void initTestCase();
    void logsIn_data();
    void logsIn();
    void usesTheBrokersDefaults();
    void seesInternalTopics();
    void asksAgainForWhatWasNotFound();

private:
    KafkaBroker m_broker{{.users = {}, .plaintext = true, .settings = {{"num.partitions", "1"}}}};
};

void TestKafkaConnector::initTestCase()
{
    const auto started = m_broker.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
}

void TestKafkaConnector::logsIn_data()
{
    QTest::addColumn<Listener>("listener");
    QTest::addColumn<QString>("mechanism");

    for (const QString mechanism : {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"}) {
        QTest::addRow("SASL_PLAINTEXT %s", qPrintable(mechanism))
            << Listener::SaslPlaintext << mechanism;
        QTest::addRow("SASL_SSL %s", qPrintable(mechanism)) << Listener::SaslSsl << mechanism;
    }
    QTest::newRow("PLAINTEXT") << Listener::Plaintext << QString();
}

void TestKafkaConnector::logsIn()
{
    QFETCH(Listener, listener);
    QFETCH(QString, mechanism);

    const auto cluster = test::open(test::environmentOf(m_broker, listener, "admin", mechanism));
    QVERIFY(cluster);
    const auto info = cluster->info({});
    QVERIFY2(info, info ? "" : info.error().message.c_str());
    QCOMPARE(QString::fromStdString(info->clusterId), m_broker.clusterId());
}

// A setting that only the broker has is none of the topic's own.
void TestKafkaConnector::usesTheBrokersDefaults()
{
    const ActualTopic topic = created({name("plain"), {}, {}, {}});
    QVERIFY(topic.settingsKnown);
    QVERIFY(topic.settings.empty());
}

void TestKafkaConnector::seesInternalTopics()
{
    const auto created = cluster().createTopics(
        {{"__consumer_offsets", 1, 1, {{"cleanup.policy", "compact"}}}}, false, {});
    QVERIFY2(created.at(0), created.at(0) ? "" : created.at(0).error().message.c_str());
    const auto topic =
        awaitTopic("__consumer_offsets", [](const auto &t) { return t && t->isInternal; });
    QVERIFY(topic && topic->isInternal);
}

// A topic that shows between the two looks. When it is made can only be aimed at: so more than
// once.
void TestKafkaConnector::asksAgainForWhatWasNotFound()
{
    using namespace std::chrono_literals;
    const auto other = connect();
    QVERIFY(other->info({}));
    const auto isFoundLate = [&](const std::string &topic) {
        std::thread creator([&] {
            std::this_thread::sleep_for(60ms);
            other->createTopics({{topic, 1, 1, {}}}, false, {});
        });
        QElapsedTimer timer;
        timer.start();
        const auto reading = cluster().describeTopics({topic}, {}).at(0);
        const bool isLate = timer.hasExpired(100);
        creator.join();
        return reading && isLate;
    };
    bool isFound = false;
    for (int i = 0; i < 20 && !isFound; ++i)
        isFound = isFoundLate(name("late." + std::to_string(i)));
    QVERIFY(isFound);
}

QTEST_GUILESS_MAIN(TestKafkaConnector)
#include "tst_kafkaconnector.moc"
