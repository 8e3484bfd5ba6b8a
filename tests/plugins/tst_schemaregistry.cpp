// SPDX-License-Identifier: Apache-2.0
#include "plugins/fakehttp.h"
#include "schemaregistry/httpregistry.h"
#include "schemaregistry/registryconnection.h"
#include "support/canary.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace meshwright;
using test::canary;
using test::FakeHttp;

namespace {

Environment environmentOf(const std::string &url, std::map<std::string, std::string> security = {})
{
    Environment environment;
    environment.name = "local";
    auto &registry = environment.registry.emplace();
    registry.url = url;
    registry.security = std::move(security);
    return environment;
}

std::unique_ptr<SchemaRegistry> open(const Environment &environment)
{
    auto opened = openSchemaRegistry(environment);
    if (!opened)
        qWarning("%s", opened.error().message.c_str());
    return opened ? std::move(*opened) : nullptr;
}

FakeHttp::Answer json(const QByteArray &body, int status = 200)
{
    return {status, body};
}

/// Two subjects, in one of the two shapes.
FakeHttp::Handler twoSubjects(bool isConfluent)
{
    return [=](const FakeHttp::Request &request) {
        const auto &path = request.path;
        if (path == "/subjects")
            return json("[\"a-value\",\"b value/x\"]");
        if (path == "/subjects/a-value/versions/latest")
            return json(
                isConfluent
                    ? "{\"subject\":\"a-value\",\"version\":3,\"id\":7,\"schema\":\"\\\"int\\\"\"}"
                    : "{\"subject\":\"a-value\",\"version\":3,\"id\":7,\"schema\":\"\\\"int\\\"\", "
                      "\"schemaType\":\"AVRO\",\"references\":[]}");
        if (path == "/subjects/b%20value%2Fx/versions/latest")
            return json(
                "{\"subject\":\"b value/x\",\"version\":1,\"id\":8,\"schemaType\":\"JSON\", "
                "\"schema\":\"{}\",\"references\":[{\"name\":\"c\",\"subject\":\"c-s\",\"version\":"
                "2}]}");
        if (path == "/config")
            return isConfluent ? json("{\"compatibilityLevel\":\"BACKWARD\"}")
                               : json("{\"compatibility\":\"BACKWARD\"}");
        if (path == "/config/a-value")
            return json("{\"compatibilityLevel\":\"FULL\"}");
        return isConfluent ? json("{\"error_code\":40408,\"message\":\"no level\"}", 404)
                           : json("{\"error_code\":40401,\"message\":\"No artifact\"}", 404);
    };
}

QString messageOf(const Error &error)
{
    return QString::fromStdString(error.message);
}

} // namespace

class TestSchemaRegistry : public QObject
{
    Q_OBJECT

private slots:

    void reads_data()
    {
        QTest::addColumn<bool>("isConfluent");
        QTest::newRow("Confluent") << true;
        QTest::newRow("Apicurio") << false;
    }

    void reads()
    {
        QFETCH(bool, isConfluent);
        FakeHttp server(twoSubjects(isConfluent));
        const auto registry = open(environmentOf(server.url() + "/"));
        QCOMPARE(registry->readLevel({}).value_or(""), std::string("BACKWARD"));
        const auto subjects = registry->readSubjects({});
        QVERIFY2(subjects, subjects ? "" : subjects.error().message.c_str());
        QCOMPARE(subjects->size(), std::size_t(2));
        QVERIFY(subjects->at(0) ==
                (ActualSubject{"a-value", 3, 7, {"AVRO", "\"int\"", {}}, "FULL"}));
        QVERIFY(subjects->at(1) ==
                (ActualSubject{"b value/x", 1, 8, {"JSON", "{}", {{"c", "c-s", 2}}}, {}}));
        const auto readings = registry->describeSubjects({"nope", "a-value"}, {});
        QVERIFY(!readings[0] && readings[0].error().code == Error::Code::NotFound);
        QCOMPARE(readings[1]->version, 3);
    }

