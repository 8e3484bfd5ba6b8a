// SPDX-License-Identifier: Apache-2.0
// What stands in catalogues; that their tools take them is tested with the exporters.
#include "meshwright/report/catalogues.h"
#include "report/cataloguenames.h"
#include "report/mdxtext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace meshwright;

namespace {

TopologyPtr company()
{
    return buildTopology(Workspace::fromTexts(
        {{"f/c.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n"
                      "info: {title: Campaign, version: '3', contact: {name: Campaign Team}}\n"
                      "tags: [{name: Data Product}]\nchannels:\n"
                      "  _public.sale:\n    publish:\n      message:\n        name: Sale\n"
                      "        payload: {$ref: '../lib/sale.json'}\n"
                      "  _protected.margin:\n    publish:\n      message:\n        oneOf:\n"
                      "          - {name: Margin}\n          - {name: Loss}\n"},
         {"lib/sale.json", "{\"type\": \"object\"}"},
         {"g/d.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\n"
                      "info: {title: Ledger, version: '1'}\nchannels:\n"
                      "  acme.f.c._public.sale: {subscribe: {}}\n"}}));
}

bool has(const std::string &text, const std::string &part)
{
    if (text.find(part) != std::string::npos)
        return true;
    qWarning("%s\nis not in\n%s", part.c_str(), text.c_str());
    return false;
}

} // namespace

class TestCatalogues : public QObject
{
    Q_OBJECT

private slots:

    void namesAreThoseThatCataloguesTake()
    {
        const std::string tooLong(80, 'x');
        const auto names =
            report::catalogueNames({"acme.f.c", "Campaign Team", "acme.A", "acme.a", "", "é",
                                    "-_a_-", tooLong, tooLong + "y", "a b", "a  b"},
                                   63);
        QCOMPARE(names.size(), std::size_t(11));
        QCOMPARE(names.at("acme.f.c"), std::string("acme.f.c"));
        QCOMPARE(names.at("Campaign Team"), std::string("Campaign-Team"));
        QCOMPARE(names.at("-_a_-"), std::string("a"));
        std::set<QString> lowered;
        static const QRegularExpression valid("^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$");
        for (const auto &[text, name] : names) {
            QVERIFY2(name.size() <= 63 && valid.match(name.c_str()).hasMatch(), name.c_str());
            QVERIFY2(lowered.insert(QString::fromStdString(name).toLower()).second, name.c_str());
        }
    }

    void textIsNoMarkup()
    {
        QCOMPARE(report::mdxText("a {b}\n\n\n<c> \n"), std::string("a \\{b\\}\n\n\\<c\\>\n"));
        QCOMPARE(report::mdxText("import x\nexport y"),
                 std::string("&#105;mport x\n&#101;xport y\n"));
        QCOMPARE(report::mdxText(" \n\t\n"), std::string());
        QCOMPARE(report::mdxText("1. One, two. 3.\n"), std::string("1\\. One, two. 3.\n"));
        QCOMPARE(report::firstParagraph("\n a\nb \n\nc"), std::string("a b"));
    }

    void backstageHasWhoProvidesAndConsumes()
    {
        const std::string text = report::backstageCatalogue(*company(), "../specs");
        QVERIFY(has(text, "kind: Component\nmetadata:\n  name: 'acme.g.d'\n"));
        QVERIFY(has(text, "  consumesApis:\n    - 'acme.f.c'\n"));
        QVERIFY(has(text, "  owner: 'Campaign-Team'\n"));
        QVERIFY(has(text, "    $text: '../specs/f/c.yaml'\n"));
        QVERIFY(has(text, "    meshwright/spec: 'f/c.yaml'\n"));
        QVERIFY(has(text, "  tags:\n    - data-product\n"));
        QCOMPARE(report::backstageCatalogue(*company(), "../specs"), text);
    }

    void theWayToSpecsIsFromTheFilesFolder()
    {
        const auto topology = buildTopology(Workspace::fromTexts({}, "/work/specs"));
        const auto way = [&](const char *file) { return report::wayToSpecs(*topology, file); };
        QCOMPARE(way("/work/specs/catalog-info.yaml"), std::string("."));
        QCOMPARE(way("/work/specs/out/catalog-info.yaml"), std::string(".."));
        QCOMPARE(way("/work/catalog-info.yaml"), std::string("./specs"));
        QCOMPARE(way("/work/other/catalog-info.yaml"), std::string("../specs"));
    }

    void eventCatalogHasEventsWithTheirSchemas()
    {
        const report::FileTree files = report::eventCatalog(*company());
        const std::string service = "domains/acme.f/services/acme.f.c/";
        const std::string event = service + "events/acme.f.c._public.sale/";
        QVERIFY(has(files.at(event + "index.mdx"), "schemaPath: 'sale.json'\n"));
        QCOMPARE(files.at(event + "sale.json"), std::string("{\"type\": \"object\"}"));
        QVERIFY(files.contains(service + "events/acme.f.c._protected.margin-Loss/index.mdx"));
        QVERIFY(has(files.at(service + "index.mdx"), "owners:\n  - 'Campaign-Team'\n"));
        QVERIFY(has(files.at("teams/Campaign-Team.mdx"), "name: 'Campaign Team'\n"));
        QVERIFY(has(files.at("domains/acme.g/services/acme.g.d/index.mdx"),
                    "receives:\n  - id: 'acme.f.c._public.sale'\n    version: '3'\n    from:\n"
                    "      - id: 'acme.f.c._public.sale'\n        version: '3'\n"));
        QVERIFY(has(files.at("channels/acme.f.c._public.sale/index.mdx"),
                    "address: 'acme.f.c._public.sale'\n"));
    }

    void aSpecsReferencesLeadToItsFiles()
    {
        const report::FileTree files = report::eventCatalog(*company());
        const std::string service = "domains/acme.f/services/acme.f.c/";
        QVERIFY(has(files.at(service + "c.yaml"), "{$ref: './files/lib/sale.json'}"));
        QCOMPARE(files.at(service + "files/lib/sale.json"), std::string("{\"type\": \"object\"}"));
    }

    void nothingIsMixedIntoAFolder()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const report::FileTree files{{"domains/a/index.mdx", "x"}, {"teams/b.mdx", "y"}};
        QVERIFY(report::writeTree(files, path));
        QFile written(folder.filePath("domains/a/index.mdx"));
        QVERIFY(written.open(QIODevice::ReadOnly) && written.readAll() == "x");
        const auto again = report::writeTree({{"domains/c/index.mdx", "z"}}, path);
        QVERIFY(!again && again.error().code == Error::Code::Conflict);
        QVERIFY(!QFile::exists(folder.filePath("domains/c/index.mdx")));
        QFile blocker(folder.filePath("file"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QVERIFY(!report::writeTree(files, path / "file"));
    }
};

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
