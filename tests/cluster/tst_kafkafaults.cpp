// SPDX-License-Identifier: Apache-2.0
#include "cluster/kafkaenvironment.h"
#include "meshwright/plan/apply.h"
#include "support/canary.h"

#include <QElapsedTimer>
#include <QtTest>

#include <functional>
#include <thread>

using namespace meshwright;
using test::canary;
using test::environmentOf;
using test::KafkaBroker;
using Listener = KafkaBroker::Listener;

namespace {

QByteArray text(const Error &error)
{
    return QByteArray::fromStdString(error.message + " [" + error.where + ']');
}

template <typename T>
Error errorOf(const Result<T> &result)
{
    return result ? Error{Error::Code::Invalid, "no error at all", {}} : result.error();
}

} // namespace

// What the user reads when a cluster can't be reached, trusted, or used: soon, plainly, once.
class TestKafkaFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void connectionFaults_data();
    void connectionFaults();
    void recoversAfterAFault();
    void survivesARestart();
    void seesOnlyWhatItMay();
    void namesTheMissingRight();
    void knowsWhereSettingsAreHidden();
    void stopsSoon();
    void writesNothingUnheard();
    void tellsWhatWasNotSent();

private:
    using Change = std::function<void(Environment &)>;

    std::unique_ptr<Cluster> as(const QString &user) const
    {
        return test::open(environmentOf(m_broker, Listener::SaslPlaintext, user));
    }

    KafkaBroker m_broker{{.users = {"limited"}, .plaintext = true, .settings = {}}};
    QString m_closedPort = QStringLiteral("127.0.0.1:1"); // nothing listens there
};

Q_DECLARE_METATYPE(std::function<void(meshwright::Environment &)>)

void TestKafkaFaults::initTestCase()
{
    qputenv("MESHWRIGHT_TEST_CANARY", canary);
    const auto started = m_broker.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
}

