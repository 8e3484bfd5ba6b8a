// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"

#include "meshwright/layout/graphpicture.h"
#include "meshwright/report/graphreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace meshwright;
using namespace meshwright::report::tests;

class TestGraphReport : public QObject
{
    Q_OBJECT

private slots:

    void json()
    {
        const auto document =
            QJsonDocument::fromJson(QByteArray::fromStdString(report::graphJson(*small())));
        QVERIFY(document.isObject());
        const QJsonObject root = document.object();
        QCOMPARE(root.value(QStringLiteral("version")).toInt(), 1);
        const QJsonArray contexts = root.value(QStringLiteral("contexts")).toArray();
        QCOMPARE(contexts.size(), 2);
        QCOMPARE(contexts[0].toObject(),
                 QJsonObject({{QStringLiteral("id"), QStringLiteral("acme.finance.campaign")},
                              {QStringLiteral("domain"), QStringLiteral("acme.finance")},
                              {QStringLiteral("spec"), QStringLiteral("campaign.yaml")},
                              {QStringLiteral("principal"),
                               QStringLiteral("User:acme.finance.campaign")}}));
        QCOMPARE(root.value(QStringLiteral("topics")).toArray().size(), 3);
        QStringList edges;
        for (const auto &edge : root.value(QStringLiteral("edges")).toArray()) {
            const QJsonObject value = edge.toObject();
            edges.append(value.value(QStringLiteral("kind")).toString() + u' ' +
                         value.value(QStringLiteral("from")).toString() + u' ' +
                         value.value(QStringLiteral("to")).toString() + u' ' +
                         value.value(QStringLiteral("topic")).toString() + u' ' +
                         value.value(QStringLiteral("source")).toString());
        }
        QVERIFY(edges.contains(QStringLiteral("consumes acme.finance.campaign acme.retail.shop "
                                              "acme.finance.campaign._public.sale declared")));
        QVERIFY(edges.contains(QStringLiteral("granted acme.retail.shop acme.finance.campaign "
                                              "acme.retail.shop._protected.order granted")));
    }

    void dot()
    {
        const std::string dot = report::graphDot(*small());
        QVERIFY(dot.starts_with("digraph meshwright {\n"));
        QVERIFY(dot.ends_with("}\n"));
        QVERIFY(has(dot, "subgraph \"cluster_acme.finance\""));
        QVERIFY(has(dot, "\"acme.finance.campaign\" [label=\"Campaign\""));
        QVERIFY(has(dot, "\"acme.finance.campaign\" -> \"acme.retail.shop\" "
                         "[label=\"_public.refund, _public.sale\", penwidth=2.0]"));
        QVERIFY(has(dot, "\"acme.retail.shop\" -> \"acme.finance.campaign\" "
                         "[label=\"_protected.order\", penwidth=1.2, style=dashed]"));
    }

    void mermaid()
    {
        const std::string mermaid = report::graphMermaid(*small());
        QVERIFY(mermaid.starts_with("flowchart LR\n"));
        QVERIFY(has(mermaid, "  subgraph d0[\"acme.finance\"]\n"
                             "    c0[\"Campaign<br/>acme.finance.campaign\"]\n  end\n"));
        QVERIFY(has(mermaid, "  c0 -->|\"_public.refund, _public.sale\"| c1\n"));
        QVERIFY(has(mermaid, "  c1 -.->|\"_protected.order\"| c0\n"));
    }

    void escapesNames()
    {
        const TopologyPtr topology = nasty();
        const std::string dot = report::graphDot(*topology);
        QVERIFY(has(dot, "label=\"A \\\"b\\\" <c> &amp; 'd' \\\\ #e `f` |g| ]]> --> ü\""));
        const std::string mermaid = report::graphMermaid(*topology);
        QVERIFY(has(mermaid, "A #quot;b#quot; #lt;c#gt; #amp; 'd' \\ #35;e #96;f#96; "
                             "#124;g#124; ]]#gt; --#gt; ü<br/>"));
    }

    void svg_data()
    {
        QTest::addColumn<TopologyPtr>("topology");
        QTest::newRow("two contexts") << small();
        QTest::newRow("nasty names") << nasty();
        QTest::newRow("nothing") << std::make_shared<const Topology>();
    }

    void svg()
    {
        QFETCH(TopologyPtr, topology);
        const auto picture = layout::packedGrid(layout::requestFor(*topology));
        const auto svg =
            QByteArray::fromStdString(report::graphSvg(layout::contentOf(*topology), picture));
        QXmlStreamReader reader(svg);
        QString text;
        int paths = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QStringLiteral("path"))
                ++paths;
            if (reader.isCharacters())
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(svg.contains("viewBox=\""));
        for (const Context &context : topology->contexts)
            QVERIFY(text.contains(QString::fromStdString(context.id.value)));
        const auto flows = static_cast<int>(layout::contentOf(*topology).flows.size());
        QVERIFY(paths >= 2 * flows);
        QCOMPARE(svg, QByteArray::fromStdString(
                          report::graphSvg(layout::contentOf(*topology), picture)));
    }

    void elides_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("most");
        QTest::addColumn<std::string>("elided");
        QTest::newRow("short") << std::string("abc") << 5 << std::string("abc");
        QTest::newRow("long") << std::string("abcdefgh") << 5 << std::string("ab…gh");
        QTest::newRow("not within a character")
            << std::string("äöüäöüäöü") << 4 << std::string("äö…ü");
    }

    void elides()
    {
        QFETCH(std::string, text);
        QFETCH(int, most);
        QFETCH(std::string, elided);
        QCOMPARE(layout::elidedMiddle(text, static_cast<std::size_t>(most)), elided);
    }

    void coloursAreApart()
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < 12; ++i)
            seen.insert(hex(layout::domainColour(i, layout::DomainColour::Border)));
        QCOMPARE(seen.size(), std::size_t{12});
        QCOMPARE(layout::domainColour(12, layout::DomainColour::Title),
                 layout::domainColour(0, layout::DomainColour::Title));
    }

private:
    static bool has(const std::string &text, const std::string &part)
    {
        if (text.find(part) != std::string::npos)
            return true;
        qWarning("not found: %s\nin: %s", part.c_str(), text.c_str());
        return false;
    }
};

QTEST_GUILESS_MAIN(TestGraphReport)
#include "tst_graphreport.moc"
