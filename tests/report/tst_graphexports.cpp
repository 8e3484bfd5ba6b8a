// SPDX-License-Identifier: Apache-2.0
// The graph for other tools: C4 in two languages, a page, and a report.
#include "drawn.h"

#include "meshwright/layout/graphpicture.h"
#include "meshwright/report/graphreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace meshwright;
using namespace meshwright::report::tests;

namespace {

QString page(const Topology &topology)
{
    const auto picture = layout::packedGrid(layout::requestFor(topology));
    return QString::fromStdString(report::graphHtml(layout::contentOf(topology), picture));
}

QString between(const QString &text, const QString &begin, const QString &end)
{
    const qsizetype from = text.indexOf(begin) + begin.size();
    return text.mid(from, text.indexOf(end, from) - from);
}

/// Braces outside of quotes, which have to end as they began.
int depthAtEnd(const QString &text)
{
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
            isQuoted = !isQuoted;
        if (!isQuoted)
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth < 0 || (isQuoted && text[i] == '\n'))
            return -1;
    }
    return isQuoted ? -1 : depth;
}

} // namespace

class TestGraphExports : public QObject
{
    Q_OBJECT

private slots:

    void structurizr()
    {
        const auto dsl = QString::fromStdString(report::graphStructurizr(*small()));
        QVERIFY(dsl.contains("group \"acme.finance\" {\n      c0 = softwareSystem \"Campaign\" "
                             "\"acme.finance.campaign, 2 topics\""));
        QVERIFY(dsl.contains("c0 -> c1 \"_public.refund, _public.sale\" \"Kafka\"\n"));
        QVERIFY(dsl.contains("c1 -> c0 \"_protected.order\" \"Kafka\" \"Granted\"\n"));
        QCOMPARE(depthAtEnd(dsl), 0);
        const auto odd = QString::fromStdString(report::graphStructurizr(*nasty()));
        QVERIFY(odd.contains("softwareSystem \"A \\\"b\\\" <c> & 'd' \\ #e `f` |g| ]]> --> ü\""));
    }

    void twoOfOneTitleAreToldApart()
    {
        Topology topology = *small();
        for (Context &context : topology.contexts) {
            auto spec = std::make_shared<asyncapi::Spec>(*context.spec);
            spec->title = "Orders";
            context.spec = spec;
        }
        const auto dsl = QString::fromStdString(report::graphStructurizr(topology));
        QVERIFY(dsl.contains("softwareSystem \"Orders (acme.finance.campaign)\""));
        QVERIFY(dsl.contains("softwareSystem \"Orders (acme.retail.shop)\""));
    }

    void plantUml()
    {
        const auto uml = QString::fromStdString(report::graphPlantUml(*small()));
        QVERIFY(uml.startsWith("@startuml\n!include <C4/C4_Context>\n"));
        QVERIFY(uml.endsWith("@enduml\n"));
        QVERIFY(uml.contains("Boundary(d0, \"acme.finance\", \"domain\") {\n  System(c0, "
                             "\"Campaign\", \"acme.finance.campaign, 2 topics\")\n}\n"));
        QVERIFY(uml.contains("Rel(c1, c0, \"_protected.order\", \"Kafka\", $tags=\"granted\")"));
        QCOMPARE(depthAtEnd(uml), 0);
        const auto odd = QString::fromStdString(report::graphPlantUml(*nasty()));
        QVERIFY(odd.contains("\"A <U+0022>b<U+0022> <U+003C>c> <U+0026> 'd' <U+005C> #e"));
    }

