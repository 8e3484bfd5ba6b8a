// SPDX-License-Identifier: Apache-2.0
// What the graph is exported as, read by the tools that it is for.
#include "exporters/companies.h"
#include "exporters/exporttools.h"

#include "bench/generator.h"
#include "report/drawn.h"

#include "meshwright/report/graphreport.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace meshwright;
using namespace meshwright::test;

#define NEEDS(lack)                                                                                \
    if (const QString missing = lack; !missing.isEmpty())                                          \
    QSKIP(qPrintable(missing))

namespace {

QString fromBytes(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

struct Company
{
    QString name;
    TopologyPtr topology;
    layout::GraphContent content;
    layout::Picture picture;
    bool isLarge = false;
};

Company companyOf(const QString &name, const TopologyPtr &topology, bool isLarge = false)
{
    Company company{name, topology, layout::contentOf(*topology), {}, isLarge};
    company.picture = layout::packedGrid(layout::requestFor(company.content));
    return company;
}

TopologyPtr large()
{
    bench::Shape shape;
    shape.topics = 3;
    return buildTopology(Workspace::fromTexts(bench::generate(shape)));
}

/// What a tool shows of a name: the beginning, where it is too long to be shown.
QString visible(const std::string &name)
{
    const QString text = fromBytes(name);
    return squeezed(text.size() > 80 ? text.left(30) : text);
}

/// The texts of an SVG's elements, in order.
QStringList textsOf(const QByteArray &svg, const QString &element)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    return texts;
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts << each.toString();
    return texts;
}

} // namespace

