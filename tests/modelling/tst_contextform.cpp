// SPDX-License-Identifier: Apache-2.0
// What a spec says of its context, as a form shows it, each value with its place.
#include "meshwright/modelling/contextform.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::modelling;

class TestContextForm : public QObject
{
    Q_OBJECT

private slots:

    /// A range in the text of a scalar means nothing in the document.
    void fieldsOfATextHaveThePlaceOfThePayload()
    {
        const std::string text = "asyncapi: 2.6.0\nid: urn:acme.sales\n"
                                 "info: {title: T, version: '1'}\nchannels:\n"
                                 "  _public.sale:\n    publish:\n      message:\n"
                                 "        name: Sale\n"
                                 "        schemaFormat: application/vnd.google.protobuf;version=3\n"
                                 "        payload: |\n"
                                 "          syntax = \"proto3\";\n"
                                 "          message Sale { string id = 1; int64 amount = 2; }\n";
        const auto workspace = Workspace::fromTexts({{"sales.yaml", text}});
        const auto topology = buildTopology(workspace);
        const auto form = contextForm(*topology, "sales.yaml");
        QVERIFY(form);
        const FormTopic *topic = form->topic({"acme.sales._public.sale"});
        QVERIFY(topic);
        const auto messages = formMessages(*workspace, topic->channel);
        QCOMPARE(messages.size(), std::size_t{1});
        QCOMPARE(messages[0].name, std::string("Sale"));
        QCOMPARE(messages[0].fields.size(), std::size_t{2});
        for (const schema::Field &field : messages[0].fields) {
            QCOMPARE(field.file, std::string("sales.yaml"));
            QVERIFY(field.range.begin >= text.find("payload: |") + 9);
            QCOMPARE(field.range.end, text.size() - 1); // the last line end is not its own
        }
    }

    void whoMayBeConsumed()
    {
        const auto spec = [](const char *name, const char *channels) {
            return "asyncapi: 2.6.0\nid: urn:acme." + std::string(name) +
                   "\ninfo: {title: T, version: '1'}\nchannels:\n" + channels;
        };
        const auto topology = buildTopology(Workspace::fromTexts(
            {{"a.yaml", spec("a", "  _private.x: {publish: {}}\n  _protected.y: {publish: {}}\n"
                                  "  _protected.z: {publish: {tags: [{name: grant-access:acme}]}}\n"
                                  "  _public.w: {publish: {}}\n  _public.v: {publish: {}}\n")},
             {"b.yaml", spec("b", "  acme.a._public.v: {subscribe: {}}\n")}}));
        QStringList names;
        for (const Topic *topic : topicsToConsume(*topology, {"acme.b"}))
            names += QString::fromStdString(topic->name.value);
        const QStringList expected{"acme.a._protected.z", "acme.a._public.w",
                                   "acme.a._protected.y"};
        QCOMPARE(names, expected); // those that it may read first, and none that it reads already
    }
};

QTEST_APPLESS_MAIN(TestContextForm)
#include "tst_contextform.moc"
