// SPDX-License-Identifier: Apache-2.0
#include "support/kafkabroker.h"

#include "support/canary.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>
#include <QUuid>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace meshwright::test {

namespace {

constexpr int processTimeout = 60000; // ms
constexpr int startTimeout = 90000;   // ms; a loaded machine needs ten times the usual 4 s

tl::unexpected<QString> fault(const QString &text)
{
    return tl::unexpected<QString>(text);
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

// Binds all before it closes one, so that no port comes twice.
template <std::size_t N>
std::array<quint16, N> freePorts()
{
    std::array<quint16, N> ports{};
    std::array<int, N> sockets{};
    for (std::size_t i = 0; i < N; ++i) {
        sockets[i] = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto address = loopback(0);
        socklen_t size = sizeof address;
        if (::bind(sockets[i], reinterpret_cast<sockaddr *>(&address), size) == 0 &&
            ::getsockname(sockets[i], reinterpret_cast<sockaddr *>(&address), &size) == 0)
            ports[i] = ntohs(address.sin_port);
    }
    for (const int socket : sockets)
        ::close(socket);
    return ports;
}

bool accepts(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port);
    const bool connected =
        ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

// A Kafka id: 16 bytes in URL-safe base64; its tools take a leading '-' for an option.
QString randomId()
{
    const auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QString id;
    do
        id = QString::fromLatin1(QUuid::createUuid().toRfc4122().toBase64(encoding));
    while (id.startsWith(u'-'));
    return id;
}

KafkaBroker::Done write(const QString &path, const QString &text)
{
    QFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return fault(path + ": " + file.errorString());
    return {};
}

KafkaBroker::Done run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(processTimeout))
        return fault(program + ": " + process.errorString());
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fault(program + " " + arguments.value(0) + " failed:\n" +
                     QString::fromLocal8Bit(process.readAll()));
    return {};
}

const auto logSettings = QStringLiteral(R"(appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d %p %c{1}: %m%n
rootLogger.level=INFO
rootLogger.appenderRef.out.ref=out
)");

const auto certificateSettings = QStringLiteral(R"([req]
distinguished_name=name
prompt=no
[name]
CN=Meshwright test
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[server]
basicConstraints=CA:FALSE
subjectAltName=DNS:localhost,IP:127.0.0.1
extendedKeyUsage=serverAuth
)");

// All of the broker's settings that don't depend on ports, users or folders.
const auto fixedSettings = QStringLiteral(R"(process.roles=broker,controller
node.id=1
controller.listener.names=CONTROLLER
inter.broker.listener.name=SASL
listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,SASL:SASL_PLAINTEXT,TLS:SASL_SSL,OPEN:PLAINTEXT,PROXIED:SASL_PLAINTEXT
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512
listener.name.controller.sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
ssl.keystore.type=PEM
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:admin
auto.create.topics.enable=false
delete.topic.enable=true
num.partitions=1
default.replication.factor=1
min.insync.replicas=1
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=4194304
)");

} // namespace

QString KafkaBroker::jars()
{
    const QString given = qEnvironmentVariable("MESHWRIGHT_KAFKA_LIBS");
    if (!given.isEmpty())
        return given;
    const QString cache = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + "/.cache");
    return cache + "/meshwright/kafka-4.4.0/libs";
}

QStringList KafkaBroker::javaArguments() const
{
    const QString folder = m_directory.path();
    return {"-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", // a file that holds the arguments, with the passwords to format by
            "-Dlog4j2.configurationFile=" + folder + "/log4j2.properties",
            "-cp",
            jars() + "/*" + (m_options.classes.isEmpty() ? QString() : u':' + m_options.classes)};
}

KafkaBroker::KafkaBroker()
    : KafkaBroker(Options{})
{}

KafkaBroker::KafkaBroker(Options options)
    : m_options(std::move(options))
    , m_clusterId(randomId())
    , m_ports(freePorts<PortCount>())
{
    m_options.users.removeAll("admin");
    m_options.users.prepend("admin");
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that crashes leaves no broker behind
        rlimit files{};
        if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
            files.rlim_cur = files.rlim_max; // a thousand partitions are thousands of files
            ::setrlimit(RLIMIT_NOFILE, &files);
        }
    });
}

KafkaBroker::~KafkaBroker()
{
    kill();
}

KafkaBroker::Done KafkaBroker::start()
{
    if (isRunning())
        return {};
    return prepare().and_then([this] { return launch(); }).and_then([this] {
        return waitUntilReady();
    });
}

KafkaBroker::Done KafkaBroker::stop()
{
    if (!isRunning())
        return {};
    resume();
    m_process.terminate();
    if (m_process.waitForFinished(processTimeout))
        return {};
    kill();
    return fault("the broker did not stop in order\n" + logTail());
}

void KafkaBroker::kill()
{
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(processTimeout);
}

KafkaBroker::Done KafkaBroker::restart()
{
    return stop().and_then([this] { return start(); });
}

