// SPDX-License-Identifier: Apache-2.0
// Texts made to exhaust a reader, and honest ones of an unusual size: mw ends within bounds of
// processor time and memory that the system enforces (not the clock, which other work would move),
// and tells what it found at its line.
#include "commandtest.h"

#include <sys/resource.h>

namespace {

constexpr rlim_t mostSeconds = 60; // of the processor; the slowest takes less than a tenth of it
constexpr rlim_t mostMemory = rlim_t(1) << 30U;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool isMemoryBounded = false; // AddressSanitizer reserves terabytes, and takes its time
#else
constexpr bool isMemoryBounded = true;
#endif

void limit()
{
    const rlimit time{mostSeconds, mostSeconds};
    const rlimit memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_CPU, &time);
    if (isMemoryBounded)
        ::setrlimit(RLIMIT_AS, &memory);
}

const QByteArray head = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n";

QByteArray bomb()
{
    QByteArray text = head + "  x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n";
    for (int i = 1; i <= 9; ++i) {
        const QByteArray alias = "*x" + QByteArray::number(i - 1) + ", ";
        text += "  x" + QByteArray::number(i) + ": &x" + QByteArray::number(i) + " [" +
                alias.repeated(10) + "]\n";
    }
    return text;
}

QByteArray anchors(int count)
{
    QByteArray text = head + "  _public.x: {publish: {}}\nx-all:\n";
    for (int i = 0; i < count; ++i)
        text += "- &a" + QByteArray::number(i) + " b\n";
    return text;
}

/// References that all lead through all others, and round.
QByteArray circles()
{
    QByteArray text = head +
                      "  _public.x: {publish: {message: {$ref: '#/components/messages/m0'}}}\n"
                      "components:\n  messages:\n";
    for (int i = 0; i < 300; ++i)
        text += "    m" + QByteArray::number(i) + ": {$ref: '#/components/messages/m" +
                QByteArray::number((i + 1) % 300) + "'}\n";
    return text;
}

/// Every one of its channels is offered another name.
QByteArray paths(int count)
{
    QByteArray text = head;
    for (int i = 0; i < count; ++i)
        text += "  /_public/t" + QByteArray::number(i) + ": {publish: {message: {payload: {}}}}\n";
    return text;
}

/// Sound but for its last channel.
QByteArray spec(int bytes)
{
    QByteArray text = head;
    const auto add = [&](const QByteArray &name) {
        text += "  " + name + ":\n    description: " +
                QByteArray("One of very many topics, which says so. ").repeated(15) + "\n" +
                "    publish: {message: {name: a, payload: {type: string}}}\n";
    };
    for (int i = 0; text.size() < bytes; ++i)
        add("_public.t" + QByteArray::number(i));
    add("_pubic.last");
    return text;
}

} // namespace

class TestMwLimits : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        m_prepare = limit;
    }

    void textsThatExhaust_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("found"); // place and rule
        QTest::newRow("aliases that stand for 10^9 values")
            << bomb() << QByteArray("yaml/too-many-aliases");
        QTest::newRow("10 000 deep in brackets")
            << head + "  x: " + QByteArray(10'000, '[') << QByteArray("yaml/too-deep");
        QTest::newRow("10 000 deep in keys")
            << head + "  x: " + QByteArray("{a: ").repeated(10'000) << QByteArray("yaml/too-deep");
        QTest::newRow("a million anchors") << anchors(1'000'000) << QByteArray("c.yaml:200007:");
        QTest::newRow("an alias of what holds it") << head + "  x: &x {publish: *x}\n"
                                                   << QByteArray("yaml/recursive-alias");
        QTest::newRow("references that go round") << circles() << QByteArray("reference/cycle");
        QTest::newRow("a word of 10 MB")
            << head + "  _pubic." + QByteArray(10'000'000, 'a') + ": {}\n"
            << QByteArray("c.yaml:5:3: error");
    }

    void textsThatExhaust()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, found);
        const Run run = mw({"check", write(QStringLiteral("c.yaml"), text)});
        QVERIFY2(run.exitCode == 1, run.err.left(500).constData());
        QVERIFY2(run.out.contains(found), run.out.left(2000).constData());
        QVERIFY2(run.out.size() < 200'000, QByteArray::number(run.out.size()).constData());
    }

    void aSpecOf20Megabytes()
    {
        const QByteArray text = spec(isMemoryBounded ? 20'000'000 : 5'000'000);
        const Run run = mw({"check", write(QStringLiteral("c.yaml"), text)});
        QVERIFY2(run.exitCode == 1, run.err.left(500).constData());
        const QByteArray line = QByteArray::number(text.count('\n') - 2);
        QVERIFY2(run.out.contains("c.yaml:" + line + ":3: error: '_pubic'"),
                 run.out.left(2000).constData());
    }

    void aFixForEachOf20000Channels()
    {
        const int count = isMemoryBounded ? 20'000 : 2'000;
        const Run run = mw({"check", write(QStringLiteral("c.yaml"), paths(count)), "--rules",
                            "conventions", "--format", "json"});
        QVERIFY2(run.exitCode <= 1, run.err.left(500).constData());
        QCOMPARE(run.out.count("Rename to '_public.t"), count);
    }

    void aFolderOf5000Specs()
    {
        for (int i = 0; i < 5'000; ++i)
            write(QStringLiteral("w/%1/s%2.yaml").arg(i % 50).arg(i),
                  QByteArray(smallSpec)
                      .replace("acme.f.c", "acme.f.c" + QByteArray::number(i))
                      .replace("_public", i == 4'321 ? "_pubic" : "_public"));
        const Run run =
            mw({"check", m_folder->filePath(QStringLiteral("w")), "--severity", "error"});
        QVERIFY2(run.exitCode == 1, run.err.left(500).constData());
        QVERIFY2(run.out.contains("21/s4321.yaml:5:3: error: '_pubic'"),
                 run.out.left(2000).constData());
        QVERIFY(run.out.contains("5000 specs checked: 1 error"));
    }
};

QTEST_GUILESS_MAIN(TestMwLimits)
#include "tst_mwlimits.moc"
