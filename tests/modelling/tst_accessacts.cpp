// SPDX-License-Identifier: Apache-2.0
// Acts about access: reading, granting, the keyword; over all files that they touch.
#include "acting.h"

#include "meshwright/modelling/accessacts.h"
#include "meshwright/modelling/topicacts.h"

#include <algorithm>

using namespace meshwright;
using namespace meshwright::modelling;
using namespace meshwright::modelling::tests;

class TestAccessActs : public QObject
{
    Q_OBJECT

private slots:
    void letsConsume();
    void tellsBeforehandWhoCanConsume();
    void consumesWithinVersion2();
    void undoesOverAllFiles();
    void stopsConsuming();
    void grantsAndRevokes();
    void grantsFollowTheQuotesOfTheFile();
    void setsAccessEverywhere();
};

void TestAccessActs::letsConsume()
{
    const auto before = company();
    auto texts =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(texts["error"], std::string());
    QCOMPARE(QString::fromStdString(texts["stock/stock.yaml"]),
             QString::fromStdString(before.at("stock/stock.yaml") +
                                    "channels:\n  salesOrder:\n"
                                    "    address: acme.sales._protected.order\n    messages:\n"
                                    "      Order:\n        name: Order\n        payload:\n"
                                    "          $ref: '../schemas/order.json'\noperations:\n"
                                    "  onSalesOrder:\n    action: receive\n    channel:\n"
                                    "      $ref: '#/channels/salesOrder'\n"));
    auto sales = before.at(file);
    sales.insert(sales.find("      message:\n"),
                 "      tags:\n        - name: grant-access:acme.stock\n");
    QCOMPARE(QString::fromStdString(texts[file]), QString::fromStdString(sales));
    texts.erase("error");
    QCOMPARE(after(texts, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); }),
             texts); // again: nothing to do
}

void TestAccessActs::tellsBeforehandWhoCanConsume()
{
    const auto told = [](const Texts &texts, const ContextId &reader, const std::string &name) {
        const auto may =
            checkConsuming(*buildTopology(Workspace::fromTexts(texts)), reader, {name});
        return may ? std::nullopt : std::optional(may.error().code);
    };
    using Code = Error::Code;
    const auto before = company();
    QCOMPARE(told(before, {"acme.stock"}, topic), std::nullopt);
    QCOMPARE(told(before, {"acme.stock"}, "acme.sales._private.draft"),
             std::optional(Code::Denied));
    QCOMPARE(told(before, {"acme.sales"}, topic), std::optional(Code::Invalid));
    QCOMPARE(told(before, {"acme.none"}, topic), std::optional(Code::NotFound));
    QCOMPARE(told(before, {"acme.stock"}, "acme.sales._public.none"),
             std::optional(Code::NotFound));
    auto reading =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(told(reading, {"acme.stock"}, topic), std::optional(Code::Conflict));
    // Without its grant there is something left to do.
    reading[file] = before.at(file);
    QCOMPARE(told(reading, {"acme.stock"}, topic), std::nullopt);
}

void TestAccessActs::consumesWithinVersion2()
{
    auto before = company();
    before["stock/stock.yaml"] = "asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: "
                                 "'1'}\nchannels: {}\n";
    auto texts =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    QCOMPARE(QString::fromStdString(texts["stock/stock.yaml"]),
             QString("asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: '1'}\n"
                     "channels:\n  acme.sales._protected.order:\n    subscribe:\n"
                     "      operationId: onSalesOrder\n      message:\n        name: Order\n"
                     "        payload:\n          $ref: '../schemas/order.json'\n"));
}

void TestAccessActs::undoesOverAllFiles()
{
    const auto workspace = Workspace::fromTexts(company());
    const auto edit = consume(*buildTopology(workspace), {"acme.stock"}, {topic});
    QVERIFY(edit);
    QCOMPARE(edit->files.size(), std::size_t(2));
    const auto read = [&](const std::string &path) {
        return std::optional(TextFile{workspace->file(path)->text, Encoding::Utf8});
    };
    const auto applied = applyEdit(read, *edit);
    QVERIFY(applied);
    const auto back = (*workspace->withEdit(*edit))->withEdit(applied->inverse);
    QVERIFY(back);
    for (const auto &[path, text] : company())
        QCOMPARE((*back)->file(path)->text->bytes(), text);
}

