// SPDX-License-Identifier: Apache-2.0
// The subjects that SpecMesh's library makes of its own specs, and those that we make.
#include "meshwright/compare/schemacompatibility.h"
#include "meshwright/plan/state.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <fstream>

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
        {"edge/schema-strategies.yaml",
         "two schemas under one name are a problem, not one of them"},
        {"repo/kafka/src/test/resources/schema-ref/com.example.trading-api.yml",
         "a comment in a schema is no JSON, and a fault of the file"},
    };
    return all;
}

std::vector<DesiredSubject> subjectsOf(const std::string &file)
{
    Environment environment;
    environment.compatSpecmesh = true;
    environment.registry.emplace();
    const auto workspace = Workspace::open(corpus + file);
    return workspace ? desiredState(*buildTopology(*workspace), &environment).subjects
                     : std::vector<DesiredSubject>();
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
        for (const auto &schema : spec["schemas"]) {
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
};

QTEST_GUILESS_MAIN(TestSpecmeshSchemas)
#include "tst_specmeshschemas.moc"
