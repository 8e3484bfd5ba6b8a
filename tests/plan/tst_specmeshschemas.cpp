// SPDX-License-Identifier: Apache-2.0
// The subjects that SpecMesh's library makes of its own specs, and those that we make.
#include "meshwright/compare/schemacompatibility.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/plan.h"
#include "meshwright/plan/subjects.h"
#include "meshwright/report/report.h"
#include "meshwright/topology/topology.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace meshwright;
using nlohmann::json;

namespace {

const std::string corpus = std::string(MESHWRIGHT_TEST_DATA) + "/specmesh/";

const json &golden()
{
    static const json index = [] {
        std::ifstream stream(corpus + "index.json");
        return json::parse(stream);
    }();
    return index;
}

/// Why we differ: docs/schemas.md, docs/compatibility.md.
const std::map<std::string, QString> &differences()
{
    static const std::map<std::string, QString> all{
        {"edge/id-illegal-chars.yaml", "illegal ids ask for nothing"},
        {"edge/id-spaces.yaml", "illegal ids ask for nothing"},
        {"edge/channel-names.yaml", "ownership needs a separator"},
        {"edge/schema-strategies.yaml", "SimpleTopicIdStrategy gives a key and a value one name: "
                                        "SpecMesh registers the key alone, "
                                        "in silence; here it is a problem of the plan"},
    };
    return all;
}

Environment asSpecmesh()
{
    Environment environment;
    environment.name = "local";
    environment.compatSpecmesh = true;
    environment.registry.emplace();
    return environment;
}

TopologyPtr topologyOf(const std::string &file)
{
    const auto workspace = Workspace::open(corpus + file);
    return workspace ? buildTopology(*workspace) : nullptr;
}

std::vector<DesiredSubject> subjectsOf(const std::string &file)
{
    const auto environment = asSpecmesh();
    const auto topology = topologyOf(file);
    return topology ? desiredState(*topology, &environment).subjects
                    : std::vector<DesiredSubject>();
}

using Names = std::set<std::string>;

/// SpecMesh lists what is referred to by way of others too.
Names allReferred(const std::map<std::string, Names> &direct, const std::string &subject)
{
    Names all;
    std::vector<std::string> open{subject};
    while (!open.empty()) {
        const auto found = direct.find(open.back());
        open.pop_back();
        if (found == direct.end())
            continue;
        for (const auto &name : found->second)
            if (all.insert(name).second)
                open.push_back(name);
    }
    return all;
}

/// Another spec of the workspace has it, which is not asked for; SpecMesh ignores it too.
bool isLeftToItsOwner(const json &schema, const Topology &topology)
{
    const auto name = schema["subject"].get<std::string>();
    const auto isOwner = [&](const Context &context) {
        return name.starts_with(context.id.value + '.') &&
               !topology.workspace->isAskedFor(context.spec->file);
    };
    return schema["action"] == "IGNORE" &&
           std::any_of(topology.contexts.begin(), topology.contexts.end(), isOwner);
}

/// What SpecMesh makes of the spec, as it stands on a cluster and in a registry.
ActualState madeBySpecmesh(const json &spec, const DesiredState &desired)
{
    ActualState actual{"cluster", std::vector<ActualTopic>(), std::vector<Acl>()};
    for (const auto &topic : spec["topics"]) {
        ActualTopic made;
        made.name = topic["name"].get<std::string>();
        made.partitions = topic["partitions"].get<int>();
        made.replicas = std::max(1, topic["replicas"].get<int>());
        for (const auto &[key, value] : topic["configs"].items())
            if (value.is_string())
                made.settings[key] = value.get<std::string>();
        actual.topics->push_back(std::move(made));
    }
    for (const auto &each : desired.acls) // tst_specmesh compares them
        actual.acls->push_back(each.acl);
    std::vector<ActualSubject> subjects;
    for (const auto &schema : spec["schemas"]) {
        ActualSubject made;
        made.name = schema["subject"].get<std::string>();
        made.version = 1;
        made.schema.type = schema["type"].get<std::string>();
        made.schema.text = schema["canonical"].get<std::string>();
        for (const auto &reference : schema["references"])
            made.schema.references.push_back(
                {reference["name"].get<std::string>(), reference["subject"].get<std::string>(), 1});
        std::sort(made.schema.references.begin(), made.schema.references.end());
        subjects.push_back(std::move(made));
    }
    actual.subjects = std::move(subjects);
    actual.compatibility = "BACKWARD";
    return actual;
}

} // namespace

class TestSpecmeshSchemas : public QObject
{
    Q_OBJECT

private slots:

    void subjects_data()
    {
        QTest::addColumn<int>("index");
        const auto &specs = golden()["specs"];
        for (std::size_t i = 0; i < specs.size(); ++i)
            if (specs[i]["loads"].get<bool>() && !specs[i]["schemas"].empty())
                QTest::addRow("%s", specs[i]["file"].get<std::string>().c_str()) << int(i);
    }

