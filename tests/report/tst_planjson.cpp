// SPDX-License-Identifier: Apache-2.0
#include "meshwright/report/report.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace meshwright;

namespace {

PlanItem item(PlanAction action, PlanKind kind, PlanChange change)
{
    PlanItem made;
    made.action = action;
    made.kind = kind;
    const auto *access = std::get_if<AclChange>(&change);
    const auto *setting = std::get_if<SettingChange>(&change);
    made.resource = access ? describe(access->acl) : "acme.f.c._public.sale";
    made.id = std::string(nameOf(kind)) + ':' + made.resource;
    if (setting)
        made.id += ':' + setting->key;
    else if (std::holds_alternative<LevelChange>(change))
        made.id += ":compatibility";
    made.context = "acme.f.c";
    made.change = std::move(change);
    made.risk = Risk::AffectsData;
    made.reason = {"f/c.yaml", 12, "channel '_public.sale'"};
    made.precondition = {{"topicId", "AAA"}};
    made.warning = "keys \"move\" – ünïcode";
    return made;
}

Plan everyKindOfPlan()
{
    const Acl acl{.name = "acme.f.c._public.", .principal = "User:*"};
    Plan plan;
    plan.environment = "local";
    plan.connector = "kafka";
    plan.clusterId = "cluster-1";
    plan.created = "2026-01-31T12:00:00Z";
    plan.specs = {{"f/c.yaml", "sha256:00"}};
    plan.items = {item(PlanAction::Create, PlanKind::Topic,
                       TopicCreation{6, std::nullopt, {{"retention.ms", "1"}}}),
                  item(PlanAction::Update, PlanKind::Partitions, PartitionChange{3, 6}),
                  item(PlanAction::Update, PlanKind::Config,
                       SettingChange{"retention.ms", std::nullopt, "1"}),
                  item(PlanAction::Update, PlanKind::Config,
                       SettingChange{"cleanup.policy", "compact", std::nullopt}),
                  item(PlanAction::Create, PlanKind::Acl, AclChange{acl}),
                  item(PlanAction::Delete, PlanKind::Acl, AclChange{acl}),
                  item(PlanAction::Delete, PlanKind::Topic, TopicDeletion{3}),
                  item(PlanAction::Create, PlanKind::Schema,
                       SchemaChange{std::nullopt, {"JSON", "{}", {}}, "acme.f.c._public.sale"}),
                  item(PlanAction::Update, PlanKind::Schema,
                       SchemaChange{SchemaText{"AVRO", "\"int\"", {}},
                                    {"AVRO", "\"long\"", {{"a.B", "a.B", 2}}},
                                    {}}),
                  item(PlanAction::Update, PlanKind::Schema, LevelChange{std::nullopt, "FULL"}),
                  item(PlanAction::Delete, PlanKind::Schema, SubjectDeletion{"AVRO", 4})};
    plan.problems = {
        {Severity::Warning, "acme.f.c._public.x", "left as it is", {"f/c.yaml", 3, ""}}};
    plan.summary = {3, 5, 3, 41};
    return plan;
}

/// The plan with a word replaced and the checksum that fits again.
QByteArray changed(QByteArray plan, const char *before, const char *after)
{
    plan.replace(before, after);
    plan.truncate(plan.indexOf(",\n  \"checksum\""));
    const QByteArray hash =
        QCryptographicHash::hash(plan + "\n}\n", QCryptographicHash::Sha256).toHex();
    return plan + ",\n  \"checksum\": \"sha256:" + hash + "\"\n}\n";
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private slots:

    void readsBackAsTheSamePlan()
    {
        const Plan plan = everyKindOfPlan();
        const auto read = report::planFromJson(report::planJson(plan));
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QVERIFY(read->items == plan.items);
        QVERIFY(read->problems == plan.problems);
        QCOMPARE(read->specs, plan.specs);
        QVERIFY(read->summary == plan.summary);
        QCOMPARE(report::planJson(*read), report::planJson(plan));
    }

    void saysBeforeAndAfter()
    {
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(report::planJson(everyKindOfPlan())));
        QCOMPARE(json[QLatin1String("version")].toInt(), 1);
        const QJsonArray items = json[QLatin1String("items")].toArray();
        QCOMPARE(items[1][QLatin1String("before")].toInt(), 3);
        QCOMPARE(items[1][QLatin1String("after")].toInt(), 6);
        QVERIFY(items[2][QLatin1String("before")].isNull());
        QCOMPARE(items[4][QLatin1String("after")][QLatin1String("principal")].toString(),
                 QStringLiteral("User:*"));
        QVERIFY(items[5][QLatin1String("after")].isNull());
    }

