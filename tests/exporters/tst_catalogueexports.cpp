// SPDX-License-Identifier: Apache-2.0
// Catalogues, read by Backstage's validators and by EventCatalog's schemas and MDX.
#include "exporters/companies.h"
#include "exporters/exporttools.h"

#include "report/drawn.h"

#include "meshwright/report/catalogues.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwright;
using namespace meshwright::test;

#define NEEDS_TOOLS                                                                                \
    if (const QString missing = lackOfCatalogueTools(); !missing.isEmpty())                        \
    QSKIP(qPrintable(missing))

namespace {

QString fromBytes(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

/// What means something to YAML, Markdown, MDX or JavaScript, as descriptions of many lines.
const QStringList hostileDescriptions = {
    QStringLiteral("---\nid: another\n---\n\n# Heading"),
    QStringLiteral("import React from 'react'\n\nexport default () => 1\nexport const x = 2"),
    QStringLiteral("{process.exit(1)} {/* comment */} {`${1}`} \\{ }"),
    QStringLiteral("<NodeGraph /> </div> <script>alert(1)</script> <!-- gone --> <>"),
    QStringLiteral("```js\ncode {x} <y>\n```\n\n    indented\n\n~~~\ntilde"),
    QStringLiteral("`{code}` ``<b>`` *emphasis* _it_ **bold** ~~gone~~ [link](javascript:x)"),
    QStringLiteral(
        "1. one\n2) two\n- three\n* four\n+ five\n> six\n| a | b |\n|---|---|\n| c | d |"),
    QStringLiteral("Title\n=====\nOther\n-----\n***\n___"),
    QStringLiteral(":::note\ndirective\n:::\n\n:name[label]{#id} ::leaf"),
    QStringLiteral("[^1] [ref]: x\n\n[ref]: http://x.example \"title\"\n\n[^1]: footnote"),
    QStringLiteral("&amp; &lt; &#123; \\n \\u0041 \\&"),
    QStringLiteral("key: value # comment\n- 'it''s' \"quoted\" %TAG !tag &anchor *alias ? | >"),
    QStringLiteral("no\nyes\nnull\n1.0\n2001-01-01\n~"),
    QStringLiteral("tab\there, and spaces   \n\n\n\nend \\"),
};

struct Company
{
    QString name;
    TopologyPtr topology;
};

QString describedAs(qsizetype i)
{
    return i % 2 == 0 ? hostileDescriptions[i / 2 % hostileDescriptions.size()]
                      : hostileNames[i / 2 % hostileNames.size()];
}

/// Every text that a catalogue shows is hostile.
TopologyPtr described()
{
    std::map<std::string, std::string> texts;
    const qsizetype count = 2 * hostileNames.size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString text = describedAs(i);
        const QJsonObject message{{"name", hostileNames[i % hostileNames.size()].left(200)},
                                  {"title", text},
                                  {"summary", text},
                                  {"payload", QJsonObject{{"$ref", "my schemas/%7Bx%7D.json"}}}};
        const QJsonObject other{{"name", "other"}};
        const QJsonObject published{
            {"message", QJsonObject{{"oneOf", QJsonArray{message, other}}}}};
        const QJsonObject channels{
            {"_public.t", QJsonObject{{"description", text}, {"publish", published}}},
            {QStringLiteral("acme.d.c%1._public.t").arg((i + 1) % count),
             QJsonObject{{"subscribe", QJsonObject()}}}};
        const QJsonObject contact{{"name", text}, {"email", text}, {"url", text}};
        const QJsonObject info{
            {"title", text}, {"version", text}, {"description", text}, {"contact", contact}};
        texts[QStringLiteral("a %1/s#?.json").arg(i).toStdString()] =
            specText({{"asyncapi", "2.6.0"},
                      {"id", QStringLiteral("urn:acme.d.c%1").arg(i)},
                      {"info", info},
                      {"tags", QJsonArray{QJsonObject{{"name", text}}}},
                      {"channels", channels}});
        texts[QStringLiteral("a %1/my schemas/{x}.json").arg(i).toStdString()] =
            "{\"type\": \"object\"}";
    }
    return buildTopology(Workspace::fromTexts(texts));
}

TopologyPtr sample()
{
    const auto workspace = Workspace::open(MESHWRIGHT_SAMPLES "/acme");
    return workspace ? buildTopology(*workspace) : nullptr;
}

QString oneLine(const QString &text)
{
    return squeezed(text.left(text.indexOf(QStringLiteral("\n\n"))));
}

} // namespace

