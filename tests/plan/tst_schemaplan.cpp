// SPDX-License-Identifier: Apache-2.0
#include "plan/applying.h"
#include "plan/planning.h"
#include "support/fakeregistry.h"

#include <QtTest>

#include <new>

using namespace meshwright;
using namespace meshwright::test;

namespace {

constexpr const char *orderOne =
    R"({"type":"record","name":"acme.a.Order","fields":[{"name":"id","type":"string"}]})";
constexpr const char *orderTwo =
    R"({"type":"record","name":"acme.a.Order","fields":[{"name":"id","type":"string"},)"
    R"({"name":"sum","type":"int"}]})";

std::string channelWith(const std::string &name, const std::string &schema,
                        const std::string &binding = {})
{
    return "  " + name + ":\n    publish:\n      operationId: x\n      message:\n" +
           (binding.empty() ? "" : "        bindings: {kafka: {" + binding + "}}\n") +
           "        payload: {$ref: '" + schema + "'}\n";
}

struct Given
{
    std::map<std::string, std::string> texts;
    FakeCluster cluster = {};
    FakeRegistry registry = {};
    Environment environment = {};
    std::vector<Diagnostic> diagnostics = {};
    PlanOptions options = {.created = "2026-01-01T00:00:00Z"};

    Given(std::map<std::string, std::string> files)
        : texts(std::move(files))
    {
        environment.name = "dev";
        environment.registry.emplace().url = "http://registry";
    }

    DesiredState desired() const { return desiredState(*topologyOf(texts), &environment); }

    Plan plan()
    {
        const auto topology = topologyOf(texts);
        const auto wanted = desiredState(*topology, &environment);
        return makePlan(*topology, environment, wanted,
                        readActualState({cluster, &registry}, wanted, {}), diagnostics, options);
    }

    ApplyReport apply() { return meshwright::apply(plan(), {cluster, &registry}, {}, {}, quick); }
};

Given oneTopic(const char *schema = orderOne, const std::string &binding = {})
{
    return {{{"a.yaml", specOf("acme.a", channelWith("_public.x", "order.avsc", binding))},
             {"order.avsc", schema}}};
}

QString subjectsOf(const DesiredState &state)
{
    QStringList names;
    for (const auto &subject : state.subjects)
        names.append(QString::fromStdString(subject.name));
    return names.join(' ');
}

QString problemsOf(const Plan &plan)
{
    QStringList all;
    for (const auto &problem : plan.problems)
        all.append(QString::fromStdString(problem.resource + ": " + problem.message));
    return all.join('\n');
}

} // namespace

class TestSchemaPlan : public QObject
{
    Q_OBJECT

private slots:

    void whatTheReadingThrowsReachesWhoAsked()
    {
        struct Throwing : FakeRegistry
        {
            Result<std::vector<ActualSubject>> readSubjects(std::stop_token /*stop*/) override
            {
                throw std::bad_alloc();
            }
        } registry;

        FakeCluster cluster;
        QVERIFY_EXCEPTION_THROWN(readActualState({cluster, &registry}, {}, {}), std::bad_alloc);
    }

    void subjectsAreNamedByTheStrategy_data()
    {
        QTest::addColumn<QString>("strategy");
        QTest::addColumn<QString>("subject");
        QTest::newRow("none") << ""
                              << "acme.a._public.x-value";
        QTest::newRow("topic") << "TopicNameStrategy"
                               << "acme.a._public.x-value";
        QTest::newRow("record") << "RecordNameStrategy"
                                << "acme.a.Order";
        QTest::newRow("record id") << "RecordIdStrategy"
                                   << "acme.a.Order";
        QTest::newRow("both") << "TopicRecordNameStrategy"
                              << "acme.a._public.x-acme.a.Order";
        QTest::newRow("class") << "io.confluent.kafka.serializers.subject.RecordNameStrategy"
                               << "acme.a.Order";
        QTest::newRow("simple") << "SimpleTopicIdStrategy"
                                << "acme.a._public.x";
    }

    void subjectsAreNamedByTheStrategy()
    {
        QFETCH(QString, strategy);
        QFETCH(QString, subject);
        const auto given = oneTopic(
            orderOne, strategy.isEmpty() ? "" : "schemaLookupStrategy: " + strategy.toStdString());
        QCOMPARE(subjectsOf(given.desired()), subject);
    }

