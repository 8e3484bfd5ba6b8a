// SPDX-License-Identifier: Apache-2.0
// A context in two: the exact bytes of all files, and what is refused.
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/split.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::modelling;

namespace {

using Texts = std::map<std::string, std::string>;

const std::string salesHead = "asyncapi: 3.0.0\n"
                              "id: urn:acme.retail.sales\n"
                              "info:\n"
                              "  title: Sales\n"
                              "  version: 1.2.0\n"
                              "servers:\n"
                              "  # of the whole company\n"
                              "  broker:\n"
                              "    $ref: ../common/servers.yaml#/broker\n"
                              "defaultContentType: application/avro\n";

const std::string saleChannel = "  sale:\n"
                                "    address: _public.sale\n"
                                "    messages:\n"
                                "      Sale:\n"
                                "        $ref: '#/components/messages/Sale'\n";

const std::string refundChannel = "  # Money that we gave back.\n"
                                  "  refund:\n"
                                  "    address: _protected.refund\n"
                                  "    messages:\n"
                                  "      Refund:\n"
                                  "        payload:\n"
                                  "          type: object\n";

const std::string priceChannel = "  price:\n"
                                 "    address: acme.retail.pricing._public.price\n"
                                 "    messages:\n"
                                 "      Price:\n"
                                 "        payload:\n"
                                 "          type: object\n";

const std::string sendSale = "  sendSale:\n"
                             "    action: send\n"
                             "    channel:\n"
                             "      $ref: '#/channels/sale'\n";

const std::string sendRefund = "  sendRefund:\n"
                               "    action: send\n"
                               "    channel:\n"
                               "      $ref: '#/channels/refund'\n"
                               "    tags:\n"
                               "      - name: grant-access:acme.finance.ledger\n";

const std::string onPrice = "  onPrice:\n"
                            "    action: receive\n"
                            "    channel:\n"
                            "      $ref: '#/channels/price'\n";

const std::string components = "components:\n"
                               "  messages:\n"
                               "    Sale:\n"
                               "      payload:\n"
                               "        type: object\n";

std::string spec(const std::string &id, const std::string &title, const std::string &channels,
                 const std::string &operations)
{
    return "asyncapi: 3.0.0\nid: urn:" + id + "\ninfo:\n  title: " + title +
           "\n  version: 1.0.0\nchannels:\n" + channels + "operations:\n" + operations;
}

Texts company()
{
    return {{"retail/sales.yaml", salesHead + "channels:\n" + saleChannel + refundChannel +
                                      priceChannel + "operations:\n" + sendSale + sendRefund +
                                      onPrice + components},
            {"finance/ledger.yaml",
             spec("acme.finance.ledger", "Ledger",
                  "  salesRefund:\n    address: acme.retail.sales._protected.refund\n"
                  "    messages:\n      Refund:\n        payload:\n          type: object\n",
                  "  onSalesRefund:\n    action: receive\n    channel:\n"
                  "      $ref: '#/channels/salesRefund'\n")},
            {"retail/pricing.yaml",
             spec("acme.retail.pricing", "Pricing",
                  "  price:\n    address: _public.price\n    messages:\n      Price:\n"
                  "        payload:\n          type: object\n",
                  "  sendPrice:\n    action: send\n    channel:\n"
                  "      $ref: '#/channels/price'\n")},
            {"common/servers.yaml", "broker:\n  host: kafka:9092\n  protocol: kafka\n"}};
}

const ContextSplit refundsOut{{"acme.retail.sales"},
                              {"acme.retail.refunds"},
                              "retail/back/refunds.yaml",
                              {},
                              {{"acme.retail.sales._protected.refund"}},
                              {}};

/// The texts after the split; an error is told under "error".
Texts after(const Texts &before, const ContextSplit &wanted)
{
    const auto workspace = Workspace::fromTexts(before);
    const auto edit = splitContext(buildTopology(workspace), wanted);
    if (!edit)
        return {{"error", edit.error().message}};
    const auto edited = workspace->withEdit(*edit);
    if (!edited)
        return {{"error", edited.error().message}};
    Texts texts;
    for (const auto &[path, each] : (*edited)->files())
        texts[path] = each->text->bytes();
    return texts;
}

QString text(const Texts &texts, const std::string &file)
{
    const auto found = texts.find(file);
    return found != texts.end()   ? QString::fromStdString(found->second)
           : texts.count("error") ? QString::fromStdString("error: " + texts.at("error"))
                                  : QStringLiteral("no such file");
}

std::ptrdiff_t graveOf(const Texts &texts)
{
    const auto findings = lint(*buildTopology(Workspace::fromTexts(texts)));
    return std::count_if(findings.begin(), findings.end(), [](const Diagnostic &each) {
        return each.severity == Severity::Error || each.severity == Severity::Warning;
    });
}

} // namespace

class TestSplit : public QObject
{
    Q_OBJECT

private slots:

