// SPDX-License-Identifier: Apache-2.0
// The schemas of a registry as files beside the specs that are made of a cluster.
#include "meshwright/adoption/adopt.h"
#include "meshwright/lint/lint.h"
#include "plan/given.h"

#include <QtTest>

using namespace meshwright;
using namespace meshwright::test;
using adoption::Adoption;

using Subjects = std::vector<ActualSubject>;
Q_DECLARE_METATYPE(Subjects)

namespace {

const std::string topic = "acme.a._public.x";

ActualSubject subject(const std::string &name, const std::string &text,
                      std::vector<SchemaReference> references = {}, int version = 1)
{
    const bool isProtobuf = text.starts_with("syntax");
    const bool isAvro = text.find("\"record\"") != std::string::npos || text == "\"string\"";
    return {name,
            version,
            1,
            {isProtobuf ? "PROTOBUF"
             : isAvro   ? "AVRO"
                        : "JSON",
             text, std::move(references)},
            {}};
}

ActualSubject withLevel(ActualSubject subject, const std::string &level)
{
    subject.compatibility = level;
    return subject;
}

std::string record(const std::string &name, const std::string &type = "\"int\"")
{
    return "{\"type\":\"record\",\"name\":\"" + name +
           "\",\"fields\":[{\"name\":\"f\",\"type\":" + type + "}]}";
}

std::string json(const std::string &members)
{
    return "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"," +
           members + "}";
}

const std::string message = "syntax = \"proto3\";\nmessage Sale {\n  int32 f = 1;\n}";

} // namespace

class TestAdoptedSchemas : public QObject
{
    Q_OBJECT

private slots:

    void theFirstPlanIsEmpty_data()
    {
        QTest::addColumn<Subjects>("subjects");
        QTest::addColumn<QStringList>("files");
        const auto value = topic + "-value";
        QTest::newRow("none") << Subjects{} << QStringList{};
        QTest::newRow("Avro") << Subjects{subject(value, record("acme.a.X"))}
                              << QStringList{"acme/schema/acme.a.X.avsc"};
        QTest::newRow("Avro without a name") << Subjects{subject(value, "\"string\"")}
                                             << QStringList{"acme/schema/acme.a._public.x.avsc"};
        QTest::newRow("Protobuf") << Subjects{subject(value, message)}
                                  << QStringList{"acme/schema/acme.a._public.x.proto"};
        QTest::newRow("JSON Schema") << Subjects{subject(value, json("\"title\":\"X\""))}
                                     << QStringList{"acme/schema/acme.a._public.x.json"};
        QTest::newRow("a key too")
            << Subjects{subject(topic + "-key", record("acme.a.K")),
                        subject(value, record("acme.a.X"))}
            << QStringList{"acme/schema/acme.a.K.avsc", "acme/schema/acme.a.X.avsc"};
        QTest::newRow("a key alone") << Subjects{subject(topic + "-key", record("acme.a.K"))}
                                     << QStringList{"acme/schema/acme.a.K.avsc"};
        QTest::newRow("one schema twice")
            << Subjects{subject(value, record("acme.a.X")),
                        subject("acme.a._public.y-value", record("acme.a.X"))}
            << QStringList{"acme/schema/acme.a.X.avsc"};
        QTest::newRow("two of one name")
            << Subjects{subject(value, record("acme.a.X")),
                        subject("acme.a._public.y-value", record("acme.a.X", "\"long\""))}
            << QStringList{"acme/schema/acme.a.X.avsc", "acme/schema/acme.a._public.y.avsc"};
        QTest::newRow("records of several kinds")
            << Subjects{subject(topic + "-acme.a.X", record("acme.a.X")),
                        subject(topic + "-acme.a.Y", record("acme.a.Y"))}
            << QStringList{"acme/schema/acme.a.X.avsc", "acme/schema/acme.a.Y.avsc"};
        QTest::newRow("the topic's own name") << Subjects{subject(topic, record("acme.a.X"))}
                                              << QStringList{"acme/schema/acme.a.X.avsc"};
        QTest::newRow("a level") << Subjects{withLevel(subject(value, record("acme.a.X")), "FULL")}
                                 << QStringList{"acme/schema/acme.a.X.avsc"};
        QTest::newRow("key and value of two levels")
            << Subjects{subject(topic + "-key", record("acme.a.K")),
                        withLevel(subject(value, record("acme.a.X")), "NONE")}
            << QStringList{"acme/schema/acme.a.K.avsc", "acme/schema/acme.a.X.avsc"};
        QTest::newRow("Avro that refers to Avro that refers on")
            << Subjects{subject("acme.a.Deep", record("acme.a.Deep")),
                        subject("acme.a.Used", record("acme.a.Used", "\"acme.a.Deep\""),
                                {{"acme.a.Deep", "acme.a.Deep", 1}}),
                        subject(value, record("acme.a.X", "\"acme.a.Used\""),
                                {{"acme.a.Used", "acme.a.Used", 1}})}
            << QStringList{"acme/schema/acme.a.Deep.avsc", "acme/schema/acme.a.Used.avsc",
                           "acme/schema/acme.a.X.avsc"};
        QTest::newRow("what is referred to keeps its name")
            << Subjects{subject("acme.a.X", record("acme.a.X")),
                        subject(value, record("acme.a.X", "\"long\"")),
                        subject("acme.a._public.y-value", record("acme.a.Y", "\"acme.a.X\""),
                                {{"acme.a.X", "acme.a.X", 1}})}
            << QStringList{"acme/schema/acme.a.X.avsc", "acme/schema/acme.a.Y.avsc",
                           "acme/schema/acme.a._public.x.avsc"};
        QTest::newRow("Protobuf that imports")
            << Subjects{subject(value,
                                "syntax = \"proto3\";\nimport \"acme/used.proto\";\n"
                                "message X {\n  Sale sale = 1;\n}\n",
                                {{"acme/used.proto", "acme/used.proto", 1}}),
                        subject("acme/used.proto", message)}
            << QStringList{"acme/schema/acme.a._public.x.proto", "acme/schema/acme/used.proto"};
        QTest::newRow("JSON Schema that refers to one with an $id")
            << Subjects{subject(value, json("\"properties\":{\"m\":{\"$ref\":\"money.json\"}}"),
                                {{"money.json", "https://acme.example/money", 1}}),
                        subject("https://acme.example/money",
                                json("\"$id\":\"https://acme.example/money\""))}
            << QStringList{"acme/schema/acme.a._public.x.json", "acme/schema/money.json"};
        QTest::newRow("JSON Schema that refers to a path")
            << Subjects{subject(value,
                                json("\"properties\":{\"m\":{\"$ref\":\"../c/money.json\"}}"),
                                {{"../c/money.json", "b/c/money.json", 1}}),
                        subject("b/c/money.json", json("\"title\":\"Money\""))}
            << QStringList{"b/c/money.json", "b/json/acme.a._public.x.json"};
    }