    void refusesWhatIsNoPlan_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        QByteArray whole = QByteArray::fromStdString(report::planJson(everyKindOfPlan()));
        const auto row = [&](const char *name, const QByteArray &json, const char *why) {
            QTest::newRow(name) << json << why;
        };
        const char *otherType = "a value is of another type";
        row("nothing", {}, "cut off");
        row("cut", whole.left(whole.size() / 2), "cut off");
        row("no JSON", "{version: 1}", "no JSON");
        row("a list", "[]", "version");
        row("another version", changed(whole, "\"version\": 1", "\"version\": 2"), "version");
        row("unknown risk", changed(whole, "affects-data", "harmless"), "'harmless'");
        row("unknown operation", changed(whole, "\"READ\"", "\"REED\""), "unknown word");
        row("text for a number", changed(whole, "\"after\": 6", "\"after\": \"6\""),
            "item 2 (partitions:acme.f.c._public.sale): ");
        row("a fraction", changed(whole, "\"after\": 6", "\"after\": 6.5"),
            "6.5 is no whole number");
        row("too large", changed(whole, "\"after\": 6", "\"after\": 2147483648"),
            "2147483648 is no whole number");
        row("no list of items", changed(whole, "\"items\": [", "\"items\": {},\n  \"others\": ["),
            "are no list");
        row("an item of another type", changed(whole, "\"items\": [", "\"items\": [\n    7,"),
            otherType);
        row("a missing key", changed(whole, "\"precondition\"", "\"conditions\""),
            "'precondition'");
        row("another topic under an id",
            changed(whole, "\"resource\": \"acme.f.c._public.sale\"", "\"resource\": \"zoo.x\""),
            "item 1 (topic:acme.f.c._public.sale): its id does not fit");
        row("another right under an id",
            changed(whole, "\"principal\": \"User:*\"", "\"principal\": \"User:evil\""),
            "its id does not fit");
        row("changed by hand",
            QByteArray(whole).replace("acme.f.c._public.sale", "acme.f.d._public.sale"),
            "checksum");
        row("no checksum", changed(whole, "", "").replace("checksum", "checked"), "checksum");
    }

    void countsWhatItHolds()
    {
        const auto plan = everyKindOfPlan();
        const auto whole = QByteArray::fromStdString(report::planJson(plan));
        const auto read =
            report::planFromJson(changed(whole, "\"delete\": ", "\"delete\": 7").toStdString());
        QVERIFY(read && read->summary == plan.summary);
    }

    void takesWhatToolsOfJsonLeaveAsItWas()
    {
        const QByteArray whole = QByteArray::fromStdString(report::planJson(everyKindOfPlan()));
        QCOMPARE(changed(whole, "f/c.yaml", "f/c.yaml"), whole);
        QVERIFY(report::planFromJson(QByteArray(whole).replace("\n ", "\n").toStdString()));
        const auto other =
            report::planFromJson(changed(whole, "acme.f.c", "acme.f.d").toStdString());
        QVERIFY(other.has_value());
        QCOMPARE(other->items.front().resource, std::string("acme.f.d._public.sale"));
    }

    void refusesWhatIsNoPlan()
    {
        QFETCH(QByteArray, json);
        const auto read = report::planFromJson(json.toStdString());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY(read.error().message.find("mw plan -o") != std::string::npos);
        QFETCH(QString, why);
        QVERIFY2(read.error().message.find(why.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
