// SPDX-License-Identifier: Apache-2.0
// The cleaned topic: offered by an act, recognised by its tag, checked.
#include "meshwright/layout/graphpicture.h"
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/cleaning.h"
#include "meshwright/modelling/topicacts.h"
#include "meshwright/policy/cleaning.h"

#include <QtTest>

using namespace meshwright;

namespace {

const TopicName source{"acme.health.fitness._protected.workout"};
const ContextId cleaner{"acme.control.cleaning"};

std::string spec(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: A, version: '1'}\n" + channels;
}

std::map<std::string, std::string> company()
{
    return {{"meshwright.yaml", "version: 1\ncontrolPlane: [acme.control]\n"
                                "policies: [builtin:pii]\n"},
            {"fitness.yaml",
             spec("acme.health.fitness", "channels:\n"
                                         "  _protected.workout:\n"
                                         "    publish:\n"
                                         "      tags:\n"
                                         "        - name: pii # two days\n"
                                         "      message: {name: workout, payload: {type: object, "
                                         "properties: {who: {type: string, x-pii: true}}}}\n")},
            {"shop.yaml", spec("acme.retail.shop", "channels: {}\n")},
            {"cleaning.yaml", spec("acme.control.cleaning", "channels: {}\n")}};
}

TopologyPtr topologyOf(const std::map<std::string, std::string> &texts)
{
    return buildTopology(Workspace::fromTexts(texts));
}

WorkspacePtr offered(const ContextId &by)
{
    const auto topology = topologyOf(company());
    const auto edit =
        modelling::addCleanedTopic(topology, {source, by, "workout", "Without who it was"});
    return edit ? topology->workspace->withEdit(*edit).value_or(nullptr) : nullptr;
}

/// The rules that speak of cleaning, in order.
QStringList told(const WorkspacePtr &workspace)
{
    QStringList rules;
    for (const Diagnostic &each : lint(*buildTopology(workspace)))
        if (each.rule.starts_with("cleaning/"))
            rules << QString::fromStdString(each.rule);
    return rules;
}

WorkspacePtr replaced(const WorkspacePtr &workspace, const std::string &file,
                      const std::string &from, const std::string &to)
{
    std::string text = workspace->text(file)->bytes();
    const auto at = text.find(from);
    Q_ASSERT(at != std::string::npos);
    return workspace->withText(file, makeText(text.replace(at, from.size(), to)));
}

} // namespace

class TestCleaning : public QObject
{
    Q_OBJECT

private slots:

    void theActWritesAllOfThePattern()
    {
        const auto workspace = offered(cleaner);
        QVERIFY(workspace);
        const auto topology = buildTopology(workspace);
        const Topic *cleaned = topology->topic({"acme.control.cleaning._public.workout"});
        QVERIFY(cleaned && cleaned->access == Access::Public);
        QVERIFY(mayRead(*topology->topic(source), cleaner));
        const auto all = policy::cleanings(*topology);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].source, source);
        QCOMPARE(told(workspace), QStringList());
        QVERIFY(QString::fromStdString(workspace->text("fitness.yaml")->bytes())
                    .contains("- name: pii # two days\n"));
        QVERIFY(lint(*topology, RuleGroup::Policies).empty());
    }

    void theGraphShowsIt()
    {
        const auto content = layout::contentOf(*buildTopology(offered(cleaner)));
        const layout::Card *card = content.card(cleaner);
        QVERIFY(card);
        QCOMPARE(card->topics.at(0).label, std::string("_public.workout (cleaned)"));
    }

    void anotherContextMayCleanAndIsTold()
    {
        QCOMPARE(told(offered({"acme.retail.shop"})),
                 QStringList{"cleaning/outside-control-plane"});
        auto workspace = offered({"acme.retail.shop"});
        workspace = replaced(workspace, "meshwright.yaml", "controlPlane: [acme.control]\n", "");
        QCOMPARE(told(workspace), QStringList());
    }

    void anUnknownSourceHasAFix()
    {
        const auto workspace = replaced(offered(cleaner), "cleaning.yaml",
                                        "cleaned-from:acme.health.fitness._protected.workout",
                                        "cleaned-from:acme.health.fitness._protected.workot");
        auto findings = lint(*buildTopology(workspace), RuleGroup::Policies);
        std::erase_if(findings, [](const auto &each) { return each.fixes.empty(); });
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].rule, std::string("cleaning/unknown-source"));
        const auto mended = workspace->withEdit(findings[0].fixes.at(0).edit);
        QVERIFY(mended.has_value());
        QCOMPARE((*mended)->text("cleaning.yaml")->bytes(),
                 offered(cleaner)->text("cleaning.yaml")->bytes());
        QCOMPARE(told(*mended), QStringList());
    }

    void aSourceThatIsNotReadIsAnError()
    {
        auto workspace = offered(cleaner);
        workspace = replaced(workspace, "fitness.yaml", "grant-access:acme.control.cleaning",
                             "grant-access:acme.retail.shop");
        QCOMPARE(told(workspace), QStringList{"cleaning/not-read"});
    }

    void whatIsStillMarkedIsAnError()
    {
        const auto topology = buildTopology(offered(cleaner));
        const auto edit = modelling::addMessage(
            *topology, {"cleaning.yaml", "_public.workout"},
            {"workout", {}, std::vector<modelling::NewField>{{"who", "string"}}});
        QVERIFY(edit.has_value());
        auto workspace = *topology->workspace->withEdit(*edit);
        QCOMPARE(told(workspace), QStringList());
        workspace = replaced(workspace, "cleaning.yaml", "type: string",
                             "type: string\n              x-pii: true");
        QCOMPARE(told(workspace), QStringList{"cleaning/still-marked"});
    }

    void aPrivateTopicIsNotOffered()
    {
        auto texts = company();
        std::string &text = texts["fitness.yaml"];
        text.replace(text.find("_protected"), 10, "_private");
        const auto topology = topologyOf(texts);
        const auto edit = modelling::addCleanedTopic(
            topology, {{"acme.health.fitness._private.workout"}, cleaner, "workout"});
        QVERIFY(!edit && edit.error().code == Error::Code::Denied);
    }
};

QTEST_GUILESS_MAIN(TestCleaning)
#include "tst_cleaning.moc"
