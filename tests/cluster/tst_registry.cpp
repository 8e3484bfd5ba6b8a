// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxconnector.h"
#include "schemaregistry/httpregistry.h"
#include "schemaregistry/registryanswers.h"
#include "support/apicurio.h"

#include "meshwright/adoption/adopt.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/apply.h"
#include "meshwright/topology/topology.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace meshwright;

// Plans and applies schemas on a real registry. The cluster beside it is the sandbox: what it does
// is tested elsewhere.
class TestRegistry : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void applies_data();
    void applies();
    void whatAnotherSpecOwnsComesFirst();
    void theSampleApplies();
    void allThreeLanguagesRefer();
    void coversEnough();
    void anIncompatibleChangeIsRefused();
    void levelsAndDeletions();
    void manyAreReadFaster();

private:
    struct Run;

    /// Specs and files of schemas that are made of what is there ask for the same.
    void verifyAdopted(const Run &run);

    /// Notes what kinds of schemas it has; whether it has any.
    bool count(const Plan &plan);

    std::string url() const { return m_registry.url(); }

    schemaregistry::Connection connection() const
    {
        schemaregistry::Connection connection;
        connection.url = url();
        return connection;
    }

    test::Apicurio m_registry;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::set<std::string> m_types;
    int m_applied = 0;
};

namespace {

const std::string corpus = std::string(MESHWRIGHT_TEST_DATA) + "/specmesh";

std::vector<std::string> specFiles()
{
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(corpus)) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".yaml" || extension == ".yml"))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string problemsOf(const Plan &plan)
{
    std::string text;
    for (const auto &problem : plan.problems)
        text += problem.resource + ": " + problem.message + "; ";
    return text;
}

std::string specWith(const char *schema, const char *level = "")
{
    return std::string("asyncapi: '2.6.0'\nid: 'urn:acme.a'\ninfo: {title: t, version: '1'}\n"
                       "channels:\n  _public.x:\n    publish:\n      operationId: x\n"
                       "      message:\n        bindings: {kafka: {") +
           level + "}}\n        payload: {$ref: " + schema + "}\n";
}

} // namespace

/// One workspace against the registry.
struct TestRegistry::Run
{
    Run(const TestRegistry &test, const WorkspacePtr &workspace)
        : topology(buildTopology(workspace))
        , findings(lint(*topology))
    {
        environment.name = "local";
        environment.connector = "sandbox";
        environment.replicas = 1;
        environment.properties["path"] = test.m_folder->filePath("c.db").toStdString();
        environment.registry.emplace().url = test.url();
        cluster = SandboxConnector().open(environment).value();
        registry = SandboxConnector().openRegistry(environment).value();
    }

    Plan plan(const PlanOptions &options = {}) const
    {
        const auto desired = desiredState(*topology, &environment);
        return makePlan(*topology, environment, desired,
                        readActualState({*cluster, registry.get()}, desired, {}), findings,
                        options);
    }

    ApplyReport apply(const Plan &plan) const
    {
        return meshwright::apply(plan, {*cluster, registry.get()}, {}, {});
    }

    TopologyPtr topology;
    std::vector<Diagnostic> findings;
    Environment environment;
    std::unique_ptr<Cluster> cluster;
    std::unique_ptr<SchemaRegistry> registry;
};

#define VERIFY_DONE(applied)                                                                       \
    do {                                                                                           \
        const ApplyReport report = applied;                                                        \
        QVERIFY2(!report.refused, report.refused ? report.refused->message.c_str() : "");          \
        for (const auto &item : report.items)                                                      \
            QVERIFY2(item.state == ItemState::Done, (item.id + ": " + item.message).c_str());      \
    } while (false)

void TestRegistry::initTestCase()
{
    const auto started = m_registry.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
}

void TestRegistry::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    // For good: what was deleted softly still keeps what it refers to.
    schemaregistry::HttpRegistry registry(connection());
    schemaregistry::HttpClient client(connection());
    for (int round = 0; round < 20; ++round) {
        const auto answer = client.send({{"GET", "/subjects?deleted=true"}}, {}).front();
        const auto names = schemaregistry::subjectsFrom(answer);
        QVERIFY2(names, names ? "" : names.error().message.c_str());
        if (names->empty())
            return;
        registry.deleteSubjects(*names, {});
        std::vector<schemaregistry::HttpRequest> requests;
        for (const auto &name : *names)
            requests.push_back(
                {"DELETE", "/subjects/" + schemaregistry::escaped(name) + "?permanent=true"});
        client.send(requests, {});
    }
    QFAIL("the registry does not get empty");
}

void TestRegistry::applies_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &file : specFiles())
        QTest::addRow("%s", file.c_str() + corpus.size() + 1) << QString::fromStdString(file);
}

