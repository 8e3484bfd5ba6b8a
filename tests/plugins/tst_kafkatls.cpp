// SPDX-License-Identifier: Apache-2.0
// What the user reads of a broker whose certificate is not to be trusted, each fault by its name.
#include "connectors/connectors.h"
#include "support/certificates.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace meshwright;
using test::Identity;
using test::Validity;

namespace {

/// Shows its certificate to whoever comes, and says no more.
class TlsServer
{
public:
    explicit TlsServer(const Identity &identity)
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [&] {
                QSslConfiguration tls;
                tls.setLocalCertificate(QSslCertificate(identity.certificate));
                tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
                tls.setPeerVerifyMode(QSslSocket::VerifyNone);
                m_server.setSslConfiguration(tls);
                m_server.listen(QHostAddress::LocalHost);
                m_port = m_server.serverPort();
            },
            Qt::BlockingQueuedConnection);
    }

    ~TlsServer()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [&] {
                m_server.close();
                m_server.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

private:
    QThread m_thread;
    QSslServer m_server;
    quint16 m_port = 0;
};

} // namespace

class TestKafkaTls : public QObject
{
    Q_OBJECT

private slots:

    // Fault 27
    void eachFaultHasItsName_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("ca");
        QTest::addColumn<QByteArray>("revoked");
        QTest::addColumn<QString>("says");
        const Identity ca = test::selfSigned();
        const auto row = [](const char *title, const Identity &shown, const QByteArray &trusted,
                            const QByteArray &revoked, const char *says) {
            QTest::newRow(title) << shown.certificate << shown.key << trusted << revoked
                                 << QString(says);
        };
        row("self-signed", test::selfSigned(), ca.certificate, {}, "signed by itself");
        row("of an unknown CA", test::signedBy(test::selfSigned()), test::signedBy(ca).certificate,
            {}, "not signed by the CA in");
        row("expired", test::signedBy(ca, Validity::Expired), ca.certificate, {}, "has expired");
        row("not yet valid", test::signedBy(ca, Validity::NotYet), ca.certificate, {},
            "not valid yet");
        const Identity leaf = test::signedBy(ca);
        row("revoked", leaf, ca.certificate, test::revocationOf(leaf, ca), "was revoked");
    }

    void eachFaultHasItsName()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, ca);
        QFETCH(QByteArray, revoked);
        QFETCH(QString, says);
        const TlsServer server({certificate, key});
        Environment environment = to(server, ca);
        if (!revoked.isEmpty())
            environment.properties["ssl.crl.location"] = write("revoked.pem", revoked);
        const auto info = findConnector("kafka")->open(environment).value()->info({});
        QVERIFY(!info);
        const QString message = QString::fromStdString(info.error().message);
        QVERIFY2(info.error().code == Error::Code::Denied && message.contains(says),
                 qPrintable(message));
    }

    // Fault 27
    void withAReasonItGoesWithout()
    {
        const TlsServer server(test::selfSigned(Validity::Expired));
        Environment environment = to(server, test::selfSigned().certificate);
        environment.unverifiedTlsReason = "an old lab";
        const auto said = [&] {
            return QString::fromStdString(
                findConnector("kafka")->open(environment).value()->info({}).error().message);
        };
        QVERIFY2(!said().contains("can't be trusted"), qPrintable(said())); // TLS was made
        environment.guard = Guard::Prod;
        QVERIFY2(said().contains("can't be trusted"), qPrintable(said()));
    }

private:
    Environment to(const TlsServer &server, const QByteArray &ca)
    {
        Environment environment;
        environment.name = "e";
        environment.bootstrap = server.address();
        environment.security = {{"protocol", "SSL"}, {"ca", write("ca.pem", ca)}};
        return environment;
    }

    std::string write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestKafkaTls)
#include "tst_kafkatls.moc"
