// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxconnector.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace meshwright;

namespace {

SchemaText avro(const char *fields, std::vector<SchemaReference> references = {})
{
    return {"AVRO", std::string(R"({"type":"record","name":"R","fields":[)") + fields + "]}",
            std::move(references)};
}

constexpr const char *one = R"({"name":"a","type":"int"})";
constexpr const char *two = R"({"name":"a","type":"int"},{"name":"b","type":"int"})";
constexpr const char *three = R"({"name":"a","type":"int"},{"name":"b","type":"int","default":0})";

} // namespace

class TestSandboxRegistry : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_registry = open();
        QVERIFY(m_registry);
    }

    void startsEmptyWithConfluentsLevel()
    {
        QCOMPARE(m_registry->readLevel({}).value_or(""), std::string("BACKWARD"));
        QVERIFY(m_registry->readSubjects({})->empty());
        QVERIFY(m_registry->describeSubjects({"s"}, {})[0].error().code == Error::Code::NotFound);
    }

    void keepsVersions()
    {
        QVERIFY(registered("s", avro(one)));
        QVERIFY(registered("s", avro(one))); // again: no new version
        QVERIFY(registered("t", avro(one)));
        QVERIFY(registered("s", avro(three)));
        const auto subjects = open()->readSubjects({}); // another connection
        QCOMPARE(subjects->size(), std::size_t(2));
        QCOMPARE(subjects->at(0).version, 2);
        QCOMPARE(subjects->at(1).version, 1);
        const auto back = m_registry->checkCompatibility({{"s", avro(one)}, {"s", avro(two)}}, {});
        QCOMPARE(back[0]->earlierVersion, 1);
        QCOMPARE(back[1]->earlierVersion, 0);
        QVERIFY(subjects->at(0).id != subjects->at(1).id);
    }

    void refusesWhatIsNotCompatible()
    {
        QVERIFY(registered("s", avro(one)));
        const auto verdict = m_registry->checkCompatibility({{"s", avro(two)}}, {})[0];
        QVERIFY(verdict && !verdict->isCompatible);
        QVERIFY(verdict->messages.front().find("'b' (int) is new") != std::string::npos);
        const auto refused = m_registry->registerSchemas({{"s", avro(two)}}, {})[0];
        QVERIFY(!refused && refused.error().code == Error::Code::Conflict);
        QVERIFY(m_registry->setLevels({{"s", "NONE"}}, {})[0]);
        QVERIFY(registered("s", avro(two)));
        QVERIFY(m_registry->setLevels({{"s", "BACKWARD_TRANSITIVE"}}, {})[0]);
        QCOMPARE(m_registry->describeSubjects({"s"}, {})[0]->compatibility,
                 std::string("BACKWARD_TRANSITIVE"));
        QVERIFY(!m_registry->setLevels({{"s", "SIDEWAYS"}}, {})[0]);
    }

    void transitiveLevelsLookAtEveryVersion()
    {
        QVERIFY(m_registry->setLevels({{"s", "NONE"}}, {})[0]);
        QVERIFY(registered("s", avro(one)));
        QVERIFY(registered("s", avro(two)));
        const auto isTaken = [&](const char *level) {
            return m_registry->setLevels({{"s", level}}, {})[0] &&
                   m_registry->checkCompatibility({{"s", avro(two)}}, {})[0]->isCompatible;
        };
        QVERIFY(isTaken("BACKWARD"));
        QVERIFY(!isTaken("BACKWARD_TRANSITIVE"));
    }

    void referencesHaveToBeThere()
    {
        const auto text = avro(R"({"name":"m","type":"M"})", {{"M", "m", 1}});
        QVERIFY(!registered("s", text));
        QVERIFY(registered("m", {"AVRO", R"({"type":"record","name":"M","fields":[]})", {}}));
        QVERIFY(registered("s", text));
        QVERIFY(m_registry->describeSubjects({"s"}, {})[0]->schema == text);
        const auto refused = m_registry->deleteSubjects({"m"}, {})[0];
        QVERIFY(!refused && refused.error().message.find("s refers") != std::string::npos);
        QVERIFY(m_registry->deleteSubjects({"s"}, {})[0]);
        QVERIFY(m_registry->deleteSubjects({"m"}, {})[0]);
        QVERIFY(m_registry->readSubjects({})->empty());
        QVERIFY(registered("m", avro(one)));
        QCOMPARE(m_registry->describeSubjects({"m"}, {})[0]->version, 2); // numbers go on
    }

    void aNewFileIsMadeByClusterAndRegistryAtOnce()
    {
        for (int i = 0; i < 50; ++i) {
            auto environment = environmentHere();
            environment.properties["path"] =
                m_folder->filePath(QString::number(i)).toStdString() + ".db";
            const auto cluster = SandboxConnector().open(environment);
            const auto registry = SandboxConnector().openRegistry(environment);
            QVERIFY(cluster && registry);
            const auto state = readActualState({**cluster, registry->get()}, {}, {});
            QVERIFY2(state.topics, state.topics ? "" : state.topics.error().message.c_str());
            QVERIFY(state.subjects && state.subjects->has_value());
            QCOMPARE(state.clusterId, (*cluster)->info({})->clusterId);
        }
    }

    void anAddressLeadsElsewhere()
    {
        auto environment = environmentHere();
        environment.registry.emplace().url = "no address";
        QVERIFY(!SandboxConnector().openRegistry(environment));
    }

private:
    Environment environmentHere() const
    {
        Environment environment;
        environment.name = "sandbox";
        environment.properties["path"] = m_folder->filePath("c.db").toStdString();
        return environment;
    }

    std::unique_ptr<SchemaRegistry> open() const
    {
        return SandboxConnector().openRegistry(environmentHere()).value_or(nullptr);
    }

    bool registered(const std::string &subject, const SchemaText &schema)
    {
        const auto outcome = m_registry->registerSchemas({{subject, schema}}, {})[0];
        if (!outcome)
            qInfo("%s", outcome.error().message.c_str());
        return outcome.has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SchemaRegistry> m_registry;
};

QTEST_GUILESS_MAIN(TestSandboxRegistry)
#include "tst_sandboxregistry.moc"