void TestKafkaFaults::connectionFaults_data()
{
    QTest::addColumn<Listener>("listener");
    QTest::addColumn<QString>("mechanism");
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("within"); // ms

    const auto row = [](const char *title, Listener listener, const char *mechanism,
                        const Change &change, Error::Code code, const QString &says, int within) {
        QTest::newRow(title) << listener << QString(mechanism) << change << int(code) << says
                             << within;
    };
    using enum Error::Code;
    const auto wrongPassword = [](Environment &e) {
        e.security["password"] = "${env:MESHWRIGHT_TEST_CANARY}";
    };
    for (const auto *mechanism : {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"}) {
        row(qPrintable(QStringLiteral("wrong password, %1").arg(mechanism)),
            Listener::SaslPlaintext, mechanism, wrongPassword, Denied, "security.password", 3000);
    }
    row("wrong password over TLS", Listener::SaslSsl, "PLAIN", wrongPassword, Denied,
        "security.password", 3000);
    row(
        "unknown user", Listener::SaslPlaintext, "PLAIN",
        [](Environment &e) { e.security["username"] = "nobody"; }, Denied, "User:nobody", 3000);
    const std::string foreignCa = m_broker.foreignCaFile().toStdString();
    row(
        "wrong CA", Listener::SaslSsl, "PLAIN",
        [foreignCa](Environment &e) { e.security["ca"] = foreignCa; }, Denied,
        "not signed by the CA in " + m_broker.foreignCaFile(), 3000);
    row(
        "no CA", Listener::SaslSsl, "PLAIN", [](Environment &e) { e.security.erase("ca"); }, Denied,
        "not signed by the CA in the system's store", 3000);
    // Another spelling of the same address, which the certificate doesn't hold.
    row(
        "another host name", Listener::SaslSsl, "PLAIN",
        [](Environment &e) { e.bootstrap.replace(0, 9, "127.1"); }, Denied, "another host name",
        3000);
    row(
        "TLS to a port without", Listener::SaslPlaintext, "PLAIN",
        [](Environment &e) { e.security["protocol"] = "SASL_SSL"; }, Network, "security.protocol",
        10000);
    row(
        "no TLS to a port with", Listener::SaslSsl, "PLAIN",
        [](Environment &e) {
            e.security = {{"protocol", "PLAINTEXT"}};
        },
        Network, "security.protocol", 10000);
    const std::string closed = m_closedPort.toStdString();
    row(
        "cluster down", Listener::SaslPlaintext, "PLAIN",
        [closed](Environment &e) { e.bootstrap = closed; }, Network, m_closedPort, 10000);
    row(
        "unknown host", Listener::SaslPlaintext, "PLAIN",
        [](Environment &e) { e.bootstrap = "no-such-host.invalid:9092"; }, Network,
        "no-such-host.invalid", 10000);
}

void TestKafkaFaults::connectionFaults()
{
    QFETCH(Listener, listener);
    QFETCH(QString, mechanism);
    QFETCH(Change, change);
    QFETCH(int, code);
    QFETCH(QString, says);
    QFETCH(int, within);

    Environment environment = environmentOf(m_broker, listener, "admin", mechanism);
    change(environment);
    const auto cluster = test::open(environment);
    QVERIFY(cluster);
    const auto check = [&](const Error &error, qint64 elapsed) {
        QVERIFY2(elapsed < within, qPrintable(QString::number(elapsed)));
        QVERIFY2(int(error.code) == code, text(error));
        QVERIFY2(text(error).contains(says.toUtf8()), text(error));
        QVERIFY2(!text(error).contains(canary), text(error));
        QVERIFY2(!text(error).contains(KafkaBroker::passwordOf("admin").toUtf8()), text(error));
    };
    // What is read is never empty where it is unknown; the second call is neither slower nor
    // vaguer.
    QElapsedTimer timer;
    timer.start();
    check(errorOf(cluster->readTopics({})), timer.restart());
    check(errorOf(cluster->createTopics({{"x", 1, 1, {}}}, false, {}).at(0)), timer.elapsed());
}

void TestKafkaFaults::recoversAfterAFault()
{
    Environment environment = environmentOf(m_broker, Listener::SaslPlaintext, "admin");
    const auto cluster = test::open(environment);
    QVERIFY(cluster->info({}));
    m_broker.kill();
    const Error error = errorOf(cluster->info({}));
    QVERIFY2(error.code == Error::Code::Network, text(error));
    const auto restarted = m_broker.restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    const auto info = cluster->info({});
    QVERIFY2(info, text(errorOf(info)));
}

void TestKafkaFaults::survivesARestart()
{
    const auto cluster = as("admin");
    QVERIFY(cluster->info({}));
    const auto restarted = m_broker.restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    const auto topics = cluster->readTopics({});
    QVERIFY2(topics, text(errorOf(topics)));
    const auto made = cluster->createTopics({{"after.restart", 1, 1, {}}}, false, {});
    QVERIFY2(made.at(0), text(errorOf(made.at(0))));
}

void TestKafkaFaults::seesOnlyWhatItMay()
{
    QVERIFY(as("admin")->createTopics({{"hidden.topic", 1, 1, {}}}, false, {}).at(0));
    const auto topics = as("limited")->readTopics({});
    QVERIFY2(topics, text(errorOf(topics)));
    QVERIFY(topics->empty());
    const Error error = errorOf(as("limited")->readAcls({}));
    QVERIFY2(error.code == Error::Code::Denied, text(error));
    QVERIFY2(text(error).contains("User:limited needs DESCRIBE on CLUSTER kafka-cluster"),
             text(error));
    // By name it is unknown whether there is one: that is not "there is none".
    for (const char *topic : {"hidden.topic", "never.was"}) {
        const Error hidden = errorOf(as("limited")->describeTopics({topic}, {}).at(0));
        QVERIFY2(hidden.code == Error::Code::Denied, text(hidden));
        QVERIFY2(text(hidden).contains("User:limited needs DESCRIBE on TOPIC " + QByteArray(topic)),
                 text(hidden));
    }
}

// Acceptance 38
void TestKafkaFaults::namesTheMissingRight()
{
    QVERIFY(as("admin")->createTopics({{"guarded.topic", 1, 1, {}}}, false, {}).at(0));
    const auto cluster = as("limited");
    Acl acl;
    acl.name = "guarded.topic";
    acl.principal = "User:limited";
    acl.operation = AclOperation::Describe;
    QVERIFY(as("admin")->createAcls({acl}, {}).at(0));
    QTRY_VERIFY_WITH_TIMEOUT(cluster->readTopics({}).value().size() == 1, 10000);

    const auto check = [](const Result<void> &outcome, const char *right) {
        const Error error = errorOf(outcome);
        QVERIFY2(error.code == Error::Code::Denied, text(error));
        QVERIFY2(text(error).contains(right), text(error));
        QVERIFY2(text(error).contains("User:limited"), text(error));
    };
    check(cluster->createTopics({{"another.topic", 1, 1, {}}}, false, {}).at(0),
          "CREATE on TOPIC another.topic");
    check(cluster->growPartitions({{"guarded.topic", 2}}, {}).at(0),
          "ALTER on TOPIC guarded.topic");
    check(
        cluster->changeSettings({{"guarded.topic", {{"retention.ms", "1"}}, {}}}, false, {}).at(0),
        "ALTER_CONFIGS on TOPIC guarded.topic");
    check(cluster->deleteTopics({"guarded.topic"}, {}).at(0), "DELETE on TOPIC guarded.topic");
    check(cluster->createAcls({acl}, {}).at(0), "ALTER on CLUSTER kafka-cluster");
    check(cluster->deleteAcls({acl}, {}).at(0), "ALTER on CLUSTER kafka-cluster");
}

void TestKafkaFaults::knowsWhereSettingsAreHidden()
{
    const auto admin = as("admin");
    QVERIFY(admin->createTopics({{"half.hidden", 2, 1, {{"retention.ms", "1"}}}}, false, {}).at(0));
    Acl acl;
    acl.name = "half.";
    acl.patternType = PatternType::Prefixed;
    acl.principal = "User:limited";
    acl.operation = AclOperation::Describe;
    QVERIFY(admin->createAcls({acl}, {}).at(0));
    const auto cluster = as("limited");
    std::vector<ActualTopic> seen;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            seen = cluster->readTopics({}).value_or(std::vector<ActualTopic>{});
            return std::any_of(seen.begin(), seen.end(),
                               [](const auto &t) { return t.name == "half.hidden"; });
        }(),
        10000);
    for (const auto &topic : seen) {
        QVERIFY(!topic.settingsKnown);
        QVERIFY(topic.settings.empty());
    }
    const auto named = cluster->describeTopics({"half.hidden", "hidden.topic"}, {});
    QVERIFY2(named[0], text(errorOf(named[0])));
    QVERIFY(!named[0]->settingsKnown);
    QVERIFY(named[1].error().code == Error::Code::Denied); // and keeps nobody from the other
}