void TestAccessActs::stopsConsuming()
{
    const auto before = company();
    const auto reading =
        after(before, [](const Topology &t) { return consume(t, {"acme.stock"}, {topic}); });
    auto texts = after(
        reading, [](const Topology &t) { return stopConsuming(t, {"acme.stock"}, {topic}, true); });
    QCOMPARE(QString::fromStdString(texts[file]), QString::fromStdString(before.at(file)));
    QCOMPARE(
        QString::fromStdString(texts["stock/stock.yaml"]),
        QString::fromStdString(before.at("stock/stock.yaml") + "channels: {}\noperations: {}\n"));
    texts =
        after(reading, [](const Topology &t) { return stopConsuming(t, {"acme.stock"}, {topic}); });
    QCOMPARE(texts[file], reading.at(file));
}

void TestAccessActs::grantsAndRevokes()
{
    const auto before = company();
    auto granted = after(before, [](const Topology &t) { return grant(t, {topic}, "acme"); });
    QVERIFY(granted[file].find("- name: grant-access:acme\n") != std::string::npos);
    auto told = after(granted, [](const Topology &t) { return revoke(t, {topic}, "acme.stock"); });
    QVERIFY(told["error"].ends_with("it reads by a wider one."));
    auto revoked = after(granted, [](const Topology &t) { return revoke(t, {topic}, "acme"); });
    QCOMPARE(QString::fromStdString(revoked[file]), QString::fromStdString(before.at(file)));
}

/// YAML asks for no quotes here; who has them around what has a colon keeps them.
void TestAccessActs::grantsFollowTheQuotesOfTheFile()
{
    auto texts = company();
    const auto quoted = [&] {
        const auto granted =
            after(texts, [](const Topology &t) { return grant(t, {topic}, "acme"); });
        return granted.at(file).find("'grant-access:acme'") != std::string::npos;
    };
    QVERIFY(!quoted());
    auto &sales = texts[file];
    sales.replace(sales.find("urn:acme.sales"), 14, "'urn:acme.sales'");
    QVERIFY(quoted());
    sales.insert(sales.find("      operationId"),
                 "      tags: [{name: grant-access:acme.stock}]\n");
    QVERIFY(!quoted());
}

void TestAccessActs::setsAccessEverywhere()
{
    Texts before{
        {file, "asyncapi: 3.0.0\nid: urn:acme.sales\ninfo: {title: S, version: '1'}\nchannels:\n"
               "  order: {address: _public.order, messages: {Order: {name: Order}}}\noperations:\n"
               "  publishOrder: {action: send, channel: {$ref: '#/channels/order'}}\n"},
        {"stock.yaml", "asyncapi: 2.6.0\nid: urn:acme.stock\ninfo: {title: S, version: '1'}\n"
                       "channels:\n  acme.sales._public.order: # theirs\n    subscribe:\n"
                       "      message: {name: Order}\n"
                       "x-seen: {$ref: '#/channels/acme.sales._public.order/subscribe'}\n"}};
    auto texts = after(before, [](const Topology &t) {
        return setAccess(t, {"acme.sales._public.order"}, Access::Protected, true);
    });
    QCOMPARE(texts["error"], std::string());
    QCOMPARE(QString::fromStdString(texts["stock.yaml"]),
             QString::fromStdString(before["stock.yaml"]).replace("_public.", "_protected."));
    QCOMPARE(QString::fromStdString(texts[file]),
             QString::fromStdString(before[file])
                 .replace("_public.", "_protected.")
                 .replace("{$ref: '#/channels/order'}}",
                          "{$ref: '#/channels/order'}, tags: [{name: "
                          "grant-access:acme.stock}]}"));
}

QTEST_APPLESS_MAIN(TestAccessActs)
#include "tst_accessacts.moc"
