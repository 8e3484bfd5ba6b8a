// SPDX-License-Identifier: Apache-2.0
// A topic for another context: the exact bytes of all files, and what is refused.
#include "marked.h"
#include "renaming.h"

#include "meshwright/lint/lint.h"
#include "meshwright/symbols/move.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::symbols;

namespace {

using Texts = std::map<std::string, std::string>;

const TopicName order{"acme.finance.sales._public.order"};
const ContextId shop{"acme.retail.shop"};

const std::string sales = "asyncapi: 2.6.0\n"
                          "id: urn:acme.finance.sales\n"
                          "info: {title: Sales, version: '1'}\n"
                          "channels:\n"
                          "  # Everything that was bought.\n"
                          "  # Ask before you change it.\n"
                          "  _public.order: # by number\n"
                          "    description: >-\n"
                          "      An order,\n"
                          "      as placed\n"
                          "    publish:\n"
                          "      message:\n"
                          "        $ref: '#/components/messages/Order'\n"
                          "\n"
                          "  _public.deal:\n"
                          "    publish:\n"
                          "      message: {payload: {$ref: './schemas/deal.json'}}\n"
                          "components:\n"
                          "  messages:\n"
                          "    Order: {payload: {$ref: 'schemas/deal.json'}}\n";

const std::string shopSpec = "asyncapi: 2.6.0\r\n"
                             "id: urn:acme.retail.shop\r\n"
                             "info: {title: Shop, version: '1'}\r\n"
                             "channels:\r\n"
                             "    _public.basket:\r\n"
                             "        publish: {message: {payload: {type: object}}}\r\n"
                             "# The end.";

const std::string reader = "asyncapi: 2.6.0\n"
                           "id: urn:acme.health.fit\n"
                           "info: {title: Fit, version: '1'}\n"
                           "channels:\n"
                           "  acme.finance.sales._public.order:\n"
                           "    subscribe: {message: {payload: {type: object}}}\n";

Texts company()
{
    return {{"finance/sales.yaml", sales},
            {"retail/shop.yaml", shopSpec},
            {"fit.yaml", reader},
            {"finance/schemas/deal.json", "{\"type\": \"object\"}\n"}};
}

const std::string sales3 = "asyncapi: 3.0.0\n"
                           "id: urn:acme.finance.sales\n"
                           "info: {title: Sales, version: '1'}\n"
                           "channels:\n"
                           "  order:\n"
                           "    address: acme.finance.sales._public.order\n"
                           "    messages:\n"
                           "      Order: {$ref: '#/components/messages/Order'}\n"
                           "  deal:\n"
                           "    address: _public.deal\n"
                           "    messages: {Deal: {payload: {type: object}}}\n"
                           "operations:\n"
                           "  # Sent at night.\n"
                           "  sendOrder:\n"
                           "    action: send\n"
                           "    channel: {$ref: '#/channels/order'}\n"
                           "    messages: [{$ref: '#/channels/order/messages/Order'}]\n"
                           "  sendDeal:\n"
                           "    action: send\n"
                           "    channel: {$ref: '#/channels/deal'}\n"
                           "components:\n"
                           "  messages:\n"
                           "    Order: {payload: {type: object}}\n";

const std::string shop3 = "asyncapi: 3.0.0\n"
                          "id: urn:acme.retail.shop\n"
                          "info: {title: Shop, version: '1'}\n";

QString text(const Texts &texts, const char *file)
{
    return QString::fromStdString(texts.at(file));
}

/// Advice may come: a spec that nothing refers to, say.
std::ptrdiff_t graveOf(const Topology &topology)
{
    const auto findings = lint(topology);
    return std::count_if(findings.begin(), findings.end(), [](const Diagnostic &each) {
        return each.severity == Severity::Error || each.severity == Severity::Warning;
    });
}

QString without(QString text, const QString &part)
{
    return text.remove(part);
}

} // namespace

class TestMove : public QObject
{
    Q_OBJECT

private slots:

