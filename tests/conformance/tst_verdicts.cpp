// SPDX-License-Identifier: Apache-2.0
// The same verdict and the same findings, by code and path, as the AsyncAPI parser gives; and where
// not, why not.
#include "meshwright/conformance/conformance.h"
#include "meshwright/lint/lint.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

using namespace meshwright;

namespace {

QString folder()
{
    return QStringLiteral(MESHWRIGHT_TEST_DATA "/conformance");
}

/// Documents on which we differ on purpose.
const QMap<QString, QString> &differences()
{
    static const QMap<QString, QString> known{
        {QStringLiteral("asyncapi-number.yaml"),
         QStringLiteral("its own error, where it means the version")},
        {QStringLiteral("v2-avro-bad.yaml"),
         QStringLiteral("it has no Avro parser; our verdict is on the schema")},
        {QStringLiteral("v2-avro-example-bad.yaml"),
         QStringLiteral("it takes the Avro schema for a JSON Schema")},
        {QStringLiteral("v2-ref-missing-local.yaml"),
         QStringLiteral("it tells a broken reference again as a message without an id")},
        {QStringLiteral("v2-ref-self.yaml"),
         QStringLiteral("a reference to itself has no value at its end")},
        {QStringLiteral("v3-ref-missing-local.yaml"),
         QStringLiteral("of a chain the reference that leads nowhere is told")},
        {QStringLiteral("v2-ref-file-bad-pointer.yaml"),
         QStringLiteral("the path is where the reference stands")},
        {QStringLiteral("yaml-bad-indent.yaml"),
         QStringLiteral("after a syntax error the shape is not judged")},
        {QStringLiteral("yaml-tab-indent.yaml"),
         QStringLiteral("after a syntax error the shape is not judged")},
        {QStringLiteral("yaml-unclosed-flow.yaml"),
         QStringLiteral("after a syntax error the shape is not judged")},
        {QStringLiteral("yaml-unclosed-quote.yaml"),
         QStringLiteral("after a syntax error the shape is not judged")},
        {QStringLiteral("v2-ref-file-syntax.yaml"),
         QStringLiteral("the shape of a file with a syntax error is not judged")},
    };
    return known;
}

QString described(const QString &code, const QStringList &path)
{
    return code + QStringLiteral(" /") + path.join(QLatin1Char('/'));
}

QStringList expectedFindings(const QJsonObject &document)
{
    QStringList list;
    for (const QJsonValue &value : document[QLatin1String("findings")].toArray()) {
        const QJsonObject finding = value.toObject();
        QStringList path;
        for (const QJsonValue &token : finding[QLatin1String("path")].toArray())
            path += token.toString();
        list += described(finding[QLatin1String("code")].toString(), path);
    }
    list.sort();
    return list;
}

QString word(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

struct Told
{
    bool isValid = true;
    QStringList findings;
};

Told toldOf(const QString &file)
{
    const auto workspace = Workspace::open(QDir(folder()).filePath(file).toStdString());
    if (!workspace)
        return {false, {word(workspace.error().message)}};
    std::vector<Diagnostic> all = lint(*buildTopology(*workspace), RuleGroup::AsyncApi);
    const WorkspaceFile *own = (*workspace)->file((*workspace)->only());
    if (own && own->spec && own->document->isComplete())
        for (Diagnostic &more : conformance::followUps(**workspace, *own->spec))
            all.push_back(std::move(more));
    Told told;
    for (const Diagnostic &each : all) {
        told.isValid = told.isValid && each.severity != Severity::Error;
        QStringList path;
        for (const std::string &token : each.path)
            path += word(token);
        if (!each.reference.empty())
            told.findings += described(word(each.reference), path);
    }
    told.findings.removeDuplicates();
    told.findings.sort();
    return told;
}

} // namespace

class TestVerdicts : public QObject
{
    Q_OBJECT

private slots:

    void agree_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<QStringList>("findings");
        QFile expected(QDir(folder()).filePath(QStringLiteral("expected.json")));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        const QJsonArray documents =
            QJsonDocument::fromJson(expected.readAll())[QLatin1String("documents")].toArray();
        QVERIFY(documents.size() > 50);
        for (const QJsonValue &value : documents) {
            const QJsonObject document = value.toObject();
            const QString file = document[QLatin1String("file")].toString();
            QTest::newRow(qPrintable(file))
                << file << document[QLatin1String("valid")].toBool() << expectedFindings(document);
        }
    }

    void agree()
    {
        QFETCH(QString, file);
        QFETCH(bool, isValid);
        QFETCH(QStringList, findings);
        const Told told = toldOf(file);
        const QString reason = differences().value(file.section(QLatin1Char('/'), -1));
        if (reason.isEmpty()) {
            QCOMPARE(told.findings, findings);
            QCOMPARE(told.isValid, isValid);
        } else {
            QVERIFY2(told.findings != findings || told.isValid != isValid,
                     "no difference any more: take it off the list");
        }
    }
};

QTEST_APPLESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
