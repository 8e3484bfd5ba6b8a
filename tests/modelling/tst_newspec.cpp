// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/lint.h"
#include "meshwright/modelling/newspec.h"
#include "meshwright/yaml/document.h"
#include "meshwright/yaml/write.h"

#include <QtTest>

#include <algorithm>

using namespace meshwright;
using modelling::NewSpec;

namespace {

const char *const neighbour = "asyncapi: 3.0.0\n"
                              "id: urn:acme.finance.ledger\n"
                              "info: {title: Ledger, version: 1.0.0}\n"
                              "channels: {}\n";

NewSpec sales(const std::string &asyncapi = "3.0.0")
{
    NewSpec spec;
    spec.file = "finance/sales/sales.yaml";
    spec.asyncapi = asyncapi;
    spec.id = {"acme.finance.sales"};
    spec.type = "sale";
    spec.access = Access::Protected;
    return spec;
}

WorkspacePtr withLedgerAt(const std::string &file)
{
    return Workspace::fromTexts({{file, neighbour}});
}

/// Nothing but advice, which is for the author to follow.
bool isClean(const Topology &topology)
{
    const auto findings = lint(topology);
    return std::all_of(findings.begin(), findings.end(),
                       [](const Diagnostic &each) { return each.severity == Severity::Info; });
}

} // namespace

class TestNewSpec : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatReadsBack_data();
    void writesWhatReadsBack();
    void ownsItsFirstTopic_data();
    void ownsItsFirstTopic();
    void isCleanWithoutATopic_data();
    void isCleanWithoutATopic();
    void followsTheHabitOfTheFolder();
    void leavesTheOrganisationOutOfThePath();
    void makesATitle();
    void refuses_data();
    void refuses();
};

void TestNewSpec::writesWhatReadsBack_data()
{
    QTest::addColumn<QString>("text");
    const char *const texts[] = {"plain", "no",     "1.0",   "3",      "",     "null",
                                 "~",     "a: b",   "# no",  "it's",   "\"",   "- a",
                                 "{a}",   "a\nb\n", " lead", "ümlaut", "a #b", "yes",
                                 "0x1",   "%",      "@a",    "*a",     "1e3",  "2026-01-01"};
    for (const char *text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestNewSpec::writesWhatReadsBack()
{
    QFETCH(QString, text);
    const std::string wanted = text.toStdString();
    const auto document =
        yaml::Document::parse(makeText(yaml::write(yaml::Value::Entries{{"key", wanted}})));
    QVERIFY(document->problems().empty());
    const yaml::Node *value = document->find({"key"});
    QVERIFY(value);
    QVERIFY(value->asString());
    QCOMPARE(std::string(*value->asString()), wanted);
}

void TestNewSpec::ownsItsFirstTopic_data()
{
    QTest::addColumn<QString>("asyncapi");
    QTest::newRow("2") << "2.6.0";
    QTest::newRow("3") << "3.0.0";
}

void TestNewSpec::ownsItsFirstTopic()
{
    QFETCH(QString, asyncapi);
    const NewSpec wanted = sales(asyncapi.toStdString());
    const auto before = withLedgerAt("finance/ledger/ledger.yaml");
    const auto text = modelling::newSpecText(before, wanted);
    QVERIFY2(text, text ? "" : text.error().message.c_str());
    const auto topology =
        buildTopology(before->withText(wanted.file, makeText(std::string(*text))));
    const Topic *topic = topology->topic({"acme.finance.sales._protected.sale"});
    QVERIFY(topic);
    QCOMPARE(topic->owner.value, std::string("acme.finance.sales"));
    QCOMPARE(*topic->access, Access::Protected);
    QCOMPARE(topic->spec->title, std::string("Sales"));
    QVERIFY(topic->declaration().sends());
    QVERIFY(isClean(*topology));
}

void TestNewSpec::isCleanWithoutATopic_data()
{
    ownsItsFirstTopic_data();
}

void TestNewSpec::isCleanWithoutATopic()
{
    QFETCH(QString, asyncapi);
    NewSpec wanted = sales(asyncapi.toStdString());
    wanted.type.clear();
    const auto before = Workspace::fromTexts({});
    const auto text = modelling::newSpecText(before, wanted);
    QVERIFY(text);
    const auto after = before->withText(wanted.file, makeText(std::string(*text)));
    QCOMPARE(after->specs().size(), std::size_t(1));
    QVERIFY(isClean(*buildTopology(after)));
}

void TestNewSpec::followsTheHabitOfTheFolder()
{
    const ContextId id{"acme.finance.sales"};
    QCOMPARE(modelling::fileFor(*withLedgerAt("ledger.yaml"), id), std::string("sales.yaml"));
    QCOMPARE(modelling::fileFor(*withLedgerAt("acme/finance/ledger.yaml"), id),
             std::string("acme/finance/sales.yaml"));
    QCOMPARE(modelling::fileFor(*withLedgerAt("acme/finance/ledger/ledger.yaml"), id),
             std::string("acme/finance/sales/sales.yaml"));
    QCOMPARE(modelling::fileFor(*Workspace::fromTexts({}), id),
             std::string("acme/finance/sales.yaml"));
}

void TestNewSpec::leavesTheOrganisationOutOfThePath()
{
    const auto workspace = Workspace::fromTexts({{"meshwright.yaml", "organisation: acme\n"}});
    QCOMPARE(modelling::fileFor(*workspace, {"acme.finance.sales"}),
             std::string("finance/sales.yaml"));
    QCOMPARE(modelling::fileFor(*workspace, {"acmeworks.sales"}),
             std::string("acmeworks/sales.yaml"));
}

void TestNewSpec::makesATitle()
{
    QCOMPARE(modelling::titleFor({"acme.health.life_enhancer"}), std::string("Life enhancer"));
    QCOMPARE(modelling::titleFor({"sales"}), std::string("Sales"));
}

void TestNewSpec::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("code");
    const int invalid = int(Error::Code::Invalid);
    QTest::newRow("taken file") << "ledger.yaml"
                                << "a.b"
                                << "c" << int(Error::Code::Conflict);
    QTest::newRow("no file") << ""
                             << "a.b"
                             << "c" << invalid;
    QTest::newRow("no YAML") << "b.txt"
                             << "a.b"
                             << "c" << invalid;
    QTest::newRow("outside") << "../b.yaml"
                             << "a.b"
                             << "c" << invalid;
    QTest::newRow("absolute") << "/tmp/b.yaml"
                              << "a.b"
                              << "c" << invalid;
    QTest::newRow("no id") << "b.yaml"
                           << ""
                           << "c" << invalid;
    QTest::newRow("malformed id") << "b.yaml"
                                  << "a..b"
                                  << "c" << invalid;
    QTest::newRow("taken id") << "b.yaml"
                              << "acme.finance.ledger"
                              << "c" << int(Error::Code::Conflict);
    QTest::newRow("bad topic") << "b.yaml"
                               << "a.b"
                               << "c d" << invalid;
}

void TestNewSpec::refuses()
{
    QFETCH(QString, file);
    QFETCH(QString, id);
    QFETCH(QString, type);
    QFETCH(int, code);
    NewSpec wanted;
    wanted.file = file.toStdString();
    wanted.id = {id.toStdString()};
    wanted.type = type.toStdString();
    const auto text = modelling::newSpecText(withLedgerAt("ledger.yaml"), wanted);
    QVERIFY(!text);
    QCOMPARE(int(text.error().code), code);
    QVERIFY(!text.error().message.empty());
}

QTEST_APPLESS_MAIN(TestNewSpec)
#include "tst_newspec.moc"