    void takesCommentsAndReferencesAlong()
    {
        const auto before = company();
        const auto edit = moveTopic(*indexOf(before), order, shop);
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        const auto after = applied(before, *edit);
        QCOMPARE(text(after, "retail/shop.yaml"),
                 without(QString::fromStdString(shopSpec), "# The end.") +
                     "    # Everything that was bought.\r\n"
                     "    # Ask before you change it.\r\n"
                     "    _public.order: # by number\r\n"
                     "      description: >-\r\n"
                     "        An order,\r\n"
                     "        as placed\r\n"
                     "      publish:\r\n"
                     "        message:\r\n"
                     "          $ref: '../finance/sales.yaml#/components/messages/Order'\r\n"
                     "# The end.");
        QCOMPARE(
            text(after, "finance/sales.yaml"),
            QString::fromStdString("asyncapi: 2.6.0\n"
                                   "id: urn:acme.finance.sales\n"
                                   "info: {title: Sales, version: '1'}\n"
                                   "channels:\n"
                                   "  _public.deal:\n" +
                                   sales.substr(sales.find("    publish:\n      message: {"))));
        QCOMPARE(text(after, "fit.yaml"),
                 QString::fromStdString(reader).replace("acme.finance.sales._public.order",
                                                        "acme.retail.shop._public.order"));
    }

    void whoReadItsOwnTopicKeepsReading()
    {
        auto before = company();
        auto &own = before["finance/sales.yaml"];
        own.insert(own.find("    publish:\n"), "    subscribe:\n      summary: Counts them\n"
                                               "      message: {payload: {type: object}}\n");
        const auto edit = moveTopic(*indexOf(before), order, shop);
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        const auto after = applied(before, *edit);
        QVERIFY(text(after, "finance/sales.yaml")
                    .contains("  acme.retail.shop._public.order: # by number\n"
                              "    description: >-\n"
                              "      An order,\n"
                              "      as placed\n"
                              "    subscribe:\n"
                              "      summary: Counts them\n"
                              "      message: {payload: {type: object}}\n"
                              "\n"
                              "  _public.deal:\n"));
        QVERIFY(!text(after, "retail/shop.yaml").contains("Counts them"));
        QVERIFY(text(after, "retail/shop.yaml").contains("publish:\r\n        message:\r\n"));
    }

    void asyncApi3TakesTheSendersAlong()
    {
        const Texts before{{"sales.yaml", sales3}, {"shop.yaml", shop3}};
        const auto edit = moveTopic(*indexOf(before), order, shop);
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        const auto after = applied(before, *edit);
        QCOMPARE(text(after, "shop.yaml"),
                 QString::fromStdString(shop3) +
                     "channels:\n"
                     "  order:\n"
                     "    address: acme.retail.shop._public.order\n"
                     "    messages:\n"
                     "      Order: {$ref: './sales.yaml#/components/messages/Order'}\n"
                     "operations:\n"
                     "  # Sent at night.\n"
                     "  sendOrder:\n"
                     "    action: send\n"
                     "    channel: {$ref: '#/channels/order'}\n"
                     "    messages: [{$ref: '#/channels/order/messages/Order'}]\n");
        auto left = QString::fromStdString(sales3);
        left.remove(left.indexOf("  order:\n"),
                    left.indexOf("  deal:\n") - left.indexOf("  order:\n"));
        left.remove(left.indexOf("  # Sent"),
                    left.indexOf("  sendDeal") - left.indexOf("  # Sent"));
        QCOMPARE(text(after, "sales.yaml"), left);
    }

    void asyncApi3KeepsReading()
    {
        auto own = sales3;
        own.insert(own.find("  sendDeal"), "  readOrder:\n    action: receive\n"
                                           "    channel: {$ref: '#/channels/order'}\n");
        const Texts before{{"sales.yaml", own}, {"shop.yaml", shop3}};
        const auto edit = moveTopic(*indexOf(before), order, shop);
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        const auto after = applied(before, *edit);
        const auto topology = buildTopology(Workspace::fromTexts(after));
        QCOMPARE(topology->topic({"acme.retail.shop._public.order"})->owner.value, shop.value);
        QCOMPARE(topology->readersOf({"acme.retail.shop._public.order"}).size(), std::size_t(1));
        QVERIFY(text(after, "sales.yaml").contains("address: acme.retail.shop._public.order\n"));
        QVERIFY(text(after, "sales.yaml").contains("readOrder"));
        QVERIFY(!text(after, "sales.yaml").contains("sendOrder"));
    }

