// SPDX-License-Identifier: Apache-2.0
// Companies that name topics otherwise: other keywords, and keywords at another place.
#include "meshwright/access/requestedacls.h"
#include "meshwright/completion/completion.h"
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/symbols/rename.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

std::string settingsWith(const std::string &naming)
{
    return "version: 1\norganisation: acme\nnaming:\n" + naming;
}

const std::string otherWords =
    settingsWith("  keywords: {public: pub, protected: prot, private: priv}\n");
const std::string atEnd =
    settingsWith("  pattern: '[organisation].[domain].[service].[type].[access]'\n");
const std::string inFront =
    settingsWith("  pattern: '[access].[organisation].[domain].[service].[type]'\n");

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: A, version: '1'}\nchannels:\n" +
           channels;
}

TopologyPtr topologyOf(const Texts &texts)
{
    return buildTopology(Workspace::fromTexts(texts));
}

/// The topics with their access, a line each.
QString topicsOf(const Topology &topology)
{
    QStringList lines;
    for (const Topic &each : topology.topics)
        lines << QString::fromStdString(
            each.name.value + " " +
            (each.access ? std::string(nameOf(*each.access)) : std::string("none")));
    return lines.join('\n');
}

QStringList findings(const Topology &topology)
{
    QStringList lines;
    for (const Diagnostic &each : lint(topology))
        if (!each.rule.starts_with("asyncapi/"))
            lines << QString::fromStdString(each.rule + ": " + each.message);
    return lines;
}

const Texts words{
    {"meshwright.yaml", otherWords},
    {"shop.yaml", spec("acme.retail.shop",
                       "  pub.order: {publish: {}}\n"
                       "  prot.cart: {publish: {tags: [{name: 'grant-access:acme.retail.till'}]}}\n"
                       "  priv.draft: {publish: {}}\n")},
    {"till.yaml", spec("acme.retail.till", "  acme.retail.shop.pub.order: {subscribe: {}}\n"
                                           "  acme.retail.shop.prot.cart: {subscribe: {}}\n")}};
const Texts ends{
    {"meshwright.yaml", atEnd},
    {"shop.yaml", spec("acme.retail.shop", "  order._public: {publish: {}}\n"
                                           "  acme.retail.shop.cart._protected: {publish: {tags: "
                                           "[{name: 'grant-access:acme.retail.till'}]}}\n"
                                           "  draft._private: {publish: {}}\n")},
    {"till.yaml",
     spec("acme.retail.till", "  acme.retail.shop.order._public: {subscribe: {}}\n"
                              "  acme.retail.shop.cart._protected: {subscribe: {}}\n")}};
const Texts fronts{
    {"meshwright.yaml", inFront},
    {"shop.yaml", spec("acme.retail.shop", "  _public.order: {publish: {}}\n"
                                           "  _protected.acme.retail.shop.cart: {publish: {tags: "
                                           "[{name: 'grant-access:acme.retail.till'}]}}\n"
                                           "  _private.draft: {publish: {}}\n")},
    {"till.yaml",
     spec("acme.retail.till", "  _public.acme.retail.shop.order: {subscribe: {}}\n"
                              "  _protected.acme.retail.shop.cart: {subscribe: {}}\n")}};

Texts withEdit(const Texts &texts, const WorkspaceEdit &edit)
{
    Texts after = texts;
    for (const auto &[file, edits] : edit.files)
        after.at(file) = applyEdits(SourceText(texts.at(file)), edits).value()->bytes();
    return after;
}

QString read(const std::set<std::string> &names)
{
    QStringList lines;
    for (const std::string &each : names)
        lines << QString::fromStdString(each);
    return lines.join(' ');
}

/// Topic patterns by what they are asked for.
QString topicAcls(const Topology &topology, const std::string &principal)
{
    std::set<std::string> names;
    for (const auto &each : requestedAcls(topology, nullptr))
        if (each.acl.resourceType == ResourceType::Topic && each.acl.principal == principal)
            names.insert(each.acl.name +
                         (each.acl.patternType == PatternType::Prefixed ? "*" : ""));
    return read(names);
}

} // namespace

class TestConventions : public QObject
{
    Q_OBJECT

private slots:

    void topicsAreReadByThePattern()
    {
        QCOMPARE(topicsOf(*topologyOf(words)), QString("acme.retail.shop.priv.draft private\n"
                                                       "acme.retail.shop.prot.cart protected\n"
                                                       "acme.retail.shop.pub.order public"));
        QCOMPARE(topicsOf(*topologyOf(ends)), QString("acme.retail.shop.cart._protected protected\n"
                                                      "acme.retail.shop.draft._private private\n"
                                                      "acme.retail.shop.order._public public"));
        QCOMPARE(topicsOf(*topologyOf(fronts)),
                 QString("_private.acme.retail.shop.draft private\n"
                         "_protected.acme.retail.shop.cart protected\n"
                         "_public.acme.retail.shop.order public"));
        for (const Texts &texts : {words, ends, fronts}) {
            const auto topology = topologyOf(texts);
            QCOMPARE(topology->consumptions.size(), std::size_t{2});
            for (const Consumption &each : topology->consumptions)
                QVERIFY(each.owner == ContextId{"acme.retail.shop"});
            QCOMPARE(findings(*topology), QStringList());
        }
    }

