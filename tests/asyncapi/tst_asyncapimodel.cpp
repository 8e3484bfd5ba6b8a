// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/modeldump.h"
#include "meshwright/workspace/workspace.h"

#include <QFile>
#include <QTest>

using namespace meshwright;
using namespace meshwright::asyncapi;

namespace {

WorkspacePtr opened()
{
    const auto workspace = Workspace::open(std::string(MESHWRIGHT_TEST_DATA) + "/asyncapi");
    return workspace.value_or(nullptr);
}

std::shared_ptr<const Spec> specOf(const std::string &text)
{
    return Workspace::fromTexts({{"spec.yaml", text}})->file("spec.yaml")->spec;
}

QString message(const Spec &spec)
{
    return spec.brokenReferences.empty()
               ? QString()
               : QString::fromStdString(spec.brokenReferences.front().message);
}

} // namespace

class TestAsyncApiModel : public QObject
{
    Q_OBJECT

private slots:

    void model_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *file : {"company-2.6.yaml", "company-3.0.yaml", "streetlights-2.6.yml",
                                 "streetlights-3.0.yml", "streetlights-3.1.yml"})
            QTest::newRow(file) << QString(file);
    }

    void model()
    {
        QFETCH(QString, file);
        const auto workspace = opened();
        QVERIFY(workspace);
        const auto *read = workspace->file(file.toStdString());
        QVERIFY(read && read->spec);
        const auto actual = QString::fromStdString(ModelDump::of(*read->spec));
        QFile expected(QString(MESHWRIGHT_TEST_DATA) + "/asyncapi/" + file + ".model.txt");
        QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
        const auto wanted = QString::fromUtf8(expected.readAll());
        const auto actualLines = actual.split('\n');
        const auto wantedLines = wanted.split('\n');
        for (int i = 0; i < std::min(actualLines.size(), wantedLines.size()); ++i)
            QCOMPARE(actualLines[i], wantedLines[i]);
        QCOMPARE(actual, wanted);
    }

    void major_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("major");
        QTest::newRow("2.0") << "2.0.0" << 2;
        QTest::newRow("2.6") << "2.6.0" << 2;
        QTest::newRow("unquoted number") << "2.4" << 2;
        QTest::newRow("3.0") << "3.0.0" << 3;
        QTest::newRow("3.1") << "3.1.0" << 3;
        QTest::newRow("half typed") << "3." << 3;
        QTest::newRow("1") << "1.2.0" << 0;
        QTest::newRow("4") << "4.0.0" << 0;
        QTest::newRow("20") << "20.0.0" << 0;
        QTest::newRow("empty") << "" << 0;
        QTest::newRow("a list") << "[2, 0]" << 0;
    }

    void major()
    {
        QFETCH(QString, version);
        QFETCH(int, major);
        const auto spec = specOf("asyncapi: " + version.toStdString() + "\nid: urn:a.b\n");
        QVERIFY(spec);
        QCOMPARE(spec->major, major);
        QCOMPARE(QString::fromStdString(spec->id->value), QString("urn:a.b"));
    }

    void malformedIsLeftOut_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<int>("channels");
        QTest::newRow("no channels") << "" << 0;
        QTest::newRow("channels are a list") << "channels: [a, b]" << 0;
        QTest::newRow("channels are a text") << "channels: x" << 0;
        QTest::newRow("a channel is null") << "channels: {a: }" << 1;
        QTest::newRow("a channel is a text") << "channels: {a: x}" << 1;
        QTest::newRow("publish is a list") << "channels: {a: {publish: [x]}}" << 1;
        QTest::newRow("tags are texts")
            << "channels: {a: {publish: {tags: ['grant-access:b']}}}" << 1;
        QTest::newRow("tags are a map") << "channels: {a: {publish: {tags: {name: x}}}}" << 1;
        QTest::newRow("bindings are a list") << "channels: {a: {bindings: [kafka]}}" << 1;
        QTest::newRow("a null setting")
            << "channels: {a: {bindings: {kafka: {configs: {x: }}}}}" << 1;
        QTest::newRow("servers are a list") << "servers: [a]\nchannels: {a: {}}" << 1;
        QTest::newRow("info is a list") << "info: [a]\nchannels: {a: {}}" << 1;
    }

    void malformedIsLeftOut()
    {
        QFETCH(QString, rest);
        QFETCH(int, channels);
        const auto spec = specOf("asyncapi: 2.6.0\n" + rest.toStdString() + "\n");
        QVERIFY(spec);
        QCOMPARE(static_cast<int>(spec->channels.size()), channels);
        for (const auto &channel : spec->channels)
            for (const auto &operation : channel.operations)
                QVERIFY(operation.tags.empty());
    }

    void brokenReferences_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("paths");
        QTest::newRow("in a payload")
            << "components: {schemas: {a: {properties: {b: {$ref: '#/nowhere'}}}}}"
            << "components/schemas/a/properties/b/$ref";
        QTest::newRow("in an extension") << "x-own: [{$ref: '#/nowhere'}]"
                                         << "x-own/0/$ref";
        QTest::newRow("an example's $ref is data")
            << "components: {schemas: {a: {examples: [{$ref: '#/no'}], default: {$ref: '#/no'}, "
               "const: {$ref: '#/no'}, enum: [{$ref: '#/no'}]}}}"
            << "";
        QTest::newRow("a property may be called example")
            << "components: {schemas: {a: {properties: {example: {$ref: '#/no'}}}}}"
            << "components/schemas/a/properties/example/$ref";
        QTest::newRow("a schema may be called default")
            << "components: {schemas: {default: {$ref: '#/no'}}}"
            << "components/schemas/default/$ref";
        QTest::newRow("a property may be called properties")
            << "components: {schemas: {a: {properties: {properties: {default: {$ref: '#/no'}}}}}}"
            << "";
        QTest::newRow("a property may be called $ref")
            << "components: {schemas: {a: {properties: {$ref: {type: string}}}}}"
            << "";
        QTest::newRow("schemas that hold each other")
            << "components: {schemas: {a: {properties: {b: {$ref: '#/components/schemas/b'}}}, b: "
               "{items: {$ref: '#/components/schemas/a'}}}}"
            << "";
        QTest::newRow("references in a circle")
            << "components: {schemas: {a: {$ref: '#/components/schemas/b'}, b: {$ref: "
               "'#/components/schemas/a'}}}"
            << "components/schemas/a/$ref components/schemas/b/$ref";
        QTest::newRow("of a chain the one that leads nowhere")
            << "x-a: {$ref: '#/x-b'}\nx-b: {$ref: '#/no'}"
            << "x-b/$ref";
        QTest::newRow("once, where the anchor is")
            << "x-a: &a {$ref: '#/no'}\nx-b: *a\nx-c: {<<: *a}"
            << "x-a/$ref";
    }

    void brokenReferences()
    {
        QFETCH(QString, rest);
        QFETCH(QString, paths);
        const auto spec = specOf("asyncapi: 2.6.0\n" + rest.toStdString() + "\n");
        QStringList found;
        for (const auto &broken : spec->brokenReferences) {
            QStringList path;
            for (const auto &part : broken.path)
                path += QString::fromStdString(part);
            found += path.join('/');
            QVERIFY(!broken.message.empty());
        }
        QCOMPARE(found.join(' '), paths);
    }

    void brokenInAnotherFile()
    {
        const auto workspace = Workspace::fromTexts(
            {{"a.yaml", "asyncapi: 2.6.0\nchannels: {c: {$ref: 'lib/b.yaml#/channels/c'}}\n"},
             {"lib/b.yaml",
              "channels:\n  c: {x-d: {$ref: './gone.yaml'}}\n  e: {$ref: '#/no'}\n"}});
        const auto spec = workspace->file("a.yaml")->spec;
        QCOMPARE(spec->brokenReferences.size(), std::size_t{1});
        const auto &broken = spec->brokenReferences.front();
        QCOMPARE(QString::fromStdString(broken.reference.place.file), QString("lib/b.yaml"));
        QVERIFY2(message(*spec).contains("lib/gone.yaml"), qPrintable(message(*spec)));
        const std::vector<std::string> path{"channels", "c", "x-d", "$ref"};
        QCOMPARE(broken.path, path);
        const std::vector<std::string> files{"lib/b.yaml", "lib/gone.yaml"};
        QCOMPARE(spec->dependencies, files);
    }

    void placesAreExact()
    {
        const std::string text = "asyncapi: 2.6.0\nid: 'urn:a.b'\nchannels:\n  \"_public.ö\":\n"
                                 "    bindings: {kafka: {partitions: 12}}\n";
        const auto spec = specOf(text);
        const auto slice = [&](const Place &place) {
            return QString::fromStdString(text.substr(place.range.begin, place.range.size()));
        };
        QCOMPARE(slice(spec->id->place), QString("'urn:a.b'"));
        QCOMPARE(slice(spec->channels[0].keyPlace), QString("\"_public.ö\""));
        QCOMPARE(slice(spec->channels[0].kafka->partitions->place), QString("12"));
        QCOMPARE(QString::fromStdString(spec->channels[0].key), QString("_public.ö"));
    }
};

QTEST_APPLESS_MAIN(TestAsyncApiModel)
#include "tst_asyncapimodel.moc"
