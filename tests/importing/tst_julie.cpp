// SPDX-License-Identifier: Apache-2.0
#include "meshwright/importing/julie.h"
#include "meshwright/lint/lint.h"
#include "meshwright/plan/plan.h"
#include "support/canary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace meshwright;
using importing::Imported;
using importing::JulieSource;
using importing::NoteKind;

using Properties = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Properties)

namespace {

std::string textOf(const QString &file)
{
    QFile read(QStringLiteral(MESHWRIGHT_TEST_DATA "/julie/") + file);
    if (!read.open(QIODevice::ReadOnly))
        qFatal("no such example");
    return read.readAll().toStdString();
}

JulieSource example(const QString &file)
{
    return {
        {{"descriptor.yaml", textOf(file)}, {"plans.yaml", textOf(QStringLiteral("plans.yaml"))}},
        {}};
}

JulieSource descriptor(const std::string &text)
{
    return {{{"d.yaml", text}}, {}};
}

TopologyPtr topologyOf(const Imported &imported)
{
    return buildTopology(Workspace::fromTexts(imported.files));
}

QStringList topicsOf(const Imported &imported)
{
    QStringList names;
    const auto topology = topologyOf(imported);
    for (const Topic &topic : topology->topics)
        names << QString::fromStdString(topic.name.value);
    return names;
}

QStringList messagesOf(const Imported &imported, NoteKind kind)
{
    QStringList messages;
    for (const auto &note : imported.notes)
        if (note.kind == kind)
            messages << QString::fromStdString(note.message);
    return messages;
}

const std::string twoTopics = "context: shop\n"
                              "source: web\n"
                              "projects:\n"
                              "  - name: till\n"
                              "    consumers: [{principal: 'User:Ledger', group: books}]\n"
                              "    producers: [{principal: 'User:Till'}]\n"
                              "    topics:\n"
                              "      - name: sale\n"
                              "        config: {num.partitions: '3', retention.ms: '1000'}\n"
                              "      - {name: return, dataType: avro}\n";

Acl aclOf(ResourceType type, const std::string &name, const std::string &principal,
          AclOperation operation)
{
    return {.resourceType = type, .name = name, .principal = principal, .operation = operation};
}

} // namespace

class TestJulie : public QObject
{
    Q_OBJECT

private slots:
    void namesTopics_data();
    void namesTopics();
    void deadLetters_data();
    void deadLetters();
    void aListOfNoPatternIsRefused();
    void anOptimizedAclIsToldOnce();
    void readsProperties();
    void examplesHaveNoErrors_data();
    void examplesHaveNoErrors();
    void ownerWritesAndReadersAreGranted();
    void plansNothingBeyondItsNotes();
    void takesSettingsOfPlans();
    void bringsSchemasAlong();
    void saysWhatIsLeftOut_data();
    void saysWhatIsLeftOut();
    void saysWhoElseWrites();
    void saysWhatPruningTakesAway();
    void refuses_data();
    void refuses();
};

void TestJulie::namesTopics_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("topics");
    QTest::newRow("by default") << QString() << QString()
                                << QStringList{QStringLiteral("shop.web.till.return.avro"),
                                               QStringLiteral("shop.web.till.sale")};
    QTest::newRow("by a format") << QStringLiteral("topology.topic.prefix.format")
                                 << QStringLiteral("{{source}}.{{ context }}.{{topic}}")
                                 << QStringList{QStringLiteral("web.shop.return"),
                                                QStringLiteral("web.shop.sale")};
    QTest::newRow("by a format of projects")
        << QStringLiteral("topology.project.prefix.format")
        << QStringLiteral("{{project}}.{{context}}.")
        << QStringList{QStringLiteral("till.shop.return.avro"), QStringLiteral("till.shop.sale")};
    QTest::newRow("no dots, no context") << QStringLiteral("topology.topic.prefix.separator")
                                         << QStringLiteral("-") << QStringList();
}