    void theLastChannelLeavesAnEmptyMapping()
    {
        auto before = company();
        auto &own = before["finance/sales.yaml"];
        const auto deal = own.find("\n  _public.deal");
        own.erase(deal, own.find("components:") - deal);
        const auto edit = moveTopic(*indexOf(before), order, shop);
        QVERIFY2(edit, edit ? "" : edit.error().message.c_str());
        QVERIFY(text(applied(before, *edit), "finance/sales.yaml")
                    .contains("channels:\n  {}\ncomponents:"));
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("reads it already")
            << "_public.basket:"
            << "acme.finance.sales._public.order:"
            << "retail/shop.yaml reads the topic already, by the channel "
               "'acme.finance.sales._public.order': remove that one first, then move the topic "
               "there.";
        QTest::newRow("has one of that name")
            << "_public.basket:"
            << "_public.order:"
            << "There is a topic 'acme.retail.shop._public.order' already, in retail/shop.yaml: "
               "rename one of the two first.";
        QTest::newRow("another version")
            << "asyncapi: 2.6.0"
            << "asyncapi: 3.0.0"
            << "finance/sales.yaml is AsyncAPI 2.6.0, retail/shop.yaml is 3.0.0: bring both to one "
               "version, then move the topic.";
        QTest::newRow("braces") << "channels:\r\n    _public.basket:\r\n        publish: {message: "
                                   "{payload: {type: object}}}\r\n"
                                << "channels: {_public.basket: {publish: {message: {payload: {}}}}}"
                                   "\r\n"
                                << "'channels' is written within braces: give its entries lines of "
                                   "their own first.";
    }

    void isRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        auto texts = company();
        auto &text = texts["retail/shop.yaml"];
        text = QString::fromStdString(text).replace(from, to).toStdString();
        const auto edit = moveTopic(*indexOf(texts), order, shop);
        QVERIFY(!edit);
        QTEST(QString::fromStdString(edit.error().message), "message");
    }

    void aReaderThatWouldLoseAccessRefusesIt()
    {
        auto texts = company();
        // Without a grant to itself, the old owner could not read on.
        auto &own = texts["finance/sales.yaml"];
        own =
            QString::fromStdString(own).replace("_public.order", "_protected.order").toStdString();
        own.insert(own.find("    publish:\n"), "    subscribe:\n"
                                               "      message: {payload: {type: object}}\n");
        texts.erase("fit.yaml");
        const auto edit = moveTopic(*indexOf(texts), {"acme.finance.sales._protected.order"}, shop);
        QVERIFY(!edit);
        QVERIFY(QString::fromStdString(edit.error().message)
                    .contains("the topic 'acme.retail.shop._protected.order' is protected"));
    }

    void unknownNames()
    {
        const auto index = indexOf(company());
        QVERIFY(!moveTopic(*index, {"acme.nothing"}, shop));
        QVERIFY(!moveTopic(*index, order, {"acme.nobody"}));
        QVERIFY(!moveTopic(*index, order, {"acme.finance.sales"}));
    }

    void everyTopicOfTheSampleMovesOrSaysWhyNot();
};

/// Each to a neighbour: nothing new is found, the old name is nowhere, and undo is exact.
void TestMove::everyTopicOfTheSampleMovesOrSaysWhyNot()
{
    const auto workspace = Workspace::open(MESHWRIGHT_SAMPLES "/acme");
    QVERIFY(workspace);
    const auto topology = buildTopology(*workspace);
    const auto index = indexSymbols(topology);
    int moved = 0;
    for (std::size_t i = 0; i < topology->topics.size(); i += 5) {
        const auto &topic = topology->topics[i];
        const auto &target = topology->contexts[(i + 3) % topology->contexts.size()].id;
        const auto edit = moveTopic(*index, topic.name, target);
        if (!edit) {
            QVERIFY(!edit.error().message.empty());
            continue;
        }
        ++moved;
        WorkspacePtr after = *workspace;
        for (const auto &[file, edits] : edit->files) {
            const auto before = (*workspace)->text(file);
            const auto changed = applyEdits(*before, edits);
            QVERIFY(changed);
            const auto back = inverseEdits(*before, edits);
            QCOMPARE((*applyEdits(**changed, *back))->bytes(), before->bytes());
            after = after->withText(file, *changed);
        }
        const auto now = buildTopology(after);
        QVERIFY(!now->topic(topic.name));
        QVERIFY(now->readersOf(topic.name).empty());
        QCOMPARE(now->topics.size(), topology->topics.size());
        QCOMPARE(graveOf(*now), graveOf(*topology));
    }
    QVERIFY2(moved >= 5, qPrintable(QString::number(moved)));
}

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
