// SPDX-License-Identifier: Apache-2.0
#include "support/kafkabroker.h"
#include "support/kafkaclient.h"

#include <QtTest>

using meshwright::test::KafkaBroker;
using meshwright::test::KafkaClient;
using Listener = KafkaBroker::Listener;

// The broker that all other cluster tests rely on: it lets in whom it should, and nobody else.
class TestKafkaBroker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void letsIn_data();
    void letsIn();
    void refuses_data();
    void refuses();
    void allowsNothingUnasked_data();
    void allowsNothingUnasked();
    void survivesRestart();
    void pausesAndResumes();

private:
    KafkaBroker m_broker{{.users = {"acme.health.fitness"}, .plaintext = true, .settings = {}}};
};

void TestKafkaBroker::initTestCase()
{
    const auto started = m_broker.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
}

void TestKafkaBroker::letsIn_data()
{
    QTest::addColumn<Listener>("listener");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("mechanism");

    for (const QString mechanism : {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"}) {
        for (const QString user : {"admin", "acme.health.fitness"}) {
            QTest::addRow("SASL_PLAINTEXT %s %s", qPrintable(mechanism), qPrintable(user))
                << Listener::SaslPlaintext << user << mechanism;
            QTest::addRow("SASL_SSL %s %s", qPrintable(mechanism), qPrintable(user))
                << Listener::SaslSsl << user << mechanism;
        }
    }
    QTest::newRow("PLAINTEXT") << Listener::Plaintext << QString() << QString();
}

void TestKafkaBroker::letsIn()
{
    QFETCH(Listener, listener);
    QFETCH(QString, user);
    QFETCH(QString, mechanism);

    const auto id = KafkaClient(m_broker, listener, user, mechanism).clusterId();
    QCOMPARE(id.value_or(id ? QString() : id.error()), m_broker.clusterId());
}

void TestKafkaBroker::refuses_data()
{
    QTest::addColumn<Listener>("listener");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");

    QTest::newRow("wrong password") << Listener::SaslPlaintext << "sasl.password"
                                    << "guess"
                                    << "_AUTHENTICATION";
    QTest::newRow("unknown user") << Listener::SaslPlaintext << "sasl.username"
                                  << "nobody"
                                  << "_AUTHENTICATION";
    QTest::newRow("wrong CA") << Listener::SaslSsl << "ssl.ca.location" << m_broker.foreignCaFile()
                              << "_SSL";
}

void TestKafkaBroker::refuses()
{
    QFETCH(Listener, listener);
    QFETCH(QString, property);
    QFETCH(QString, value);
    QFETCH(QString, error);

    KafkaClient client(m_broker, listener, "admin");
    client.set(property, value);
    const auto id = client.clusterId();
    QVERIFY(!id);
    QCOMPARE(id.error(), error);
}

void TestKafkaBroker::allowsNothingUnasked_data()
{
    QTest::addColumn<Listener>("listener");

    QTest::newRow("a user") << Listener::SaslPlaintext;
    QTest::newRow("an anonymous client") << Listener::Plaintext;
}

void TestKafkaBroker::allowsNothingUnasked()
{
    QFETCH(Listener, listener);

    const KafkaClient client(m_broker, listener, "acme.health.fitness");
    const auto produced = client.produce("secret", "x");
    QVERIFY(!produced);
    QCOMPARE(produced.error(), QString("TOPIC_AUTHORIZATION_FAILED"));
    const auto consumed = client.consume("secret", "spies");
    QVERIFY(!consumed);
    QVERIFY2(consumed.error().endsWith("_AUTHORIZATION_FAILED"), qPrintable(consumed.error()));
}

void TestKafkaBroker::survivesRestart()
{
    const QString address = m_broker.bootstrap(Listener::SaslPlaintext);
    m_broker.kill();
    QVERIFY(!m_broker.isRunning());
    const auto restarted = m_broker.restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    QCOMPARE(m_broker.bootstrap(Listener::SaslPlaintext), address);
    const auto id = KafkaClient(m_broker, Listener::SaslPlaintext, "admin").clusterId();
    QCOMPARE(id.value_or(id ? QString() : id.error()), m_broker.clusterId());
}

void TestKafkaBroker::pausesAndResumes()
{
    KafkaClient client(m_broker, Listener::SaslPlaintext, "admin");
    client.set("message.timeout.ms", "2000");
    m_broker.pause();
    const auto unanswered = client.produce("any", "x");
    m_broker.resume();
    QVERIFY(!unanswered);
    QCOMPARE(unanswered.error(), QString("_MSG_TIMED_OUT"));
    const auto id = client.clusterId();
    QCOMPARE(id.value_or(id ? QString() : id.error()), m_broker.clusterId());
}

QTEST_GUILESS_MAIN(TestKafkaBroker)
#include "tst_kafkabroker.moc"
