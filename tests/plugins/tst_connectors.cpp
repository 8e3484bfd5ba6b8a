// SPDX-License-Identifier: Apache-2.0
#include "connectors/connectors.h"
#include "kafka/clientproperties.h"
#include "support/canary.h"

#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace meshwright;
using test::canary;
using test::canaryWord;

namespace {

using Change = std::function<void(Environment &)>;

Environment secured()
{
    Environment environment;
    environment.name = "production";
    environment.bootstrap = "127.0.0.1:9";
    environment.security = {{"protocol", "SASL_SSL"},
                            {"mechanism", "SCRAM-SHA-512"},
                            {"username", "admin"},
                            {"password", "${env:MESHWRIGHT_TEST_PASSWORD}"}};
    return environment;
}

/// Complete but for what is said otherwise.
std::map<std::string, std::string> oauth(const std::map<std::string, std::string> &otherwise)
{
    std::map<std::string, std::string> security{{"protocol", "SASL_SSL"},
                                                {"mechanism", "OAUTHBEARER"},
                                                {"tokenEndpoint", "https://id.example/token"},
                                                {"clientId", "meshwright"},
                                                {"clientSecret", "${env:HOME}"}};
    for (const auto &[key, value] : otherwise)
        security[key] = value;
    return security;
}

} // namespace

Q_DECLARE_METATYPE(Change)

// The built-in connectors, and what they say about an environment before any contact.
class TestConnectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheBuiltIn();
    void opensWithoutContact();
    void knowsAsWhomItLogsIn();
    void pushesNoMetrics();
    void refusesSettings_data();
    void refusesSettings();
    void refusesProperties_data();
    void refusesProperties();
    void tellsOfUnknownProperties();
};

void TestConnectors::initTestCase()
{
    qputenv("MESHWRIGHT_TEST_PASSWORD", canary);
}

void TestConnectors::findsTheBuiltIn()
{
    QCOMPARE(builtInConnectors().size(), std::size_t(2));
    for (const auto &connector : builtInConnectors()) {
        QCOMPARE(findConnector(connector->id()), connector.get());
        QVERIFY(!connector->title().empty());
    }
    QVERIFY(findConnector("kafka") != nullptr);
    QVERIFY(findConnector("sandbox") != nullptr);
    QVERIFY(findConnector("pulsar") == nullptr);
}

void TestConnectors::opensWithoutContact()
{
    const auto cluster = findConnector("kafka")->open(secured());
    QVERIFY2(cluster, cluster ? "" : cluster.error().message.c_str());
    Environment byTokens = secured();
    byTokens.security = oauth({{"scope", "kafka"}, {"extensions", "logicalCluster=lkc-1"}});
    const auto other = findConnector("kafka")->open(byTokens);
    QVERIFY2(other, other ? "" : other.error().message.c_str());
    byTokens.security = oauth({{"tokenEndpoint", "https://id.example/@tenant/token"}});
    const auto tenant = findConnector("kafka")->open(byTokens);
    QVERIFY2(tenant, tenant ? "" : tenant.error().message.c_str());
}

