// SPDX-License-Identifier: Apache-2.0
// Avro types that other files define, and what files define.
#include "schema/avroverdict.h"

#include <QDirIterator>
#include <QTest>

#include <fstream>
#include <sstream>

using namespace meshwright;
using namespace meshwright::schema;

class TestAvroFiles : public QObject
{
    Q_OBJECT

private slots:

    void otherFiles()
    {
        Texts texts{{"order.avsc",
                     R"({"type": "record", "name": "shop.Order", "fields": [
{"name": "a", "type": "acme.Money"}, {"name": "b", "type": ["null", "acme.Money"]},
{"name": "c", "type": "acme.Mony"}]})"},
                    {"money.avsc",
                     R"({"type": "record", "name": "Money", "namespace": "acme", "fields": [
{"name": "units", "type": "lon"}]})"}};
        texts.reach.avroType = [&](const std::string &, const std::string &name) {
            return name == "acme.Money" ? texts.node("money.avsc") : SchemaNode{};
        };
        texts.reach.avroNames = [] { return std::vector<std::string>{"acme.Money"}; };
        const auto faults = checkAvro(texts.node("order.avsc"), texts.reach);
        QCOMPARE(texts.shown(faults, "order.avsc"),
                 std::string("avro/unknown-type money.avsc:2:27 [\"lon\"]; "
                             "avro/unknown-type 3:23 [\"acme.Mony\"]"));
        QVERIFY(faults[1].message.ends_with("Did you mean 'acme.Money'?"));
        QVERIFY(faults[0].message.ends_with("Did you mean 'long'?"));
    }

    void theFilesOfTypesAreReachedWithoutJudging()
    {
        Texts texts{{"order.avsc", R"({"type": "record", "name": "shop.Order", "fields": [
{"name": "a", "type": "acme.Money"}, {"name": "b", "type": "acme.Mony"}]})"},
                    {"money.avsc", R"({"type": "record", "name": "Money", "namespace": "acme",
"fields": [{"name": "unit", "type": "Unit"}]})"}};
        std::string asked;
        bool isSuggesting = false;
        texts.reach.avroType = [&](const std::string &file, const std::string &name) {
            asked += file + ":" + name + " ";
            return name == "acme.Money" ? texts.node("money.avsc") : SchemaNode{};
        };
        texts.reach.avroNames = [&] {
            isSuggesting = true;
            return std::vector<std::string>{};
        };
        reachAvroTypes(texts.node("order.avsc"), texts.reach);
        QCOMPARE(asked, std::string("order.avsc:acme.Money money.avsc:acme.Unit money.avsc:Unit "
                                    "order.avsc:acme.Mony "));
        QVERIFY(!isSuggesting);
    }

    void definitions()
    {
        const Texts texts{{"a.avsc", R"([{"type": "record", "name": "a.A", "fields": [
{"name": "e", "type": {"type": "enum", "name": "E", "symbols": []}}]}, {"type": "fixed", "name": "F", "size": 1}])"}};
        std::string names;
        for (const auto &[name, node] : avroDefinitions(*texts.node("a.avsc").node))
            names += name + " ";
        QCOMPARE(names, std::string("F a.A a.E "));
        QCOMPARE(avroFileNames("acme.common.Money"),
                 (std::vector<std::string>{"acme.common.Money.avsc", "Money.avsc"}));
    }

    void everySampleIsClean()
    {
        int count = 0;
        QDirIterator files(QStringLiteral(MESHWRIGHT_SAMPLES), {QStringLiteral("*.avsc")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            std::ifstream stream(files.next().toStdString());
            std::ostringstream text;
            text << stream.rdbuf();
            QVERIFY2(verdict(text.str()).empty(), verdict(text.str()).c_str());
            ++count;
        }
        QVERIFY(count > 20);
    }
};

QTEST_APPLESS_MAIN(TestAvroFiles)
#include "tst_avrofiles.moc"