void TestJulie::namesTopics()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QStringList, topics);
    JulieSource source = descriptor(twoTopics);
    if (!key.isEmpty())
        source.properties[key.toStdString()] = value.toStdString();
    const auto imported = importing::importJulie(source);
    QVERIFY(imported.has_value());
    QCOMPARE(topicsOf(*imported), topics);
    if (topics.isEmpty()) {
        const QStringList leftOut = messagesOf(*imported, NoteKind::LeftOut);
        QCOMPARE(leftOut.filter(QStringLiteral("The topic")).size(), 2);
        QCOMPARE(leftOut.filter(QStringLiteral("left out itself")).size(), 4);
    }
}

void TestJulie::deadLetters_data()
{
    QTest::addColumn<Properties>("properties");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("none") << Properties{} << QStringList{};
    QTest::newRow("all") << Properties{{"topology.dlq.topics.generate", "true"}}
                         << QStringList{"shop.web.till.return.avro.dlq", "shop.web.till.sale.dlq"};
    QTest::newRow("allowed ones") << Properties{{"topology.dlq.topics.generate", "true"},
                                                {"topology.dlq.topics.allow.list.0", ".*sale"}}
                                  << QStringList{"shop.web.till.sale.dlq"};
    QTest::newRow("all but denied ones")
        << Properties{{"topology.dlq.topics.generate", "true"},
                      {"topology.dlq.topics.deny.list.0", "shop.web.till.sale"},
                      {"topology.dlq.topics.deny.list.1", "sale"}} // a part is no match
        << QStringList{"shop.web.till.return.avro.dlq"};
    QTest::newRow("by a format and a label")
        << Properties{{"topology.dlq.topics.generate", "true"},
                      {"topology.topic.dlq.label", "bin"},
                      {"topology.topic.dlq.prefix.format",
                       "{{context}}.{{source}}.{{project}}.{{dlq}}.{{topic}}"}}
        << QStringList{"shop.web.till.bin.return", "shop.web.till.bin.sale"};
    // What begins otherwise is in no context, and the rest stays in its own.
    QTest::newRow("by a format that begins with the label")
        << Properties{{"topology.dlq.topics.generate", "true"},
                      {"topology.topic.dlq.prefix.format", "{{dlq}}.{{context}}.{{topic}}"}}
        << QStringList{};
}

void TestJulie::deadLetters()
{
    QFETCH(const Properties, properties);
    QFETCH(const QStringList, more);
    JulieSource source = descriptor(twoTopics);
    source.properties = properties;
    const auto imported = importing::importJulie(source);
    QVERIFY2(imported.has_value(), imported ? "" : imported.error().message.c_str());
    QStringList expected = more;
    expected << "shop.web.till.return.avro"
             << "shop.web.till.sale";
    expected.sort();
    QCOMPARE(topicsOf(*imported), expected);
    const auto desired = desiredState(*topologyOf(*imported), nullptr);
    const auto retention = [&](const std::string &name) {
        for (const auto &topic : desired.topics)
            if (topic.name.value == name)
                return topic.settings.at("retention.ms");
        return std::string();
    };
    for (const auto &name : more.filter(QStringLiteral("sale")))
        QCOMPARE(retention(name.toStdString()), retention("shop.web.till.sale"));
    if (properties.size() == 2 && more.isEmpty()) {
        const auto leftOut = messagesOf(*imported, NoteKind::LeftOut);
        QCOMPARE(leftOut.filter(QStringLiteral("The topic 'dlq.shop.")).size(), 2);
    }
}

void TestJulie::aListOfNoPatternIsRefused()
{
    JulieSource source = descriptor(twoTopics);
    source.properties["topology.dlq.topics.deny.list.0"] = "(";
    const auto imported = importing::importJulie(source);
    QVERIFY(!imported && imported.error().where == "topology.dlq.topics.deny.list.0");
}

/// One ACL for all topics of a project: no spec asks for it, and the plan adds the single ones.
void TestJulie::anOptimizedAclIsToldOnce()
{
    JulieSource source = descriptor(twoTopics);
    source.properties["topology.acls.optimized"] = "true";
    const auto imported = importing::importJulie(source);
    QVERIFY(imported.has_value());
    const auto others = messagesOf(*imported, NoteKind::NotAsked);
    QCOMPARE(others.filter(QStringLiteral("READ on TOPIC PREFIXED shop.web.till. from")).size(), 1);
    QVERIFY(others.filter(QStringLiteral("TOPIC LITERAL")).isEmpty());
    QVERIFY(messagesOf(*imported, NoteKind::PlanAdds)
                .contains(QStringLiteral(
                    "ALLOW User:Ledger READ on TOPIC LITERAL shop.web.till.sale from *")));
}