    /// A full name of a context that no spec describes is nobody's short name.
    void aStrangersTopicIsNotTakenForOwn()
    {
        Texts texts = ends;
        texts["till.yaml"] =
            spec("acme.retail.till", "  acme.other.bank.transfer._public: {subscribe: {}}\n");
        QCOMPARE(topologyOf(texts)->topicsOf({"acme.retail.till"}).size(), std::size_t{0});
        texts = fronts;
        texts["till.yaml"] =
            spec("acme.retail.till", "  _public.acme.other.bank.transfer: {subscribe: {}}\n");
        QCOMPARE(topologyOf(texts)->topicsOf({"acme.retail.till"}).size(), std::size_t{0});
    }

    void accessIsAskedForByThePattern()
    {
        QCOMPARE(topicAcls(*topologyOf(words), "User:*"),
                 QString("acme.retail.shop.pub.* acme.retail.till.pub.*"));
        QCOMPARE(topicAcls(*topologyOf(fronts), "User:*"),
                 QString("_public.acme.retail.shop.* _public.acme.retail.till.*"));
        // No prefix tells public from private where the keyword stands at the end.
        QCOMPARE(topicAcls(*topologyOf(ends), "User:*"), QString("acme.retail.shop.order._public"));
        QCOMPARE(topicAcls(*topologyOf(ends), "User:acme.retail.till"),
                 QString("acme.retail.shop.cart._protected"));
        QCOMPARE(topicAcls(*topologyOf(ends), "User:acme.retail.shop"),
                 QString("acme.retail.shop.cart._protected acme.retail.shop.draft._private "
                         "acme.retail.shop.order._public"));
    }

