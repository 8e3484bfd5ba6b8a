// SPDX-License-Identifier: Apache-2.0
// The quick fixes that give and take access: each mends its finding, and changes nothing else.
#include "meshwright/lint/lint.h"

#include <QTest>

#include <map>

using namespace meshwright;

namespace {

using Texts = std::map<std::string, std::string>;

const std::string head2 = "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\n"
                          "info: {title: C, version: '1'}\nchannels:\n";
const std::string head3 = "asyncapi: '3.0.0'\nid: 'urn:acme.f.c'\n"
                          "info: {title: C, version: '1'}\nchannels:\n";
const std::string name = "acme.f.c._protected.x";
const std::string reader = "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\n"
                           "info: {title: D, version: '1'}\nchannels:\n  " +
                           name + ": {subscribe: {}}\n";
const std::string idle = "asyncapi: '2.6.0'\nid: 'urn:acme.g.d'\n"
                         "info: {title: D, version: '1'}\nchannels:\n  _public.y: {publish: {}}\n";

std::vector<Diagnostic> grantFindings(const Texts &texts)
{
    auto findings = lint(*buildTopology(Workspace::fromTexts(texts)));
    std::erase_if(findings, [](const Diagnostic &each) {
        return !each.rule.starts_with("access/") && !each.rule.starts_with("grant/");
    });
    return findings;
}

/// The texts after the one fix of the one finding; empty where there is another number of either.
Texts mended(const Texts &texts, std::string_view rule)
{
    const auto findings = grantFindings(texts);
    if (findings.size() != 1 || findings.front().rule != rule || findings.front().fixes.size() != 1)
        return {};
    const auto after = Workspace::fromTexts(texts)->withEdit(findings.front().fixes.front().edit);
    Texts result;
    if (after)
        for (const auto &[path, file] : (*after)->files())
            result[path] = file->text->bytes();
    return result;
}

} // namespace

class TestGrantFixes : public QObject
{
    Q_OBJECT

private slots:

    void give_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *title, const std::string &before,
                            const std::string &after) {
            QTest::newRow(title) << QString::fromStdString(before) << QString::fromStdString(after);
        };
        row("2, block, no tags", head2 + "  _protected.x: # ours\n    publish:\n      summary: X\n",
            head2 + "  _protected.x: # ours\n    publish:\n      summary: X\n      tags:\n"
                    "        - name: 'grant-access:acme.g.d'\n");
        row("2, flow, no tags", head2 + "  _protected.x: {publish: {summary: X}}\n",
            head2 + "  _protected.x: {publish: {summary: X, tags: [{name: "
                    "'grant-access:acme.g.d'}]}}\n");
        row("2, nothing but the channel", head2 + "  _protected.x:\n    publish: {}\n",
            head2 + "  _protected.x:\n    publish:\n      tags:\n"
                    "        - name: 'grant-access:acme.g.d'\n");
        row("2, block, tags",
            head2 + "  _protected.x:\n    publish:\n      tags:\n      - name: pii # keep\n"
                    "      message: {name: x}\n",
            head2 + "  _protected.x:\n    publish:\n      tags:\n      - name: pii # keep\n"
                    "      - name: 'grant-access:acme.g.d'\n      message: {name: x}\n");
        row("2, flow, tags", head2 + "  _protected.x: {publish: {tags: [{name: pii}]}}\n",
            head2 + "  _protected.x: {publish: {tags: [{name: pii}, {name: "
                    "'grant-access:acme.g.d'}]}}\n");
        row("2, an empty list", head2 + "  _protected.x:\n    publish:\n      tags: []\n",
            head2 + "  _protected.x:\n    publish:\n      tags:\n"
                    "        - name: 'grant-access:acme.g.d'\n");
        row("2, tags of an alias",
            head2 + "  _public.y: {publish: {tags: &t [{name: pii}]}}\n"
                    "  _protected.x:\n    publish:\n      tags: *t\n      summary: X\n",
            head2 + "  _public.y: {publish: {tags: &t [{name: pii}]}}\n"
                    "  _protected.x:\n    publish:\n      tags:\n        - name: pii\n"
                    "        - name: 'grant-access:acme.g.d'\n      summary: X\n");
        row("2, tags by a merge key",
            head2 + "  _public.y:\n    publish: &p\n      tags: [{name: pii}]\n"
                    "  _protected.x:\n    publish:\n      <<: *p\n      summary: X\n",
            head2 + "  _public.y:\n    publish: &p\n      tags: [{name: pii}]\n"
                    "  _protected.x:\n    publish:\n      <<: *p\n      summary: X\n"
                    "      tags:\n        - name: pii\n"
                    "        - name: 'grant-access:acme.g.d'\n");
        row("2, line ends of Windows",
            "asyncapi: '2.6.0'\r\nid: 'urn:acme.f.c'\r\ninfo: {title: C, version: '1'}\r\n"
            "channels:\r\n  _protected.x:\r\n    publish:\r\n      summary: X\r\n",
            "asyncapi: '2.6.0'\r\nid: 'urn:acme.f.c'\r\ninfo: {title: C, version: '1'}\r\n"
            "channels:\r\n  _protected.x:\r\n    publish:\r\n      summary: X\r\n"
            "      tags:\r\n        - name: 'grant-access:acme.g.d'\r\n");
        row("3, on the operation",
            head3 + "  x:\n    address: _protected.x\noperations:\n  send:\n    action: send\n"
                    "    channel: {$ref: '#/channels/x'}\n",
            head3 + "  x:\n    address: _protected.x\noperations:\n  send:\n    action: send\n"
                    "    channel: {$ref: '#/channels/x'}\n    tags:\n"
                    "      - name: 'grant-access:acme.g.d'\n");
        row("3, on the channel that has tags",
            head3 + "  x: {address: _protected.x, tags: [{name: pii}]}\noperations:\n"
                    "  send: {action: send, channel: {$ref: '#/channels/x'}}\n",
            head3 + "  x: {address: _protected.x, tags: [{name: pii}, {name: "
                    "'grant-access:acme.g.d'}]}\noperations:\n"
                    "  send: {action: send, channel: {$ref: '#/channels/x'}}\n");
        row("3, no operation", head3 + "  x:\n    address: _protected.x\n",
            head3 + "  x:\n    address: _protected.x\n    tags:\n"
                    "      - name: 'grant-access:acme.g.d'\n");
        row("3, beside a tag by reference",
            head3 + "  x:\n    address: _protected.x\n    tags:\n"
                    "      - $ref: '#/components/tags/pii'\ncomponents: {tags: {pii: {name: "
                    "pii}}}\n",
            head3 + "  x:\n    address: _protected.x\n    tags:\n"
                    "      - $ref: '#/components/tags/pii'\n"
                    "      - name: 'grant-access:acme.g.d'\ncomponents: {tags: {pii: {name: "
                    "pii}}}\n");
        row("3, an operation in the components",
            head3 + "  x: {address: _protected.x}\noperations:\n"
                    "  send: {$ref: '#/components/operations/send'}\ncomponents:\n  operations:\n"
                    "    send: {action: send, channel: {$ref: '#/channels/x'}}\n",
            head3 + "  x: {address: _protected.x}\noperations:\n"
                    "  send: {$ref: '#/components/operations/send'}\ncomponents:\n  operations:\n"
                    "    send: {action: send, channel: {$ref: '#/channels/x'}, tags: [{name: "
                    "'grant-access:acme.g.d'}]}\n");
        row("JSON",
            "{\"asyncapi\": \"2.6.0\", \"id\": \"urn:acme.f.c\",\n"
            " \"info\": {\"title\": \"C\", \"version\": \"1\"},\n"
            " \"channels\": {\"_protected.x\": {\"publish\": {\"summary\": \"X\"}}}}\n",
            "{\"asyncapi\": \"2.6.0\", \"id\": \"urn:acme.f.c\",\n"
            " \"info\": {\"title\": \"C\", \"version\": \"1\"},\n"
            " \"channels\": {\"_protected.x\": {\"publish\": {\"summary\": \"X\", \"tags\": "
            "[{\"name\": \"grant-access:acme.g.d\"}]}}}}\n");
    }

    void give()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto texts =
            mended({{"a.yaml", before.toStdString()}, {"b.yaml", reader}}, "access/no-grant");
        QVERIFY(!texts.empty());
        QCOMPARE(QString::fromStdString(texts.at("a.yaml")), after);
        QCOMPARE(texts.at("b.yaml"), reader);
        QVERIFY(grantFindings(texts).empty());
    }

    void waitingIsTold()
    {
        const auto findings = grantFindings(
            {{"a.yaml", head2 + "  _protected.x: {publish: {}}\n"}, {"b.yaml", reader}});
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(findings.front().message)
                    .startsWith("'acme.g.d' is waiting for a grant:"));
    }

    /// What others refer to as well is not the place for a grant.
    void sharedPlacesStayAsTheyAre()
    {
        const std::string shared = "channel: {publish: {summary: X}}\n";
        const Texts texts{{"a.yaml", head2 + "  _protected.x: {$ref: 'shared.yaml#/channel'}\n"},
                          {"b.yaml", reader},
                          {"e.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.f.e'\n"
                                     "info: {title: E, version: '1'}\nchannels:\n"
                                     "  _protected.x: {$ref: 'shared.yaml#/channel'}\n"},
                          {"shared.yaml", shared}};
        const auto findings = grantFindings(texts);
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(findings.front().fixes.empty());
        Texts alone = texts;
        alone.erase("e.yaml"); // now it is the channel's own
        const auto given = mended(alone, "access/no-grant");
        QVERIFY(!given.empty());
        QVERIFY(given.at("shared.yaml").find("grant-access:acme.g.d") != std::string::npos);

        const Texts inOneFile{{"a.yaml", head2 + "  _public.y:\n    publish: &p {summary: Y}\n"
                                                 "  _protected.x:\n    publish: *p\n"},
                              {"b.yaml", reader}};
        QVERIFY(grantFindings(inOneFile).front().fixes.empty());
    }

    void domainsAndEverybodyWaitNoLonger()
    {
        for (const char *target : {"acme.g.d", "acme.g", "_public"})
            QVERIFY2(grantFindings({{"a.yaml", head2 +
                                                   "  _protected.x: {publish: {tags: [{name: "
                                                   "'grant-access:" +
                                                   target + "'}]}}\n"},
                                    {"b.yaml", reader}})
                         .empty(),
                     target);
    }

    void take_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *title, const std::string &before,
                            const std::string &after) {
            QTest::newRow(title) << QString::fromStdString(before) << QString::fromStdString(after);
        };
        row("2, block, the only tag",
            head2 + "  _protected.x:\n    publish:\n      summary: X\n      # why\n      tags:\n"
                    "        - name: grant-access:acme.g.d\n      message: {name: x}\n",
            head2 + "  _protected.x:\n    publish:\n      summary: X\n      message: {name: x}\n");
        row("2, block, one of two",
            head2 + "  _protected.x:\n    publish:\n      tags:\n        - name: pii\n"
                    "        - name: grant-access:acme.g.d\n          description: For D\n",
            head2 + "  _protected.x:\n    publish:\n      tags:\n        - name: pii\n");
        row("2, flow, the only tag",
            head2 + "  _protected.x: {publish: {tags: [{name: 'grant-access:acme.g.d'}]}}\n",
            head2 + "  _protected.x: {publish: {}}\n");
        row("2, flow, one of two",
            head2 + "  _protected.x: {publish: {tags: [{name: 'grant-access:acme.g'}, {name: "
                    "pii}]}}\n",
            head2 + "  _protected.x: {publish: {tags: [{name: pii}]}}\n");
        row("3, on the channel",
            head3 + "  x:\n    address: _protected.x\n    tags:\n"
                    "      - name: grant-access:acme.g.d\n    title: X\n",
            head3 + "  x:\n    address: _protected.x\n    title: X\n");
        row("3, by reference: the tag itself stays",
            head3 + "  x:\n    address: _protected.x\n    tags:\n"
                    "      - $ref: '#/components/tags/d'\n      - name: pii\n"
                    "components: {tags: {d: {name: 'grant-access:acme.g.d'}}}\n",
            head3 + "  x:\n    address: _protected.x\n    tags:\n      - name: pii\n"
                    "components: {tags: {d: {name: 'grant-access:acme.g.d'}}}\n");
    }

    void take()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto texts =
            mended({{"a.yaml", before.toStdString()}, {"b.yaml", idle}}, "grant/unread");
        QVERIFY(!texts.empty());
        QCOMPARE(QString::fromStdString(texts.at("a.yaml")), after);
        QVERIFY(grantFindings(texts).empty());
    }

    /// An offer to everybody needs no reader here; others have rules of their own.
    void whatIsNoUnreadGrant()
    {
        const auto granting = [](const char *channel, const char *target) {
            return head2 + "  " + channel + ": {publish: {tags: [{name: 'grant-access:" + target +
                   "'}]}}\n";
        };
        QVERIFY(grantFindings({{"a.yaml", granting("_protected.x", "_public")}, {"b.yaml", idle}})
                    .empty());
        const auto unknown =
            grantFindings({{"a.yaml", granting("_protected.x", "acme.h")}, {"b.yaml", idle}});
        QCOMPARE(unknown.size(), std::size_t(1));
        QCOMPARE(unknown.front().rule, std::string("grant/unknown-context"));
        const auto open =
            grantFindings({{"a.yaml", granting("_public.x", "acme.g.d")}, {"b.yaml", idle}});
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().rule, std::string("grant/not-protected"));
    }

    /// A trait may be others' too: it is changed by hand.
    void aTraitsGrantIsNotTaken()
    {
        const auto findings =
            grantFindings({{"a.yaml", head2 + "  _protected.x: {publish: {traits: [{tags: [{name: "
                                              "'grant-access:acme.g.d'}]}]}}\n"},
                           {"b.yaml", idle}});
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(findings.front().fixes.empty());
    }
};

QTEST_APPLESS_MAIN(TestGrantFixes)
#include "tst_grantfixes.moc"