    void subjects()
    {
        QFETCH(int, index);
        const auto &spec = golden()["specs"][static_cast<std::size_t>(index)];
        const auto file = spec["file"].get<std::string>();
        std::map<std::string, std::string> theirs;
        std::map<std::string, std::string> texts;
        const auto topology = topologyOf(file);
        for (const auto &schema : spec["schemas"]) {
            if (topology && isLeftToItsOwner(schema, *topology))
                continue;
            const auto name = schema["subject"].get<std::string>();
            theirs[name] = schema["type"].get<std::string>();
            if (schema.contains("canonical") && schema["canonical"].is_string())
                texts[name] = schema["canonical"].get<std::string>();
        }
        std::map<std::string, std::string> ours;
        const auto different = differences().find(file);
        const auto all = subjectsOf(file);
        for (const auto &subject : all) {
            ours[subject.name] = subject.schema.type;
            if (texts.contains(subject.name) && different == differences().end())
                QVERIFY2(compare::isSameSchema(subject.schema.type, subject.schema.text,
                                               texts[subject.name]),
                         (subject.name + ": " + subject.schema.text).c_str());
        }
        const auto listed = [](const auto &subjects) {
            QString text;
            for (const auto &[name, type] : subjects)
                text += QString::fromStdString(name + ' ' + type + '\n');
            return text;
        };
        if (different == differences().end())
            QCOMPARE(listed(ours), listed(theirs));
        else
            QVERIFY2(ours != theirs || all.size() != ours.size(),
                     qPrintable(different->second + ": no more"));
    }

    void references_data() { subjects_data(); }

    void references()
    {
        QFETCH(int, index);
        const auto &spec = golden()["specs"][static_cast<std::size_t>(index)];
        const auto file = spec["file"].get<std::string>();
        if (differences().contains(file))
            return; // their subjects differ
        std::map<std::string, Names> direct;
        for (const auto &subject : subjectsOf(file))
            for (const auto &reference : subject.schema.references) {
                QCOMPARE(reference.name, reference.subject); // all of them are Avro
                direct[subject.name].insert(reference.subject);
            }
        for (const auto &schema : spec["schemas"]) {
            Names theirs;
            for (const auto &reference : schema["references"])
                theirs.insert(reference["subject"].get<std::string>());
            QCOMPARE(allReferred(direct, schema["subject"].get<std::string>()), theirs);
        }
    }

    void theyAreListedWithTheTopics_data() { subjects_data(); }

    void theyAreListedWithTheTopics()
    {
        QFETCH(int, index);
        const auto &spec = golden()["specs"][static_cast<std::size_t>(index)];
        const auto file = spec["file"].get<std::string>();
        if (differences().contains(file))
            return;
        const auto environment = asSpecmesh();
        const auto topology = topologyOf(file);
        auto desired = desiredState(*topology, &environment);
        desired.subjects = desiredSubjects(*topology, &environment);
        Names ours;
        const auto listed = json::parse(report::topicsJson(desired));
        for (const auto &topic : listed["topics"])
            for (const auto &schema : topic["schemas"]) {
                ours.insert(schema["subject"].get<std::string>() + ' ' +
                            schema["type"].get<std::string>());
                QVERIFY(topology->workspace->exists(schema["file"].get<std::string>()));
            }
        Names theirs;
        for (const auto &schema : spec["schemas"])
            if (!isLeftToItsOwner(schema, *topology))
                theirs.insert(schema["subject"].get<std::string>() + ' ' +
                              schema["type"].get<std::string>());
        QCOMPARE(ours, theirs);
    }

    void whatSpecmeshMadeIsInStep_data()
    {
        QTest::addColumn<int>("index");
        const auto &specs = golden()["specs"];
        for (std::size_t i = 0; i < specs.size(); ++i)
            if (specs[i]["loads"].get<bool>() && specs[i]["errors"].empty() &&
                specs[i]["file"] != "edge/doc-asyncapi3.yaml") // it owns nothing there
                QTest::addRow("%s", specs[i]["file"].get<std::string>().c_str()) << int(i);
    }

    void whatSpecmeshMadeIsInStep()
    {
        QFETCH(int, index);
        const auto &spec = golden()["specs"][static_cast<std::size_t>(index)];
        const auto environment = asSpecmesh();
        const auto topology = topologyOf(spec["file"].get<std::string>());
        QVERIFY(topology);
        const auto desired = desiredState(*topology, &environment);
        const auto actual = madeBySpecmesh(spec, desired);
        const Plan plan =
            makePlan(*topology, environment, desired, actual, lint(*topology), PlanOptions());
        for (const auto &item : plan.items)
            QFAIL((item.resource + ": " + describe(item)).c_str());
        m_inStep += plan.hasErrors() ? 0 : 1;
    }

    void coversEnough() { QVERIFY2(m_inStep >= 20, qPrintable(QString::number(m_inStep))); }

private:
    int m_inStep = 0;
};

QTEST_GUILESS_MAIN(TestSpecmeshSchemas)
#include "tst_specmeshschemas.moc"