    void writes()
    {
        FakeHttp server([](const FakeHttp::Request &request) {
            if (request.path.startsWith("/compatibility"))
                return json("{\"is_compatible\":false,\"messages\":[\"why\"]}");
            if (request.path == "/subjects/x") // the version that a text is
                return json("{\"subject\":\"x\",\"version\":3,\"id\":1,\"schema\":\"{}\"}");
            if (request.path == "/subjects/new")
                return FakeHttp::Answer{404, "{\"error_code\":40403,\"message\":\"none\"}"};
            return json(request.method == "DELETE" ? "[1]" : "{\"id\":1}");
        });
        const auto registry = open(environmentOf(server.url()));
        const SchemaText text{"JSON", "{}", {{"n", "s", 4}}};
        const auto verdicts = registry->checkCompatibility({{"x", text}}, {});
        QVERIFY(verdicts[0] && !verdicts[0]->isCompatible);
        QCOMPARE(verdicts[0]->messages, std::vector<std::string>{"why"});
        QCOMPARE(verdicts[0]->earlierVersion, 3);
        QCOMPARE(registry->checkCompatibility({{"new", text}}, {})[0]->earlierVersion, 0);
        QVERIFY(registry->registerSchemas({{"x", text}, {"y", {"AVRO", "\"int\"", {}}}}, {})[1]);
        QVERIFY(registry->setLevels({{"x", "FULL"}}, {})[0]);
        QVERIFY(registry->deleteSubjects({"x"}, {})[0]);
        QMap<QByteArray, QByteArray> bodies;
        for (const auto &request : server.requests())
            bodies[request.method + ' ' + request.path] = request.body;
        QCOMPARE(
            bodies.value("POST /subjects/x/versions"),
            "{\"references\":[{\"name\":\"n\",\"subject\":\"s\",\"version\":4}],\"schema\":\"{}\","
            "\"schemaType\":\"JSON\"}");
        QCOMPARE(bodies.value("POST /subjects/y/versions"), "{\"schema\":\"\\\"int\\\"\"}");
        QCOMPARE(bodies.value("PUT /config/x"), "{\"compatibility\":\"FULL\"}");
        QVERIFY(bodies.contains("DELETE /subjects/x"));
    }

    void credentialsAreSent_data()
    {
        QTest::addColumn<bool>("isToken");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("basic") << false << "Basic " + (QByteArray("me:") + canary).toBase64();
        QTest::newRow("token") << true << QByteArray("Bearer ") + canary;
    }

    void credentialsAreSent()
    {
        QFETCH(bool, isToken);
        QFETCH(QByteArray, header);
        qputenv("MW_TEST_SECRET", canary);
        FakeHttp server([&](const FakeHttp::Request &) {
            return json("{\"error_code\":401,\"message\":\"Unauthorized\"}", 401);
        });
        std::map<std::string, std::string> security;
        if (isToken)
            security = {{"token", "${env:MW_TEST_SECRET}"}};
        else
            security = {{"username", "me"}, {"password", "${env:MW_TEST_SECRET}"}};
        const auto subjects = open(environmentOf(server.url(), security))->readSubjects({});
        QCOMPARE(server.requests().first().headers.value("authorization"), header);
        QVERIFY(!subjects && subjects.error().code == Error::Code::Denied);
        QVERIFY(messageOf(subjects.error()).contains("registry.username"));
        QVERIFY(!messageOf(subjects.error()).contains(canary)); // Fault 26
    }

