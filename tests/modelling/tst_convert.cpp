// SPDX-License-Identifier: Apache-2.0
// Every AsyncAPI 2 spec that the tests have becomes one of AsyncAPI 3 that says the same.
#include "meshwright/access/requestedacls.h"
#include "meshwright/modelling/convert.h"

#include <QDirIterator>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meshwright;
using modelling::convertToAsyncApi3;

namespace {

using Lines = std::vector<std::string>;

std::string textOf(const std::optional<asyncapi::Located> &text)
{
    return text ? text->value : std::string("-");
}

/// That a file is Avro is written down for AsyncAPI 3.
std::string formatOf(const asyncapi::Payload &payload)
{
    const bool isAvroFile = payload.reference && payload.reference->value.ends_with(".avsc");
    return payload.format.empty() && isAvroFile ? "application/vnd.apache.avro;version=1.9.0"
                                                : payload.format;
}

std::string messageText(const asyncapi::Message &message)
{
    std::string text = message.title + '|' + message.summary + '|' + message.contentType;
    if (message.payload)
        text += '|' + formatOf(*message.payload) + '|' + message.payload->file;
    // a reference within the file follows what it leads to
    if (message.payload && message.payload->reference &&
        !message.payload->reference->value.starts_with('#'))
        text += '|' + message.payload->reference->value;
    if (message.kafka && message.kafka->keySchema)
        text += "|key " + message.kafka->keySchema->file;
    for (const asyncapi::Tag &tag : message.tags)
        text += '#' + tag.name.value;
    return text;
}

void describe(Lines &lines, const std::string &what, const asyncapi::Channel &channel)
{
    lines.push_back(what + ": " + channel.address + " " + channel.description);
    if (channel.kafka) {
        lines.push_back(what + " partitions " + textOf(channel.kafka->partitions) + " replicas " +
                        textOf(channel.kafka->replicas) + " envs " +
                        textOf(channel.kafka->environments));
        for (const asyncapi::TopicSetting &setting : channel.kafka->settings)
            lines.push_back(what + " " + setting.key.value + "=" + setting.value.value);
    }
    std::multiset<std::string> operations;
    for (const asyncapi::Operation &operation : channel.operations) {
        std::string text = operation.action == asyncapi::Action::Send ? "sends " : "receives ";
        text += operation.summary;
        for (const asyncapi::Tag &tag : operation.tags)
            text += '#' + tag.name.value;
        for (const asyncapi::Message &message : operation.messages)
            text += " <" + messageText(message) + '>';
        operations.insert(text);
    }
    for (const std::string &operation : operations)
        lines.push_back(what + " " + operation);
}

/// Everything that the graph, the plan and the access view are made of.
Lines meaning(const WorkspacePtr &workspace)
{
    Lines lines;
    const auto topology = buildTopology(workspace);
    for (const Context &context : topology->contexts) {
        lines.push_back("context " + context.id.value + " " + context.domain + " " +
                        context.spec->title + " " + context.spec->apiVersion);
        for (const asyncapi::Tag &tag : context.spec->tags)
            lines.push_back("tag " + tag.name.value);
        for (const asyncapi::Server &server : context.spec->servers)
            lines.push_back("server " + server.name + " " + server.protocol);
    }
    for (const Topic &topic : topology->topics) {
        const std::string name = "topic " + topic.name.value;
        lines.push_back(name + " of " + topic.owner.value + " access " +
                        std::to_string(topic.access ? static_cast<int>(*topic.access) : -1) +
                        (topic.isLegacyForm ? " legacy" : ""));
        for (const Grant &grant : topic.grants)
            lines.push_back(name + " grants " + grant.target);
        describe(lines, name, topic.declaration());
    }
    for (const Consumption &consumption : topology->consumptions) {
        const std::string name = "consumption " + consumption.topic.value;
        lines.push_back(name + " by " + consumption.reader.value + " of " +
                        (consumption.owner ? consumption.owner->value : "-") +
                        (consumption.writes ? " writes" : ""));
        describe(lines, name, consumption.declaration());
    }
    for (const Edge &edge : topology->edges)
        lines.push_back("edge " + std::to_string(static_cast<int>(edge.kind)) + " " +
                        edge.from.value + " " + edge.to.value + " " + edge.topic.value);
    for (const RequestedAcl &acl : requestedAcls(*topology, nullptr))
        lines.push_back("acl " + describe(acl.acl));
    return lines;
}

Lines sortedComments(const yaml::Document &document)
{
    Lines comments;
    for (const yaml::Comment &comment : document.comments())
        comments.emplace_back(document.text()->slice(comment.range));
    std::sort(comments.begin(), comments.end());
    return comments;
}

Lines errorsOf(const Workspace &workspace, const std::string &file)
{
    Lines errors;
    for (const Diagnostic &found : workspace.conformance(*workspace.file(file)))
        if (found.severity == Severity::Error)
            errors.push_back(found.message);
    return errors;
}

/// Where AsyncAPI 2 looked at nothing, and so had nothing to say: in bindings, and in the examples
/// of 2.0. What stands there stays, and so does what bindings refer to in other files.
bool isUncheckedPlace(const Diagnostic &found)
{
    const auto has = [&](std::string_view key) {
        return std::any_of(found.path.begin(), found.path.end(), [&](const std::string &each) {
            return each == key || (each.ends_with("Bindings") && key == "bindings");
        });
    };
    return has("bindings") || has("examples");
}

WorkspacePtr withEdit(WorkspacePtr workspace, const WorkspaceEdit &edit)
{
    for (const auto &[path, edits] : edit.files) {
        const auto text = applyEdits(*workspace->file(path)->text, edits);
        if (!text)
            return nullptr;
        workspace = workspace->withText(path, *text);
    }
    return workspace;
}

QByteArray difference(const Lines &before, const Lines &after)
{
    std::string text;
    for (const std::string &line : before)
        if (std::count(after.begin(), after.end(), line) <
            std::count(before.begin(), before.end(), line))
            text += "\n- " + line;
    for (const std::string &line : after)
        if (std::count(before.begin(), before.end(), line) <
            std::count(after.begin(), after.end(), line))
            text += "\n+ " + line;
    return QByteArray::fromStdString(text);
}

} // namespace