class TestExporters : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        m_companies = {companyOf("nothing", buildTopology(Workspace::fromTexts({}))),
                       companyOf("small", report::tests::small()), companyOf("odd", hostile()),
                       companyOf("large", large(), true)};
        const layout::GraphContent &odd = m_companies[2].content;
        QCOMPARE(odd.cards.size(), std::size_t(hostileNames.size()));
        QVERIFY(odd.flows.size() >= std::size_t(2 * hostileNames.size()));
    }

    // Acceptance 37
    void graphvizReadsDot()
    {
        NEEDS(lackOf("dot", "graphviz"));
        for (const Company &company : m_companies) {
            const QString file = write(company, "dot", report::graphDot(*company.topology));
            const QStringList parsed{"-n", "-e", file};
            const ToolRun run =
                company.isLarge ? runTool("gc", parsed) : runTool("dot", {"-Tsvg", file});
            QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.err.constData());
            if (company.isLarge) {
                const QList<QByteArray> counts = run.out.simplified().split(' ');
                QCOMPARE(counts.value(0).toULong(), company.content.cards.size());
                QCOMPARE(counts.value(1).toULong(), company.content.flows.size());
                continue;
            }
            const QStringList titles = textsOf(run.out, "title");
            const QString shown = squeezed(textsOf(run.out, "text").join(QString()));
            for (const layout::Card &card : company.content.cards)
                QVERIFY2(shown.contains(visible(card.name)), card.name.c_str());
            for (const layout::Flow &flow : company.content.flows)
                QVERIFY2(shown.contains(firstLabel(company, flow)), flow.from.value.c_str());
            const auto expected = company.content.cards.size() + company.content.flows.size() +
                                  company.content.domains.size() + 1;
            QCOMPARE(std::size_t(titles.size()), expected);
        }
    }

    // Acceptance 37
    void xmlIsWellFormed()
    {
        NEEDS(lackOf("xmllint", "libxml2-utils"));
        for (const Company &company : m_companies)
            for (const QString &file :
                 {write(company, "svg", report::graphSvg(company.content, company.picture)),
                  write(company, "drawio",
                        report::graphDrawio(company.content, company.picture))}) {
                const ToolRun run = runTool("xmllint", {"--noout", file});
                QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.err.left(2000).constData());
            }
    }

    // Acceptance 37
    void drawioOpensDrawio()
    {
        NEEDS(lackOf("chromium", "chromium"));
        NEEDS(lackOfScript("mxClient.min.js"));
        QJsonObject inputs;
        for (const Company &company : m_companies)
            if (!company.isLarge)
                inputs[company.name] = QJsonObject{
                    {"text", fromBytes(report::graphDrawio(company.content, company.picture))}};
        const QJsonObject read = askScript("drawio.html", "mxClient.min.js", inputs);
        for (const Company &company : m_companies) {
            if (company.isLarge)
                continue;
            const QJsonObject about = read[company.name].toObject();
            QVERIFY2(about.contains("flows"), qPrintable(about["fault"].toString()));
            checkDrawio(company, about);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Acceptance 37
    void mermaidDrawsMermaid()
    {
        NEEDS(lackOf("chromium", "chromium"));
        NEEDS(lackOfScript("mermaid.min.js"));
        QJsonObject inputs;
        for (const Company &company : m_companies)
            if (!company.isLarge)
                inputs[company.name] =
                    QJsonObject{{"text", fromBytes(report::graphMermaid(*company.topology))},
                                {"isDrawn", true}};
        const QJsonObject read = askScript("mermaid.html", "mermaid.min.js", inputs);
        for (const Company &company : m_companies) {
            if (company.isLarge)
                continue;
            const QJsonObject about = read[company.name].toObject();
            QVERIFY2(about.contains("nodes"), qPrintable(about["fault"].toString()));
            QCOMPARE(std::size_t(about["nodes"].toInt()),
                     company.content.cards.size() + company.content.domains.size());
            QCOMPARE(std::size_t(about["flows"].toInt()), company.content.flows.size());
            QCOMPARE(std::size_t(about["groups"].toInt()), company.content.domains.size());
            QCOMPARE(about["bad"].toInt(), 0);
            const QString nodes = squeezed(textsOf(about["nodeTexts"]).join(QString()));
            for (const layout::Card &card : company.content.cards)
                QVERIFY2(nodes.contains(visible(card.name)),
                         qPrintable(fromBytes(card.name) + " in " + nodes));
            const QString flows = squeezed(textsOf(about["flowTexts"]).join(QString()));
            for (const layout::Flow &flow : company.content.flows)
                QVERIFY2(flows.contains(firstLabel(company, flow)),
                         qPrintable(firstLabel(company, flow) + " in " + flows));
        }
    }

    // Acceptance 37
    void plantUmlDrawsC4()
    {
        NEEDS(lackOf("java", "openjdk-17-jre-headless"));
        NEEDS(lackOf("dot", "graphviz"));
        readC4();
        for (const Company &company : m_companies) {
            if (company.isLarge)
                continue;
            const QJsonObject about = m_c4[company.name + ".puml"].toObject();
            const QByteArray svg = about["svg"].toString().toUtf8();
            QVERIFY2(!svg.isEmpty() && !about["about"].toString().contains("Error"),
                     qPrintable(about["fault"].toString() + about["about"].toString() + svg));
            const QString shown = squeezed(textsOf(svg, "text").join(QString()));
            for (const layout::Card &card : company.content.cards)
                QVERIFY2(shown.contains(visible(card.name)),
                         qPrintable(visible(card.name) + " in " + shown));
            for (const layout::Flow &flow : company.content.flows)
                QVERIFY2(shown.contains(firstLabel(company, flow)),
                         qPrintable(firstLabel(company, flow) + " in " + shown));
        }
    }

    // Acceptance 37
    void structurizrReadsItsLanguage()
    {
        NEEDS(lackOf("java", "openjdk-17-jre-headless"));
        readC4();
        for (const Company &company : m_companies) {
            const QJsonObject about = m_c4[company.name + ".dsl"].toObject();
            QVERIFY2(about.contains("systems"), qPrintable(about["fault"].toString()));
            QCOMPARE(std::size_t(about["systems"].toArray().size()), company.content.cards.size());
            QCOMPARE(std::size_t(about["flows"].toArray().size()), company.content.flows.size());
            QStringList names;
            for (const QJsonValue &system : about["systems"].toArray())
                names << squeezed(system.toArray()[0].toString());
            for (const layout::Card &card : company.content.cards)
                if (const QString name = visible(card.name); !name.isEmpty())
                    QVERIFY2(names.join(u'\n').contains(name),
                             qPrintable(name + " in " + names.join(QStringLiteral("\n"))));
            QStringList flows;
            for (const QJsonValue &flow : about["flows"].toArray())
                flows << squeezed(flow.toArray()[2].toString());
            for (const layout::Flow &flow : company.content.flows)
                QVERIFY2(flows.join(u'\n').contains(firstLabel(company, flow)),
                         qPrintable(firstLabel(company, flow) + " in " + flows.join(u'\n')));
        }
    }

    // Acceptance 37
    void aBrowserRunsThePage()
    {
        NEEDS(lackOf("chromium", "chromium"));
        QFile script(QStringLiteral(MESHWRIGHT_EXPORTERS "/pagetest.html"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const std::string behind = script.readAll().toStdString();
        for (const Company &company : m_companies) {
            if (company.content.cards.empty())
                continue;
            std::string page = report::graphHtml(company.content, company.picture);
            page.insert(page.rfind("</body>"), behind);
            const QJsonObject about = askPage(write(company, "html", page)).object();
            QCOMPARE(about["fault"].toString(), QString());
            const int all = int(company.content.cards.size());
            QCOMPARE(about["names"].toArray().size(), all);
            for (int i = 0; i < all; ++i)
                QCOMPARE(about["names"].toArray()[i].toString(),
                         fromBytes(company.content.cards[std::size_t(i)].name));
            QCOMPARE(about["shown"].toInt(), all);
            QVERIFY(about["found"].toInt() >= 1 && about["found"].toInt() < all);
            QCOMPARE(about["count"].toString(),
                     QStringLiteral("%1 of %2").arg(about["found"].toInt()).arg(all));
            QCOMPARE(about["shownAgain"].toInt(), all);
            QVERIFY(about["side"].toString().startsWith(about["wanted"].toString()));
            QVERIFY(about["isZoomed"].toBool());
            QCOMPARE(about["bad"].toInt(), 0);
        }
    }

private:
    QString write(const Company &company, const QString &suffix, const std::string &text)
    {
        const QString path = m_folder.filePath(company.name + u'.' + suffix);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(text.data(), qint64(text.size())) != qint64(text.size()))
            qFatal("the test's file could not be written");
        return path;
    }

    /// What stands on a flow for its first topic.
    static QString firstLabel(const Company &company, const layout::Flow &flow)
    {
        for (const layout::TopicRow &row : company.content.card(flow.from)->topics)
            if (row.name == flow.topics.front())
                return visible(row.label);
        return QStringLiteral("no such topic");
    }

    /// The page of that name with a script of a tool and what it reads.
    QJsonObject askScript(const QString &name, const QString &script, const QJsonObject &inputs)
    {
        QFile file(QStringLiteral(MESHWRIGHT_EXPORTERS "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the test's page could not be read");
        QByteArray json = QJsonDocument(inputs).toJson(QJsonDocument::Compact);
        json.replace('<', "\\u003c");
        QByteArray page = file.readAll();
        const QUrl url = QUrl::fromLocalFile(exportToolsFolder() + u'/' + script);
        page.replace("@SCRIPT@", url.toEncoded());
        page.replace("@INPUTS@", json);
        return askPage(write({name, {}, {}, {}}, "html", page.toStdString())).object();
    }

    /// One run for all files of both languages, for a Java machine takes its time to start.
    void readC4()
    {
        if (!m_c4.isEmpty())
            return;
        QStringList arguments{"-XX:TieredStopAtLevel=1",
                              "-XX:+UseSerialGC",
                              "-Xmx768m",
                              "-Dfile.encoding=UTF-8",
                              "-Djava.awt.headless=true",
                              "-cp",
                              exportToolsFolder() + "/jars/*",
                              "groovy.ui.GroovyMain",
                              QStringLiteral(MESHWRIGHT_EXPORTERS "/readc4.groovy")};
        for (const Company &company : m_companies) {
            arguments << write(company, "dsl", report::graphStructurizr(*company.topology));
            if (!company.isLarge)
                arguments << write(company, "puml", report::graphPlantUml(*company.topology));
        }
        const ToolRun run = runTool("java", arguments);
        m_c4 = QJsonDocument::fromJson(run.out).object();
        QVERIFY2(!m_c4.isEmpty(), run.err.right(2000).constData());
    }

    static void checkBox(const QJsonValue &json, const layout::Box &wanted)
    {
        const QJsonArray box = json.toArray();
        const double numbers[] = {wanted.x, wanted.y, wanted.width, wanted.height};
        for (int i = 0; i < 4; ++i)
            QVERIFY(qAbs(box[i].toDouble() - numbers[i]) < 0.1);
    }

    static void checkDrawio(const Company &company, const QJsonObject &about)
    {
        const layout::GraphContent &content = company.content;
        const QJsonObject contexts = about["contexts"].toObject();
        const QJsonObject domains = about["domains"].toObject();
        const QJsonObject flows = about["flows"].toObject();
        QCOMPARE(std::size_t(contexts.size()), content.cards.size());
        QCOMPARE(std::size_t(domains.size()), content.domains.size());
        QCOMPARE(std::size_t(flows.size()), content.flows.size());
        QCOMPARE(about["bad"].toInt(), 0);
        for (std::size_t i = 0; i < content.cards.size(); ++i) {
            const layout::Card &card = content.cards[i];
            const QJsonObject context = contexts[QStringLiteral("c%1").arg(i)].toObject();
            checkBox(context["box"], company.picture.nodes.at(card.id.value));
            const auto domain = std::size_t(content.domain(card.domain) - content.domains.data());
            QCOMPARE(context["parent"].toString(), QStringLiteral("d%1").arg(domain));
            if (card.name.size() < 20)
                QVERIFY(squeezed(context["shown"].toString()).startsWith(visible(card.name)));
        }
        for (std::size_t i = 0; i < content.domains.size(); ++i)
            checkBox(domains[QStringLiteral("d%1").arg(i)].toObject()["box"],
                     company.picture.groups.at(content.domains[i].name));
        QStringList shown;
        for (const QJsonValue &flow : flows)
            shown << squeezed(flow["shown"].toString()) + (flow["isDashed"].toBool() ? "-" : "");
        for (const layout::Flow &flow : content.flows) {
            const QString end = flow.isDeclared ? QString() : QStringLiteral("-");
            const QString wanted = firstLabel(company, flow);
            QVERIFY(std::any_of(shown.begin(), shown.end(), [&](const QString &each) {
                return each.startsWith(wanted) && each.endsWith(end);
            }));
        }
    }

    QTemporaryDir m_folder;
    std::vector<Company> m_companies;
    QJsonObject m_c4;
};

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