    void faults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("readCode");
        QTest::addColumn<int>("writeCode");
        QTest::addColumn<QString>("words");
        const auto code = [](Error::Code value) { return static_cast<int>(value); };
        using enum Error::Code;
        QTest::newRow("not allowed")
            << 403 << QByteArray("{\"error_code\":40301,\"message\":\"no\"}") << code(Denied)
            << code(Denied) << "(403): no";
        QTest::newRow("not there")
            << 404 << QByteArray("{\"error_code\":40401,\"message\":\"none\"}") << code(NotFound)
            << code(NotFound) << "none";
        QTest::newRow("no registry")
            << 404 << QByteArray("<html>") << code(Invalid) << code(Invalid) << "registry.url";
        QTest::newRow("incompatible") << 409 << QByteArray("{\"error_code\":409,\"message\":\"x\"}")
                                      << code(Conflict) << code(Conflict) << "x";
        QTest::newRow("bad text") << 422 << QByteArray("{\"error_code\":42201,\"message\":\"bad\"}")
                                  << code(Invalid) << code(Invalid) << "(422): bad";
        QTest::newRow("too many") << 429 << QByteArray() << code(Network) << code(Network)
                                  << "later";
        QTest::newRow("broken") << 500 << QByteArray("{\"error_code\":50001,\"message\":\"store\"}")
                                << code(Network) << code(Timeout) << "(500): store";
        QTest::newRow("proxy") << 502 << QByteArray("<html>") << code(Network) << code(Timeout)
                               << "(502)";
        QTest::newRow("another page")
            << 200 << QByteArray("<html>") << code(Invalid) << code(Timeout) << "no JSON";
        QTest::newRow("elsewhere")
            << 302 << QByteArray() << code(Invalid) << code(Invalid) << "(302)";
    }

    void faults()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, readCode);
        QFETCH(int, writeCode);
        QFETCH(QString, words);
        FakeHttp server([&](const FakeHttp::Request &) { return json(body, status); });
        const auto registry = open(environmentOf(server.url()));
        const auto read = registry->describeSubjects({"a"}, {}).front();
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().code), readCode);
        QVERIFY2(messageOf(read.error()).contains(words), read.error().message.c_str());
        const auto written = registry->registerSchemas({{"a", {}}}, {}).front();
        QVERIFY(!written);
        QCOMPARE(static_cast<int>(written.error().code), writeCode);
    }

    void nothingIsFollowedElsewhere()
    {
        FakeHttp other([](const FakeHttp::Request &) { return json("[]"); });
        FakeHttp server([&](const FakeHttp::Request &) {
            return FakeHttp::Answer{307, "{}", 0, false,
                                    "Location: " + QByteArray::fromStdString(other.url()) +
                                        "/subjects\r\n"};
        });
        QVERIFY(!open(environmentOf(server.url()))->readSubjects({}));
        QVERIFY(other.requests().isEmpty());
    }

    void whoDoesNotAnswerIsNotWaitedForLong()
    {
        FakeHttp server([](const FakeHttp::Request &) {
            return FakeHttp::Answer{200, "{}", 0, true};
        });
        schemaregistry::Connection connection;
        connection.url = server.url();
        connection.timeout = std::chrono::milliseconds(300);
        schemaregistry::HttpRegistry registry(connection);
        QElapsedTimer timer;
        timer.start();
        const auto read = registry.readLevel({});
        QVERIFY(!read && read.error().code == Error::Code::Timeout);
        const auto written = registry.registerSchemas({{"a", {}}}, {}).front();
        QVERIFY(!written && written.error().code == Error::Code::Timeout);
        QVERIFY(timer.elapsed() < 3000);
    }

    void whoIsNotThereIsSaidToBe()
    {
        const auto read = open(environmentOf("http://127.0.0.1:1"))->readSubjects({});
        QVERIFY(!read && read.error().code == Error::Code::Network);
        QVERIFY(messageOf(read.error()).contains("127.0.0.1:1 can't be reached"));
        const auto written =
            open(environmentOf("http://127.0.0.1:1"))->registerSchemas({{"a", {}}}, {}).front();
        QVERIFY(!written && written.error().code == Error::Code::Network); // surely not sent
    }

    void stopsSoon()
    {
        FakeHttp server([](const FakeHttp::Request &) {
            return FakeHttp::Answer{200, "{}", 0, true};
        });
        const auto registry = open(environmentOf(server.url()));
        std::stop_source source;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            source.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto read = registry->readLevel(source.get_token());
        QVERIFY(!read && read.error().code == Error::Code::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
    }

    void manyAreReadAtOnce()
    {
        QByteArray names = "[";
        for (int i = 0; i < 60; ++i)
            names += (i == 0 ? "\"s" : ",\"s") + QByteArray::number(i) + '"';
        names += ']';
        FakeHttp server([&](const FakeHttp::Request &request) {
            if (request.path == "/subjects")
                return json(names);
            FakeHttp::Answer answer = json("{\"version\":1,\"id\":1,\"schema\":\"\\\"int\\\"\"}");
            if (request.path.startsWith("/config"))
                answer = json("{\"error_code\":40408,\"message\":\"none\"}", 404);
            answer.delay = 20;
            return answer;
        });
        const auto subjects = open(environmentOf(server.url()))->readSubjects({});
        QVERIFY(subjects && subjects->size() == 60);
        QVERIFY2(server.mostAtOnce() > 4, QByteArray::number(server.mostAtOnce()));
        QVERIFY2(server.mostAtOnce() <= 16, QByteArray::number(server.mostAtOnce()));
    }

    void settingsAreCheckedBeforeAnyContact_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("no protocol") << "registry:8081"
                                     << ""
                                     << ""
                                     << "https://";
        QTest::newRow("credentials") << QStringLiteral("http://user:%1@registry").arg(canary) << ""
                                     << ""
                                     << "must not hold a user";
        QTest::newRow("plain secret") << "http://r"
                                      << "token" << canary << "must be a reference";
        QTest::newRow("user alone") << "http://r"
                                    << "username"
                                    << "me"
                                    << "go together";
        QTest::newRow("no such file") << "http://r"
                                      << "ca"
                                      << "/nowhere.pem"
                                      << "can't be read";
    }

    void settingsAreCheckedBeforeAnyContact()
    {
        QFETCH(QString, url);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, words);
        const auto opened = openSchemaRegistry(
            environmentOf(url.toStdString(), {{key.toStdString(), value.toStdString()}}));
        QVERIFY(!opened);
        QVERIFY2(messageOf(opened.error()).contains(words), opened.error().message.c_str());
        QVERIFY(!messageOf(opened.error()).contains(canary));
        QVERIFY(!messageOf(opened.error()).contains("user:"));
    }

    // Fault 27
    void tls_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("knowsCa");
        QTest::addColumn<QString>("words"); // empty: it works
        QTest::newRow("trusted") << "good" << true << "";
        QTest::newRow("unknown CA") << "good" << false << "unable to get local issuer certificate";
        QTest::newRow("expired") << "expired" << true << "certificate has expired";
        QTest::newRow("another host")
            << "elsewhere" << true << "no alternative certificate subject name matches";
        QTest::newRow("signed by itself") << "self" << true << "self-signed certificate";
    }

    void tls()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, knowsCa);
        QFETCH(QString, words);
        if (!m_folder.isValid() || !makeCertificates())
            QFAIL("openssl made no certificates");
        FakeHttp server([](const FakeHttp::Request &) { return json("[]"); },
                        configuration(certificate));
        std::map<std::string, std::string> security;
        if (knowsCa)
            security["ca"] = path("ca.pem").toStdString();
        const auto subjects = open(environmentOf(server.url(), security))->readSubjects({});
        if (words.isEmpty()) {
            QVERIFY2(subjects, subjects ? "" : subjects.error().message.c_str());
            return;
        }
        QVERIFY(!subjects && subjects.error().code == Error::Code::Denied);
        QVERIFY2(messageOf(subjects.error()).contains(words), subjects.error().message.c_str());
    }

    void clientsShowTheirCertificate()
    {
        if (!m_folder.isValid() || !makeCertificates())
            QFAIL("openssl made no certificates");
        auto strict = configuration("good");
        strict.setPeerVerifyMode(QSslSocket::VerifyPeer);
        strict.setCaCertificates(QSslCertificate::fromPath(path("ca.pem")));
        FakeHttp server([](const FakeHttp::Request &) { return json("[]"); }, strict);
        std::map<std::string, std::string> security{{"ca", path("ca.pem").toStdString()}};
        const auto refused = open(environmentOf(server.url(), security))->readSubjects({});
        QVERIFY(!refused);
        QVERIFY2(messageOf(refused.error()).contains("registry.certificate"),
                 refused.error().message.c_str());
        security["certificate"] = path("good.pem").toStdString();
        security["key"] = path("good.key").toStdString();
        const auto subjects = open(environmentOf(server.url(), security))->readSubjects({});
        QVERIFY2(subjects, subjects ? "" : subjects.error().message.c_str());
        security["key"] = path("expired.key").toStdString();
        const auto other = open(environmentOf(server.url(), security))->readSubjects({});
        QVERIFY(!other && other.error().code == Error::Code::Invalid);
        QVERIFY2(messageOf(other.error()).contains("don't work together"),
                 other.error().message.c_str());
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start("openssl", arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    bool makeCertificate(const QString &name, const QString &host, const QStringList &life) const
    {
        QFile extensions(path(name + ".ext"));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=" + host.toUtf8() + "\n");
        extensions.close();
        return openssl({"req", "-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-out",
                        name + ".csr", "-subj", "/CN=server"}) &&
               openssl(QStringList{"x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey",
                                   "ca.key", "-CAcreateserial", "-out", name + ".pem", "-extfile",
                                   name + ".ext"} +
                       life);
    }

    bool makeCertificates()
    {
        if (QFile::exists(path("self.pem")))
            return true;
        return openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key",
                        "-out", "ca.pem", "-days", "30", "-subj", "/CN=test-ca"}) &&
               makeCertificate("good", "IP:127.0.0.1", {"-days", "30"}) &&
               makeCertificate("expired", "IP:127.0.0.1", {"-days", "-1"}) &&
               makeCertificate("elsewhere", "DNS:elsewhere.example", {"-days", "30"}) &&
               openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "self.key",
                        "-out", "self.pem", "-days", "30", "-subj", "/CN=self", "-addext",
                        "subjectAltName=IP:127.0.0.1"});
    }

    QSslConfiguration configuration(const QString &name) const
    {
        QFile key(path(name + ".key"));
        static_cast<void>(key.open(QIODevice::ReadOnly));
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate::fromPath(path(name + ".pem")).value(0));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        return configuration;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSchemaRegistry)
#include "tst_schemaregistry.moc"