class TestConvert : public QObject
{
    Q_OBJECT

private slots:
    void saysTheSame_data();
    void saysTheSame();
    void writesAsAPersonWould();
    void namesChannels_data();
    void namesChannels();
    void writesOutAliasesThatCameBeforeTheirAnchor();
    void copiesWhatOnlyAsyncApi2CanRead();
    void givesAComponentOfTwoChannelsToBoth();
    void followsEncodedReferencesOfOtherFiles();
    void refuses_data();
    void refuses();
};

void TestConvert::saysTheSame_data()
{
    QTest::addColumn<QString>("path");
    QStringList folders{QStringLiteral(MESHWRIGHT_TEST_DATA), QStringLiteral(MESHWRIGHT_SAMPLES)};
    folders += qEnvironmentVariable("MESHWRIGHT_CONVERT_CORPUS").split(':', Qt::SkipEmptyParts);
    for (const QString &folder : folders) {
        QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(QLatin1String("/data/convert/"))) // has what the model does not read
                continue;
            const auto text = readTextFile(path.toStdString());
            if (!text)
                continue;
            const auto document = yaml::Document::parse(text->text);
            const auto *version = document->root() ? document->root()->find("asyncapi") : nullptr;
            if (version && version->isScalar() && version->value.starts_with("2."))
                QTest::newRow(qPrintable(QDir(folder).relativeFilePath(path))) << path;
        }
    }
}

