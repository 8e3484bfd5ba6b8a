// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace meshwright;

namespace {

TopologyPtr misspelt()
{
    const std::string head = "info: {title: A, version: '1'}\nchannels:";
    return buildTopology(Workspace::fromTexts(
        {{"f/ü.yaml",
          "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n" + head + "\n  '_pubic.<é>&': {publish: {}}\n"},
         {"meshwright.yaml", "version: 1\nchecks: {advice: off}\n"},
         {"g.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.g'\n" + head + " {}\n"}}));
}

QJsonDocument parsed(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json));
}

} // namespace

class TestDiagnosticsReport : public QObject
{
    Q_OBJECT

private slots:

    void jsonCountsCodePoints()
    {
        const TopologyPtr topology = misspelt();
        const auto json = parsed(report::diagnosticsJson(*topology, judge(*topology)));
        const QJsonObject first = json[QLatin1String("diagnostics")].toArray().first().toObject();
        const QJsonObject range = first[QLatin1String("range")].toObject();
        QCOMPARE(first[QLatin1String("file")].toString(), QStringLiteral("f/ü.yaml"));
        QCOMPARE(range[QLatin1String("start")][QLatin1String("line")].toInt(), 5);
        QCOMPARE(range[QLatin1String("start")][QLatin1String("column")].toInt(), 3);
        QCOMPARE(range[QLatin1String("end")][QLatin1String("column")].toInt(), 16);
        QCOMPARE(json[QLatin1String("summary")][QLatin1String("files")].toInt(), 2);
        QVERIFY(json[QLatin1String("summary")][QLatin1String("errors")].toInt() > 0);
    }

    void sarifNamesItsRules()
    {
        const TopologyPtr topology = misspelt();
        const auto findings = lint(*topology);
        const auto json = parsed(report::diagnosticsSarif(*topology, {findings, {}}));
        QCOMPARE(json[QLatin1String("version")].toString(), QStringLiteral("2.1.0"));
        const QJsonObject run = json[QLatin1String("runs")].toArray().first().toObject();
        const QJsonArray results = run[QLatin1String("results")].toArray();
        QCOMPARE(results.size(), qsizetype(findings.size()));
        const QJsonArray rules =
            run[QLatin1String("tool")][QLatin1String("driver")][QLatin1String("rules")].toArray();
        QSet<QString> known;
        for (const QJsonValue &rule : rules)
            known.insert(rule[QLatin1String("id")].toString());
        for (const QJsonValue &result : results)
            QVERIFY(known.contains(result[QLatin1String("ruleId")].toString()));
    }

    void whatCommentsAllowIsListed()
    {
        const TopologyPtr topology = buildTopology(Workspace::fromTexts(
            {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                        "channels:\n  _public.sale_v2: {publish: {}} # meshwright: allow "
                        "naming/version - until June\n"}}));
        const Judgement judgement = judge(*topology);
        const auto json = parsed(report::diagnosticsJson(*topology, judgement));
        const QJsonArray suppressed = json[QLatin1String("suppressed")].toArray();
        QCOMPARE(suppressed.size(), 1);
        QCOMPARE(suppressed.first().toObject()[QLatin1String("rule")].toString(),
                 QStringLiteral("naming/version"));
        QCOMPARE(suppressed.first().toObject()[QLatin1String("reason")].toString(),
                 QStringLiteral("until June"));
        QCOMPARE(json[QLatin1String("summary")][QLatin1String("warnings")].toInt(), 0);
        const auto sarif = parsed(report::diagnosticsSarif(*topology, judgement));
        const QJsonObject last = sarif[QLatin1String("runs")]
                                     .toArray()
                                     .first()
                                     .toObject()[QLatin1String("results")]
                                     .toArray()
                                     .last()
                                     .toObject();
        const QJsonObject told = last[QLatin1String("suppressions")].toArray().first().toObject();
        QCOMPARE(told[QLatin1String("kind")].toString(), QStringLiteral("inSource"));
        QCOMPARE(told[QLatin1String("justification")].toString(), QStringLiteral("until June"));
    }

    void junitIsWellFormedAndCounts()
    {
        const TopologyPtr topology = misspelt();
        const auto findings = lint(*topology);
        QXmlStreamReader xml(
            QByteArray::fromStdString(report::diagnosticsJunit(*topology, findings)));
        int cases = 0;
        int announced = -1;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("testsuite"))
                announced = xml.attributes().value(QLatin1String("tests")).toInt();
            cases += xml.name() == QLatin1String("testcase") ? 1 : 0;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, announced);
        QCOMPARE(cases, int(findings.size()) + 1); // and the clean file
    }
};

QTEST_APPLESS_MAIN(TestDiagnosticsReport)
#include "tst_diagnosticsreport.moc"
