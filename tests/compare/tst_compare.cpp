// SPDX-License-Identifier: Apache-2.0
#include "compare/comparing.h"

#include <QTest>

using namespace meshwright;
using namespace meshwright::compare;

namespace {

/// A spec of the context `id` with these channels, each a line of YAML without its two spaces.
std::string spec(const std::string &id, const std::vector<std::string> &channels,
                 const std::string &info = "{title: T, version: '1'}")
{
    std::string text = "asyncapi: 2.6.0\nid: 'urn:" + id + "'\ninfo: " + info + "\nchannels:\n";
    for (const auto &channel : channels)
        text += "  " + channel + '\n';
    return channels.empty() ? text.substr(0, text.size() - 1) + " {}\n" : text;
}

const std::string reader = spec("acme.r", {"acme.a._public.x: {subscribe: {}}"});

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void places();
    void unreadableIsNotRemoved();
    void whatCouldNotBeReadAtAll();
    void textThatIsCutJustNow();
    void oneSpec();
    void sameTwice();
    void version3();
};

void TestCompare::changes_data()
{
    QTest::addColumn<Texts>("base");
    QTest::addColumn<Texts>("next");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Texts &base, const Texts &next,
                        const QStringList &expected) {
        QTest::newRow(name) << base << next << expected;
    };
    const auto one = [&](const char *name, const std::string &before, const std::string &after,
                         const QStringList &expected) {
        row(name, {{"a.yaml", spec("acme.a", {before})}, {"r.yaml", reader}},
            {{"a.yaml", spec("acme.a", {after})}, {"r.yaml", reader}}, expected);
    };
    const Texts plain{{"a.yaml", spec("acme.a", {"_public.x: {publish: {}}"})}};

    row("nothing", plain, plain, {});
    row("file moved", plain, {{"sub/b.yaml", plain.at("a.yaml")}}, {});
    row("comment", plain, {{"a.yaml", plain.at("a.yaml") + "# more\n"}}, {});
    row("context added", {}, {{"a.yaml", spec("acme.a", {})}}, {"context-added acme.a"});
    row("context removed", {{"a.yaml", spec("acme.a", {})}}, {}, {"context-removed acme.a"});
    row("context renamed", plain, {{"a.yaml", spec("acme.b", {"_public.x: {publish: {}}"})}},
        {"context-renamed acme.b (acme.a > acme.b)",
         "topic-renamed acme.b acme.b._public.x (acme.a._public.x > acme.b._public.x) "
         "!topic-renamed"});
    row("a reader renamed is no other consumption",
        {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", reader}},
        {{"a.yaml", plain.at("a.yaml")},
         {"r.yaml", spec("acme.s", {"acme.a._public.x: {subscribe: {}}"})}},
        {"context-renamed acme.s (acme.r > acme.s)"});
    row("another id in another file", plain,
        {{"b.yaml", spec("acme.b", {"_public.x: {publish: {}}"})}},
        {"context-removed acme.a", "topic-removed acme.a acme.a._public.x !topic-gone",
         "context-added acme.b", "topic-added acme.b acme.b._public.x"});
    row("title, version, description", {{"a.yaml", spec("acme.a", {})}},
        {{"a.yaml", spec("acme.a", {}, "{title: U, version: '2', description: D}")}},
        {"title-changed acme.a (T > U)", "version-changed acme.a (1 > 2)",
         "description-changed acme.a ( > D)"});

    row("topic added", {{"a.yaml", spec("acme.a", {})}, {"r.yaml", reader}},
        {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", reader}},
        {"topic-added acme.a acme.a._public.x @acme.r"});
    row("topic removed", {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", reader}},
        {{"a.yaml", spec("acme.a", {})}, {"r.yaml", reader}},
        {"topic-removed acme.a acme.a._public.x !topic-gone @acme.r"});
    one("topic renamed, same text", "_public.x: {publish: {}, description: orders}",
        "_public.y: {publish: {}, description: orders}",
        {"topic-renamed acme.a acme.a._public.y (acme.a._public.x > acme.a._public.y) "
         "!topic-renamed @acme.r"});
    one("another text is another topic", "_public.x: {publish: {}, description: orders}",
        "_public.y: {publish: {}, description: sales}",
        {"topic-removed acme.a acme.a._public.x !topic-gone @acme.r",
         "topic-added acme.a acme.a._public.y"});
    one("a text that says nothing tells nothing", "_public.x: {publish: {}}",
        "_public.y: {publish: {}}",
        {"topic-removed acme.a acme.a._public.x !topic-gone @acme.r",
         "topic-added acme.a acme.a._public.y"});
    row("two that could be meant", {{"a.yaml", spec("acme.a", {"_public.x: {description: same}"})}},
        {{"a.yaml",
          spec("acme.a", {"_public.y: {description: same}", "_public.z: {description: same}"})}},
        {"topic-removed acme.a acme.a._public.x !topic-gone", "topic-added acme.a acme.a._public.y",
         "topic-added acme.a acme.a._public.z"});

    one("access narrowed", "_public.x: {publish: {}}", "_protected.x: {publish: {}}",
        {"topic-renamed acme.a acme.a._protected.x (acme.a._public.x > acme.a._protected.x) "
         "!topic-renamed @acme.r",
         "access-narrowed acme.a acme.a._protected.x (public > protected) !access-lost @acme.r"});
    one("access widened", "_private.x: {publish: {}}", "_public.x: {publish: {}}",
        {"topic-renamed acme.a acme.a._public.x (acme.a._private.x > acme.a._public.x) "
         "!topic-renamed @acme.r",
         "access-widened acme.a acme.a._public.x (private > public) @acme.r"});
    const std::string keywords = "naming: {keywords: {public: open}}\n";
    row("keywords renamed", plain,
        {{"a.yaml", spec("acme.a", {"acme.a._public.x: {publish: {}}"})},
         {"meshwright.yaml", keywords}},
        {"access-narrowed acme.a acme.a._public.x (public > private) !access-lost"});

    const auto granted = [](const std::string &tags) {
        return spec("acme.a", {"_protected.x: {publish: {}, tags: [" + tags + "]}"});
    };
    const std::string guest = spec("acme.r", {"acme.a._protected.x: {subscribe: {}}"});
    row("grant added", {{"a.yaml", granted("")}, {"r.yaml", guest}},
        {{"a.yaml", granted("{name: 'grant-access:acme.r'}")}, {"r.yaml", guest}},
        {"grant-added acme.a acme.a._protected.x: acme.r (- > acme.r) @acme.r"});
    row("grant revoked", {{"a.yaml", granted("{name: 'grant-access:acme.r'}")}, {"r.yaml", guest}},
        {{"a.yaml", granted("")}, {"r.yaml", guest}},
        {"grant-revoked acme.a acme.a._protected.x: acme.r (acme.r > -) !grant-lost @acme.r"});
    row("grant revoked that nobody uses",
        {{"a.yaml", granted("{name: 'grant-access:acme.r'}")}, {"r.yaml", spec("acme.r", {})}},
        {{"a.yaml", granted("")}, {"r.yaml", spec("acme.r", {})}},
        {"grant-revoked acme.a acme.a._protected.x: acme.r (acme.r > -)"});
    row("grant to the domain instead",
        {{"a.yaml", granted("{name: 'grant-access:acme.r'}")}, {"r.yaml", guest}},
        {{"a.yaml", granted("{name: 'grant-access:acme'}")}, {"r.yaml", guest}},
        {"grant-added acme.a acme.a._protected.x: acme (- > acme) @acme.a @acme.r",
         "grant-revoked acme.a acme.a._protected.x: acme.r (acme.r > -)"});
    row("grant follows a renamed reader",
        {{"a.yaml", granted("{name: 'grant-access:acme.r'}")}, {"r.yaml", guest}},
        {{"a.yaml", granted("{name: 'grant-access:acme.s'}")},
         {"r.yaml", spec("acme.s", {"acme.a._protected.x: {subscribe: {}}"})}},
        {"context-renamed acme.s (acme.r > acme.s)"});

    const auto bound = [](const std::string &kafka) {
        return "_public.x: {publish: {}, bindings: {kafka: {" + kafka + "}}}";
    };
    one("fewer partitions", bound("partitions: 6"), bound("partitions: 3"),
        {"partitions-changed acme.a acme.a._public.x (6 > 3) !fewer-partitions @acme.r"});
    one("more partitions", bound("partitions: 3"), bound("partitions: 12"),
        {"partitions-changed acme.a acme.a._public.x (3 > 12) @acme.r"});
    one("partitions left to the broker", bound("partitions: 3"), bound(""),
        {"partitions-changed acme.a acme.a._public.x (3 > -) @acme.r"});
    one("replicas", bound("replicas: 3"), bound("replicas: 1"),
        {"replicas-changed acme.a acme.a._public.x (3 > 1) @acme.r"});
    one("retention", bound("topicConfiguration: {retention.ms: 604800000}"),
        bound("topicConfiguration: {retention.ms: 172800000}"),
        {"setting-changed acme.a acme.a._public.x: retention.ms (604800000 > 172800000) @acme.r"});
    one("smaller records", bound("topicConfiguration: {max.message.bytes: 2000000}"), bound(""),
        {"setting-changed acme.a acme.a._public.x: max.message.bytes (2000000 > -) "
         "!setting-stricter @acme.r"});
    one("compacted now", bound(""), bound("topicConfiguration: {cleanup.policy: [compact]}"),
        {"setting-changed acme.a acme.a._public.x: cleanup.policy (- > compact) "
         "!setting-stricter @acme.r"});
    one("description", "_public.x: {description: a}", "_public.x: {description: b}",
        {"description-changed acme.a acme.a._public.x (a > b) @acme.r"});

    row("consumption added", {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", spec("acme.r", {})}},
        {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", reader}},
        {"consumption-added acme.r acme.a._public.x"});
    row("consumption removed", {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", reader}},
        {{"a.yaml", plain.at("a.yaml")}, {"r.yaml", spec("acme.r", {})}},
        {"consumption-removed acme.r acme.a._public.x"});
    row("a consumer that follows",
        {{"a.yaml", spec("acme.a", {"_public.x: {description: orders}"})}, {"r.yaml", reader}},
        {{"a.yaml", spec("acme.a", {"_public.y: {description: orders}"})},
         {"r.yaml", spec("acme.r", {"acme.a._public.y: {subscribe: {}}"})}},
        {"topic-renamed acme.a acme.a._public.y (acme.a._public.x > acme.a._public.y) "
         "!topic-renamed @acme.r"});
    row("owner",
        {{"a.yaml", spec("acme.a", {"acme.a.b._public.x: {publish: {}}"})},
         {"b.yaml", spec("acme.a.b", {})}},
        {{"a.yaml", spec("acme.a", {})},
         {"b.yaml", spec("acme.a.b", {"acme.a.b._public.x: {publish: {}}"})}},
        {"owner-changed acme.a.b acme.a.b._public.x (acme.a > acme.a.b)",
         "access-widened acme.a.b acme.a.b._public.x (private > public)"});
}

void TestCompare::changes()
{
    QFETCH(Texts, base);
    QFETCH(Texts, next);
    QFETCH(QStringList, expected);
    QCOMPARE(linesOf(compared(base, next)), expected);
}

void TestCompare::places()
{
    const Texts base{{"a.yaml", spec("acme.a", {"_public.x: {publish: {}}"})}};
    const Texts next{{"a.yaml", spec("acme.a", {"_public.y: {publish: {}}"})}};
    const auto all = compared(base, next).changes;
    QCOMPARE(all.size(), 2U);
    const auto at = base.at("a.yaml").find("_public.x");
    QVERIFY(all[0].base == (asyncapi::Place{"a.yaml", {at, at + 9}}));
    QVERIFY(!all[0].next);
    QVERIFY(!all[1].base);
    QVERIFY(all[1].next == (asyncapi::Place{"a.yaml", {at, at + 9}}));
}

/// What can't be read is not known to be gone.
void TestCompare::unreadableIsNotRemoved()
{
    const Texts whole{{"a.yaml", spec("acme.a", {"_public.x: {publish: {}}"})},
                      {"b.yaml", spec("acme.b", {})}};
    Texts cut = whole;
    cut["a.yaml"] = "asyncapi: 2.6.0\nid: 'urn:acme.a\nchannels: [";
    for (const auto &comparison : {compared(whole, cut), compared(cut, whole)}) {
        QCOMPARE(linesOf(comparison), QStringList());
        QVERIFY(comparison.unreadable == std::vector<std::string>{"a.yaml"});
    }
}

/// Of a partial clone, say: it may have been anything.
void TestCompare::whatCouldNotBeReadAtAll()
{
    const FileReads reads{
        {"a.yaml", tl::unexpected(Error{Error::Code::Io, "the object is not there", {}})}};
    const auto base = buildTopology(Workspace::fromReads(reads));
    const auto next = buildTopology(Workspace::fromTexts({{"a.yaml", spec("acme.a", {})}}));
    const auto comparison = compareStates(*base, *next);
    QCOMPARE(linesOf(comparison), QStringList());
    QVERIFY(comparison.unreadable == std::vector<std::string>{"a.yaml"});
}

void TestCompare::textThatIsCutJustNow()
{
    const auto base = Workspace::fromTexts({{"a.yaml", spec("acme.a", {"_public.x: {}"})}});
    const auto typed = base->withText("a.yaml", makeText("asyncapi: 2.6.0\nid: 'urn:acme.a\n  ["));
    const auto comparison = compareStates(*buildTopology(base), *buildTopology(typed));
    QCOMPARE(linesOf(comparison), QStringList());
    QVERIFY(comparison.unreadable.empty());
}

void TestCompare::oneSpec()
{
    const Texts base{{"a.yaml", spec("acme.a", {"_public.x: {}"})}, {"b.yaml", spec("acme.b", {})}};
    const Texts next{{"a.yaml", spec("acme.a", {})}, {"b.yaml", spec("acme.b", {"_public.y: {}"})}};
    const auto before = buildTopology(Workspace::fromTexts(base));
    const auto after = buildTopology(Workspace::fromTexts(next));
    const auto all = compareStates(*before, *after);
    QCOMPARE(linesOf(onlyIn(all, *before, *after, "b.yaml")),
             QStringList{"topic-added acme.b acme.b._public.y"});
}

void TestCompare::sameTwice()
{
    Texts base;
    Texts next;
    for (int i = 0; i < 40; ++i) {
        const auto id = "acme.c" + std::to_string(i * 7 % 40);
        base[id + ".yaml"] = spec(id, {"_public.x: {description: a}", "_private.y: {}"});
        next[id + ".yaml"] = spec(id, {"_public.x: {description: b}", "_protected.y: {}"});
    }
    const auto first = compared(base, next);
    QCOMPARE(first.changes.size(), 120U);
    QVERIFY(first.changes == compared(base, next).changes);
    QVERIFY(std::is_sorted(first.changes.begin(), first.changes.end(),
                           [](const Change &a, const Change &b) {
                               return std::tie(a.context, a.topic) < std::tie(b.context, b.topic);
                           }));
}

/// There the address stands within the declaration, and says nothing of its own.
void TestCompare::version3()
{
    const auto text = [](const std::string &address) {
        return "asyncapi: 3.0.0\nid: 'urn:acme.a'\ninfo: {title: T, version: '1'}\nchannels:\n"
               "  x:\n    address: " +
               address + "\n    description: orders\n";
    };
    QCOMPARE(linesOf(compared({{"a.yaml", text("_public.x")}}, {{"a.yaml", text("_public.y")}})),
             QStringList{"topic-renamed acme.a acme.a._public.y (acme.a._public.x > "
                         "acme.a._public.y) !topic-renamed"});
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
