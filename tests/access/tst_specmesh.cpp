// SPDX-License-Identifier: Apache-2.0
#include "meshwright/access/specmesh.h"
#include "meshwright/plan/state.h"
#include "meshwright/topology/topology.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace meshwright;

namespace {

using nlohmann::json;

const std::string corpus = std::string(MESHWRIGHT_TEST_DATA) + "/specmesh/";

/// Where we differ on purpose; docs/compatibility.md says why under the same name.
struct Difference
{
    const char *name;
    const char *file;
    const char *section; ///< topics, acls or aclsCustomUser
};

constexpr Difference differences[] = {
    {"ownership-needs-a-separator", "edge/channel-names.yaml", "topics"},
    {"no-grant-on-anothers-topic", "edge/channel-names.yaml", "acls"},
    {"no-grant-on-anothers-topic", "edge/channel-names.yaml", "aclsCustomUser"},
    {"asyncapi-3-is-read", "edge/doc-asyncapi3.yaml", "topics"},
    {"not-asyncapi-asks-for-nothing", "repo/kafka/src/test/resources/exporter-expected-spec.yaml",
     "acls"},
    {"not-asyncapi-asks-for-nothing", "repo/kafka/src/test/resources/exporter-expected-spec.yaml",
     "aclsCustomUser"},
    {"empty-setting-sets-nothing", "edge/bind-config-null.yaml", "topics"},
    {"illegal-id-asks-for-nothing", "edge/id-illegal-chars.yaml", "topics"},
    {"illegal-id-asks-for-nothing", "edge/id-illegal-chars.yaml", "acls"},
    {"illegal-id-asks-for-nothing", "edge/id-illegal-chars.yaml", "aclsCustomUser"},
    {"illegal-id-asks-for-nothing", "edge/id-spaces.yaml", "topics"},
    {"illegal-id-asks-for-nothing", "edge/id-spaces.yaml", "acls"},
    {"illegal-id-asks-for-nothing", "edge/id-spaces.yaml", "aclsCustomUser"},
};

const Difference *differenceOf(const std::string &file, const std::string &section)
{
    for (const auto &difference : differences) {
        if (file == difference.file && section == difference.section)
            return &difference;
    }
    return nullptr;
}

const json &golden()
{
    static const json index = [] {
        std::ifstream stream(corpus + "index.json");
        return json::parse(stream);
    }();
    return index;
}

json topicsOf(const DesiredState &state)
{
    json list = json::array();
    for (const auto &topic : state.topics) {
        list.push_back({{"name", topic.name.value},
                        {"partitions", topic.partitions.value_or(-1)},
                        {"replicas", topic.replicas.value_or(-1)},
                        {"configs", json(topic.settings)}});
    }
    return list;
}

json aclsOf(const DesiredState &state)
{
    json list = json::array();
    for (const auto &[acl, context, reason] : state.acls) {
        list.push_back({{"resourceType", nameOf(acl.resourceType)},
                        {"patternType", nameOf(acl.patternType)},
                        {"name", acl.name},
                        {"principal", acl.principal},
                        {"host", acl.host},
                        {"operation", nameOf(acl.operation)},
                        {"permission", nameOf(acl.permission)}});
    }
    return list;
}

DesiredState stateOf(const std::string &file, const Environment &environment)
{
    const auto workspace = Workspace::open(corpus + file);
    return workspace ? desiredState(*buildTopology(*workspace), &environment) : DesiredState{};
}

json sectionOf(const std::string &file, const std::string &section, const std::string &id)
{
    Environment environment;
    environment.compatSpecmesh = true;
    if (section == "aclsCustomUser")
        environment.principals[id] = "User:" + golden()["customDomainUser"].get<std::string>();
    const auto state = stateOf(file, environment);
    return section == "topics" ? topicsOf(state) : aclsOf(state);
}

} // namespace

class TestSpecmesh : public QObject
{
    Q_OBJECT

private slots:

    void equalsTheLibrary_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("section");
        const auto &specs = golden()["specs"];
        int loaded = 0;
        for (std::size_t i = 0; i < specs.size(); ++i) {
            if (!specs[i]["loads"].get<bool>())
                continue;
            ++loaded;
            for (const auto *section : {"topics", "acls", "aclsCustomUser"}) {
                QTest::addRow("%s %s", specs[i]["file"].get<std::string>().c_str(), section)
                    << int(i) << section;
            }
        }
        QCOMPARE(loaded, 36);
    }

    void equalsTheLibrary()
    {
        QFETCH(int, index);
        QFETCH(QString, section);
        const auto &spec = golden()["specs"][std::size_t(index)];
        const auto file = spec["file"].get<std::string>();
        const auto key = section.toStdString();
        const auto ours = sectionOf(file, key, spec["id"].get<std::string>());
        const bool isEqual = ours == spec[key];
        if (const auto *difference = differenceOf(file, key)) {
            QVERIFY2(!isEqual, difference->name);
            return;
        }
        const auto text = "ours: " + ours.dump() + "\ntheirs: " + spec[key].dump();
        QVERIFY2(isEqual, text.c_str());
    }

    void differencesAreThoseThatAreMeant()
    {
        Environment compat;
        compat.compatSpecmesh = true;
        const auto named = [&](const std::string &file) {
            std::vector<std::string> names;
            for (const auto &topic : stateOf(file, compat).topics)
                names.push_back(topic.name.value);
            return names;
        };
        const auto names = named("edge/channel-names.yaml");
        QCOMPARE(names.size(), std::size_t(8)); // all of theirs but the other context's
        QVERIFY(std::none_of(names.begin(), names.end(),
                             [](const auto &name) { return name == "acme.e2.foreign"; }));
        QCOMPARE(aclsOf(stateOf("edge/channel-names.yaml", compat)).size(), std::size_t(12));
        QCOMPARE(named("edge/doc-asyncapi3.yaml"), std::vector<std::string>{"acme.e._public.a"});
        QCOMPARE(named("edge/bind-config-null.yaml"), std::vector<std::string>{"acme.e._public.x"});
        for (const auto *file : {"edge/id-illegal-chars.yaml", "edge/id-spaces.yaml",
                                 "repo/kafka/src/test/resources/exporter-expected-spec.yaml"}) {
            const auto state = stateOf(file, compat);
            QVERIFY2(state.topics.empty() && state.acls.empty(), file);
        }
    }

    void tagsOfTraitsGrantToo()
    {
        const auto workspace = Workspace::fromTexts(
            {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.a'\ninfo: {title: t, version: '1'}\n"
                        "channels:\n  _protected.x:\n    publish:\n"
                        "      traits: [{tags: [{name: 'grant-access:acme.b'}]}]\n"}});
        const auto acls = specmesh::acls(*workspace->specs().front(), nullptr);
        QCOMPARE(
            std::count_if(acls.begin(), acls.end(),
                          [](const auto &each) { return each.acl.principal == "User:acme.b"; }),
            2);
    }

    void everyDifferenceIsExplained()
    {
        std::ifstream stream(std::string(MESHWRIGHT_DOCS) + "/compatibility.md");
        std::stringstream text;
        text << stream.rdbuf();
        for (const auto &difference : differences) {
            QVERIFY2(text.str().find("`" + std::string(difference.name) + "`") != std::string::npos,
                     difference.name);
        }
    }
};

QTEST_GUILESS_MAIN(TestSpecmesh)
#include "tst_specmesh.moc"