void KafkaBroker::pause()
{
    if (isRunning())
        ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void KafkaBroker::resume()
{
    if (isRunning())
        ::kill(pid_t(m_process.processId()), SIGCONT);
}

bool KafkaBroker::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

QString KafkaBroker::bootstrap(Listener listener) const
{
    quint16 port = 0;
    switch (listener) {
    case Listener::SaslPlaintext:
        port = m_ports[Sasl];
        break;
    case Listener::SaslSsl:
        port = m_ports[Tls];
        break;
    case Listener::Plaintext:
        port = m_ports[Open];
        break;
    case Listener::Proxied:
        port = m_options.proxyPort;
        break;
    }
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

QString KafkaBroker::passwordOf(const QString &user)
{
    return canaryWord + ("-of-" + user);
}

KafkaBroker::Done KafkaBroker::prepare()
{
    if (m_prepared)
        return {};
    if (!m_directory.isValid())
        return fault("no temporary folder: " + m_directory.errorString());
    if (!QFile::exists(jars()))
        return fault("no Kafka in " + jars() + ": run packaging/deps/kafka.sh first");
    return makeCertificates()
        .and_then([this] { return writeSettings(); })
        .and_then([this] { return format(); })
        .map([this] { m_prepared = true; });
}

KafkaBroker::Done KafkaBroker::makeCertificates() const
{
    const auto openssl = [this](const QString &arguments) {
        const QString common = "req -x509 -config openssl.cnf -days 2 -nodes -newkey ec "
                               "-pkeyopt ec_paramgen_curve:prime256v1 ";
        return run("openssl", (common + arguments).split(u' '), m_directory.path());
    };
    return write(path("openssl.cnf"), certificateSettings)
        .and_then([&] { return openssl("-extensions ca -keyout ca.key -out ca.pem"); })
        .and_then([&] { return openssl("-extensions ca -keyout foreign.key -out foreign-ca.pem"); })
        .and_then([&] {
            return openssl("-extensions server -CA ca.pem -CAkey ca.key -keyout server.key "
                           "-out server.crt");
        })
        .and_then([this]() -> Done {
            QFile key(path("server.key"));
            QFile certificate(path("server.crt"));
            if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly))
                return fault("openssl made no certificate");
            return write(path("server.pem"), key.readAll() + certificate.readAll());
        });
}

KafkaBroker::Done KafkaBroker::writeSettings() const
{
    return write(path("log4j2.properties"), logSettings).and_then([this] {
        return write(path("planted.properties"), settingsText());
    });
}

QString KafkaBroker::settingsText() const
{
    QString listeners = QStringLiteral("SASL://127.0.0.1:%1,TLS://127.0.0.1:%2")
                            .arg(m_ports[Sasl])
                            .arg(m_ports[Tls]);
    if (m_options.plaintext)
        listeners += QStringLiteral(",OPEN://127.0.0.1:%1").arg(m_ports[Open]);
    QString advertised = listeners;
    if (m_options.proxyPort != 0) {
        listeners += QStringLiteral(",PROXIED://127.0.0.1:%1").arg(m_ports[Proxied]);
        advertised += QStringLiteral(",PROXIED://127.0.0.1:%1").arg(m_options.proxyPort);
    }
    const QString controller = QStringLiteral("127.0.0.1:%1").arg(m_ports[Controller]);

    QString plain = "org.apache.kafka.common.security.plain.PlainLoginModule required "
                    "username=\"admin\" password=\"" +
                    passwordOf("admin") + u'"';
    for (const QString &user : m_options.users)
        plain += QStringLiteral(" user_%1=\"%2\"").arg(user, passwordOf(user));
    const QString scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;";

    QString text = fixedSettings;
    const auto set = [&text](const QString &key, const QString &value) {
        text += key + u'=' + value + u'\n';
    };
    set("listeners", "CONTROLLER://" + controller + u',' + listeners);
    set("advertised.listeners", advertised);
    set("controller.quorum.voters", "1@" + controller);
    set("log.dirs", path("data"));
    set("ssl.keystore.location", path("server.pem"));
    for (const QString listener : {"controller", "sasl", "tls", "proxied"}) {
        const QString prefix = "listener.name." + listener + u'.';
        set(prefix + "plain.sasl.jaas.config", plain + u';');
        if (listener == "controller")
            continue;
        set(prefix + "scram-sha-256.sasl.jaas.config", scram);
        set(prefix + "scram-sha-512.sasl.jaas.config", scram);
    }
    for (auto it = m_options.settings.cbegin(); it != m_options.settings.cend(); ++it)
        set(it.key(), it.value());
    return text;
}

KafkaBroker::Done KafkaBroker::format()
{
    QStringList arguments = javaArguments();
    arguments << "kafka.tools.StorageTool"
              << "format"
              << "--cluster-id" << m_clusterId << "--config" << path("planted.properties");
    for (const QString &user : m_options.users) {
        for (const QString mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-512"})
            arguments << "--add-scram"
                      << QStringLiteral("%1=[name=%2,password=%3]")
                             .arg(mechanism, user, passwordOf(user));
    }
    return run("java", arguments, m_directory.path());
}

KafkaBroker::Done KafkaBroker::launch()
{
    m_logStart = QFile(logFile()).size();
    m_process.setStandardOutputFile(logFile(), QIODevice::Append);
    m_process.setWorkingDirectory(m_directory.path());
    m_process.start("java", javaArguments() << "kafka.Kafka" << path("planted.properties"));
    if (!m_process.waitForStarted(processTimeout))
        return fault("java: " + m_process.errorString());
    return {};
}

KafkaBroker::Done KafkaBroker::waitUntilReady()
{
    const QDeadlineTimer deadline(startTimeout);
    QFile log(logFile());
    while (!deadline.hasExpired()) {
        if (m_process.waitForFinished(50))
            return fault("the broker ended while it started\n" + logTail());
        if (!log.isOpen() && !log.open(QIODevice::ReadOnly))
            continue;
        log.seek(m_logStart);
        if (log.readAll().contains("Kafka Server started") && accepts(m_ports[Sasl]))
            return {};
    }
    kill();
    return fault("the broker was not ready in time\n" + logTail());
}

QString KafkaBroker::logTail() const
{
    constexpr qint64 shown = 4000; // bytes
    QFile log(logFile());
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(qMax(m_logStart, log.size() - shown));
    return QString::fromUtf8(log.readAll());
}

} // namespace meshwright::test
