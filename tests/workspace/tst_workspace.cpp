// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/workspace.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;

namespace {

std::map<std::string, std::string> texts()
{
    return {
        {"meshwright.yaml", "version: 1\norganisation: acme\n"},
        {"a.yaml", "asyncapi: 2.6.0\nid: 'urn:a.a'\nchannels: {c: {$ref: 'lib/x.yaml#/c'}}\n"},
        {"b.yaml", "asyncapi: 2.6.0\nid: 'urn:a.b'\nchannels: {_public.b: {publish: {}}}\n"},
        {"c.yaml", "asyncapi: 2.6.0\nid: 'urn:a.c'\nx-r: {$ref: 'later.yaml'}\n"},
        {"lib/x.yaml", "c: {$ref: 'y.yaml#/d'}\n"},
        {"lib/y.yaml", "d: {publish: {operationId: one}}\n"},
        {"lib/z.json", "{\"not\": \"a spec\"}"},
        {"draft.proto", "syntax = \"proto3\";"},
    };
}

/// The files whose object is not the same in both.
QStringList changed(const Workspace &before, const Workspace &after)
{
    QStringList names;
    for (const auto &[path, file] : after.files()) {
        const auto old = before.files().find(path);
        if (old == before.files().end() || old->second != file)
            names += QString::fromStdString(path);
    }
    return names;
}

int wrongExamples(const Workspace &workspace)
{
    const auto &all = workspace.conformance(*workspace.file("a.yaml"));
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const Diagnostic &each) {
        return each.rule == "asyncapi/message-example";
    }));
}