    void movesTheChosenTopics()
    {
        const auto before = company();
        QCOMPARE(graveOf(before), 0);
        const auto texts = after(before, refundsOut);
        QCOMPARE(text(texts, "retail/back/refunds.yaml"),
                 QString::fromStdString("asyncapi: 3.0.0\n"
                                        "id: urn:acme.retail.refunds\n"
                                        "info:\n"
                                        "  title: Refunds\n"
                                        "  version: 0.1.0\n"
                                        "defaultContentType: application/avro\n"
                                        "servers:\n"
                                        "  # of the whole company\n"
                                        "  broker:\n"
                                        "    $ref: ../../common/servers.yaml#/broker\n"
                                        "channels:\n" +
                                        refundChannel + "operations:\n" + sendRefund));
        QCOMPARE(text(texts, "retail/sales.yaml"),
                 QString::fromStdString(salesHead + "channels:\n" + saleChannel + priceChannel +
                                        "operations:\n" + sendSale + onPrice + components));
        QCOMPARE(text(texts, "finance/ledger.yaml"),
                 text(before, "finance/ledger.yaml").replace("retail.sales.", "retail.refunds."));
        QCOMPARE(graveOf(texts), 0);
    }

    void whatTheTopicsShareIsReferredTo()
    {
        auto wanted = refundsOut;
        wanted.topics = {{"acme.retail.sales._public.sale"},
                         {"acme.retail.sales._protected.refund"}};
        const auto texts = after(company(), wanted);
        const QString fresh = text(texts, "retail/back/refunds.yaml");
        QVERIFY2(fresh.contains("$ref: '../sales.yaml#/components/messages/Sale'"),
                 qPrintable(fresh));
        QVERIFY2(fresh.indexOf("  sale:") < fresh.indexOf("  # Money"), qPrintable(fresh));
        QCOMPARE(text(texts, "retail/sales.yaml"),
                 QString::fromStdString(salesHead + "channels:\n" + priceChannel + "operations:\n" +
                                        onPrice + components));
        QCOMPARE(graveOf(texts), 0);
    }

    void takesReadingsOver()
    {
        auto wanted = refundsOut;
        wanted.readings = {{"acme.retail.pricing._public.price"}};
        const auto texts = after(company(), wanted);
        QVERIFY(!text(texts, "retail/sales.yaml").contains("pricing"));
        const auto topology = buildTopology(Workspace::fromTexts(texts));
        const auto readers = topology->readersOf({"acme.retail.pricing._public.price"});
        QCOMPARE(readers.size(), std::size_t(1));
        QCOMPARE(readers.front()->reader, ContextId{"acme.retail.refunds"});
        QCOMPARE(graveOf(texts), 0);
    }

    void worksWithinVersion2()
    {
        const Texts before{{"sales.yaml",
                            "asyncapi: '2.5.0'\nid: 'urn:acme.sales'\ninfo:\n  title: Sales\n"
                            "  version: '1.0.0'\nchannels:\n"
                            "  # every sale\n  _public.sale:\n    publish:\n      message:\n"
                            "        payload:\n          type: string\n"
                            "  _private.draft:\n    publish:\n      message:\n        payload:\n"
                            "          type: string\n"}};
        const auto texts = after(before, {{"acme.sales"},
                                          {"acme.offers"},
                                          "offers.yaml",
                                          "All offers",
                                          {{"acme.sales._private.draft"}},
                                          {}});
        QCOMPARE(text(texts, "offers.yaml"),
                 QString("asyncapi: 2.5.0\nid: urn:acme.offers\ninfo:\n  title: All offers\n"
                         "  version: 0.1.0\nchannels:\n  _private.draft:\n    publish:\n"
                         "      message:\n        payload:\n          type: string\n"));
        QCOMPARE(text(texts, "sales.yaml"), text(before, "sales.yaml").section("  _private", 0, 0));
    }

    void comesBackByteForByte()
    {
        const auto workspace = Workspace::fromTexts(company());
        const auto edit = splitContext(buildTopology(workspace), refundsOut);
        QVERIFY(edit);
        QCOMPARE(edit->created.size(), std::size_t(1));
        const auto read = [&](const std::string &path) -> std::optional<TextFile> {
            const auto *known = workspace->file(path);
            return known ? std::optional(TextFile{known->text, Encoding::Utf8}) : std::nullopt;
        };
        const auto applied = applyEdit(read, *edit);
        QVERIFY(applied);
        const auto back = (*workspace->withEdit(*edit))->withEdit(applied->inverse);
        QVERIFY(back);
        QCOMPARE((*back)->files().size(), company().size());
        for (const auto &[path, bytes] : company())
            QCOMPARE((*back)->file(path)->text->bytes(), bytes);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("topics");
        QTest::addColumn<QString>("why");
        const QStringList refund{"acme.retail.sales._protected.refund"};
        QTest::newRow("nothing chosen") << "acme.retail.refunds"
                                        << "r.yaml" << QStringList() << "at least one topic";
        QTest::newRow("another's topic")
            << "acme.retail.refunds"
            << "r.yaml" << QStringList{"acme.retail.pricing._public.price"} << "owns no topic";
        QTest::newRow("a file that is there") << "acme.retail.refunds"
                                              << "retail/pricing.yaml" << refund << "already";
        QTest::newRow("an id that is taken") << "acme.retail.pricing"
                                             << "r.yaml" << refund << "already";
    }

    void refuses()
    {
        QFETCH(QString, id);
        QFETCH(QString, file);
        QFETCH(QStringList, topics);
        QFETCH(QString, why);
        ContextSplit wanted{
            {"acme.retail.sales"}, {id.toStdString()}, file.toStdString(), {}, {}, {}};
        for (const QString &topic : topics)
            wanted.topics.push_back({topic.toStdString()});
        const QString told = text(after(company(), wanted), "none");
        QVERIFY2(told.startsWith("error: ") && told.contains(why), qPrintable(told));
    }
};

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