void TestJulie::readsProperties()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("d.yaml", QByteArray::fromStdString(twoTopics));
    write("planted.properties", "# formats\n"
                                "topology.topic.prefix.format = {{context}}.\\\n"
                                "    {{topic}}\n"
                                "sasl.jaas.config: password=\"" +
                                    QByteArray(test::canary) +
                                    "\"\n"
                                    "bootstrap.servers=one:9092, two:9092\n");
    const auto source =
        importing::readJulie({folder.path().toStdString()},
                             folder.filePath(QStringLiteral("planted.properties")).toStdString());
    QVERIFY(source.has_value());
    const auto imported = importing::importJulie(*source);
    QVERIFY(imported.has_value());
    QCOMPARE(topicsOf(*imported),
             (QStringList{QStringLiteral("shop.return"), QStringLiteral("shop.sale")}));
    for (const auto &[path, text] : imported->files)
        QVERIFY(text.find(test::canaryWord) == std::string::npos);
    QCOMPARE(topologyOf(*imported)->workspace->settings().environment("imported")->bootstrap,
             std::string("one:9092,two:9092"));
}

void TestJulie::examplesHaveNoErrors_data()
{
    QTest::addColumn<int>("topics");
    QTest::newRow("descriptor-connect.yaml") << 0;
    QTest::newRow("descriptor-ksql.yaml") << 1;
    QTest::newRow("descriptor-only-topics.yaml") << 4;
    QTest::newRow("descriptor-short.yaml") << 2;
    QTest::newRow("descriptor-with-metadata.yaml") << 2;
    QTest::newRow("descriptor-with-plans.yaml") << 5;
    QTest::newRow("descriptor-with-rbac.yaml") << 3;
    QTest::newRow("descriptor-with-schemas.yaml") << 3;
    QTest::newRow("descriptor.yaml") << 1;
}

