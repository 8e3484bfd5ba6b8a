// SPDX-License-Identifier: Apache-2.0
#include "plugins/fakehttp.h"
#include "schemaregistry/registryconnection.h"
#include "support/certificates.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QtTest>

using namespace meshwright;
using test::FakeHttp;

class TestRegistryRevoked : public QObject
{
    Q_OBJECT

private slots:

    void aRevokedCertificateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("code"); // -1: it works
        QTest::addColumn<QString>("words");
        const auto other = test::selfSigned();
        QTest::newRow("nobody looks") << QByteArray() << -1 << "";
        QTest::newRow("it is on the list")
            << test::revocationOf(m_shown, m_ca) << int(Error::Code::Denied) << "was revoked";
        QTest::newRow("another is") << test::revocationOf(test::signedBy(m_ca), m_ca) << -1 << "";
        QTest::newRow("a list of nobody")
            << QByteArray("none") << int(Error::Code::Invalid) << "is no list of revoked";
    }

    // Fault 27
    void aRevokedCertificateIsRefused()
    {
        QFETCH(QByteArray, list);
        QFETCH(int, code);
        QFETCH(QString, words);
        auto shown = QSslConfiguration::defaultConfiguration();
        shown.setLocalCertificate(QSslCertificate(m_shown.certificate));
        shown.setPrivateKey(QSslKey(m_shown.key, QSsl::Ec));
        shown.setPeerVerifyMode(QSslSocket::VerifyNone);
        FakeHttp server(
            [](const FakeHttp::Request &) {
                return FakeHttp::Answer{200, "[]"};
            },
            shown);
        Environment environment;
        auto &registry = environment.registry.emplace();
        registry.url = server.url();
        registry.security["ca"] = write("ca.pem", m_ca.certificate);
        if (!list.isEmpty())
            registry.security["crl"] = write("revoked.pem", list);
        const auto subjects = openSchemaRegistry(environment).value()->readSubjects({});
        QVERIFY2(int(subjects ? -1 : int(subjects.error().code)) == code,
                 subjects ? "it works" : subjects.error().message.c_str());
        if (code < 0)
            return;
        QVERIFY2(QString::fromStdString(subjects.error().message).contains(words),
                 subjects.error().message.c_str());
        QVERIFY(server.requests().isEmpty());
    }

private:
    std::string write(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file could not be written");
        return file.fileName().toStdString();
    }

    const QTemporaryDir m_folder;
    const test::Identity m_ca = test::selfSigned();
    const test::Identity m_shown = test::signedBy(m_ca);
};

QTEST_GUILESS_MAIN(TestRegistryRevoked)
#include "tst_registryrevoked.moc"