    void theFirstPlanIsEmpty()
    {
        QFETCH(const Subjects, subjects);
        QFETCH(const QStringList, files);
        const auto adopted = adoptedFrom(subjects);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        for (const auto &note : adopted->notes)
            QFAIL((note.resource + ": " + note.message).c_str());
        QCOMPARE(filesOf(*adopted), files);
        const auto plan = nextPlan(*adopted);
        for (const auto &problem : plan.problems)
            QFAIL((problem.resource + ": " + problem.message).c_str());
        for (const auto &item : plan.items)
            QFAIL(describe(item).c_str());
        QCOMPARE(plan.summary.unchanged, m_unchangedWithout + subjects.size());
    }

    void levelsAreSaidWhereTheyDiffer_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("ofEnvironment");
        QTest::addColumn<QString>("said");
        QTest::newRow("the registry's") << ""
                                        << ""
                                        << "";
        QTest::newRow("the same of its own") << "BACKWARD"
                                             << ""
                                             << "";
        QTest::newRow("another") << "FULL"
                                 << ""
                                 << "FULL";
        QTest::newRow("the environment's") << "FULL"
                                           << "FULL"
                                           << "";
        QTest::newRow("the registry's, not the environment's") << ""
                                                               << "FULL"
                                                               << "BACKWARD";
    }

    void levelsAreSaidWhereTheyDiffer()
    {
        QFETCH(const QString, own);
        QFETCH(const QString, ofEnvironment);
        QFETCH(const QString, said);
        m_level = ofEnvironment.toStdString();
        const auto adopted = adoptedFrom(
            {withLevel(subject(topic + "-value", record("acme.a.X")), own.toStdString())});
        QVERIFY(adopted.has_value());
        const auto text = QString::fromStdString(adopted->specs.at(0).text);
        QCOMPARE(text.contains("x-compatibility"), !said.isEmpty());
        QVERIFY2(said.isEmpty() || text.contains("x-compatibility: " + said), qPrintable(text));
        QVERIFY(adopted->notes.empty());
        QVERIFY(nextPlan(*adopted).isEmpty());
        m_level.clear();
    }

    void whatNoFileCanSayIsNoted_data()
    {
        QTest::addColumn<Subjects>("subjects");
        QTest::addColumn<QString>("noted");
        QTest::addColumn<QString>("why");
        const auto value = topic + "-value";
        const auto x = QString::fromStdString(value);
        QTest::newRow("an earlier version")
            << Subjects{subject("acme.a.U", record("acme.a.U"), {}, 2),
                        subject(value, record("acme.a.X", "\"acme.a.U\""),
                                {{"acme.a.U", "acme.a.U", 1}})}
            << x << "It refers to version 1 of 'acme.a.U', and a file means the newest, 2";
        QTest::newRow("a type under another subject")
            << Subjects{subject("u-value", record("acme.a.U")),
                        subject(value, record("acme.a.X", "\"acme.a.U\""),
                                {{"acme.a.U", "u-value", 1}})}
            << x << "The first plan would change it";
        QTest::newRow("an address")
            << Subjects{subject("m", json("\"title\":\"M\"")),
                        subject(value,
                                json("\"properties\":{\"m\":{\"$ref\":\"https://a.b/m.json\"}}"),
                                {{"https://a.b/m.json", "m", 1}})}
            << x << "It refers to 'm' as 'https://a.b/m.json', which leads from no folder";
        QTest::newRow("a path out of the workspace")
            << Subjects{subject("https://a.b/m", json("\"$id\":\"https://a.b/m\"")),
                        subject(value,
                                json("\"properties\":{\"m\":{\"$ref\":\"../../../../m.json\"}}"),
                                {{"../../../../m.json", "https://a.b/m", 1}})}
            << x << "Its file would be '../../m.json', which is no place in a workspace";
        QTest::newRow("a fault") << Subjects{subject(value,
                                                     record("acme.a.X", "\"acme.a.Nowhere\""))}
                                 << x << "There is no Avro type 'acme.a.Nowhere'";
        QTest::newRow("no JSON") << Subjects{subject(value, "{\"type\": \"record\"")} << x << "";
        QTest::newRow("a record's name")
            << Subjects{subject("acme.a.X", record("acme.a.X"))} << "acme.a.X"
            << "Its name doesn't tell which topic it is for";
        QTest::newRow("a topic that is not there")
            << Subjects{subject("acme.a._public.gone-value", record("acme.a.X"))}
            << "acme.a._public.gone-value"
            << "The cluster has no such topic.";
    }

    void whatNoFileCanSayIsNoted()
    {
        QFETCH(const Subjects, subjects);
        QFETCH(const QString, noted);
        QFETCH(const QString, why);
        const auto adopted = adoptedFrom(subjects);
        QVERIFY2(adopted.has_value(), adopted ? "" : adopted.error().message.c_str());
        const auto note =
            std::find_if(adopted->notes.begin(), adopted->notes.end(),
                         [&](const auto &each) { return each.resource == noted.toStdString(); });
        QVERIFY(note != adopted->notes.end());
        QVERIFY2(note->message.starts_with("This schema (") &&
                     note->message.find("is in no spec. " + why.toStdString()) != std::string::npos,
                 note->message.c_str());
        const auto plan = nextPlan(*adopted, false);
        QVERIFY(plan.problems.empty());
        QVERIFY(plan.isEmpty());
    }

    void aFileThatStandsIsNotWrittenAgain()
    {
        m_files = {{"acme/schema/acme.a.X.avsc", record("acme.a.X")},
                   {"acme/schema/acme.a.Y.avsc", "{\"mine\": true}"}};
        const auto adopted = adoptedFrom({subject(topic + "-value", record("acme.a.X")),
                                          subject("acme.a._public.y-value", record("acme.a.Y"))});
        QVERIFY(adopted.has_value());
        QCOMPARE(filesOf(*adopted), QStringList{"acme/schema/acme.a._public.y.avsc"});
        QVERIFY(nextPlan(*adopted).isEmpty());
        m_files.clear();
    }

