// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/reference/reference.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::reference;

namespace {

QString joined(const std::vector<Value> &values)
{
    QStringList names;
    for (const Value &value : values)
        names.append(QString::fromStdString(value.name));
    return names.join(QLatin1Char(' '));
}

const char *const version2 = R"(asyncapi: 2.6.0
id: urn:acme.sales
info: {title: Sales, version: 1.0.0}
x-owner: somebody
servers:
  main:
    url: broker:9092
    protocol: kafka
    security: [{login: []}]
    bindings:
      kafka: {schemaRegistryUrl: 'http://registry'}
      amqp: {exchange: {name: x}}
channels:
  _public.sale:
    description: Sales
    bindings:
      kafka:
        partitions: 3
        topicConfiguration: {cleanup.policy: [compact], confluent.value.schema.validation: true}
        configs: {retention.ms: 1000}
    publish:
      operationId: sell
      message:
        contentType: application/json
        headers: {properties: {trace: {format: uuid}}}
        bindings: {kafka: {key: {type: string}, schemaIdLocation: header}}
        payload:
          type: object
          required: [id]
          properties:
            colour: {enum: [red], maxLength: 7}
  other.sale:
    $ref: elsewhere.yaml
    subscribe:
      message:
        oneOf:
          - name: avro
            schemaFormat: application/vnd.apache.avro;version=1.9.0
            payload: {type: record, namespace: acme, fields: [{doc: A field, order: ignore}]}
          - $ref: '#/components/messages/there'
      action: send
components:
  channelBindings:
    usual: {kafka: {replicas: 3}}
  schemas:
    money: {minimum: 0}
  securitySchemes:
    login: {type: scramSha256}
    token: {type: oauth2, flows: {implicit: {refreshUrl: 'https://x'}}}
)";

const char *const version3 = R"(asyncapi: 3.1.0
info:
  tags: [{name: sales}]
servers:
  main: {host: 'broker:9092', protocol: kafka, bindings: {kafka: {bindingVersion: 0.4.0}}}
channels:
  sale:
    address: null
    publish: {}
    messages:
      sold:
        payload:
          schemaFormat: application/vnd.oai.openapi;version=3.0.0
          schema: {nullable: true, minLength: 3}
        headers: {type: object}
        traits: [{deprecated: true}]
    bindings:
      kafka: {topicConfiguration: {retention.bytes: 1}, bindingVersion: 0.9.0, topic: x}
operations:
  sell:
    action: send
    channel: {$ref: '#/channels/sale'}
    reply: {address: {location: '$message.header#/to'}}
    security: [{type: http, scheme: bearer, bearerFormat: JWT}]
)";

std::optional<Documentation> at(const char *text, const char *needle)
{
    const auto document = yaml::Document::parse(makeText(text));
    const std::size_t begin = std::string(text).find(needle);
    return begin == std::string::npos ? std::nullopt : documentationAt(*document, begin);
}

} // namespace

class TestDocumentation : public QObject
{
    Q_OBJECT

private slots:
    void placesHaveTheirDocumentation_data();
    void placesHaveTheirDocumentation();
    void valuesSayWhatTheyMean();
    void otherBindingsSayThatTheyAreNotDescribed();
    void allKafkaSettingsAreDescribed();
    void whatIsNoAsyncApiHasNone_data();
    void whatIsNoAsyncApiHasNone();
    void schemasOfTheirOwnHaveIt_data();
    void schemasOfTheirOwnHaveIt();
    void anyByteOfAnyTextIsSafe();
};