void TestConvert::saysTheSame()
{
    QFETCH(QString, path);
    const auto opened = Workspace::open(path.toStdString());
    QVERIFY(opened);
    const WorkspacePtr before = *opened;
    const std::string file = before->only();
    if (!before->file(file)->spec ||
        !asyncapi::isKnownVersion(before->file(file)->spec->version.value) ||
        !errorsOf(*before, file).empty())
        QSKIP("not valid before");
    const auto conversion = convertToAsyncApi3(*before, file);
    if (!conversion)
        QFAIL(conversion.error().message.c_str());
    const WorkspacePtr after = withEdit(before, conversion->edit);
    QVERIFY(after);
    QCOMPARE(QString::fromStdString(after->text(file)->bytes()),
             QString::fromStdString(conversion->text));
    const auto shown = [&](const QByteArray &fault) {
        return QByteArray(fault + "\n----\n" + QByteArray::fromStdString(conversion->text));
    };
    const auto &spec = after->file(file)->spec;
    QVERIFY2(spec && spec->version.value == "3.0.0", shown("version").constData());
    for (const Diagnostic &found : after->conformance(*after->file(file))) {
        if (found.severity != Severity::Error)
            continue;
        QVERIFY2(found.file != file || isUncheckedPlace(found),
                 shown(found.message.c_str()).constData());
        QVERIFY(std::any_of(conversion->notes.begin(), conversion->notes.end(), [&](auto &note) {
            return note.message.ends_with("): " + found.message);
        }));
    }
    const auto comments = sortedComments(*before->document(file));
    const auto kept = sortedComments(*after->document(file));
    QVERIFY2(comments == kept, shown("comments" + difference(comments, kept)).constData());
    const auto same = difference(meaning(before), meaning(after));
    QVERIFY2(same.isEmpty(), shown(same).constData());
}

/// A document with one of everything: its new text is judged by eye once, and kept.
void TestConvert::writesAsAPersonWould()
{
    const std::string folder = MESHWRIGHT_TEST_DATA "/convert/";
    const auto workspace = Workspace::open(folder + "everything.yaml");
    QVERIFY(workspace);
    const auto conversion = convertToAsyncApi3(**workspace, (*workspace)->only());
    QVERIFY(conversion);
    const auto expected = readTextFile(folder + "everything-3.yaml");
    QVERIFY(expected);
    const auto wanted = QString::fromStdString(expected->text->bytes()).split('\n');
    const auto got = QString::fromStdString(conversion->text).split('\n');
    for (qsizetype i = 0; i < std::min(wanted.size(), got.size()); ++i)
        QVERIFY2(
            got[i] == wanted[i],
            qPrintable(
                QStringLiteral("line %1: %2 instead of %3").arg(i + 1).arg(got[i], wanted[i])));
    QCOMPARE(got.size(), wanted.size());
    const auto after = withEdit(*workspace, conversion->edit);
    QCOMPARE(errorsOf(*after, (*workspace)->only()), Lines());
    QCOMPARE(sortedComments(*after->document((*workspace)->only())),
             sortedComments(*(*workspace)->document((*workspace)->only())));
    Lines notes;
    for (const auto &note : conversion->notes)
        notes.push_back(note.message.substr(0, note.message.find(':')));
    const Lines expectedNotes{
        "Security schemes that are needed together become alternatives",
        "That no security is needed either (an empty requirement) is left out",
        "A parameter is a plain string in AsyncAPI 3",
        "A parameter is a plain string in AsyncAPI 3",
        "The trait's operationId is the key of the operation that has it.",
        "The trait's schemaFormat stands at the payloads of the messages that "
        "have the trait."};
    QVERIFY2(
        std::is_permutation(notes.begin(), notes.end(), expectedNotes.begin(), expectedNotes.end()),
        difference(expectedNotes, notes).constData());
}