private:
    Given given() const
    {
        Given given{{{"a.yaml", specOf("acme.a", channelOf("_public.x", "partitions: 3, "
                                                                        "replicas: 1") +
                                                     channelOf("_public.y", "partitions: 3, "
                                                                            "replicas: 1"))}}};
        given.environment.name = "dev";
        given.environment.registry.emplace();
        given.environment.registry->compatibility = m_level;
        return given;
    }

    std::map<std::string, std::string> texts() const
    {
        auto texts = m_files;
        texts["meshwright.yaml"] = "version: 1\n";
        return texts;
    }

    Result<Adoption> adoptedFrom(Subjects subjects)
    {
        auto provisioned = given();
        provisioned.provision();
        m_actual = readActualState(provisioned.cluster, {});
        m_actual.compatibility = "BACKWARD";
        m_actual.subjects = Subjects();
        auto adopted = adoption::adopt(Workspace::fromTexts(texts()), provisioned.environment,
                                       m_actual, "acme");
        m_unchangedWithout = adopted ? nextPlan(*adopted).summary.unchanged : 0;
        std::sort(subjects.begin(), subjects.end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
        m_actual.subjects = std::move(subjects);
        return adoption::adopt(Workspace::fromTexts(texts()), provisioned.environment, m_actual,
                               "acme");
    }

    static QStringList filesOf(const Adoption &adopted)
    {
        QStringList files;
        for (const auto &schema : adopted.schemas)
            files << QString::fromStdString(schema.file);
        return files;
    }

    Plan nextPlan(const Adoption &adopted, bool prunesSchemas = true) const
    {
        auto all = texts();
        for (const auto &[file, text] : adoption::filesOf(adopted))
            all[file.generic_string()] = text;
        const auto topology = topologyOf(all);
        const auto environment = given().environment;
        return makePlan(*topology, environment, desiredState(*topology, &environment), m_actual,
                        lint(*topology), {.prune = {true, true, true, prunesSchemas}});
    }

    std::map<std::string, std::string> m_files;
    std::string m_level;
    ActualState m_actual;
    std::size_t m_unchangedWithout = 0;
};

QTEST_GUILESS_MAIN(TestAdoptedSchemas)
#include "tst_adoptedschemas.moc"
