// SPDX-License-Identifier: Apache-2.0
#include "connectors/secret.h"
#include "meshwright/workspace/secretreference.h"
#include "support/canary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace meshwright;

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void resolves_data();
    void resolves();
    void refuses_data();
    void refuses();
    void takesPlainTextWhereAllowed();

private:
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    QTemporaryDir m_folder;
};

void TestSecret::initTestCase()
{
    qputenv("MESHWRIGHT_TEST_SECRET", test::canary);
    qputenv("MESHWRIGHT_TEST_EMPTY", "");
    qunsetenv("MESHWRIGHT_TEST_UNSET");
}

void TestSecret::resolves_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("value");

    const QByteArray secret = test::canary;
    const auto row = [this](const char *name, const QByteArray &written, const QByteArray &value) {
        const auto file = QByteArray("planted ") + name;
        QTest::newRow(name) << "${file:" + write(file, written) + '}' << QString::fromUtf8(value);
    };
    QTest::newRow("variable") << "${env:MESHWRIGHT_TEST_SECRET}" << QString::fromUtf8(secret);
    row("file", secret + " w", secret + " w");
    row("file with a line end", secret + '\n', secret);
    row("file with CRLF", secret + "\r\n", secret);
    row("spaces are kept", ' ' + secret + " \n", ' ' + secret + ' ');
    row("one line end only", secret + "\n\n", secret + '\n');
}

void TestSecret::resolves()
{
    QFETCH(QString, reference);
    QFETCH(QString, value);

    const auto resolved = resolveSecret(reference.toStdString());
    QVERIFY2(resolved, resolved ? "" : resolved.error().message.c_str());
    QCOMPARE(QString::fromStdString(*resolved), value);
}

void TestSecret::refuses_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("names");

    const auto row = [](const char *title, const QString &reference, Error::Code code,
                        const QString &names) {
        QTest::newRow(title) << reference << int(code) << names;
    };
    using enum Error::Code;
    row("a plain password", test::canary, Invalid, "${env:NAME}");
    row("empty", "", Invalid, "${env:NAME}");
    row("an unknown kind", "${vault:x}", Invalid, "${env:NAME}");
    row("no name", "${env:}", Invalid, "${env:NAME}");
    row("a variable that is not set", "${env:MESHWRIGHT_TEST_UNSET}", NotFound,
        "MESHWRIGHT_TEST_UNSET");
    row("an empty variable", "${env:MESHWRIGHT_TEST_EMPTY}", NotFound, "MESHWRIGHT_TEST_EMPTY");
    row("no file", "${file:/nowhere/pw}", NotFound, "/nowhere/pw");
    row("a folder", "${file:" + m_folder.path() + '}', NotFound, m_folder.path());
    row("a device", "${file:/dev/zero}", NotFound, "/dev/zero");
    row("an empty file", "${file:" + write("empty", "\n") + '}', Invalid, "empty");
    row("a huge file", "${file:" + write("huge", QByteArray(70000, 'x')) + '}', Invalid, "64 KiB");
    row("a keychain", "${keychain:kafka}", NotFound, "keychain");
}

void TestSecret::refuses()
{
    QFETCH(QString, reference);
    QFETCH(int, code);
    QFETCH(QString, names);

    const auto resolved = resolveSecret(reference.toStdString());
    QVERIFY(!resolved);
    const auto message = QString::fromStdString(resolved.error().message);
    QCOMPARE(int(resolved.error().code), code);
    QVERIFY2(message.contains(names), qPrintable(message));
    QVERIFY2(!message.contains(test::canaryWord), qPrintable(message));
}

void TestSecret::takesPlainTextWhereAllowed()
{
    QCOMPARE(resolveText("admin").value(), std::string("admin"));
    QCOMPARE(resolveText("${env:MESHWRIGHT_TEST_SECRET}").value(), std::string(test::canary));
    QVERIFY(!resolveText("${env:MESHWRIGHT_TEST_UNSET}"));
    QVERIFY(secretReference("${file:x}"));
    QVERIFY(!secretReference("file:x"));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