void TestConvert::namesChannels_data()
{
    QTest::addColumn<QByteArray>("addresses");
    QTest::addColumn<QByteArray>("ids");
    QTest::newRow("owned") << QByteArray("_public.sale _protected.tax-code")
                           << QByteArray("sale taxCode");
    QTest::newRow("own name in full") << QByteArray("acme.f.c._public.sale") << QByteArray("sale");
    QTest::newRow("another's") << QByteArray("acme.x.ledger._public.entry")
                               << QByteArray("ledgerEntry");
    QTest::newRow("same type") << QByteArray("_public.sale _private.sale")
                               << QByteArray("sale privateSale");
    QTest::newRow("no keyword") << QByteArray("a.b.light.measured") << QByteArray("lightMeasured");
    QTest::newRow("parameter") << QByteArray("a/{id}/turn/on a/{id}/turn/off a/{id}")
                               << QByteArray("turnOn turnOff a");
    QTest::newRow("one parameter") << QByteArray("{id}") << QByteArray("id");
    QTest::newRow("no letters") << QByteArray("/") << QByteArray("channel");
    // a reference to the old channel `sale` must not lead to the new one
    QTest::newRow("id is another's address")
        << QByteArray("_public.sale sale") << QByteArray("publicSale sale");
}

void TestConvert::namesChannels()
{
    QFETCH(QByteArray, addresses);
    QFETCH(QByteArray, ids);
    std::string text =
        "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: A, version: '1'}\nchannels:\n";
    for (const QByteArray &address : addresses.split(' '))
        text += "  '" + address.toStdString() + "': {}\n";
    const auto workspace = Workspace::fromTexts({{"a.yaml", text}});
    const auto conversion = convertToAsyncApi3(*workspace, "a.yaml");
    QVERIFY(conversion);
    const auto document = yaml::Document::parse(makeText(conversion->text));
    QByteArrayList got;
    QByteArrayList kept;
    for (const yaml::Entry &entry : document->root()->find("channels")->entries) {
        got += QByteArray::fromStdString(entry.key->text());
        kept += QByteArray::fromStdString(entry.value->find("address")->text());
    }
    QCOMPARE(got.join(' '), ids);
    QCOMPARE(kept.join(' '), addresses);
}

void TestConvert::writesOutAliasesThatCameBeforeTheirAnchor()
{
    const auto workspace = Workspace::fromTexts(
        {{"a.yaml", "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: A, version: '1'}\nchannels:\n"
                    "  _public.a:\n    publish:\n      tags: &t # named\n        - name: x\n"
                    "  _public.b:\n    publish:\n      message:\n        tags: *t # again\n"
                    "        payload: {type: string}\n"}});
    const auto conversion = convertToAsyncApi3(*workspace, "a.yaml");
    QVERIFY(conversion);
    const auto after = workspace->withText("a.yaml", makeText(conversion->text));
    QVERIFY2(after->document("a.yaml")->problems().empty(), conversion->text.c_str());
    QCOMPARE(difference(meaning(workspace), meaning(after)), QByteArray());
    QCOMPARE(sortedComments(*after->document("a.yaml")), (Lines{"# again", "# named"}));
    QVERIFY2(conversion->text.find("tags: &t # named") != std::string::npos,
             conversion->text.c_str());
    QCOMPARE(conversion->notes.size(), std::size_t{1});
}

void TestConvert::copiesWhatOnlyAsyncApi2CanRead()
{
    const std::string common = "sale:\n  schemaFormat: application/schema+json;version=draft-07\n"
                               "  payload:\n    $ref: './types.json'\n"
                               "plain:\n  payload: {type: string}\n";
    const auto workspace = Workspace::fromTexts(
        {{"common/m.yaml", common},
         {"common/types.json", "{\"type\": \"object\"}"},
         {"a/a.yaml", "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: A, version: '1'}\n"
                      "channels:\n  _public.a:\n    publish:\n      message:\n        oneOf:\n"
                      "          - $ref: '../common/m.yaml#/sale'\n"
                      "          - $ref: '../common/m.yaml#/plain'\n"}});
    const auto conversion = convertToAsyncApi3(*workspace, "a/a.yaml");
    QVERIFY(conversion);
    QCOMPARE(conversion->edit.files.size(), std::size_t{1});
    const std::string messages =
        "    messages:\n      sale:\n        payload:\n"
        "          schemaFormat: application/schema+json;version=draft-07\n"
        "          schema:\n            $ref: '../common/types.json'\n"
        "      plain:\n        $ref: '../common/m.yaml#/plain'\n";
    QVERIFY2(conversion->text.find(messages) != std::string::npos, conversion->text.c_str());
    QCOMPARE(conversion->notes.size(), std::size_t{1});
}