/// Names without a keyword of access are what is to be looked at; nothing else is worse than
/// advice.
void TestJulie::examplesHaveNoErrors()
{
    QFETCH(int, topics);
    const auto imported =
        importing::importJulie(example(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(imported.has_value(), imported ? "" : imported.error().message.c_str());
    QCOMPARE(topicsOf(*imported).size(), topics);
    const auto topology = topologyOf(*imported);
    for (const Diagnostic &found : lint(*topology)) {
        const bool isExpected =
            found.severity == Severity::Info ||
            (found.severity == Severity::Warning &&
             (found.rule.starts_with("naming/") || found.rule.starts_with("id/")));
        QVERIFY2(isExpected, (found.rule + " " + found.message).c_str());
    }
}

void TestJulie::ownerWritesAndReadersAreGranted()
{
    const auto imported = importing::importJulie(descriptor(twoTopics));
    QVERIFY(imported.has_value());
    const auto topology = topologyOf(*imported);
    const Environment *environment = topology->workspace->settings().environment("imported");
    QVERIFY(environment);
    QCOMPARE(environment->principals.at("shop.web.till"), std::string("User:Till"));
    QCOMPARE(environment->principals.at("shop.ledger"), std::string("User:Ledger"));
    std::set<Acl> asked;
    for (const RequestedAcl &each : requestedAcls(*topology, environment))
        asked.insert(each.acl);
    const auto has = [&](const char *principal, AclOperation operation) {
        return asked.contains(
            aclOf(ResourceType::Topic, "shop.web.till.sale", principal, operation));
    };
    QVERIFY(has("User:Till", AclOperation::Write));
    QVERIFY(has("User:Ledger", AclOperation::Read));
    QVERIFY(!has("User:Ledger", AclOperation::Write));
}

/// What JulieOps made of the descriptor, written by hand from its documentation.
void TestJulie::plansNothingBeyondItsNotes()
{
    const auto imported = importing::importJulie(descriptor(twoTopics));
    QVERIFY(imported.has_value());
    const auto topology = topologyOf(*imported);
    const Environment &environment = *topology->workspace->settings().environment("imported");
    std::vector<Acl> acls{aclOf(ResourceType::Group, "books", "User:Ledger", AclOperation::Read)};
    ActualTopic sale;
    sale.name = "shop.web.till.sale";
    sale.partitions = 3;
    sale.replicas = 1;
    sale.settings = {{"retention.ms", "1000"}};
    ActualTopic returned;
    returned.name = "shop.web.till.return.avro";
    returned.partitions = 1;
    returned.replicas = 1;
    const std::vector<ActualTopic> topics{returned, sale};
    for (const ActualTopic &topic : topics)
        for (const auto &[principal, operation] : {std::pair{"User:Ledger", AclOperation::Read},
                                                   std::pair{"User:Ledger", AclOperation::Describe},
                                                   std::pair{"User:Till", AclOperation::Write},
                                                   std::pair{"User:Till", AclOperation::Describe}})
            acls.push_back(aclOf(ResourceType::Topic, topic.name, principal, operation));
    std::sort(acls.begin(), acls.end());
    const ActualState actual{"c", topics, acls};
    const Plan plan = makePlan(*topology, environment, desiredState(*topology, &environment),
                               actual, lint(*topology), {});
    QVERIFY(!plan.hasErrors());
    QStringList added;
    for (const PlanItem &item : plan.items) {
        QCOMPARE(item.kind, PlanKind::Acl);
        QCOMPARE(item.action, PlanAction::Create);
        added << QString::fromStdString(describe(std::get<AclChange>(item.change).acl));
    }
    QStringList noted = messagesOf(*imported, NoteKind::PlanAdds);
    added.sort();
    noted.sort();
    QCOMPARE(added, noted);
    QCOMPARE(messagesOf(*imported, NoteKind::NotAsked),
             QStringList{QStringLiteral(
                 "ALLOW User:Ledger READ on GROUP LITERAL books from *: no plan takes it away")});
}

void TestJulie::takesSettingsOfPlans()
{
    const auto imported =
        importing::importJulie(example(QStringLiteral("descriptor-with-plans.yaml")));
    QVERIFY(imported.has_value());
    const DesiredState desired = desiredState(*topologyOf(*imported), nullptr);
    const auto found =
        std::find_if(desired.topics.begin(), desired.topics.end(), [](const DesiredTopic &topic) {
            return topic.name.value == "contextOrg.source.foo.fooBar";
        });
    QVERIFY(found != desired.topics.end());
    QCOMPARE(found->settings, (std::map<std::string, std::string>{{"max.message.bytes", "524294"},
                                                                  {"retention.ms", "6000"}}));
    QCOMPARE(found->replicas, std::optional<int>(1));
    QVERIFY(!found->partitions);
}

void TestJulie::bringsSchemasAlong()
{
    JulieSource source = example(QStringLiteral("descriptor-short.yaml"));
    source.texts["schemas/bar-value.avsc"] =
        R"({"type": "record", "name": "Bar", "fields": [{"name": "id", "type": "string"}]})";
    const auto imported = importing::importJulie(source);
    QVERIFY(imported.has_value());
    QVERIFY(imported->files.contains("schemas/bar-value.avsc"));
    Environment environment;
    environment.registry.emplace();
    const DesiredState desired = desiredState(*topologyOf(*imported), &environment);
    QCOMPARE(desired.subjects.size(), std::size_t(1));
    QCOMPARE(desired.subjects.front().name, std::string("context.foo.topicB.avro-value"));
}

void TestJulie::saysWhatIsLeftOut_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("message");
    QTest::newRow("a role") << QStringLiteral("descriptor-with-rbac.yaml")
                            << QStringLiteral("The role SecurityAdmin of 'User:Boo'");
    QTest::newRow("subjects") << QStringLiteral("descriptor-with-rbac.yaml")
                              << QStringLiteral("Access to subjects of the schema registry");
    QTest::newRow("a connector") << QStringLiteral("descriptor-connect.yaml")
                                 << QStringLiteral("The connector 'source-jdbc'");
    QTest::newRow("a query") << QStringLiteral("descriptor-ksql.yaml")
                             << QStringLiteral("The query 'riderLocations'");
    QTest::newRow("the platform") << QStringLiteral("descriptor.yaml")
                                  << QStringLiteral("The platform's 'control_center'");
    QTest::newRow("a schema") << QStringLiteral("descriptor-short.yaml")
                              << QStringLiteral("The schema 'schemas/bar-value.avsc'");
    QTest::newRow("a short name") << QStringLiteral("descriptor-short.yaml")
                                  << QStringLiteral("'context.foo.topicA' is one");
    QTest::newRow("metadata") << QStringLiteral("descriptor-with-metadata.yaml")
                              << QStringLiteral("(system: System0)");
}

void TestJulie::saysWhatIsLeftOut()
{
    QFETCH(QString, file);
    QFETCH(QString, message);
    const auto imported = importing::importJulie(example(file));
    QVERIFY(imported.has_value());
    QVERIFY(!messagesOf(*imported, NoteKind::LeftOut).filter(message).isEmpty());
}

void TestJulie::saysWhoElseWrites()
{
    const auto imported =
        importing::importJulie(example(QStringLiteral("descriptor-with-schemas.yaml")));
    QVERIFY(imported.has_value());
    QVERIFY(!messagesOf(*imported, NoteKind::Review)
                 .filter(QStringLiteral("'User:App4' writes topics"))
                 .isEmpty());
    QVERIFY(!messagesOf(*imported, NoteKind::NotAsked)
                 .filter(QStringLiteral("User:App4 WRITE on TOPIC LITERAL "
                                        "context.company.env.source.projectA.foo from *: a plan "
                                        "with --prune access takes it away"))
                 .isEmpty());
}

/// The prefix of a stream's groups is that of its project's context.
void TestJulie::saysWhatPruningTakesAway()
{
    const auto imported = importing::importJulie(example(QStringLiteral("descriptor-short.yaml")));
    QVERIFY(imported.has_value());
    const QStringList lines = messagesOf(*imported, NoteKind::NotAsked);
    QVERIFY2(lines.contains(QStringLiteral("ALLOW User:StreamsApp1 READ on GROUP PREFIXED "
                                           "context.foo. from *: a plan with --prune access takes "
                                           "it away")),
             qPrintable(lines.join(QLatin1Char('\n'))));
    QVERIFY(lines.contains(
        QStringLiteral("ALLOW User:StreamsApp1 ALL on TOPIC PREFIXED context.foo. from *: no plan "
                       "takes it away")));
}

void TestJulie::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("where");
    QTest::newRow("no descriptor") << "projects: []\n"
                                   << ""
                                   << "";
    QTest::newRow("a fault of YAML") << "context: [a\n"
                                     << ""
                                     << "d.yaml:";
    QTest::newRow("no principal") << "context: a\nprojects:\n  - name: b\n    topics: [{name: c}]\n"
                                     "    consumers: [{group: d}]\n"
                                  << ""
                                  << "d.yaml:5:17";
    QTest::newRow("no number") << "context: a\nprojects:\n  - name: b\n    topics:\n"
                                  "      - name: c\n        config: {num.partitions: many}\n"
                               << ""
                               << "d.yaml:6:17";
    QTest::newRow("no name of Kafka") << "context: a\nprojects:\n  - name: b\n    topics:\n"
                                         "      - name: c d\n"
                                      << ""
                                      << "d.yaml:5:9";
    QTest::newRow("a program for a format") << "context: a\n"
                                            << "{% if x %}a{% endif %}"
                                            << "topology.topic.prefix.format";
}

void TestJulie::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, format);
    QFETCH(QString, where);
    JulieSource source = descriptor(text.toStdString());
    if (!format.isEmpty())
        source.properties["topology.topic.prefix.format"] = format.toStdString();
    const auto imported = importing::importJulie(source);
    QVERIFY(!imported.has_value());
    QCOMPARE(imported.error().code, Error::Code::Invalid);
    QVERIFY2(QString::fromStdString(imported.error().where).startsWith(where),
             imported.error().where.c_str());
}

QTEST_GUILESS_MAIN(TestJulie)
#include "tst_julie.moc"