class TestCatalogueExports : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_companies = {{"nothing", buildTopology(Workspace::fromTexts({}))},
                       {"small", report::tests::small()},
                       {"odd", hostile()},
                       {"described", described()},
                       {"sample", sample()}};
        for (const Company &company : m_companies) {
            QVERIFY(company.topology);
            QCOMPARE(company.topology->contexts.empty(), company.name == "nothing");
        }
    }

    // Acceptance 37
    void backstageTakesItsCatalogue()
    {
        NEEDS_TOOLS;
        QStringList files;
        for (const Company &company : m_companies)
            files << writeBackstage(company);
        const QJsonArray results = readAll("backstage", files);
        for (std::size_t i = 0; i < m_companies.size(); ++i) {
            const Topology &topology = *m_companies[i].topology;
            const QJsonObject result = results[qsizetype(i)].toObject();
            QVERIFY2(faultsOf(result).isEmpty(), qPrintable(faultsOf(result)));
            std::map<QString, std::size_t> kinds;
            std::map<QString, QJsonObject> apis;
            for (const QJsonValue &each : result["entities"].toArray()) {
                const QJsonObject metadata = each["metadata"].toObject();
                ++kinds[each["kind"].toString()];
                if (each["kind"] == "API")
                    apis[metadata["annotations"]["meshwright/spec"].toString()] = each.toObject();
            }
            QCOMPARE(kinds["Domain"], topology.domains().size());
            for (const char *kind : {"System", "Component", "API"})
                QCOMPARE(kinds[kind], topology.contexts.size());
            for (const Context &context : topology.contexts) {
                const QJsonObject api = apis[fromBytes(context.spec->file)];
                const QString definition = api["spec"]["definition"].toString();
                QCOMPARE(definition.toStdString(),
                         topology.workspace->text(context.spec->file)->bytes());
                const QString title = squeezed(fromBytes(context.spec->title));
                if (m_companies[i].name != "odd" && !title.isEmpty())
                    QCOMPARE(squeezed(api["metadata"]["title"].toString()),
                             oneLine(fromBytes(context.spec->title)));
            }
        }
    }

    // Acceptance 37
    void eventCatalogTakesItsFolder()
    {
        NEEDS_TOOLS;
        QStringList folders;
        for (const Company &company : m_companies) {
            folders << m_folder.filePath(company.name + "-events");
            QVERIFY(QDir().mkpath(folders.last()));
            const auto written = report::writeTree(report::eventCatalog(*company.topology),
                                                   folders.last().toStdString());
            QVERIFY2(written, written ? "" : written.error().message.c_str());
        }
        const QJsonArray results = readAll("eventcatalog", folders);
        for (std::size_t i = 0; i < m_companies.size(); ++i)
            checkPages(m_companies[i], results[qsizetype(i)].toObject());
        QVERIFY(!hasFailed());
    }

private:
    static bool hasFailed() { return QTest::currentTestFailed(); }

    static QString faultsOf(const QJsonObject &result)
    {
        QStringList faults;
        for (const QJsonValue &fault : result["faults"].toArray())
            faults << fault.toString().left(600);
        return result.contains("faults") ? faults.mid(0, 10).join(u'\n') : "nothing was read";
    }

    static void checkPages(const Company &company, const QJsonObject &result)
    {
        const Topology &topology = *company.topology;
        QVERIFY2(faultsOf(result).isEmpty(), qPrintable(faultsOf(result)));
        std::map<QString, std::size_t> counts;
        std::map<QString, QJsonObject> services;
        for (const QJsonValue &page : result["pages"].toArray()) {
            ++counts[page["collection"].toString()];
            for (const QJsonValue &element : page["elements"].toArray())
                QVERIFY2(element == "p" || element == "a", qPrintable(element.toString()));
            if (page["collection"] == "services")
                services[squeezed(page["data"]["summary"].toString())] = page.toObject();
        }
        QCOMPARE(counts["domains"], topology.domains().size());
        QCOMPARE(counts["services"], topology.contexts.size());
        QCOMPARE(counts["channels"], topology.topics.size());
        QVERIFY(counts["events"] >= topology.topics.size());
        for (const Context &context : topology.contexts) {
            const QString description = fromBytes(context.spec->description);
            if (squeezed(description).isEmpty())
                continue;
            const auto found = services.find(oneLine(description.trimmed()));
            QVERIFY2(found != services.end(), qPrintable(description));
            QCOMPARE(squeezed(found->second["text"].toString()), squeezed(description));
        }
    }

    /// The specs, and the catalogue among them.
    QString writeBackstage(const Company &company)
    {
        const QDir folder(m_folder.filePath(company.name));
        for (const auto &[path, file] : company.topology->workspace->files())
            if (const Text text = company.topology->workspace->text(path))
                write(folder.filePath(fromBytes(path)), text->bytes());
        write(folder.filePath("out/catalog-info.yaml"),
              report::backstageCatalogue(*company.topology, ".."));
        return folder.filePath("out/catalog-info.yaml");
    }

    static void write(const QString &path, const std::string &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
            qFatal("the test's file could not be written");
    }

    static QJsonArray readAll(const QString &kind, const QStringList &paths)
    {
        QStringList arguments{MESHWRIGHT_EXPORTERS "/readcatalogues.mjs", catalogueToolsFolder()};
        for (const QString &path : paths)
            arguments << kind << path;
        const ToolRun run = runTool("node", arguments);
        if (run.exitCode != 0)
            qWarning("%s", run.err.right(2000).constData());
        return QJsonDocument::fromJson(run.out).array();
    }

    QTemporaryDir m_folder;
    std::vector<Company> m_companies;
};

QTEST_GUILESS_MAIN(TestCatalogueExports)
#include "tst_catalogueexports.moc"