void TestConvert::givesAComponentOfTwoChannelsToBoth()
{
    const auto workspace = Workspace::fromTexts(
        {{"a.yaml", "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: A, version: '1'}\nchannels:\n"
                    "  _public.a: {$ref: '#/components/channels/c'}\n"
                    "  _public.b: {$ref: '#/components/channels/c'}\n"
                    "components:\n  channels:\n    c:\n      bindings: {kafka: {partitions: 3}}\n"
                    "      publish: {message: {payload: {type: string}}}\n"}});
    const auto conversion = convertToAsyncApi3(*workspace, "a.yaml");
    QVERIFY(conversion);
    const auto after = workspace->withText("a.yaml", makeText(conversion->text));
    QCOMPARE(difference(meaning(workspace), meaning(after)), QByteArray());
    QCOMPARE(errorsOf(*after, "a.yaml"), Lines());
    QCOMPARE(conversion->notes.size(), std::size_t{2});
}

void TestConvert::followsEncodedReferencesOfOtherFiles()
{
    const auto workspace = Workspace::fromTexts(
        {{"my spec.yaml", "asyncapi: 2.6.0\nid: urn:acme.f.c\ninfo: {title: A, version: '1'}\n"
                          "channels:\n  _public.a:\n    publish:\n      message:\n"
                          "        name: Sale\n        payload: {type: string}\n"},
         {"other.yaml", "m: {$ref: 'my%20spec.yaml#/channels/_public.a/publish/message'}\n"}});
    const auto conversion = convertToAsyncApi3(*workspace, "my spec.yaml");
    QVERIFY(conversion);
    QCOMPARE(conversion->edit.files.count("other.yaml"), std::size_t{1});
    const auto after = workspace->withEdit(conversion->edit);
    QVERIFY(after);
    const auto &reference =
        (*after)->document("other.yaml")->root()->find("m")->find("$ref")->value;
    QVERIFY2(reference.starts_with("my%20spec.yaml#/channels/"), reference.data());
    const auto target = asyncapi::resolveReference(**after, "other.yaml", reference);
    QCOMPARE(target.status, asyncapi::Resolution::Status::Found);
    QCOMPARE(target.node->find("name")->value, std::string("Sale"));
}

void TestConvert::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("code");
    const QByteArray fine = "asyncapi: 2.6.0\ninfo: {title: A, version: '1'}\nchannels: {}\n";
    QTest::newRow("target") << fine << QByteArray("2.6.0") << int(Error::Code::Conflict);
    QTest::newRow("3") << QByteArray("asyncapi: 3.0.0\n") << QByteArray("3.0.0")
                       << int(Error::Code::Conflict);
    QTest::newRow("candidate") << QByteArray("asyncapi: 2.0.0-rc1\n") << QByteArray("3.0.0")
                               << int(Error::Code::Conflict);
    QTest::newRow("cut") << fine + "x: [\n" << QByteArray("3.0.0") << int(Error::Code::Invalid);
    QTest::newRow("no spec") << QByteArray("a: 1\n") << QByteArray("3.0.0")
                             << int(Error::Code::NotFound);
}

void TestConvert::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, version);
    QFETCH(int, code);
    const auto workspace = Workspace::fromTexts({{"a.yaml", text.toStdString()}});
    const auto conversion = convertToAsyncApi3(*workspace, "a.yaml", version.toStdString());
    QVERIFY(!conversion);
    QCOMPARE(int(conversion.error().code), code);
    QCOMPARE(conversion.error().where, std::string("a.yaml"));
}

QTEST_APPLESS_MAIN(TestConvert)

#include "tst_convert.moc"