void TestRegistry::applies()
{
    QFETCH(QString, file);
    const auto workspace = Workspace::open(file.toStdString());
    QVERIFY2(workspace, workspace ? "" : workspace.error().message.c_str());
    const Run run(*this, *workspace);
    const Plan first = run.plan();
    if (first.hasErrors())
        return; // not a valid spec
    VERIFY_DONE(run.apply(first));
    const Plan second = run.plan();
    QVERIFY2(!second.hasErrors(), problemsOf(second).c_str());
    for (const auto &item : second.items)
        QVERIFY2(false, (item.resource + ": " + describe(item)).c_str());
    m_applied += count(first) ? 1 : 0;
}

void TestRegistry::verifyAdopted(const Run &run)
{
    const auto actual = readActualState({*run.cluster, run.registry.get()}, DesiredState(), {});
    auto workspace =
        Workspace::fromTexts({{"meshwright.yaml", "version: 1\norganisation: acme\n"}});
    Environment environment = run.environment;
    environment.replicas.reset();
    const auto adopted = adoption::adopt(workspace, environment, actual, "acme");
    QVERIFY2(adopted, adopted ? "" : adopted.error().message.c_str());
    for (const auto &note : adopted->notes)
        QFAIL((note.resource + ": " + note.message).c_str());
    QVERIFY(!adopted->schemas.empty());
    for (const auto &[file, text] : adoption::filesOf(*adopted))
        workspace = workspace->withText(file.generic_string(), makeText(std::string(text)));
    Run made(*this, workspace);
    made.environment.replicas.reset();
    const Plan next = made.plan({.prune = {true, true, true, true}});
    QVERIFY2(!next.hasErrors(), problemsOf(next).c_str());
    for (const auto &item : next.items)
        QFAIL((item.resource + ": " + describe(item)).c_str());
}

bool TestRegistry::count(const Plan &plan)
{
    bool hasSchemas = false;
    for (const auto &item : plan.items) {
        const auto *change = std::get_if<SchemaChange>(&item.change);
        if (!change)
            continue;
        hasSchemas = true;
        m_types.insert(change->after.type +
                       (change->after.references.empty() ? "" : " with references"));
    }
    return hasSchemas;
}

void TestRegistry::whatAnotherSpecOwnsComesFirst()
{
    const auto specs = corpus + "/repo/kafka/src/test/resources/schema-ref/com.example.";
    const Run trading(*this, Workspace::open(specs + "trading-api.yml").value());
    QVERIFY2(problemsOf(trading.plan()).find("plan its owner's spec first") != std::string::npos,
             problemsOf(trading.plan()).c_str());
    const Run shared(*this, Workspace::open(specs + "shared-api.yml").value());
    for (const auto *run : {&shared, &trading}) {
        VERIFY_DONE(run->apply(run->plan()));
        const Plan second = run->plan();
        QVERIFY2(!second.hasErrors(), problemsOf(second).c_str());
        QVERIFY(second.isEmpty());
    }
}

void TestRegistry::theSampleApplies()
{
    const auto workspace = Workspace::open(std::string(MESHWRIGHT_SAMPLES) + "/acme");
    QVERIFY(workspace);
    const Run run(*this, *workspace);
    const Plan first = run.plan();
    QVERIFY2(!first.hasErrors(), problemsOf(first).c_str());
    VERIFY_DONE(run.apply(first));
    const Plan second = run.plan();
    for (const auto &item : second.items)
        QVERIFY2(false, (item.resource + ": " + describe(item)).c_str());
    QVERIFY(run.registry->readSubjects({})->size() > 20);
    verifyAdopted(run);
    count(first);
}

void TestRegistry::allThreeLanguagesRefer()
{
    const auto message = [](const char *name, const char *schema) {
        return std::string("  _public.") + name + ":\n    publish:\n      operationId: " + name +
               "\n      message: {payload: {$ref: " + schema + "}}\n";
    };
    const Run run(
        *this, Workspace::fromTexts(
                   {{"a.yaml", "asyncapi: '2.6.0'\nid: 'urn:acme.a'\ninfo: {title: t, version: "
                               "'1'}\nchannels:\n" +
                                   message("avro", "acme.a.R.avsc") +
                                   message("json", "r.schema.yaml") + message("proto", "r.proto")},
                    {"acme.a.R.avsc", "{\"type\":\"record\",\"name\":\"acme.a.R\",\"fields\":"
                                      "[{\"name\":\"m\",\"type\":\"acme.b.M\"}]}"},
                    {"acme.b.M.avsc", "{\"type\":\"enum\",\"name\":\"M\",\"namespace\":"
                                      "\"acme.b\",\"symbols\":[\"A\"]}"},
                    {"r.schema.yaml", "$schema: http://json-schema.org/draft-07/schema#\n"
                                      "properties: {m: {$ref: './m.schema.yaml'}}\n"},
                    {"m.schema.yaml", "$schema: http://json-schema.org/draft-07/schema#\n"
                                      "type: integer\n"},
                    {"r.proto", "syntax = \"proto3\";\npackage acme.a;\nimport \"m.proto\";\n"
                                "message R {\n  M m = 1;\n}\n"},
                    {"m.proto", "syntax = \"proto3\";\npackage acme.a;\nmessage M {\n}\n"}}));
    const Plan first = run.plan();
    QVERIFY2(!first.hasErrors(), problemsOf(first).c_str());
    VERIFY_DONE(run.apply(first));
    const Plan second = run.plan();
    for (const auto &item : second.items)
        QVERIFY2(false, (item.resource + ": " + describe(item)).c_str());
    verifyAdopted(run);
    count(first);
}