void TestDocumentation::placesHaveTheirDocumentation_data()
{
    QTest::addColumn<bool>("is3");
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("values");
    const auto row = [](bool is3, const char *needle, const char *place, const char *type = "",
                        const char *values = "") {
        QTest::addRow("%d %s", is3 ? 3 : 2, QByteArray(needle).simplified().constData())
            << is3 << QByteArray(needle) << QString::fromLatin1(place) << QString::fromLatin1(type)
            << QString::fromLatin1(values);
    };
    row(false, "asyncapi", "Document.asyncapi", "text",
        "2.0.0 2.1.0 2.2.0 2.3.0 2.4.0 2.5.0 2.6.0 3.0.0 3.1.0");
    row(false, "id: urn", "Document.id", "text");
    row(false, "title", "Info.title", "text");
    row(false, "x-owner", "Extension.");
    row(false, "main:", "Server.");
    row(false, "url", "Server.url", "text");
    row(false, "schemaRegistryUrl", "Kafka server binding.schemaRegistryUrl", "text");
    row(false, "amqp", "Bindings.amqp", "any value");
    row(false, "login", "Security requirement.");
    row(false, "_public.sale", "Channel.");
    row(false, "bindings:\n      kafka:\n", "Channel.bindings", "Bindings");
    row(false, "kafka:\n", "Bindings.kafka", "any value");
    row(false, "partitions", "Kafka channel binding.partitions", "whole number");
    row(false, "cleanup.policy", "Kafka topic setting.cleanup.policy", "list", "compact delete");
    row(false, "compact]", "Kafka topic setting.cleanup.policy", "list", "compact delete");
    row(false, "confluent.value.schema",
        "Kafka topic configuration.confluent.value.schema.validation", "true or false");
    row(false, "configs", "Kafka channel binding.configs");
    row(false, "retention.ms", "Kafka topic setting.retention.ms",
        "whole number of ms, at least -1");
    row(false, "publish", "Channel.publish", "Operation");
    row(false, "operationId", "Operation.operationId", "text");
    row(false, "contentType", "Message.contentType", "text");
    row(false, "trace", "Schema.");
    row(false, "format: uuid", "Schema.format", "text");
    row(false, "key:", "Kafka message binding.key", "Schema");
    row(false, "schemaIdLocation", "Kafka message binding.schemaIdLocation", "text",
        "header payload");
    row(false, "type: object", "Schema.type", "text or list of text",
        "array boolean integer null number object string");
    row(false, "object\n", "Schema.type", "text or list of text",
        "array boolean integer null number object string");
    row(false, "required", "Schema.required", "list of text");
    row(false, "colour", "Schema.");
    row(false, "maxLength", "Schema.maxLength", "whole number");
    row(false, "$ref: elsewhere", "Channel.$ref", "text");
    row(false, "oneOf", "Message.oneOf", "list of Message");
    row(false, "payload: {type: record", "Message.payload", "Avro schema",
        "null boolean int long float double bytes string");
    row(false, "type: record", "Avro schema.type", "text",
        "null boolean int long float double bytes string record enum array map fixed");
    row(false, "doc: A", "Avro field.doc", "text");
    row(false, "order", "Avro field.order", "text", "ascending descending ignore");
    row(false, "$ref: '#", "Reference.$ref", "text");
    row(false, "action", "Operation.action");
    row(false, "usual", "Bindings.");
    row(false, "replicas", "Kafka channel binding.replicas", "whole number");
    row(false, "money", "Schema.");
    row(false, "minimum", "Schema.minimum", "number");
    row(false, "type: scram", "Security scheme.type", "text",
        "userPassword apiKey X509 symmetricEncryption asymmetricEncryption http httpApiKey oauth2 "
        "openIdConnect plain scramSha256 scramSha512 gssapi");
    row(false, "implicit", "OAuth flows.implicit", "OAuth flow");
    row(false, "refreshUrl", "OAuth flow.refreshUrl", "text");

    row(true, "tags", "Info.tags", "list of Tag");
    row(true, "name: sales", "Tag.name", "text");
    row(true, "host", "Server.host", "text");
    row(true, "bindingVersion: 0.4", "Kafka server binding.bindingVersion", "text",
        "0.5.0 0.4.0 0.3.0");
    row(true, "address: null", "Channel.address", "text or null");
    row(true, "publish", "Channel.publish");
    row(true, "sold", "Message.");
    row(true, "schemaFormat", "Multi-format schema.schemaFormat", "text", "*");
    row(true, "nullable", "OpenAPI schema.nullable", "true or false");
    row(true, "minLength", "OpenAPI schema.minLength", "whole number");
    row(true, "type: object", "Schema.type", "text or list of text",
        "array boolean integer null number object string");
    row(true, "deprecated", "Message trait.deprecated", "true or false");
    row(true, "retention.bytes", "Kafka topic setting.retention.bytes", "whole number of bytes");
    row(true, "topic: x", "Kafka channel binding.topic");
    row(true, "sell:", "Operation.");
    row(true, "action", "Operation.action", "text", "send receive");
    row(true, "send", "Operation.action", "text", "send receive");
    row(true, "location", "Operation reply address.location", "text");
    row(true, "scheme:", "Security scheme.scheme", "text", "bearer");
    row(true, "bearerFormat", "Security scheme.bearerFormat", "text");
}

void TestDocumentation::placesHaveTheirDocumentation()
{
    QFETCH(bool, is3);
    QFETCH(QByteArray, needle);
    QFETCH(QString, place);
    QFETCH(QString, type);
    QFETCH(QString, values);
    const auto found = at(is3 ? version3 : version2, needle.constData());
    QVERIFY(found);
    QCOMPARE(QString::fromStdString(found->object + "." + found->field), place);
    QCOMPARE(QString::fromStdString(found->type), type);
    if (values != QLatin1String("*"))
        QCOMPARE(joined(found->values), values);
    QVERIFY(!found->text.empty());
    QVERIFY(!found->range.isEmpty());
}

