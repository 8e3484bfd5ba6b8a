// SPDX-License-Identifier: Apache-2.0
// One fault in the shape, one error: at the token that is to change, with what to do.
#include "meshwright/conformance/conformance.h"
#include "meshwright/workspace/workspace.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;

namespace {

const QByteArray sound = R"(asyncapi: 2.6.0
id: urn:acme.sales
info:
  title: Sales
  version: 1.0.0
channels:
  _public.sale:
    publish:
      message:
        payload:
          type: object
components:
  securitySchemes:
    s:
      type: userPassword
)";

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private slots:

    void oneFaultIsOneError_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("token"); ///< what is underlined
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("mended"); ///< by the first quick fix; empty: there is none
        const auto row = [](const char *name, const char *from, const char *to, const char *token,
                            const char *words, const char *mended = "") {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(token)
                                << QByteArray(words) << QByteArray(mended);
        };
        row("misspelt field", "version: 1.0.0", "verison: 1.0.0", "verison",
            "Did you mean 'version'?", "version: 1.0.0");
        row("missing field", "  version: 1.0.0\n", "", "info", "lacks 'version'");
        row("text that is a number", "version: 1.0.0", "version: 1.0", "1.0", "put it in quotes",
            "version: '1.0'");
        row("deep in a choice", "type: object", "type: objekt", "objekt", "Did you mean 'object'?",
            "type: object");
        row("misplaced field", "      message:", "      topic: x\n      message:", "topic",
            "no field that can stand here", "      message:");
        row("misspelt discriminator", "type: userPassword", "type: userPasword", "userPasword",
            "Did you mean 'userPassword'?", "type: userPassword");
        row("a list for a mapping", "info:\n  title: Sales\n  version: 1.0.0", "info: [a]", "info",
            "takes a mapping, not a list");
        row("reference that may not stand here", "info:\n  title: Sales\n  version: 1.0.0",
            "info:\n  $ref: '#/components/x'", "$ref", "");
    }

    void oneFaultIsOneError()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, mended);
        QVERIFY(sound.contains(from));
        const std::string text = QByteArray(sound).replace(from, to).toStdString();
        const auto workspace = Workspace::fromTexts({{"a.yaml", text}});
        std::vector<Diagnostic> errors;
        for (const Diagnostic &each : workspace->conformance(*workspace->file("a.yaml")))
            if (each.severity == Severity::Error)
                errors.push_back(each);
        QCOMPARE(int(errors.size()), 1);
        const Diagnostic &error = errors.front();
        QCOMPARE(QByteArray::fromStdString(text.substr(error.range.begin, error.range.size())),
                 token);
        QVERIFY2(error.message.find(words.toStdString()) != std::string::npos,
                 error.message.c_str());
        if (mended.isEmpty())
            return;
        QVERIFY(!error.fixes.empty());
        const auto applied =
            applyEdits(*makeText(text), error.fixes.front().edit.files.at("a.yaml"));
        QVERIFY(applied.has_value());
        QVERIFY2((*applied)->bytes().find(mended.toStdString()) != std::string::npos,
                 (*applied)->bytes().c_str());
        const auto again = Workspace::fromTexts({{"a.yaml", (*applied)->bytes()}});
        for (const Diagnostic &each : again->conformance(*again->file("a.yaml")))
            QVERIFY2(each.severity != Severity::Error, each.message.c_str());
    }

    /// That the alias stands for nothing is a fault of the YAML, told as one.
    void anAliasWithoutAnAnchorHasNoShape()
    {
        const QByteArray message = "      message:\n        payload:\n          type: object\n";
        QVERIFY(sound.contains(message));
        const std::string text =
            QByteArray(sound).replace(message, "      message: *gone\n").toStdString();
        const auto workspace = Workspace::fromTexts({{"a.yaml", text}});
        const auto &file = *workspace->file("a.yaml");
        QCOMPARE(file.document->problems().size(), std::size_t(1));
        for (const Diagnostic &each : workspace->conformance(file))
            QVERIFY2(each.severity != Severity::Error, each.message.c_str());
    }

    /// A reference is judged where it stands too, whatever stands behind it.
    void referencesAreJudgedAsWritten_data()
    {
        QTest::addColumn<QByteArray>("more"); ///< at the end of a sound document
        QTest::addColumn<QByteArrayList>("rules");
        const QByteArray misplaced = "x-info: {title: Sales, version: 1.0.0}\n"
                                     "tags:\n  - {name: a, externalDocs: {$ref: '#/x-docs'}}\n"
                                     "externalDocs:\n  $ref: '#/x-docs'\n"
                                     "x-docs: {url: 'https://acme.example'}\n";
        QTest::newRow("may stand there")
            << QByteArray(
                   "  messages:\n    m: {$ref: '#/components/messages/n'}\n    n: {name: n}\n")
            << QByteArrayList();
        QTest::newRow("a fault behind it")
            << QByteArray(
                   "  messages:\n    m: {$ref: '#/components/messages/n'}\n    n: {nam: n}\n")
            << QByteArrayList{"asyncapi/structure"};
        QTest::newRow("may not stand there")
            << misplaced << QByteArrayList{"asyncapi/reference-place", "asyncapi/reference-place"};
        QTest::newRow("may not stand there, and a fault elsewhere")
            << misplaced + "colour: red\n"
            << QByteArrayList{"asyncapi/reference-place", "asyncapi/reference-place",
                              "asyncapi/structure"};
    }

    void referencesAreJudgedAsWritten()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArrayList, rules);
        const auto workspace =
            Workspace::fromTexts({{"a.yaml", sound.toStdString() + more.toStdString()}});
        QByteArrayList told;
        for (const Diagnostic &found : workspace->conformance(*workspace->file("a.yaml")))
            if (found.severity == Severity::Error)
                told.append(QByteArray::fromStdString(found.rule));
        std::sort(told.begin(), told.end());
        QCOMPARE(told, rules);
    }

    void soundIsSilent()
    {
        const auto workspace = Workspace::fromTexts({{"a.yaml", sound.toStdString()}});
        for (const Diagnostic &each : workspace->conformance(*workspace->file("a.yaml")))
            QVERIFY2(each.severity != Severity::Error, each.message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestStructure)
#include "tst_structure.moc"
