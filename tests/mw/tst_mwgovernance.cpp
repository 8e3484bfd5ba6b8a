// SPDX-License-Identifier: Apache-2.0
// Who asks for what, who answers for what, and in which words, as a script asks it.
#include "commandtest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

const QByteArray owner = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
                         "channels:\n  _protected.sale: {publish: {}}\n"
                         "  _protected.old: {publish: {tags: [{name: 'grant-access:acme.g.d'}]}}\n";
const QByteArray reader = "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\ninfo: {title: A, version: '1'}\n"
                          "channels:\n  acme.f.c._protected.sale: {subscribe: {}}\n";

} // namespace

class TestMwGovernance : public CommandTest
{
    Q_OBJECT

private slots:

    void init()
    {
        makeFolder();
        write("finance/c.yaml", owner);
        write("d.yaml", reader);
        write("meshwright.yaml", "version: 1\n");
    }

    void requestsAreListed()
    {
        const Run text = mw({"requests"});
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.out, QByteArray("acme.f.c: acme.g.d waits for acme.f.c._protected.sale "
                                      "(d.yaml:5:3)\n"
                                      "  add grant-access:acme.g.d at finance/c.yaml:5:3\n"
                                      "1 waiting, 0 used, 1 unread, 0 undeclared\n"));
        const Run json = mw({"requests", "--format", "json"});
        const QJsonArray requests = json.json()["requests"].toArray();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.at(0)["tag"].toString(), QStringLiteral("grant-access:acme.g.d"));
        QCOMPARE(requests.at(0)["declared"]["file"].toString(), QStringLiteral("finance/c.yaml"));
        QCOMPARE(requests.at(0)["asked"]["line"].toInt(), 5);
        const QJsonArray grants = json.json()["grants"].toArray();
        QCOMPARE(grants.size(), 2);
        QCOMPARE(grants.at(0)["state"].toString(), QStringLiteral("unread"));
        QCOMPARE(grants.at(0)["given"]["line"].toInt(), 6);
        QVERIFY(grants.at(0)["asked"].isNull());
    }

    void requestsFitAPullRequest()
    {
        const Run run = mw({"requests", "--format", "markdown", "-o", "r.md"});
        QCOMPARE(run.exitCode, 0);
        QFile file(m_folder->filePath("r.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("# Requests for access\n\n1 request waits for 1 owner.\n\n"
                            "## `acme.f.c`\n\nIn `finance/c.yaml`:\n\n"
                            "- [ ] `acme.g.d` reads `acme.f.c._protected.sale`, as it says in "
                            "`d.yaml:5`. Add to the tags of the channel in line 5: "
                            "`- name: 'grant-access:acme.g.d'`\n"));
        const Run none = mw({"requests", "--owner", "acme.g", "--format", "markdown"});
        QCOMPARE(none.out, QByteArray("# Requests for access\n\nNobody waits for a grant.\n"));
    }

    void requestsOfOneOwner()
    {
        QVERIFY(mw({"requests", "--owner", "acme.f"}).out.startsWith("acme.f.c: "));
        QCOMPARE(mw({"requests", "--owner", "acme.g.d"}).out,
                 QByteArray("0 waiting, 0 used, 0 unread, 0 undeclared\n"));
        QVERIFY(mw({"requests", m_folder->filePath("finance/c.yaml")}).out.contains("1 waiting"));
        QVERIFY(mw({"requests", m_folder->filePath("d.yaml")}).out.contains("0 waiting"));
        const Run unknown = mw({"requests", "--owner", "acme.ff"});
        QCOMPARE(unknown.exitCode, 64);
        QVERIFY(unknown.err.contains("acme.ff"));
        QCOMPARE(mw({"requests", "--owner", ""}).exitCode, 64);
        QCOMPARE(mw({"requests", m_folder->filePath("nowhere")}).exitCode, 65);
    }

    void slicesAreListed()
    {
        write("meshwright.yaml",
              "version: 1\norganisation: acme\nslices:\n  repository: 'git/[domain]'\n"
              "  package: {pattern: '[id]', required: true}\n");
        write("finance/c.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n"
                                "info: {title: A, version: '1', x-repository: git|x}\n"
                                "channels: {}\n");
        const Run text = mw({"slices"});
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.out, QByteArray("acme.f.c\n"
                                      "  ≠ repository: git|x, not git/f (finance/c.yaml:3:46)\n"
                                      "  – package: not declared, and required\n"
                                      "acme.g.d\n"
                                      "  – repository: not declared\n"
                                      "  – package: not declared, and required\n"
                                      "0 fits, 1 differs, 3 undeclared\n"));
        const QJsonArray contexts = mw({"slices", "--format", "json"}).json()["contexts"].toArray();
        QCOMPARE(contexts.size(), 2);
        const QJsonObject cell = contexts.at(0)["items"].toArray().at(0).toObject();
        QCOMPARE(cell["state"].toString(), QStringLiteral("differs"));
        QCOMPARE(cell["expected"].toString(), QStringLiteral("git/f"));
        QCOMPARE(cell["declared"].toArray().at(0)["line"].toInt(), 3);
        const Run table =
            mw({"slices", m_folder->filePath("finance/c.yaml"), "--format", "markdown"});
        QVERIFY2(table.out.contains("| `acme.f.c` | ≠ `git\\|x`, not `git/f` | – |\n"), table.out);
        QVERIFY(!table.out.contains("acme.g.d"));
    }

    void wordsAreListed()
    {
        write("meshwright.yaml", "version: 1\nglossary: words.yaml\n");
        write("words.yaml", "terms:\n"
                            "  - {term: sale, description: Paid, owner: Growth, context: acme.f}\n"
                            "  - {term: sale, description: Planned, context: acme.g}\n"
                            "tags: [{name: pii, classification: restricted}]\n");
        const Run text = mw({"glossary"});
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.out, QByteArray("sale: Paid (Growth, acme.f)\n"
                                      "  topic sale finance/c.yaml:5:3\n"
                                      "sale: Planned (acme.g)\n"
                                      "#pii (restricted)\n"
                                      "≠ sale: several meanings\n"
                                      "  acme.f: Paid words.yaml:2:5\n"
                                      "  acme.g: Planned words.yaml:3:5\n"
                                      "terms: 2, tags: 1, words with several meanings: 1\n"));
        const QJsonDocument json = mw({"glossary", "--format", "json"}).json();
        QCOMPARE(json["terms"].toArray().size(), 2);
        QCOMPARE(json["terms"].toArray().at(0)["uses"].toArray().size(), 1);
        QCOMPARE(json["tags"].toArray().at(0)["classification"].toString(),
                 QStringLiteral("restricted"));
        QCOMPARE(json["severalMeanings"].toArray().at(0)["kind"].toString(),
                 QStringLiteral("term"));
        const Run page = mw({"glossary", "--format", "markdown"});
        QVERIFY2(page.out.contains("- **`sale`**: `Paid`\n  - owner `Growth`\n"), page.out);
        QVERIFY(page.out.contains("\n## Words with several meanings\n"));
    }
};

QTEST_GUILESS_MAIN(TestMwGovernance)
#include "tst_mwgovernance.moc"