void TestDocumentation::valuesSayWhatTheyMean()
{
    const auto found = at(version3, "send");
    QVERIFY(found);
    QCOMPARE(QString::fromStdString(found->values.front().text),
             QStringLiteral("The application writes to the channel."));
    QVERIFY(found->isRequired);
    QVERIFY(!found->takesOthers);
    QCOMPARE(found->since, std::string("AsyncAPI 3.0"));
    QVERIFY(at(version3, "schemaFormat")->takesOthers);
    QVERIFY(!at(version2, "Sales\n")); // any text may stand there
    const auto publish = at(version3, "publish");
    QVERIFY(publish); // it is not there any more, so it says until when it was
    QCOMPARE(publish->until, std::string("AsyncAPI 2.6"));
    QCOMPARE(at(version2, "configs")->from, std::string("SpecMesh"));
    QCOMPARE(at(version2, "confluent.value.schema")->since, std::string("Kafka binding 0.5.0"));
}

void TestDocumentation::otherBindingsSayThatTheyAreNotDescribed()
{
    for (const char *needle : {"exchange", "name: x"}) {
        const auto found = at(version2, needle);
        QVERIFY(found);
        QCOMPARE(found->text, std::string("There is no documentation for this binding."));
    }
}

void TestDocumentation::allKafkaSettingsAreDescribed()
{
    for (const asyncapi::KafkaSetting &setting : asyncapi::kafkaSettings()) {
        const std::string name(setting.name);
        const std::string text = "asyncapi: 3.0.0\nchannels:\n  a:\n    bindings:\n      kafka:\n"
                                 "        configs:\n          " +
                                 name + ": 1\n";
        const auto found = at(text.c_str(), name.c_str());
        QVERIFY2(found, name.c_str());
        QCOMPARE(found->text, std::string(setting.meaning));
        QVERIFY2(found->text.ends_with('.'), name.c_str());
        QCOMPARE(!found->until.empty(), setting.removed);
    }
}

void TestDocumentation::whatIsNoAsyncApiHasNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("a list") << QByteArray("- type\n");
    QTest::newRow("another document") << QByteArray("openapi: 3.0.0\ntype: x\n");
    QTest::newRow("not in a mapping") << QByteArray("type");
    QTest::newRow("a key that nobody knows") << QByteArray("asyncapi: 2.6.0\ninfo: {type: x}\n");
    QTest::newRow("below such a key") << QByteArray("asyncapi: 2.6.0\nq: {type: x}\n");
    QTest::newRow("a key of an example") << QByteArray(
        "asyncapi: 3.0.0\ncomponents: {messages: {m: {examples: [{payload: {type: x}}]}}}\n");
}

void TestDocumentation::whatIsNoAsyncApiHasNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!at(text.constData(), text.contains("type") ? "type" : ""));
}

void TestDocumentation::schemasOfTheirOwnHaveIt_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<QByteArray>("place");
    const QByteArray avro =
        R"({"type": "record", "name": "A", "fields": [{"name": "b", "doc": "c"}]})";
    QTest::newRow("Avro") << QByteArray("a.avsc") << avro << QByteArray("fields")
                          << QByteArray("Avro schema.fields");
    QTest::newRow("a field of Avro")
        << QByteArray("a.avsc") << avro << QByteArray("doc") << QByteArray("Avro field.doc");
    QTest::newRow("JSON Schema") << QByteArray("a.json")
                                 << QByteArray(R"({"properties": {"x": {"minLength": 1}}})")
                                 << QByteArray("minLength") << QByteArray("Schema.minLength");
}

void TestDocumentation::schemasOfTheirOwnHaveIt()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, needle);
    QFETCH(QByteArray, place);
    const auto document = yaml::Document::parse(makeText(text.toStdString()));
    const auto dialect = dialectOf(file.toStdString(), *document);
    QVERIFY(dialect);
    const auto found = documentationAt(*document, std::size_t(text.indexOf(needle)) + 1, *dialect);
    QVERIFY(found);
    QCOMPARE(QByteArray::fromStdString(found->object + "." + found->field), place);
}

void TestDocumentation::anyByteOfAnyTextIsSafe()
{
    for (const std::string text : {version2, version3}) {
        const auto whole = yaml::Document::parse(makeText(text));
        for (std::size_t i = 0; i <= text.size(); ++i)
            documentationAt(*whole, i);
        for (std::size_t end = 0; end < text.size(); end += 7) {
            const auto cut = yaml::Document::parse(makeText(text.substr(0, end)));
            documentationAt(*cut, end / 2);
            documentationAt(*cut, end == 0 ? 0 : end - 1);
        }
    }
}

QTEST_APPLESS_MAIN(TestDocumentation)
#include "tst_documentation.moc"
