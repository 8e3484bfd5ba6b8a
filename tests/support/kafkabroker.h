// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <array>

namespace meshwright::test {

// A real Apache Kafka broker of one node for tests, on loopback ports that were free, with
// StandardAuthorizer and nothing allowed but to User:admin. Its files go away with it.
// Use it from the thread that made it: the broker dies when that thread does.
class KafkaBroker
{
public:
    enum class Listener { SaslPlaintext, SaslSsl, Plaintext, Proxied };

    struct Options
    {
        QStringList users;      // besides admin; PLAIN and SCRAM know them all
        bool plaintext = false; // a listener where clients are User:ANONYMOUS, without rights
        QMap<QString, QString> settings; // more lines of server.properties
        QString classes = {};            // a folder with more Java classes, as policies are
        quint16 proxyPort = 0; // where clients of Proxied are sent to: as SaslPlaintext behind it
    };

    using Done = tl::expected<void, QString>; // the error says what failed, with the log's end

    KafkaBroker();
    explicit KafkaBroker(Options options);
    ~KafkaBroker();
    Q_DISABLE_COPY_MOVE(KafkaBroker)

    Done start();   // formats the first time; returns when clients can connect (4 to 8 s)
    Done stop();    // in order
    void kill();    // at once, as a crash would
    Done restart(); // stops if it runs; same data, same ports
    void pause();   // stops answering, keeps connections: for timeouts
    void resume();

    bool isRunning() const;
    QString bootstrap(Listener listener) const; // "127.0.0.1:port"

    quint16 portBehindProxy() const { return m_ports[Proxied]; }

    QString clusterId() const { return m_clusterId; }

    QString caFile() const { return path("ca.pem"); } // signs SaslSsl's certificate

    QString foreignCaFile() const { return path("foreign-ca.pem"); } // signs nothing here

    QString logFile() const { return path("server.log"); }

    QString directory() const { return m_directory.path(); }

    static QString jars(); // the folder of Kafka's own

    static QString passwordOf(const QString &user); // "admin" → "canary-4711-of-admin"

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QStringList javaArguments() const;
    Done prepare();
    Done makeCertificates() const;
    Done writeSettings() const;
    Done format();
    Done launch();
    Done waitUntilReady();
    QString settingsText() const;
    QString logTail() const;

    enum Port { Sasl, Tls, Open, Proxied, Controller, PortCount };

    Options m_options;
    QTemporaryDir m_directory;
    QString m_clusterId;
    std::array<quint16, PortCount> m_ports{};
    QProcess m_process;
    qint64 m_logStart = 0; // where the log of the latest start begins
    bool m_prepared = false;
};

} // namespace meshwright::test