void TestConnectors::knowsAsWhomItLogsIn()
{
    const auto principal = [](const Environment &environment) {
        const auto cluster = findConnector("kafka")->open(environment);
        if (!cluster)
            qFatal("%s", cluster.error().message.c_str());
        return QString::fromStdString((*cluster)->principal().value_or("?"));
    };
    Environment environment = secured();
    QCOMPARE(principal(environment), QStringLiteral("User:admin"));
    QTemporaryDir folder;
    QFile file(folder.filePath("name"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ops\n") == 4);
    file.close();
    environment.security["username"] = "${file:" + file.fileName().toStdString() + '}';
    QCOMPARE(principal(environment), QStringLiteral("User:ops"));
    environment.security = oauth({});
    QCOMPARE(principal(environment), QStringLiteral("?")); // the broker may map it
    environment.security = {{"protocol", "SSL"}};
    QCOMPARE(principal(environment), QStringLiteral("?"));
    environment.security = {};
    QCOMPARE(principal(environment), QStringLiteral("User:ANONYMOUS"));
}

void TestConnectors::pushesNoMetrics()
{
    const auto properties = kafka::clientProperties(secured());
    QVERIFY(properties);
    QCOMPARE(properties->values.at("enable.metrics.push"), std::string("false"));
}

void TestConnectors::refusesSettings_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("names");

    const auto row = [](const char *title, const Change &change, const char *names) {
        QTest::newRow(title) << change << names;
    };
    row(
        "no bootstrap", [](auto &e) { e.bootstrap.clear(); }, "bootstrap");
    row(
        "a blank bootstrap", [](auto &e) { e.bootstrap = " , "; }, "bootstrap");
    row(
        "a URL", [](auto &e) { e.bootstrap = "kafka://broker:9092"; }, "bootstrap");
    row(
        "a user in bootstrap",
        [](auto &e) { e.bootstrap = std::string("me:") + canary + "@broker:9092"; }, "bootstrap");
    row(
        "an unknown protocol", [](auto &e) { e.security["protocol"] = "HTTPS"; },
        "security.protocol");
    row(
        "no protocol", [](auto &e) { e.security.erase("protocol"); }, "security.protocol");
    row(
        "an unknown mechanism", [](auto &e) { e.security["mechanism"] = "GSSAPI"; },
        "security.mechanism");
    row(
        "no mechanism", [](auto &e) { e.security.erase("mechanism"); }, "security.mechanism");
    row(
        "no user", [](auto &e) { e.security.erase("username"); }, "security.username");
    row(
        "no password", [](auto &e) { e.security.erase("password"); }, "security.password");
    row(
        "a password in the file", [](auto &e) { e.security["password"] = canary; },
        "security.password");
    row(
        "a secret that is missing",
        [](auto &e) { e.security["password"] = "${env:MESHWRIGHT_TEST_MISSING}"; },
        "MESHWRIGHT_TEST_MISSING");
    row(
        "a CA file that is missing", [](auto &e) { e.security["ca"] = "/nowhere/ca.pem"; },
        "/nowhere/ca.pem");
    row(
        "a key without its certificate",
        [](auto &e) { e.security["key"] = MESHWRIGHT_SAMPLES "/acme/meshwright.yaml"; },
        "security.certificate");
    row(
        "tokens from nowhere",
        [](auto &e) {
            e.security = oauth({{"tokenEndpoint", ""}});
        },
        "security.tokenEndpoint");
    row(
        "a user in an address",
        [](auto &e) {
            e.security =
                oauth({{"tokenEndpoint", std::string("https://a:") + canary + "@b/token"}});
        },
        "security.tokenEndpoint");
    row(
        "tokens that anybody may read",
        [](auto &e) {
            e.security = oauth({{"tokenEndpoint", "http://localhost.example/token"}});
        },
        "security.tokenEndpoint must be https");
    row(
        "tokens for nobody",
        [](auto &e) {
            e.security = oauth({{"clientId", ""}});
        },
        "security.clientId");
    row(
        "a client's secret in the file",
        [](auto &e) {
            e.security = oauth({{"clientSecret", canary}});
        },
        "security.clientSecret");
    row(
        "an unknown key", [](auto &e) { e.security["verify"] = "false"; }, "security.verify");
}

void TestConnectors::refusesSettings()
{
    QFETCH(Change, change);
    QFETCH(QString, names);

    Environment environment = secured();
    change(environment);
    const auto cluster = findConnector("kafka")->open(environment);
    QVERIFY(!cluster);
    const auto message = QString::fromStdString(cluster.error().message);
    QVERIFY2(message.contains(names), qPrintable(message));
    QVERIFY2(message.contains("production"), qPrintable(message));
    QVERIFY2(!message.contains(canaryWord), qPrintable(message));
}

void TestConnectors::refusesProperties_data()
{
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("value");

    for (const auto *property :
         {"plugin.library.paths", "ssl.engine.location", "ssl.providers", "sasl.kerberos.kinit.cmd",
          "sasl.password", "ssl.key.password", "ssl.key.pem", "sasl.oauthbearer.client.secret",
          "sasl.username", "bootstrap.servers", "metadata.broker.list", "security.protocol",
          "enable.ssl.certificate.verification", "ssl.endpoint.identification.algorithm", "debug"})
        QTest::newRow(property) << property << canary;
    QTest::newRow("a time-out that is none") << "socket.timeout.ms"
                                             << "soon";
    QTest::newRow("a time-out that is too long") << "socket.timeout.ms"
                                                 << "9999999";
}

void TestConnectors::refusesProperties()
{
    QFETCH(QString, property);
    QFETCH(QString, value);

    Environment environment = secured();
    environment.properties[property.toStdString()] = value.toStdString();
    const auto cluster = findConnector("kafka")->open(environment);
    QVERIFY(!cluster);
    const auto message = QString::fromStdString(cluster.error().message);
    QVERIFY2(message.contains("settings." + property), qPrintable(message));
    QVERIFY2(!message.contains(canaryWord), qPrintable(message));
}

void TestConnectors::tellsOfUnknownProperties()
{
    for (const char *property : {"no.such.property", "socket.keepalive.enable"}) {
        Environment environment = secured();
        environment.properties[property] = canary;
        const auto cluster = findConnector("kafka")->open(environment);
        QVERIFY(cluster);
        const auto info = (*cluster)->info({});
        QVERIFY(!info);
        const auto message = QString::fromStdString(info.error().message);
        QCOMPARE(int(info.error().code), int(Error::Code::Invalid));
        QVERIFY2(message.contains(property), qPrintable(message));
        QVERIFY2(!message.contains(canaryWord), qPrintable(message));
    }
}

QTEST_GUILESS_MAIN(TestConnectors)
#include "tst_connectors.moc"