void TestRegistry::coversEnough()
{
    QVERIFY2(m_applied >= 15, QByteArray::number(m_applied));
    QCOMPARE(m_types,
             (std::set<std::string>{"AVRO", "AVRO with references", "JSON", "JSON with references",
                                    "PROTOBUF", "PROTOBUF with references"}));
}

// Fault 13
void TestRegistry::anIncompatibleChangeIsRefused()
{
    const auto workspace = [](const char *fields, const char *more) {
        return Workspace::fromTexts(
            {{"a.yaml", specWith("r.avsc", "x-compatibility: BACKWARD") + more},
             {"r.avsc", std::string("{\"type\":\"record\",\"name\":\"acme.a.R\",\"fields\":[") +
                            fields + "]}"}});
    };
    const char *one = "{\"name\":\"a\",\"type\":\"int\"}";
    const Run before(*this, workspace(one, ""));
    VERIFY_DONE(before.apply(before.plan()));
    const Run after(*this, workspace("{\"name\":\"a\",\"type\":\"int\"},"
                                     "{\"name\":\"b\",\"type\":\"int\"}",
                                     "  _public.more:\n    publish: {operationId: m, message: "
                                     "{payload: {type: string}}}\n"));
    const Plan plan = after.plan();
    QVERIFY(plan.hasErrors());
    QVERIFY2(problemsOf(plan).find("not compatible (BACKWARD) with version 1: 'b' (int) is new") !=
                 std::string::npos,
             problemsOf(plan).c_str());
    QVERIFY(plan.items.empty());
    QVERIFY(after.apply(plan).refused);
    QCOMPARE(after.cluster->readTopics({})->size(), std::size_t(1));
    // Behind the plan's back, the registry itself refuses it.
    const auto refused =
        after.registry->registerSchemas({{"acme.a._public.x-value",
                                          {"AVRO",
                                           "{\"type\":\"record\",\"name\":\"acme.a.R\",\"fields\":["
                                           "{\"name\":\"b\",\"type\":\"int\"}]}",
                                           {}}}},
                                        {});
    QVERIFY(!refused[0] && refused[0].error().code == Error::Code::Conflict);
}

void TestRegistry::levelsAndDeletions()
{
    const auto workspace = Workspace::fromTexts(
        {{"a.yaml", specWith("r.avsc", "x-compatibility: FULL")}, {"r.avsc", "\"string\""}});
    const Run run(*this, workspace);
    VERIFY_DONE(run.apply(run.plan()));
    const auto subject = run.registry->describeSubjects({"acme.a._public.x-value"}, {})[0];
    QVERIFY(subject);
    QCOMPARE(subject->compatibility, std::string("FULL"));
    QVERIFY(run.plan().isEmpty());
    QVERIFY(run.registry->registerSchemas({{"acme.a._public.old-value", {"AVRO", "\"int\"", {}}}},
                                          {})[0]);
    PlanOptions options;
    options.prune.schemas = true;
    const Plan pruned = run.plan(options);
    QCOMPARE(pruned.items.size(), std::size_t(1));
    VERIFY_DONE(run.apply(pruned));
    QCOMPARE(run.registry->readSubjects({})->size(), std::size_t(1));
}

void TestRegistry::manyAreReadFaster()
{
    constexpr int count = 1000;
    std::vector<NewSchema> schemas;
    schemas.reserve(count);
    for (int i = 0; i < count; ++i)
        schemas.push_back(
            {"many." + std::to_string(i) + "-value",
             {"AVRO",
              "{\"type\":\"record\",\"name\":\"R" + std::to_string(i) + "\",\"fields\":[]}",
              {}}});
    const auto timed = [](const char *what, const auto &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        qInfo("%s: %lld ms", what, static_cast<long long>(timer.elapsed()));
        return timer.elapsed();
    };
    schemaregistry::HttpRegistry many(connection());
    schemaregistry::HttpRegistry single(connection(), 1);
    timed("1 000 registered, 16 at a time", [&] {
        for (const auto &outcome : many.registerSchemas(schemas, {}))
            QVERIFY2(outcome, outcome ? "" : outcome.error().message.c_str());
    });
    const auto read = [](SchemaRegistry &registry) {
        const auto subjects = registry.readSubjects({});
        QVERIFY(subjects && subjects->size() == count);
    };
    timed("warm", [&] { read(many); });
    const auto parallel = timed("1 000 read, 16 at a time", [&] { read(many); });
    const auto serial = timed("1 000 read, one by one", [&] { read(single); });
    QVERIFY(parallel < 30'000);
    QVERIFY(serial > 0);
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
