// SPDX-License-Identifier: Apache-2.0
// Names that no cluster takes, or that look like other ones, are told at the name and in words that
// show what is wrong with them; names that other readers take for numbers, dates or truth stay what
// they are.
#include "meshwright/lint/lint.h"

#include <QTest>

using namespace meshwright;

namespace {

TopologyPtr read(const std::string &channels)
{
    return buildTopology(Workspace::fromTexts(
        {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                    "channels:\n" +
                        channels}}));
}

} // namespace

class TestHostileNames : public QObject
{
    Q_OBJECT

private slots:

    void namesThatNoClusterTakes_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("250 characters")
            << QByteArray("_public.") + QByteArray(233, 'x') << QByteArray("250 characters");
        QTest::newRow("Cyrillic letter that looks as ours")
            << QByteArray("_public.s\u0430le") << QByteArray("'\u0430' (U+0430)");
        QTest::newRow("writing turned round")
            << QByteArray("\"_public.sale\\u202Eelas\"") << QByteArray("<U+202E>");
        QTest::newRow("space without a width")
            << QByteArray("\"_public.sa\\u200Ble\"") << QByteArray("<U+200B>");
        QTest::newRow("space at the end") << QByteArray("'_public.sale '") << QByteArray("' '");
        QTest::newRow("placeholder") << QByteArray("'_public.${env}'") << QByteArray("'$'");
        QTest::newRow("line end") << QByteArray("\"_public.a\\nb\"")
                                  << QByteArray("does not allow");
        QTest::newRow("NUL") << QByteArray("\"_public.a\\0b\"") << QByteArray("<U+0000>");
        QTest::newRow("escape of terminals")
            << QByteArray("\"_public.\\e[31m\"") << QByteArray("<U+001B>");
    }

    void namesThatNoClusterTakes()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, words);
        const auto topology = read("  ? " + key.toStdString() + "\n  : {publish: {}}\n");
        std::vector<Diagnostic> found;
        for (const Diagnostic &each : lint(*topology))
            if (each.rule == "kafka/topic-name")
                found.push_back(each);
        QCOMPARE(found.size(), std::size_t(1));
        const SourceText &text = *topology->workspace->file("a.yaml")->text;
        QCOMPARE(QByteArray::fromStdString(std::string(text.slice(found.front().range))), key);
        const QString message = QString::fromStdString(found.front().message);
        QVERIFY2(message.contains(QString::fromUtf8(words)), qPrintable(message));
        for (const QChar c : message)
            QVERIFY2(c.isPrint() || c == QLatin1Char('\n'), qPrintable(message));
    }

    /// YAML 1.1 would make other values of them.
    void namesStayNames_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char *key : {"no", "NO", "yes", "on", "null", "~", "true", "1e3", "0o7", "010",
                                "12", "1.50", "1:30", "2001-12-14", ".inf"})
            QTest::newRow(key) << QByteArray(key);
    }

    void namesStayNames()
    {
        QFETCH(QByteArray, key);
        const auto topology = read("  " + key.toStdString() + ": {subscribe: {}}\n");
        const auto spec = topology->workspace->specs().front();
        QCOMPARE(spec->channels.size(), std::size_t(1));
        QCOMPARE(QByteArray::fromStdString(spec->channels.front().address), key);
    }
};

QTEST_APPLESS_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
