// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"

class TestMwConvert : public CommandTest
{
    Q_OBJECT

private slots:

    void init() { makeFolder(); }

    void printsTheNewText();
    void writesTheFileAndWhatLeadsIntoIt();
    void checkWritesNothing();
    void saysWhatIsLost();
    void refuses_data();
    void refuses();
    void keepsTheEncoding();
};

namespace {

const QByteArray sales = "asyncapi: '2.6.0' # version\n"
                         "id: 'urn:acme.finance.sales'\n"
                         "info: {title: Sales, version: '1'}\n"
                         "channels:\n"
                         "  # what was sold\n"
                         "  _public.sale:\n"
                         "    publish:\n"
                         "      message:\n"
                         "        name: Sale\n"
                         "        payload: {type: object}\n";

const QByteArray converted = "asyncapi: '3.0.0' # version\n"
                             "id: 'urn:acme.finance.sales'\n"
                             "info: {title: Sales, version: '1'}\n"
                             "channels:\n"
                             "  # what was sold\n"
                             "  sale:\n"
                             "    address: _public.sale\n"
                             "    messages:\n"
                             "      Sale:\n"
                             "        name: Sale\n"
                             "        payload: {type: object}\n"
                             "operations:\n"
                             "  sendSale:\n"
                             "    action: send\n"
                             "    channel:\n"
                             "      $ref: '#/channels/sale'\n"
                             "    messages:\n"
                             "      - $ref: '#/channels/sale/messages/Sale'\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

void TestMwConvert::printsTheNewText()
{
    const QString path = write(QStringLiteral("sales.yaml"), sales);
    const Run run = mw({"convert", path});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, converted);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(contentOf(path), sales);
    const Run newest = mw({"convert", path, "--to", "3.1.0"});
    QVERIFY(newest.out.startsWith("asyncapi: '3.1.0' # version\n"));
}

void TestMwConvert::writesTheFileAndWhatLeadsIntoIt()
{
    const QString path = write(QStringLiteral("sales.yaml"), sales);
    const QString other = write(
        QStringLiteral("ledger.yaml"),
        "asyncapi: 3.0.0\ninfo: {title: Ledger, version: '1'}\nchannels:\n  sale:\n    address: "
        "acme.finance.sales._public.sale\n    messages:\n      Sale:\n        # theirs\n"
        "        $ref: './sales.yaml#/channels/_public.sale/publish/message'\n");
    const Run run = mw({"convert", path, "--write"});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains("ledger.yaml: 1 reference leads"), run.err.constData());
    QCOMPARE(contentOf(path), converted);
    QVERIFY2(contentOf(other).endsWith(
                 "        # theirs\n        $ref: './sales.yaml#/channels/sale/messages/Sale'\n"),
             contentOf(other).constData());
    QCOMPARE(mw({"convert", path, "--write"}).exitCode, 1);
    QCOMPARE(contentOf(path), converted);
}

void TestMwConvert::checkWritesNothing()
{
    const QString path = write(QStringLiteral("sales.yaml"), sales);
    const Run run = mw({"convert", path, "--check"});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(contentOf(path), sales);
    QCOMPARE(mw({"convert", path, "--check", "--write"}).exitCode, 64);
}

void TestMwConvert::saysWhatIsLost()
{
    const QString path =
        write(QStringLiteral("sales.yaml"),
              sales + "servers:\n  web:\n    url: https://acme.example/x\n    protocol: wss\n");
    const Run run = mw({"convert", path});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("sales.yaml:13:10: ") && run.err.contains("https://"),
             run.err.constData());
    QVERIFY(run.out.contains("    host: acme.example\n    pathname: /x\n    protocol: wss\n"));
}

void TestMwConvert::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("version 3") << converted << 1 << QByteArray("is of AsyncAPI 3.0.0");
    QTest::newRow("no spec") << QByteArray("a: 1\n") << 65 << QByteArray("is no spec");
    QTest::newRow("cut") << QByteArray("asyncapi: 2.6.0\nchannels: [\n") << 65
                         << QByteArray("sales.yaml:");
}

void TestMwConvert::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, said);
    const QString path = write(QStringLiteral("sales.yaml"), text);
    const Run run = mw({"convert", path, "--write"});
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.err.contains(said), run.err.constData());
    QCOMPARE(contentOf(path), text);
    QCOMPARE(mw({"convert", m_folder->path()}).exitCode, 64);
}

void TestMwConvert::keepsTheEncoding()
{
    const auto inUtf16 = [](const QByteArray &text) {
        const QString wide = QString::fromUtf8(text);
        return QByteArray("\xFF\xFE", 2) +
               QByteArray(reinterpret_cast<const char *>(wide.utf16()), 2 * wide.size());
    };
    const QString path = write(QStringLiteral("sales.yaml"), inUtf16(sales));
    QCOMPARE(mw({"convert", path, "--write"}).exitCode, 0);
    QCOMPARE(contentOf(path), inUtf16(converted));
}

QTEST_GUILESS_MAIN(TestMwConvert)

#include "tst_mwconvert.moc"
