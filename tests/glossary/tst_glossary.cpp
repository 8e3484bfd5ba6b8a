// SPDX-License-Identifier: Apache-2.0
#include "meshwright/glossary/glossary.h"
#include "meshwright/completion/completion.h"
#include "meshwright/lint/lint.h"
#include "meshwright/search/search.h"
#include "meshwright/symbols/symbols.h"

#include <QtTest>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

const std::string settings = "version: 1\nchecks: {advice: off}\nglossary: words.yaml\n";
const std::string words =
    "terms:\n"
    "  - term: sale\n"
    "    description: A purchase that has been paid\n"
    "    owner: Growth team\n"
    "    synonyms: [purchase]\n"
    "    context: acme.f\n"
    "  - term: user score\n"
    "    description: Wellbeing from 0 to 100.\n"
    "  - term: account\n"
    "    description: Where money is.\n"
    "    context: acme.f\n"
    "  - term: Account\n"
    "    description: Who may log in.\n"
    "    context: acme.g\n"
    "tags:\n"
    "  - {name: pii, description: Personal data, classification: restricted}\n"
    "  - {name: finance}\n";

std::string spec(const std::string &id, const std::string &rest)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: T, version: '1'}\n" + rest;
}

const std::string sales = spec("acme.f.sales", "channels:\n"
                                               "  _public.sale-made:\n"
                                               "    publish:\n"
                                               "      tags: [{name: pii}]\n"
                                               "      message:\n"
                                               "        name: Order\n"
                                               "        payload:\n"
                                               "          type: object\n"
                                               "          properties:\n"
                                               "            lastPurchase: {type: string}\n"
                                               "            userScore: {type: integer}\n");
const std::string shop = spec("acme.g.shop", "channels:\n"
                                             "  _public.order:\n"
                                             "    publish:\n"
                                             "      message:\n"
                                             "        name: order\n"
                                             "        payload:\n"
                                             "          type: object\n"
                                             "          properties: {basket: {type: string}}\n"
                                             "  acme.f.sales._public.sale-made:\n"
                                             "    subscribe:\n"
                                             "      message: {name: Order, payload: {type: object, "
                                             "properties: {x: {type: string}}}}\n");
const std::string terminology = spec("acme.f.terminology", "channels: {}\n");

Texts company()
{
    return {{"a.yaml", sales},
            {"g.yaml", shop},
            {"t.yaml", terminology},
            {"meshwright.yaml", settings},
            {"words.yaml", words}};
}

TopologyPtr topologyOf(const Texts &texts)
{
    return buildTopology(Workspace::fromTexts(texts));
}

std::vector<Diagnostic> found(const Texts &texts, std::string_view family)
{
    auto findings = lint(*topologyOf(texts));
    std::erase_if(findings, [&](const Diagnostic &each) { return !each.rule.starts_with(family); });
    return findings;
}

/// What the word's first byte means; empty: nothing.
QString meaning(const Texts &texts, const std::string &file, const std::string &word)
{
    const auto documentation =
        glossary::meaningAt(*topologyOf(texts), file, texts.at(file).find(word));
    if (!documentation)
        return {};
    return QString::fromStdString(
        documentation->field + ": " + documentation->text + " [" +
        texts.at(file).substr(documentation->range.begin, documentation->range.size()) + "]");
}

QStringList uses(const std::vector<glossary::Use> &all)
{
    QStringList lines;
    for (const glossary::Use &use : all)
        lines << QString::fromStdString(std::string(nameOf(use.kind)) + ' ' + use.name);
    return lines;
}

} // namespace

class TestGlossary : public QObject
{
    Q_OBJECT

private slots:

    void aFileHoldsWhatAListDoes()
    {
        const auto workspace = Workspace::fromTexts(company());
        QVERIFY(workspace->settingsProblems().empty() && workspace->glossaryProblems().empty());
        const Glossary &glossary = workspace->settings().glossary;
        QCOMPARE(glossary.terms.size(), std::size_t(4));
        const GlossaryTerm &sale = glossary.terms.front();
        QCOMPARE(sale.owner, std::string("Growth team"));
        QCOMPARE(sale.synonyms, std::vector<std::string>{"purchase"});
        QCOMPARE(sale.context, std::string("acme.f"));
        QCOMPARE(sale.place.file, std::string("words.yaml"));
        QCOMPARE(glossary.tags.size(), std::size_t(2));
        QCOMPARE(glossary.tags.front().classification, std::string("restricted"));
        QCOMPARE(glossary.tags.front().place.file, std::string("words.yaml"));
        const auto inPlace = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\nglossary:\n  - {term: sale, owner: me}\n"}});
        QCOMPARE(inPlace->settings().glossary.terms.at(0).owner, std::string("me"));
        QCOMPARE(inPlace->settings().glossary.terms.at(0).place.file,
                 std::string("meshwright.yaml"));
        const auto both = Workspace::fromTexts(
            {{"meshwright.yaml", "version: 1\nglossary: {tags: [{name: pii}]}\n"}});
        QCOMPARE(both->settings().glossary.tags.size(), std::size_t(1));
    }

    void whatIsWrongIsToldWhereItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("under");
        QTest::addColumn<QString>("message");
        QTest::newRow("key") << "terms: [{term: a, trem: x}]\n"
                             << "trem"
                             << "Did you mean 'term'?";
        QTest::newRow("no term") << "terms: [{owner: x}]\n"
                                 << "{owner: x}"
                                 << "needs a 'term'";
        QTest::newRow("no name") << "tags: [{description: x}]\n"
                                 << "{description: x}"
                                 << "needs a 'name'";
        QTest::newRow("root") << "term: x\n"
                              << "term"
                              << "Did you mean 'terms'?";
        QTest::newRow("no list") << "tags: pii\n"
                                 << "pii"
                                 << "must be a list";
        QTest::newRow("twice") << "tags: [{name: pii}, {name: pii}]\n"
                               << "{name: pii}"
                               << "stands here twice";
    }

    void whatIsWrongIsToldWhereItStands()
    {
        QFETCH(QString, text);
        QFETCH(QString, under);
        QFETCH(QString, message);
        const std::string bytes = text.toStdString();
        const auto findings =
            found({{"meshwright.yaml", settings}, {"words.yaml", bytes}}, "glossary/");
        QVERIFY(!findings.empty());
        QCOMPARE(findings.front().rule, std::string("glossary/invalid"));
        QCOMPARE(findings.front().file, std::string("words.yaml"));
        QCOMPARE(QString::fromStdString(
                     bytes.substr(findings.front().range.begin, findings.front().range.size())),
                 under);
        QVERIFY2(findings.front().message.find(message.toStdString()) != std::string::npos,
                 findings.front().message.c_str());
    }

    void aMissingFileIsTold()
    {
        const auto workspace = Workspace::fromTexts({{"meshwright.yaml", settings}});
        QCOMPARE(workspace->settingsProblems().size(), std::size_t(1));
        QVERIFY(workspace->settingsProblems().front().message.find("'words.yaml'") !=
                std::string::npos);
        const auto absolute =
            Workspace::fromTexts({{"meshwright.yaml", "version: 1\nglossary: /etc/words.yaml\n"}});
        QCOMPARE(absolute->settingsProblems().size(), std::size_t(1));
        QVERIFY(!absolute->settings().glossaryFile);
    }

    void aFileOfAnotherFolderIsRead()
    {
        const QTemporaryDir folder;
        const auto write = [&](const char *path, const std::string &text) {
            const QString name = folder.filePath(QLatin1String(path));
            QDir().mkpath(QFileInfo(name).path());
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.data(), qint64(text.size()));
        };
        write("company/words.yaml", "tags: [{nam: pii}, {name: x}]\n");
        write("specs/meshwright.yaml", "version: 1\nglossary: ../company/words.yaml\n");
        write("specs/a.yaml", sales);
        const auto workspace = Workspace::open(folder.filePath("specs").toStdString());
        QVERIFY(workspace && (*workspace)->settingsProblems().empty());
        QCOMPARE((*workspace)->settings().glossary.tags.size(), std::size_t(1));
        auto findings = lint(*buildTopology(*workspace));
        std::erase_if(findings,
                      [](const Diagnostic &each) { return each.rule != "glossary/invalid"; });
        QVERIFY(!findings.empty());
        QCOMPARE(findings.front().file, std::string("../company/words.yaml"));
    }

    void theLastGoodStateStays()
    {
        const auto good = Workspace::fromTexts(company());
        const auto broken = good->withText("words.yaml", makeText("terms: [{term: sale}\n"));
        QCOMPARE(broken->settings().glossary.terms.size(), std::size_t(4));
        QCOMPARE(broken->settings().glossary.tags.size(), std::size_t(2));
        const auto stillBroken = broken->withText("meshwright.yaml", makeText(settings + "# x\n"));
        QCOMPARE(stillBroken->settings().glossary.tags.size(), std::size_t(2));
        const auto gone = good->withoutFile("words.yaml");
        QCOMPARE(gone->settings().glossary.tags.size(), std::size_t(2));
        QCOMPARE(gone->settingsProblems().size(), std::size_t(1));
        const auto mended = broken->withText("words.yaml", makeText("tags: [{name: x}]\n"));
        QCOMPARE(mended->settings().glossary.tags.size(), std::size_t(1));
        QVERIFY(mended->settings().glossary.terms.empty());
        const auto none = good->withText("meshwright.yaml", makeText("version: 1\n"));
        QVERIFY(none->settings().glossary.tags.empty());
    }

    void unknownTagsAreTold_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("meant"); // empty: nothing is near; "-": it is right
        QTest::newRow("right") << "pii"
                               << "-";
        QTest::newRow("upper case and a blank") << "'PII '"
                                                << "pii";
        QTest::newRow("a blank") << "'pii '"
                                 << "pii";
        QTest::newRow("a letter short") << "pi"
                                        << "pii";
        QTest::newRow("swapped") << "\"fniance\""
                                 << "finance";
        QTest::newRow("another word") << "weather"
                                      << "";
        QTest::newRow("a grant") << "grant-access:acme.g"
                                 << "-";
        QTest::newRow("another control tag") << "team:growth"
                                             << "-";
    }

    void unknownTagsAreTold()
    {
        QFETCH(QString, tag);
        QFETCH(QString, meant);
        const std::string channels = "channels:\n  _public.x:\n    publish:\n"
                                     "      tags: [{name: %}] # kept\n";
        const auto textWith = [&](const std::string &name) {
            std::string text = spec("acme.g.a", channels);
            return text.replace(text.find('%'), 1, name);
        };
        Texts texts{{"a.yaml", textWith(tag.toStdString())},
                    {"meshwright.yaml", settings},
                    {"words.yaml", words}};
        const auto findings = found(texts, "tag/");
        if (meant == "-") {
            QVERIFY(findings.empty());
            return;
        }
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().rule, std::string("tag/unknown"));
        QCOMPARE(findings.front().severity, Severity::Warning);
        QCOMPARE(findings.front().fixes.size(), std::size_t(meant.isEmpty() ? 0 : 1));
        if (!meant.isEmpty()) {
            const auto after =
                Workspace::fromTexts(texts)->withEdit(findings.front().fixes.front().edit);
            QVERIFY(after.has_value());
            const std::string quotes(tag.startsWith('\'') || tag.startsWith('"')
                                         ? tag.left(1).toStdString()
                                         : std::string());
            const std::string bytes((*after)->file("a.yaml")->text->bytes());
            QCOMPARE(QString::fromStdString(bytes),
                     QString::fromStdString(textWith(quotes + meant.toStdString() + quotes)));
            texts["a.yaml"] = bytes;
            QVERIFY(found(texts, "tag/").empty());
        }
        texts["words.yaml"] = "terms: [{term: sale}]\n"; // no tags there: nothing is asked
        QVERIFY(found(texts, "tag/").empty());
    }

    /// Where the glossary has tags, its terms are none.
    void completionOffersItsTags()
    {
        Texts texts = company();
        const std::string text = spec("acme.g.new", "tags:\n  - name: \nchannels: {}\n");
        texts["n.yaml"] = text;
        const auto topology = topologyOf(texts);
        const auto completion =
            completion::complete(*topology, "n.yaml", *makeText(text), text.find("name: ") + 6);
        QStringList labels;
        for (const completion::Item &item : completion.items)
            labels << QString::fromStdString(item.label + " " + item.documentation.text);
        QVERIFY2(labels.contains("pii Personal data"), qPrintable(labels.join('\n')));
        QVERIFY(labels.filter("sale").isEmpty());
    }

    void searchFindsTermsAndTags()
    {
        QStringList found;
        for (const search::Entry &entry : search::entriesOf(*topologyOf(company())))
            if (entry.kind == search::Kind::Term)
                found << QString::fromStdString(entry.name + ' ' + entry.file);
        QVERIFY(found.contains("sale words.yaml") && found.contains("pii words.yaml"));
    }

    void aWordIsExplained()
    {
        const Texts texts = company();
        const QString sale = "sale: A purchase that has been paid. Also called: `purchase`. Owner: "
                             "Growth team. Means this in: `acme.f`. Terminology: "
                             "`acme.f.terminology`. ";
        QCOMPARE(meaning(texts, "a.yaml", "sale-made"), sale + "[sale]");
        QCOMPARE(meaning(texts, "a.yaml", "Purchase:"), sale + "[Purchase]");
        QCOMPARE(meaning(texts, "a.yaml", "Score"),
                 QString("user score: Wellbeing from 0 to 100. [userScore]"));
        QCOMPARE(meaning(texts, "a.yaml", "pii"),
                 QString("pii: Personal data. Classification: restricted. [pii]"));
        QVERIFY(meaning(texts, "a.yaml", "made").isEmpty());
        QVERIFY(meaning(texts, "a.yaml", "title").isEmpty());
        QVERIFY(meaning(texts, "words.yaml", "sale").isEmpty());
    }

    /// Of two meanings the one of the file's own context.
    void aWordMeansWhatItsContextSays()
    {
        Texts texts = company();
        texts["u.yaml"] = spec("acme.g.users", "channels: {_public.account: {publish: {}}}\n");
        texts["m.yaml"] = spec("acme.f.money", "channels: {_public.account: {publish: {}}}\n");
        QVERIFY(meaning(texts, "u.yaml", "account").contains("Who may log in"));
        QVERIFY(meaning(texts, "m.yaml", "account").contains("Where money is"));
    }

    void usesAreFound()
    {
        const auto listing = glossary::listingOf(*topologyOf(company()));
        QCOMPARE(listing.terms.size(), std::size_t(4));
        const auto &sale = listing.terms.at(2);
        QCOMPARE(sale.term.term, std::string("sale"));
        QVERIFY(sale.home && sale.home->value == "acme.f.terminology");
        QCOMPARE(uses(sale.uses), (QStringList{"topic sale-made", "field lastPurchase"}));
        QCOMPARE(uses(listing.terms.at(3).uses), QStringList{"field userScore"});
        QVERIFY(!listing.terms.at(3).home);
        QCOMPARE(uses(listing.tags.at(1).uses), QStringList{"tag pii"});
        QVERIFY(listing.tags.at(0).uses.empty());
    }

    void aUseIsOfTheMeaningThereIs()
    {
        Texts texts = company();
        texts["u.yaml"] = spec("acme.g.users", "channels: {_public.account: {publish: {}}}\n");
        texts["h.yaml"] = spec("acme.h.other", "channels: {_public.account: {publish: {}}}\n");
        const auto listing = glossary::listingOf(*topologyOf(texts));
        const auto contexts = [&](std::size_t term) {
            QStringList all;
            for (const glossary::Use &use : listing.terms.at(term).uses)
                all << QString::fromStdString(use.context);
            return all;
        };
        QCOMPARE(listing.terms.at(0).term.context, std::string("acme.g"));
        QCOMPARE(contexts(0), (QStringList{"acme.h.other", "acme.g.users"})); // by file
        QCOMPARE(contexts(1), QStringList{"acme.h.other"}); // which says nothing of its own
    }

    void aFieldIsNamedByItsLastPart()
    {
        Texts texts = company();
        texts["a.yaml"] = spec("acme.f.sales", "channels:\n  _public.x:\n    publish:\n"
                                               "      message: {name: X, payload: {type: object, "
                                               "properties: {sale: {type: object, properties: "
                                               "{day: {type: string}}}}}}\n");
        QCOMPARE(uses(glossary::listingOf(*topologyOf(texts)).terms.at(2).uses),
                 QStringList{"field sale"});
    }

    void wordsWithTwoMeaningsAreListed()
    {
        const auto listing = glossary::listingOf(*topologyOf(company()));
        QCOMPARE(listing.homonyms.size(), std::size_t(2));
        const auto &account = listing.homonyms.at(0);
        QVERIFY(!account.isMessage);
        QCOMPARE(account.meanings.size(), std::size_t(2));
        QCOMPARE(account.meanings.at(1).context, std::string("acme.g"));
        const auto &order = listing.homonyms.at(1); // what a reader says of it does not count
        QVERIFY(order.isMessage);
        QCOMPARE(order.word, std::string("order"));
        QCOMPARE(order.meanings.at(0).context, std::string("acme.f.sales"));
        QCOMPARE(order.meanings.at(0).text, std::string("lastPurchase, userScore"));
        QCOMPARE(order.meanings.at(1).text, std::string("basket"));
    }

    void oneMeaningIsNone()
    {
        Texts texts = company();
        texts["words.yaml"] = "terms: [{term: a, description: x, context: acme.f}, {term: a, "
                              "description: x, context: acme.g}, {term: b, description: y}, {term: "
                              "b, description: z}]\n";
        texts.erase("g.yaml");
        QVERIFY(glossary::listingOf(*topologyOf(texts)).homonyms.empty());
    }

    void theTerminologyContextIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("found");
        QTest::newRow("a domain") << "acme.f"
                                  << "acme.f.terminology";
        QTest::newRow("a context of it") << "acme.f.sales"
                                         << "acme.f.terminology";
        QTest::newRow("itself") << "acme.f.terminology"
                                << "acme.f.terminology";
        QTest::newRow("another domain") << "acme.g"
                                        << "";
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void theTerminologyContextIsFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, found);
        const auto topology = topologyOf(company());
        const Context *context = glossary::terminologyOf(*topology, name.toStdString());
        QCOMPARE(context ? QString::fromStdString(context->id.value) : QString(), found);
    }

    void itsNameIsASetting()
    {
        Texts texts = company();
        texts["meshwright.yaml"] = settings + "terminology: sales\n";
        const auto topology = topologyOf(texts);
        QCOMPARE(glossary::terminologyOf(*topology, "acme.f")->id.value,
                 std::string("acme.f.sales"));
    }

    void theGlossaryLeadsToIt()
    {
        const Texts texts = company();
        const auto index = symbols::indexSymbols(topologyOf(texts));
        const auto at = texts.at("words.yaml").find("acme.f\n");
        const auto here = symbols::symbolsAt(*index, "words.yaml", at);
        QVERIFY(!here.empty());
        const auto places = symbols::definitionsOf(*index, here.front());
        QCOMPARE(places.size(), std::size_t(1));
        QCOMPARE(places.front().file, std::string("t.yaml"));
    }

    void wordsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("camel") << "userScore"
                               << "user score";
        QTest::newRow("signs") << "user-score_of.day[]"
                               << "user score of day";
        QTest::newRow("capitals") << "HTTPServer"
                                  << "http server";
        QTest::newRow("digits") << "top10List"
                                << "top10 list";
        QTest::newRow("other letters") << "größeNeu"
                                       << "größe neu";
        QTest::newRow("nothing") << "--"
                                 << "";
    }

    void wordsOfNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QStringList found;
        for (const glossary::Word &word : glossary::wordsOf(name.toStdString()))
            found << QString::fromStdString(word.text);
        QCOMPARE(found.join(' '), expected);
    }
};

QTEST_APPLESS_MAIN(TestGlossary)
#include "tst_glossary.moc"