Text text(const std::string &bytes)
{
    return makeText(bytes);
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:

    void contents()
    {
        const auto workspace = Workspace::fromTexts(texts());
        QCOMPARE(workspace->files().size(), std::size_t{8});
        QStringList specs;
        for (const auto &spec : workspace->specs())
            specs += QString::fromStdString(spec->file);
        QCOMPARE(specs.join(' '), QString("a.yaml b.yaml c.yaml"));
        QVERIFY(workspace->document("lib/z.json"));
        QVERIFY(!workspace->file("lib/z.json")->spec);
        QVERIFY(workspace->exists("draft.proto"));
        QVERIFY(!workspace->document("draft.proto"));
        QCOMPARE(QString::fromStdString(workspace->file("draft.proto")->text->bytes()),
                 QString("syntax = \"proto3\";"));
        QCOMPARE(QString::fromStdString(workspace->settings().convention.organisation),
                 QString("acme"));
    }

    void oneEditSharesTheRest_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<QString>("derived");
        QTest::newRow("a spec alone") << "b.yaml"
                                      << "asyncapi: 2.6.0\n"
                                      << "b.yaml";
        QTest::newRow("what a spec reaches") << "lib/x.yaml"
                                             << "c: {}\n"
                                             << "a.yaml lib/x.yaml";
        QTest::newRow("at two steps") << "lib/y.yaml"
                                      << "d: {}\n"
                                      << "a.yaml lib/y.yaml";
        QTest::newRow("what it would reach") << "later.yaml"
                                             << "e: 1\n"
                                             << "c.yaml later.yaml";
        QTest::newRow("what none reaches") << "lib/z.json"
                                           << "{}"
                                           << "lib/z.json";
        QTest::newRow("settings") << "meshwright.yaml"
                                  << "organisation: b\n"
                                  << "meshwright.yaml";
    }

    void oneEditSharesTheRest()
    {
        QFETCH(QString, file);
        QFETCH(QString, bytes);
        QFETCH(QString, derived);
        const auto before = Workspace::fromTexts(texts());
        const auto after = before->withText(file.toStdString(), text(bytes.toStdString()));
        QCOMPARE(changed(*before, *after).join(' '), derived);
        QCOMPARE(before->files().size(), std::size_t{8});
        // and what a dependant shares is its text and tree
        QCOMPARE(after->file("a.yaml")->document, before->file("a.yaml")->document);
    }

    void editReachesDependants()
    {
        const auto before = Workspace::fromTexts(texts());
        QCOMPARE(before->file("a.yaml")->spec->channels[0].operations.size(), std::size_t{1});
        QCOMPARE(before->file("c.yaml")->spec->brokenReferences.size(), std::size_t{1});
        const auto less = before->withText("lib/y.yaml", text("d: {}\n"));
        QVERIFY(less->file("a.yaml")->spec->channels[0].operations.empty());
        QCOMPARE(before->file("a.yaml")->spec->channels[0].operations.size(), std::size_t{1});
        const auto more = before->withText("later.yaml", text("e: 1\n"));
        QVERIFY(more->file("c.yaml")->spec->brokenReferences.empty());
        const auto again = more->withoutFile("later.yaml");
        QCOMPARE(again->file("c.yaml")->spec->brokenReferences.size(), std::size_t{1});
        QVERIFY(!again->exists("later.yaml"));
    }

    /// A check reads more than the spec does: here an example's file.
    void findingsFollowWhatTheCheckReads()
    {
        const std::string spec = "asyncapi: 2.6.0\nchannels:\n  a:\n    publish:\n      message:\n"
                                 "        payload: {type: integer}\n"
                                 "        examples: [{$ref: 'ex/sale.yaml'}]\n";
        const auto wrong = Workspace::fromTexts(
            {{"a.yaml", spec}, {"b.yaml", "asyncapi: 2.6.0\n"}, {"ex/sale.yaml", "payload: x\n"}});
        const auto unasked = wrong->withText("ex/sale.yaml", text("payload: 1\n"));
        QCOMPARE(wrongExamples(*wrong), 1);
        QCOMPARE(wrongExamples(*unasked), 0); // though made for another snapshot first
        const auto right = wrong->withText("ex/sale.yaml", text("payload: 2\n"));
        QCOMPARE(wrongExamples(*right), 0);
        QCOMPARE(wrongExamples(*wrong), 1);
        QCOMPARE(changed(*wrong, *right).join(' '), QString("a.yaml ex/sale.yaml"));
        QCOMPARE(right->file("a.yaml")->spec, wrong->file("a.yaml")->spec);
        QCOMPARE(wrongExamples(*right->withoutFile("ex/sale.yaml")), 0);
        const auto later =
            right->withoutFile("ex/sale.yaml")->withText("ex/sale.yaml", text("payload: y\n"));
        QCOMPARE(wrongExamples(*later), 1);
    }

    void settingsFollowTheirFile()
    {
        const auto before = Workspace::fromTexts(texts());
        const auto wrong = before->withText("meshwright.yaml", text("organization: b\n"));
        QCOMPARE(wrong->settingsProblems().size(), std::size_t{1});
        QVERIFY(wrong->settings().convention.organisation.empty());
        const auto gone = wrong->withoutFile("meshwright.yaml");
        QVERIFY(gone->settingsProblems().empty());
        QVERIFY(!gone->settings().document);
        QVERIFY(gone->settings().environment("sandbox"));
    }

    void lastGoodSpec()
    {
        const auto good = Workspace::fromTexts(texts());
        const auto cut = good->withText("b.yaml", text("asyncapi: 2.6.0\nid: 'urn:a.b\n"));
        const auto *file = cut->file("b.yaml");
        QVERIFY(!file->document->isComplete());
        QVERIFY(file->isSpec);
        QCOMPARE(file->lastGoodSpec, good->file("b.yaml")->spec);
        QCOMPARE(cut->specs()[1], good->file("b.yaml")->spec);
        const auto cutAgain = cut->withText("b.yaml", text("asyncapi: [\n"));
        QCOMPARE(cutAgain->specs()[1], good->file("b.yaml")->spec);
        const auto mended = cutAgain->withText("b.yaml", text("asyncapi: 2.6.0\nid: 'urn:a.d'\n"));
        QVERIFY(!mended->file("b.yaml")->lastGoodSpec);
        QCOMPARE(QString::fromStdString(mended->specs()[1]->id->value), QString("urn:a.d"));
    }

    void cutFromTheStart()
    {
        const auto workspace =
            Workspace::fromTexts({{"a.yaml", "\"x: [\nasyncapi: 2.6.0\n"}, {"b.yaml", "a: [\n"}});
        QVERIFY(workspace->file("a.yaml")->isSpec);
        QVERIFY(!workspace->file("b.yaml")->isSpec);
        QVERIFY(!workspace->file("a.yaml")->document->isComplete());
        QCOMPARE(workspace->specs().size(), std::size_t(1)); // behind the faulty line
    }

    void isSpecByContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<bool>("isSpec");
        QTest::newRow("YAML") << "a.yaml"
                              << "asyncapi: 2.6.0" << true;
        QTest::newRow("yml") << "a.yml"
                             << "info: {}\nasyncapi: 2.6.0" << true;
        QTest::newRow("JSON") << "a.json"
                              << "{\"asyncapi\": \"3.0.0\"}" << true;
        QTest::newRow("byte order mark")
            << "a.yaml" << QString(QChar(0xFEFF)) + "asyncapi: 2.6.0" << true;
        QTest::newRow("openapi") << "a.yaml"
                                 << "openapi: 3.0.0" << false;
        QTest::newRow("deeper") << "a.yaml"
                                << "x: {asyncapi: 2.6.0}" << false;
        QTest::newRow("a list") << "a.yaml"
                                << "- asyncapi" << false;
        QTest::newRow("empty") << "a.yaml"
                               << "" << false;
        QTest::newRow("no YAML name") << "a.txt"
                                      << "asyncapi: 2.6.0" << false;
    }

    void isSpecByContent()
    {
        QFETCH(QString, name);
        QFETCH(QString, bytes);
        QFETCH(bool, isSpec);
        const auto workspace = Workspace::fromTexts({{name.toStdString(), bytes.toStdString()}});
        QCOMPARE(workspace->file(name.toStdString())->isSpec, isSpec);
        QCOMPARE(workspace->specs().size(), std::size_t{isSpec ? 1U : 0U});
    }
};

QTEST_APPLESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