void TestKafkaFaults::stopsSoon()
{
    const auto cluster = as("admin");
    QVERIFY(cluster->info({}));
    m_broker.pause();
    const auto resume = qScopeGuard([this] { m_broker.resume(); });
    std::stop_source source;
    std::thread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const Error error = errorOf(cluster->readTopics(source.get_token()));
    const auto elapsed = timer.elapsed();
    stopper.join();
    QVERIFY2(error.code == Error::Code::Cancelled, text(error));
    QVERIFY2(elapsed < 3000, qPrintable(QString::number(elapsed)));
}

// A cluster that accepts connections and never answers: what is not heard was not written.
void TestKafkaFaults::writesNothingUnheard()
{
    Environment environment = environmentOf(m_broker, Listener::SaslPlaintext, "admin");
    environment.properties["socket.timeout.ms"] = "2000";
    const auto cluster = test::open(environment);
    QVERIFY(cluster->info({}));
    m_broker.pause();
    QElapsedTimer timer;
    timer.start();
    const Error error =
        errorOf(cluster->createTopics({{"unheard.topic", 1, 1, {}}}, false, {}).at(0));
    const auto elapsed = timer.elapsed();
    m_broker.resume();
    QVERIFY2(error.code == Error::Code::Network, text(error));
    QVERIFY2(elapsed < 5000, qPrintable(QString::number(elapsed)));
    const auto topics = as("admin")->readTopics({});
    QVERIFY(topics);
    QVERIFY(std::none_of(topics->begin(), topics->end(),
                         [](const auto &t) { return t.name == "unheard.topic"; }));
}

// The broker dies between two requests: the first was taken, the second never sent.
void TestKafkaFaults::tellsWhatWasNotSent()
{
    const auto cluster = as("admin");
    Plan plan;
    for (const char *topic : {"lost.first", "lost.second", "lost.third"}) {
        PlanItem item;
        item.id = topic;
        item.resource = topic;
        item.change = TopicCreation{1, 1, {}};
        plan.items.push_back(item);
    }
    ApplyObserver observer;
    observer.started = [this](const PlanItem &item) {
        if (item.id == "lost.second")
            m_broker.kill();
    };
    const ApplyPace pace{.deadline = std::chrono::milliseconds(1000), .topicsPerRequest = 1};
    const auto report = apply(plan, *cluster, observer, {}, pace);
    QVERIFY(report.items.at(0).state == ItemState::Unknown);
    QVERIFY(report.items.at(1).state == ItemState::Failed);
    QVERIFY2(report.items.at(1).message.find("can't be reached") != std::string::npos,
             report.items.at(1).message.c_str());
    QVERIFY(report.items.at(2).state == ItemState::Skipped);
    const auto restarted = m_broker.restart();
    QVERIFY2(restarted, qPrintable(restarted ? QString() : restarted.error()));
    QTRY_VERIFY_WITH_TIMEOUT(cluster->describeTopics({"lost.first"}, {}).at(0), 10000);
    for (const char *topic : {"lost.second", "lost.third"}) {
        const Error error = errorOf(cluster->describeTopics({topic}, {}).at(0));
        QVERIFY2(error.code == Error::Code::NotFound, text(error));
    }
}

QTEST_GUILESS_MAIN(TestKafkaFaults)
#include "tst_kafkafaults.moc"