    void keysAreSubjectsToo()
    {
        auto given = oneTopic(orderOne, "key: {$ref: key.avsc}");
        given.texts["key.avsc"] = "\"long\"";
        QCOMPARE(subjectsOf(given.desired()), "acme.a._public.x-key acme.a._public.x-value");
    }

    void noRegistryNoSubjects()
    {
        auto given = oneTopic();
        given.environment.registry.reset();
        QVERIFY(given.desired().subjects.empty());
    }

    void referencesComeFirst()
    {
        Given given(
            {{"a.yaml", specOf("acme.a", channelWith("_public.x", "s/acme.a.Order.avsc"))},
             {"s/acme.a.Order.avsc",
              R"({"type":"record","name":"acme.a.Order","fields":[{"name":"l","type":"Line"}]})"},
             {"s/acme.a.Line.avsc",
              R"({"type":"record","name":"acme.a.Line","fields":[
                  {"name":"m","type":"acme.common.Money"}]})"},
             {"s/acme.common.Money.avsc",
              R"({"type":"record","name":"acme.common.Money","fields":[]})"}});
        const auto desired = given.desired();
        QCOMPARE(subjectsOf(desired), "acme.common.Money acme.a.Line acme.a._public.x-value");
        QVERIFY(desired.subjects[2].schema.references ==
                (std::vector<SchemaReference>{{"acme.a.Line", "acme.a.Line", 0}}));
        const auto report = given.apply();
        QVERIFY(report.isComplete());
        QCOMPARE(given.registry.calls,
                 (std::vector<std::string>{"register acme.common.Money", "register acme.a.Line",
                                           "register acme.a._public.x-value"}));
        QCOMPARE(given.registry.subjects.at("acme.a.Line").schema.references[0].version, 1);
        QVERIFY2(given.plan().isEmpty(), problemsOf(given.plan()).toUtf8());
    }

    void jsonAndProtobufReferToFiles()
    {
        Given given(
            {{"a.yaml", specOf("acme.a", channelWith("_public.x", "x.yaml") +
                                             channelWith("_public.y", "p/y.proto"))},
             {"x.yaml", "type: object\nproperties: {m: {$ref: './money.yaml#/definitions/m'}}\n"},
             {"money.yaml", "definitions: {m: {type: integer}}\n"},
             {"p/y.proto", "syntax = \"proto3\"; import \"p/z.proto\"; message Y { Z z = 1; }"},
             {"p/z.proto", "syntax = \"proto3\"; message Z {}"}});
        QCOMPARE(subjectsOf(given.desired()),
                 "money.yaml acme.a._public.x-value p/z.proto acme.a._public.y-value");
        QCOMPARE(QString::fromStdString(given.desired().subjects[0].schema.text),
                 "{\"definitions\":{\"m\":{\"type\":\"integer\"}}}");
        QVERIFY(given.apply().isComplete());
        QVERIFY(given.plan().isEmpty());
    }

    void aNewVersionIsPlannedAndItsReferrersFollow()
    {
        Given given(
            {{"a.yaml", specOf("acme.a", channelWith("_public.x", "acme.a.Order.avsc"))},
             {"acme.a.Order.avsc",
              R"({"type":"record","name":"acme.a.Order","fields":[
                          {"name":"l","type":"Line"}]})"},
             {"acme.a.Line.avsc", R"({"type":"record","name":"acme.a.Line","fields":[]})"}});
        QVERIFY(given.apply().isComplete());
        given.texts["acme.a.Line.avsc"] =
            R"({"type":"record","name":"acme.a.Line","fields":[
                {"name":"n","type":"int","default":0}]})";
        const auto plan = given.plan();
        QCOMPARE(countOf(plan, PlanKind::Schema, PlanAction::Update), std::size_t(2));
        QCOMPARE(QString::fromStdString(describe(plan.items[0])),
                 "new version after version 1: AVRO");
        QVERIFY(given.apply().isComplete());
        QCOMPARE(given.registry.subjects.at("acme.a._public.x-value").schema.references[0].version,
                 2);
        QVERIFY(given.plan().isEmpty());
    }

    // Fault 13
    void anIncompatibleSchemaKeepsItsContextOutOfThePlan()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        given.texts["order.avsc"] = orderTwo;
        given.texts["a.yaml"] =
            specOf("acme.a", channelWith("_public.x", "order.avsc") + channelOf("_public.more"));
        given.texts["b.yaml"] = specOf("acme.b", channelOf("_public.other"));
        given.registry.verdicts["acme.a._public.x-value"] =
            SchemaVerdict{false, {"READER_FIELD_MISSING"}};
        const auto plan = given.plan();
        QVERIFY(plan.hasErrors());
        QVERIFY2(problemsOf(plan).contains("acme.a._public.x-value: It is not compatible "
                                           "(BACKWARD) with version 1: 'sum' (int) is new"),
                 problemsOf(plan).toUtf8());
        QVERIFY(!itemOf(plan, "topic:acme.a._public.more"));
        QVERIFY(itemOf(plan, "topic:acme.b._public.other"));
        for (const auto &item : plan.items)
            QVERIFY(item.context != "acme.a");
        QVERIFY(apply(plan, {given.cluster, &given.registry}, {}, {}, quick).refused);
    }

    void theRegistrysWordHolds()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        given.texts["order.avsc"] = orderTwo;
        const auto taken = given.plan(); // it takes what we would not
        QVERIFY(!taken.hasErrors());
        const auto *item = itemOf(taken, "schema:acme.a._public.x-value");
        QVERIFY(item && item->risk == Risk::AffectsData);
        QVERIFY(QString::fromStdString(item->warning).contains("the registry takes it, but"));
        given.texts["order.avsc"] =
            R"({"type":"record","name":"acme.a.Order","doc":"d","fields":[
                {"name":"id","type":"string"}]})";
        given.registry.verdicts["acme.a._public.x-value"] = SchemaVerdict{false, {"because"}};
        const auto refused = given.plan();
        QVERIFY(problemsOf(refused).contains("the registry says: because"));
    }

    void aRegistryThatGivesNoVerdictIsSaid()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        given.texts["order.avsc"] = orderTwo;
        given.registry.verdicts["acme.a._public.x-value"] =
            tl::unexpected(Error{Error::Code::Denied, "no right to ask", {}});
        const auto plan = given.plan();
        QVERIFY2(problemsOf(plan).contains("reading of the level alone: no right to ask"),
                 problemsOf(plan).toUtf8());
        QVERIFY(plan.hasErrors()); // by that reading, it does not fit
    }

    // No registry makes a second version of a text: a plan to set it back would never end.
    void aTextIsNotSetBack()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        given.texts["order.avsc"] = orderTwo;
        given.registry.verdicts["acme.a._public.x-value"] = SchemaVerdict{true, {}, 4};
        const auto plan = given.plan();
        QVERIFY2(problemsOf(plan).contains("This text is version 4 already"),
                 problemsOf(plan).toUtf8());
        QVERIFY(!itemOf(plan, "schema:acme.a._public.x-value"));
        given.registry.verdicts["acme.a._public.x-value"] = SchemaVerdict{true, {}, 1};
        QVERIFY(!given.plan().hasErrors()); // the newest itself: in step
        QVERIFY(given.plan().isEmpty());
    }

    void levelsAreSet()
    {
        auto given = oneTopic(orderOne, "x-compatibility: full");
        QVERIFY(given.apply().isComplete());
        QCOMPARE(given.registry.calls, (std::vector<std::string>{"register acme.a._public.x-value",
                                                                 "level acme.a._public.x-value"}));
        QCOMPARE(QString::fromStdString(
                     given.registry.subjects.at("acme.a._public.x-value").compatibility),
                 "FULL");
        QVERIFY(given.plan().isEmpty());
        given.texts["a.yaml"] = specOf("acme.a", channelWith("_public.x", "order.avsc"));
        QVERIFY(given.plan().isEmpty()); // what no spec names stays
        given.environment.registry->compatibility = "NONE";
        given.texts["order.avsc"] = orderTwo;
        const auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(2)); // the level first: the text needs it
        QVERIFY(std::holds_alternative<LevelChange>(plan.items[0].change));
        QVERIFY(plan.items[1].risk == Risk::AffectsData);
        QVERIFY(given.apply().isComplete());
    }

    void aLevelIsSetWhereTheRegistryGivesEachSubjectOne()
    {
        auto given = oneTopic(orderOne, "x-compatibility: FULL"); // as Apicurio does
        given.registry.level = given.registry.firstLevel = "NONE";
        const auto report = given.apply();
        for (const auto &item : report.items)
            QVERIFY2(item.state == ItemState::Done, item.message.c_str());
        QVERIFY(given.plan().isEmpty());
    }

    void aLevelThatSomebodyElseSetIsNotOverwritten()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        given.environment.registry->compatibility = "FULL";
        const auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        given.registry.subjects["acme.a._public.x-value"].compatibility = "FORWARD";
        const auto report = apply(plan, {given.cluster, &given.registry}, {}, {}, quick);
        QVERIFY(report.items[0].state == ItemState::Stale);
        QVERIFY(says(report.items[0], "its level is FORWARD now"));
    }

    void aChannelsLevelIsThatOfItsMessages()
    {
        auto given = oneTopic();
        given.texts["a.yaml"].replace(given.texts["a.yaml"].find("    publish"), 0,
                                      "    bindings: {kafka: {x-compatibility: FORWARD}}\n");
        QCOMPARE(QString::fromStdString(given.desired().subjects[0].compatibility), "FORWARD");
    }

    void anUnknownLevelIsAProblem()
    {
        auto given = oneTopic(orderOne, "x-compatibility: SIDEWAYS");
        QVERIFY(problemsOf(given.plan()).contains("no compatibility level SIDEWAYS"));
    }

    // Fault 15
    void aRegistryThatCantBeReadIsNotAnEmptyOne()
    {
        auto given = oneTopic();
        given.texts["b.yaml"] = specOf("acme.b", channelOf("_public.other"));
        given.registry.readFault = failure(Error::Code::Network);
        const auto plan = given.plan();
        QVERIFY(plan.hasErrors());
        QVERIFY(problemsOf(plan).contains("schemas: The schema registry could not be read"));
        QVERIFY(!itemOf(plan, "topic:acme.a._public.x"));
        QVERIFY(itemOf(plan, "topic:acme.b._public.other"));
        given.texts.erase("a.yaml");
        QVERIFY(!given.plan().hasErrors()); // nobody needs it
    }

    void twoSchemasUnderOneNameAreAProblem()
    {
        auto given = oneTopic();
        given.texts["a.yaml"] += "    subscribe:\n      operationId: y\n      message:\n        "
                                 "payload: {$ref: other.avsc}\n";
        given.texts["other.avsc"] = "\"string\"";
        QVERIFY(problemsOf(given.plan()).contains("TopicRecordNameStrategy"));
    }

    void whatSeveralReferToIsMadeForWhoIsNotHeldBack()
    {
        const auto schema = [](const char *title) {
            return std::string("title: ") + title + "\nproperties: {m: {$ref: './money.yaml'}}\n";
        };
        Given given({{"a.yaml", specOf("acme.a", channelWith("_public.x", "a.schema.yaml"))},
                     {"b.yaml", specOf("acme.b", channelWith("_public.y", "b.schema.yaml"))},
                     {"a.schema.yaml", schema("A")},
                     {"b.schema.yaml", schema("B")},
                     {"money.yaml", "type: integer\n"}});
        for (const char *faulty : {"a.yaml", "b.yaml"}) {
            Diagnostic fault;
            fault.file = faulty;
            fault.rule = "some/rule";
            given.diagnostics = {fault};
            const auto plan = given.plan();
            QVERIFY2(!plan.hasErrors(), problemsOf(plan).toUtf8());
            QCOMPARE(countOf(plan, PlanKind::Schema, PlanAction::Create), std::size_t(2));
            QVERIFY(itemOf(plan, "schema:money.yaml"));
        }
        given.diagnostics.clear();
        QCOMPARE(countOf(given.plan(), PlanKind::Schema, PlanAction::Create), std::size_t(3));
    }

    void whatIsReferredToHasToBeThere()
    {
        Given given(
            {{"a.yaml", specOf("acme.a", channelWith("_public.x", "acme.a.Order.avsc"))},
             {"b.yaml", specOf("acme.b", channelOf("_public.y"))},
             {"acme.a.Order.avsc",
              R"({"type":"record","name":"acme.a.Order","fields":[{"name":"l","type":"acme.b.L"}]})"},
             {"acme.b.L.avsc", R"({"type":"record","name":"acme.b.L","fields":[]})"}});
        const auto desired = given.desired();
        QCOMPARE(subjectsOf(desired), "acme.b.L acme.a._public.x-value");
        QCOMPARE(QString::fromStdString(desired.subjects[0].context.value), "acme.b");
    }

    void failuresHoldBackWhatRefersToThem()
    {
        Given given(
            {{"a.yaml", specOf("acme.a", channelWith("_public.x", "acme.a.Order.avsc") +
                                             channelWith("_public.y", "plain.avsc"))},
             {"plain.avsc", "\"string\""},
             {"acme.a.Order.avsc",
              R"({"type":"record","name":"acme.a.Order","fields":[
                          {"name":"l","type":"Line"}]})"},
             {"acme.a.Line.avsc", R"({"type":"record","name":"acme.a.Line","fields":[]})"}});
        given.registry.faults["acme.a.Line"] = failure(Error::Code::Denied);
        const auto plan = given.plan();
        const auto report = apply(plan, {given.cluster, &given.registry}, {}, {}, quick);
        const auto stateOf = [&](const std::string &id) {
            for (const auto &item : report.items)
                if (item.id == id)
                    return QString::fromUtf8(nameOf(item.state).data()) + ": " +
                           QString::fromStdString(item.message);
            return QString();
        };
        QCOMPARE(stateOf("schema:acme.a.Line"), "failed: as arranged");
        QCOMPARE(stateOf("schema:acme.a._public.x-value"),
                 "skipped: held back, since acme.a.Line, which it refers to, was not registered");
        QCOMPARE(stateOf("schema:acme.a._public.y-value"), "done: ");
    }

    void whatMovedIsStale()
    {
        auto given = oneTopic();
        const auto first = given.plan();
        given.registry.subjects["acme.a._public.x-value"] = {
            "acme.a._public.x-value", 3, 9, {"AVRO", "\"int\"", {}}, {}};
        auto report = apply(first, {given.cluster, &given.registry}, {}, {}, quick);
        const auto stale = std::find_if(report.items.begin(), report.items.end(),
                                        [](auto &item) { return item.state == ItemState::Stale; });
        QVERIFY(stale != report.items.end());
        QVERIFY(says(*stale, "has version 3 now"));
        given.registry.subjects["acme.a._public.x-value"].schema.text = orderOne;
        report = apply(first, {given.cluster, &given.registry}, {}, {}, quick);
        QVERIFY(report.isComplete()); // as planned already
        QVERIFY(given.registry.calls.empty());
    }

    void withoutARegistryNothingIsRegistered()
    {
        auto given = oneTopic();
        const auto report = apply(given.plan(), given.cluster, {}, {}, quick);
        const auto failed = std::find_if(report.items.begin(), report.items.end(), [](auto &item) {
            return item.state == ItemState::Failed;
        });
        QVERIFY(failed != report.items.end());
        QVERIFY(says(*failed, "registry.url"));
    }

    void subjectsAreDeletedOnlyWhereTheyAreSurelyOwn()
    {
        auto given = oneTopic();
        QVERIFY(given.apply().isComplete());
        const auto add = [&](const std::string &name, std::vector<SchemaReference> references) {
            given.registry.subjects[name] = {
                name, 1, 1, {"AVRO", "\"int\"", std::move(references)}, {}};
        };
        add("acme.a._public.old-value", {});
        add("acme.a._public.kept-value", {});
        add("acme.a.Record", {{"k", "acme.a._public.kept-value", 1}});
        add("acme.ab._public.other-value", {});
        QVERIFY(given.plan().isEmpty());
        given.options.prune.schemas = true;
        const auto plan = given.plan();
        QCOMPARE(plan.items.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(plan.items[0].id), "schema:acme.a._public.old-value");
        QVERIFY(plan.items[0].action == PlanAction::Delete);
        QVERIFY(apply(plan, {given.cluster, &given.registry}, {}, {}, quick).isComplete());
        QVERIFY(!given.registry.subjects.contains("acme.a._public.old-value"));
    }
};

QTEST_GUILESS_MAIN(TestSchemaPlan)
#include "tst_schemaplan.moc"