    void html()
    {
        for (const TopologyPtr &topology : {small(), nasty()}) {
            const QString text = page(*topology);
            QVERIFY(!text.contains(QRegularExpression("(src|href)=")));
            const QString json = between(text, "type=\"application/json\">", "</script>");
            QVERIFY(!json.contains('<'));
            const auto read = QJsonDocument::fromJson(json.toUtf8()).array();
            QCOMPARE(read.size(), qsizetype(topology->contexts.size()));
            for (qsizetype i = 0; i < read.size(); ++i) {
                const Context &context = topology->contexts[std::size_t(i)];
                const auto about = read[i].toObject();
                QCOMPARE(about["name"].toString(), QString::fromStdString(context.spec->title));
                QCOMPARE(about["id"].toString(), QString::fromStdString(context.id.value));
                QCOMPARE(about["owns"].toArray().size(),
                         qsizetype(topology->topicsOf(context.id).size()));
                QVERIFY(text.contains("data-id=\"" + QString::number(i) + "\""));
            }
            QXmlStreamReader svg("<svg" + between(text, "<svg", "</svg>") + "</svg>");
            while (!svg.atEnd())
                svg.readNext();
            QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        }
    }

    // Acceptance 37
    void drawio()
    {
        const TopologyPtr topology = small();
        const auto picture = layout::packedGrid(layout::requestFor(*topology));
        const auto text =
            QString::fromStdString(report::graphDrawio(layout::contentOf(*topology), picture));
        QVERIFY(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mxfile"));
        QVERIFY(text.lastIndexOf("edge=\"1\"") < text.indexOf("vertex=\"1\"")); // behind the cards
        const QString granted = between(text, "label=\"_protected.order\"", "</UserObject>");
        QVERIFY(granted.contains("dashed=1") && granted.contains("source=\"c1\" target=\"c0\""));
        const QString read =
            between(text, "label=\"_public.refund, _public.sale\"", "</UserObject>");
        QVERIFY(!read.contains("dashed=1") && read.contains("source=\"c0\" target=\"c1\""));
        const QString card = between(text, "<UserObject id=\"c0\"", "</UserObject>");
        QVERIFY(card.contains("Campaign&lt;/b&gt;"));
        QVERIFY(card.contains("context=\"acme.finance.campaign\"") &&
                card.contains("parent=\"d0\""));
    }

    void contextMap()
    {
        const auto text = QString::fromStdString(report::contextMap(*small(), {}, "map.svg"));
        QVERIFY(text.startsWith("# Context map\n\n2 bounded contexts in 2 domains, 3 topics.\n\n"
                                "![The bounded contexts and what flows between them](<map.svg>)"));
        QVERIFY(text.contains("| `acme.finance.campaign._public.sale` | public | "
                              "`acme.retail.shop` |\n"));
        QVERIFY(text.contains("Reads `acme.finance.campaign._public.refund`, "
                              "`acme.finance.campaign._public.sale`.\n"));
        QVERIFY(text.contains("- `acme.retail.shop._protected.order`: granted to "
                              "`acme.finance.campaign`, which does not read it\n"));
        QVERIFY(text.endsWith('\n') && !text.endsWith("\n\n"));
        const auto odd = QString::fromStdString(report::contextMap(*nasty(), {}, {}));
        QVERIFY(odd.contains("### A \"b\" \\<c\\> \\& 'd' \\\\ \\#e \\`f\\` \\|g\\| \\]\\]\\>"));
    }

    void aPartTellsWhatIsSoInTheWhole()
    {
        const auto text = QString::fromStdString(report::contextMap(
            *small(), std::set<ContextId>{{"acme.finance.campaign"}}, "a>b.svg"));
        QVERIFY(text.startsWith("# Context map\n\n1 bounded context in 1 domain, 2 topics; a part "
                                "of 2 contexts.\n"));
        QVERIFY(text.contains("| `acme.finance.campaign._public.sale` | public | "
                              "`acme.retail.shop` |"));
        QVERIFY(text.contains("](<a%3Eb.svg>)"));
        QVERIFY(!text.contains("nobody reads it"));
        QVERIFY(!text.contains("### Shop"));
    }

    void nothingIsNothing()
    {
        const auto topology = buildTopology(Workspace::fromTexts({}));
        QVERIFY(report::contextMap(*topology, {}, {}).find("Nothing: no cycles") !=
                std::string::npos);
        QCOMPARE(depthAtEnd(QString::fromStdString(report::graphStructurizr(*topology))), 0);
        QVERIFY(page(*topology).contains("0 bounded contexts"));
    }
};

QTEST_APPLESS_MAIN(TestGraphExports)
#include "tst_graphexports.moc"