    void strayKeywords_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *name, const std::string &settings, const char *channel,
                            const char *fixed) {
            QTest::newRow(name) << QString::fromStdString(settings) << QString(channel)
                                << QString(fixed);
        };
        row("another convention's word", otherWords, "_public.order", "pub.order");
        row("the long word", otherWords, "private.order", "priv.order");
        row("misspelt at the end", atEnd, "order._pubic", "order._public");
        row("none at the end", atEnd, "order", "order._public");
        row("misspelt in front", inFront, "_pubic.order", "_public.order");
        row("none in front", inFront, "order", "_public.order");
    }

    void strayKeywords()
    {
        QFETCH(QString, settings);
        QFETCH(QString, channel);
        QFETCH(QString, fixed);
        const Texts texts{{"meshwright.yaml", settings.toStdString()},
                          {"shop.yaml", spec("acme.retail.shop",
                                             "  " + channel.toStdString() + ": {publish: {}}\n")}};
        const auto found = lint(*topologyOf(texts));
        const auto naming = std::find_if(found.begin(), found.end(), [](const Diagnostic &each) {
            return each.rule == "naming/unknown-keyword" || each.rule == "naming/no-keyword";
        });
        QVERIFY(naming != found.end());
        QVERIFY(!naming->fixes.empty());
        const auto after = topologyOf(withEdit(texts, naming->fixes.front().edit));
        QCOMPARE(QString::fromStdString(after->topics.front().declaration().address), fixed);
        QVERIFY(after->topics.front().access.has_value());
    }

    void renameKeepsThePattern()
    {
        const auto renamed = [](const Texts &texts, const char *from, const char *to) {
            const auto index = symbols::indexSymbols(topologyOf(texts));
            const auto edit = symbols::renameEdits(*index, {symbols::Kind::Topic, from, {}}, to);
            return edit ? topicsOf(*topologyOf(withEdit(texts, *edit)))
                        : QString::fromStdString(edit.error().message);
        };
        QVERIFY(renamed(ends, "acme.retail.shop.order._public", "sale._public")
                    .contains("acme.retail.shop.sale._public public"));
        QVERIFY(renamed(fronts, "_public.acme.retail.shop.order", "_public.sale")
                    .contains("_public.acme.retail.shop.sale public"));
        QVERIFY(renamed(words, "acme.retail.shop.pub.order", "pub.sale")
                    .contains("acme.retail.shop.pub.sale public"));
    }

    void aContextIsRenamedBehindTheKeyword()
    {
        const auto index = symbols::indexSymbols(topologyOf(fronts));
        const auto edit = symbols::renameEdits(
            *index, {symbols::Kind::Context, "acme.retail.shop", {}}, "acme.retail.store");
        QVERIFY(edit.has_value());
        const auto after = topologyOf(withEdit(fronts, *edit));
        QVERIFY(topicsOf(*after).contains("_public.acme.retail.store.order public"));
        QCOMPARE(findings(*after), QStringList());
    }

    void newTopicsFollowThePattern()
    {
        for (const auto &[texts, name] : {std::pair{words, "acme.retail.shop.pub.sale"},
                                          std::pair{ends, "acme.retail.shop.sale._public"},
                                          std::pair{fronts, "_public.acme.retail.shop.sale"}}) {
            modelling::NewTopic wanted;
            wanted.context = {"acme.retail.shop"};
            wanted.type = "sale";
            wanted.access = Access::Public;
            const auto edit = modelling::addTopic(*topologyOf(texts), wanted);
            QVERIFY2(edit.has_value(), edit ? "" : edit.error().message.c_str());
            QVERIFY(topologyOf(withEdit(texts, *edit))->topic({name}));
        }
    }

    void accessChangesInPlace()
    {
        for (const auto &[texts, from, to] :
             {std::tuple{ends, "acme.retail.shop.order._public", "acme.retail.shop.order._private"},
              std::tuple{fronts, "_public.acme.retail.shop.order",
                         "_private.acme.retail.shop.order"}}) {
            const auto edit =
                modelling::setAccess(*topologyOf(texts), {from}, Access::Private, false);
            QVERIFY2(edit.has_value(), edit ? "" : edit.error().message.c_str());
            QVERIFY(topologyOf(withEdit(texts, *edit))->topic({to}));
        }
    }

    void completionOffersTheKeywordInItsPlace()
    {
        const auto offered = [](const std::string &settings, const std::string &typed) {
            const std::string text =
                "asyncapi: '2.6.0'\nid: 'urn:acme.retail.shop'\ninfo: {title: A, version: '1'}\n"
                "channels:\n  " +
                typed;
            const auto topology = topologyOf({{"meshwright.yaml", settings}, {"shop.yaml", text}});
            QStringList labels;
            for (const auto &item :
                 completion::complete(*topology, "shop.yaml",
                                      *topology->workspace->text("shop.yaml"), text.size())
                     .items)
                labels << QString::fromStdString(item.label);
            return labels;
        };
        QVERIFY(offered(otherWords, "p").contains("pub."));
        QVERIFY(offered(atEnd, "sale.").contains("sale._public"));
    }

    /// The finding's fix changes the name in every spec that has it.
    void aNameIsMendedEverywhere()
    {
        Texts texts{
            {"meshwright.yaml", settingsWith("  parts: {type: snake}\n")},
            {"shop.yaml", spec("acme.retail.shop", "  _public.orderPlaced: {publish: {}}\n")},
            {"till.yaml",
             spec("acme.retail.till",
                  "  acme.retail.shop._public.orderPlaced: {subscribe: {}}\n"
                  "  other:\n    $ref: './shop.yaml#/channels/_public.orderPlaced'\n")}};
        const auto found = lint(*topologyOf(texts));
        const auto style = std::find_if(found.begin(), found.end(), [](const Diagnostic &each) {
            return each.rule == "naming/style";
        });
        QVERIFY(style != found.end());
        QVERIFY(QString::fromStdString(style->message).contains("write 'order_placed'"));
        QCOMPARE(style->fixes.size(), std::size_t{1});
        const Texts after = withEdit(texts, style->fixes.front().edit);
        QVERIFY(after.at("shop.yaml").find("_public.order_placed:") != std::string::npos);
        QVERIFY(after.at("till.yaml").find("acme.retail.shop._public.order_placed:") !=
                std::string::npos);
        QVERIFY(after.at("till.yaml").find("shop.yaml#/channels/_public.order_placed") !=
                std::string::npos);
        for (const QString &each : findings(*topologyOf(after)))
            QVERIFY2(!each.startsWith("naming/style"), qPrintable(each));
    }

    void aKeywordIsMendedEverywhere()
    {
        const Texts texts{
            {"shop.yaml", spec("acme.retail.shop", "  _pubic.order: {publish: {}}\n")},
            {"till.yaml",
             spec("acme.retail.till", "  acme.retail.shop._pubic.order: {subscribe: {}}\n")}};
        const auto found = lintFile(*topologyOf(texts), "shop.yaml");
        const auto naming = std::find_if(found.begin(), found.end(), [](const Diagnostic &each) {
            return each.rule == "naming/unknown-keyword";
        });
        QVERIFY(naming != found.end());
        QCOMPARE(QString::fromStdString(naming->fixes.front().title),
                 QString("Rename to '_public.order', in 1 other file too"));
        const auto after = topologyOf(withEdit(texts, naming->fixes.front().edit));
        QCOMPARE(after->readersOf({"acme.retail.shop._public.order"}).size(), std::size_t{1});
        QCOMPARE(findings(*after), QStringList());
    }

    void partsOfAnIdHaveStyles()
    {
        const auto lines = findings(*topologyOf(
            {{"meshwright.yaml", settingsWith("  parts: {domain: lower, service: [shop, till]}\n")},
             {"shop.yaml", spec("acme.Retail.shopp", "  _public.order: {publish: {}}\n")}}));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.join(' ').contains("'Retail' in 'acme.Retail.shopp' is the part [domain], "
                                         "which is written in lower case: write 'retail'"));
        QVERIFY(lines.join(' ').contains("as one of: shop, till: write 'shop'"));
    }
};

QTEST_APPLESS_MAIN(TestConventions)
#include "tst_conventions.moc"
