// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/topology.h"

#include <QTest>

using namespace meshwright;

namespace {

QString text(const ChannelReading &reading)
{
    auto result = QString::fromStdString(reading.topic.value);
    result += reading.isOwned ? " owned" : " foreign";
    if (reading.access)
        result += *reading.access == Access::Public      ? " public"
                  : *reading.access == Access::Protected ? " protected"
                                                         : " private";
    if (reading.owner)
        result += " by " + QString::fromStdString(reading.owner->value);
    if (reading.isLegacyForm)
        result += " legacy";
    if (reading.lacksKeyword)
        result += " keyless";
    return result;
}

} // namespace

class TestChannelName : public QObject
{
    Q_OBJECT

private slots:

    void read_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("sends");
        QTest::addColumn<QString>("reading");
        const auto row = [](const char *key, bool sends, const char *reading) {
            QTest::addRow("%s %s", key, sends ? "sends" : "receives")
                << QString(key) << sends << QString(reading);
        };
        row("acme.sales._public.x", true, "acme.sales._public.x owned public by acme.sales");
        row("acme.sales._public.x", false, "acme.sales._public.x owned public by acme.sales");
        row("acme.sales.x", true, "acme.sales.x owned by acme.sales");
        row("acme.sales._public", true, "acme.sales._public owned by acme.sales");
        row("_public.x", true, "acme.sales._public.x owned public by acme.sales");
        row("_protected.x", false, "acme.sales._protected.x owned protected by acme.sales");
        row("_private.x.y", true, "acme.sales._private.x.y owned private by acme.sales");
        row("_publicity.x", false, "_publicity.x foreign");
        row("_publicity.x", true, "acme.sales._publicity.x owned by acme.sales keyless");
        row("_public", true, "acme.sales._public owned by acme.sales keyless");
        row("_public", false, "_public foreign");
        row("acme.salesforce._public.x", true,
            "acme.salesforce._public.x foreign public by acme.salesforce");
        row("acme.salesforce._protected.x", false,
            "acme.salesforce._protected.x foreign protected by acme.salesforce");
        row("acme.salesforce.eu._public.x", false,
            "acme.salesforce.eu._public.x foreign public by acme.salesforce.eu");
        row("acme.salesforcex._public.x", false, "acme.salesforcex._public.x foreign");
        row("acme.salesforce", false, "acme.salesforce foreign");
        row("/acme/sales/_public/x", true,
            "acme.sales._public.x owned public by acme.sales legacy");
        row("/acme/salesforce/_public/x", false,
            "acme.salesforce._public.x foreign public by acme.salesforce legacy");
        row("/_private/x", true, "acme.sales._private.x owned private by acme.sales legacy");
        row("/other/dom/x", true, "other.dom.x foreign legacy");
        row("legacy", true, "acme.sales.legacy owned by acme.sales keyless");
        row("a/b/c", true, "acme.sales.a.b.c owned by acme.sales legacy keyless");
        row("_public/x", true, "acme.sales._public.x owned public by acme.sales legacy");
        row("legacy", false, "legacy foreign");
        row("", true, " foreign");
        row(".lead", false, ".lead foreign");
    }

    void read()
    {
        QFETCH(QString, key);
        QFETCH(bool, sends);
        QFETCH(QString, reading);
        asyncapi::Channel channel;
        channel.key = "key";
        channel.address = key.toStdString();
        asyncapi::Operation operation;
        operation.action = sends ? asyncapi::Action::Send : asyncapi::Action::Receive;
        channel.operations.push_back(operation);
        const std::vector<ContextId> known{
            {"acme.sales"}, {"acme.salesforce"}, {"acme.salesforce.eu"}};
        QCOMPARE(text(readChannelName(channel, {"acme.sales"}, {}, known)), reading);
    }

    void renamedKeywords()
    {
        Convention convention;
        convention.publicKeyword = "open";
        asyncapi::Channel channel;
        channel.address = "open.x";
        QCOMPARE(text(readChannelName(channel, {"a.b"}, convention, {{"a.b"}})),
                 QString("a.b.open.x owned public by a.b"));
        channel.address = "_public.x";
        QCOMPARE(text(readChannelName(channel, {"a.b"}, convention, {{"a.b"}})),
                 QString("_public.x foreign"));
    }

    void ids_data()
    {
        QTest::addColumn<QString>("specId");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("domain");
        QTest::newRow("urn") << "urn:acme.finance.campaign"
                             << "acme.finance.campaign"
                             << "acme.finance";
        QTest::newRow("colons") << "urn:acme:finance:campaign"
                                << "acme.finance.campaign"
                                << "acme.finance";
        QTest::newRow("no urn") << "acme.finance"
                                << "acme.finance"
                                << "acme";
        QTest::newRow("one part") << "urn:acme"
                                  << "acme"
                                  << "acme";
        QTest::newRow("the scheme's case counts") << "URN:acme.x"
                                                  << "URN.acme.x"
                                                  << "URN.acme";
        QTest::newRow("empty") << ""
                               << ""
                               << "";
    }

    void ids()
    {
        QFETCH(QString, specId);
        QFETCH(QString, id);
        QFETCH(QString, domain);
        const auto read = contextIdFrom(specId.toStdString());
        QCOMPARE(QString::fromStdString(read.value), id);
        QCOMPARE(QString::fromStdString(domainOf(read)), domain);
    }

    void within()
    {
        QVERIFY(isWithin("acme.sales.x", "acme.sales"));
        QVERIFY(!isWithin("acme.salesforce.x", "acme.sales"));
        QVERIFY(!isWithin("acme.sales", "acme.sales"));
        QVERIFY(!isWithin("acme.sales.", "acme.sales"));
        QVERIFY(!isWithin("x", ""));
        QCOMPARE(QString::fromStdString(defaultPrincipal({"a.b"})), QString("User:a.b"));
    }
};

QTEST_APPLESS_MAIN(TestChannelName)
#include "tst_channelname.moc"
