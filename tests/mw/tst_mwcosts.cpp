// SPDX-License-Identifier: Apache-2.0
// What topics cost, as a script asks it.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

const QByteArray settings =
    "version: 1\ncosts: {currency: EUR, partition: 1.2, gibibyte: 0.1, environment: prod}\n"
    "environments:\n  prod: {bootstrap: 'a:1', overrides: {replicas: 3}}\n"
    "  test: {bootstrap: 'a:1', overrides: {replicas: 1}}\n";
const QByteArray owner =
    "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\nchannels:\n"
    "  _public.sale:\n    publish: {}\n    x-volume: {retainedBytes: 10 GiB}\n"
    "    bindings: {kafka: {partitions: 6}}\n"
    "  _public.bare:\n    publish: {}\n";
const QByteArray reader =
    "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\ninfo: {title: A, version: '1'}\nchannels:\n"
    "  acme.f.c._public.sale: {subscribe: {}}\n"
    "  _public.own:\n    publish: {}\n    bindings: {kafka: {partitions: 1}}\n";

} // namespace

class TestMwCosts : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write("meshwright.yaml", settings);
        write("a.yaml", owner);
        write("b.yaml", reader);
    }

    void eachTopicHasItsCost()
    {
        const Run run = mw({"costs"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("acme.f.c._public.bare  unknown (partitions not declared, "
                                     "volume not declared)\n"
                                     "acme.f.c._public.sale  EUR 24.60\n"
                                     "acme.g.d._public.own   EUR 3.60 (volume not declared)\n"
                                     "3 topics in prod, a month: EUR 28.20 (partitions not "
                                     "declared of 1, volume not declared of 2)\n"));
    }

    void anEnvironmentHasItsOwn()
    {
        const Run run = mw({"costs", "--env", "test", "--by", "context"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("acme.f.c  EUR 8.20 ("), run.out);
        QVERIFY2(run.out.contains("3 topics in test"), run.out);
        QCOMPARE(mw({"costs", "--env", "elsewhere"}).exitCode, 64);
    }

    void jsonHasAllThatIsKnown()
    {
        const Run run = mw({"costs", "--format", "json"});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject json = run.json().object();
        QCOMPARE(json["environment"].toString(), QStringLiteral("prod"));
        QCOMPARE(json["currency"].toString(), QStringLiteral("EUR"));
        const QJsonArray items = json["items"].toArray();
        QCOMPARE(items.size(), 3);
        QVERIFY(items[0]["cost"].isNull() && items[0]["bytes"].isNull());
        QCOMPARE(items[0]["unknown"].toArray(), (QJsonArray{"partitions", "volume"}));
        QCOMPARE(items[1]["cost"].toDouble(), 24.6);
        QCOMPARE(items[1]["forVolume"].toDouble(), 3.0);
        QCOMPARE(items[1]["readers"].toArray(), QJsonArray{"acme.g.d"});
        QCOMPARE(json["total"].toObject()["incomplete"].toInt(), 2);
        QCOMPARE(mw({"costs", "--format", "json"}).out, run.out);
    }

    void sumsAsCsv()
    {
        const Run run = mw({"costs", "--by", "domain", "--format", "csv"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("domain,topics,incomplete,for partitions,for volume,cost,"
                                     "currency\r\nacme.f,2,1,21.6,3.0,24.6,EUR\r\n"
                                     "acme.g,1,1,3.6,,3.6,EUR\r\n"));
        const Run topics = mw({"costs", "--format", "csv"});
        QVERIFY2(topics.out.contains("acme.f.c._public.bare,acme.f.c,acme.f,,3,,,,,EUR,"
                                     "partitions volume,\r\n"),
                 topics.out);
    }

    void withoutAPriceListItIsSaidHowToWriteOne()
    {
        write("meshwright.yaml", "version: 1\n");
        const Run run = mw({"costs"});
        QCOMPARE(run.exitCode, 64);
        QVERIFY(run.out.isEmpty() && run.err.contains("costs: {currency: EUR"));
    }

    void theSampleHasPrices()
    {
        const Run run = mw({"costs", sample, "--by", "domain"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("in production, a month: EUR "), run.out);
    }
};

QTEST_GUILESS_MAIN(TestMwCosts)
#include "tst_mwcosts.moc"
