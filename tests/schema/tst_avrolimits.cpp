// SPDX-License-Identifier: Apache-2.0
// Avro that is made to exhaust its reader, or is cut anywhere.
#include "schema/avroverdict.h"

#include <QTest>

#include <algorithm>

using namespace meshwright;
using namespace meshwright::schema;

class TestAvroLimits : public QObject
{
    Q_OBJECT

private slots:

    /// Each suggestion looks through all names; who mistypes thousands gets some.
    void suggestionsHaveAnEnd()
    {
        std::string schema = "type: record\nname: R\nfields:\n";
        for (int i = 10'000; i < 11'500; ++i) {
            const auto number = std::to_string(i);
            schema += "- {name: d" + number + ", type: {type: fixed, size: 1, name: ALongerName" +
                      number + "}}\n- {name: u" + number + ", type: ALongerNaem" + number + "}\n";
        }
        const Texts texts{{"a.avsc", schema}};
        const auto faults = checkAvro(texts.node("a.avsc"), texts.reach);
        QCOMPARE(faults.size(), std::size_t(1'500));
        const auto suggested =
            std::count_if(faults.begin(), faults.end(), [](const PayloadFault &fault) {
                return fault.message.find("Did you mean") != std::string::npos;
            });
        QVERIFY2(suggested > 0 && suggested < 50, std::to_string(suggested).c_str());
    }

    /// Neither references in circles nor doubling ones may take the stack or for ever.
    void hostile()
    {
        std::string chain;
        for (int i = 0; i < 5'000; ++i)
            chain += "a" + std::to_string(i) + ": {type: array, items: {$ref: '#/a" +
                     std::to_string(i + 1) + "'}}\n";
        const Texts deep{{"a", "type: array\nitems: {$ref: '#/a0'}\n" + chain}};
        QCOMPARE(checkAvro(deep.node("a"), deep.reach).size(), std::size_t(1));
        QVERIFY(avroFields(deep.node("a"), deep.reach).empty());

        std::string doubling =
            "type: record\nname: R\nfields:\n  - {name: f, type: {$ref: '#/a0'}}\n";
        for (int i = 0; i < 60; ++i) {
            const auto next = "{$ref: '#/a" + std::to_string(i + 1) + "'}";
            doubling += "a" + std::to_string(i) + ": [{type: array, items: " + next +
                        "}, {type: map, values: " + next + "}]\n";
        }
        doubling += "a60: int\n";
        const Texts wide{{"a", doubling}};
        QVERIFY(checkAvro(wide.node("a"), wide.reach).empty());
        QCOMPARE(avroFields(wide.node("a"), wide.reach).size(), std::size_t(1));
    }

    void everyCut()
    {
        const std::string whole =
            R"({"type": "record", "name": "a.R", "aliases": ["Q"], "fields": [
{"name": "u", "type": ["null", {"type": "array", "items": "R"}], "default": null},
{"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["A"], "default": "A"}, "order": "ignore"},
{"name": "d", "type": {"type": "fixed", "name": "D", "size": 4, "logicalType": "decimal", "precision": 9}},
{"name": "m", "type": {"type": "map", "values": "E"}, "default": {"k": "A"}}]})";
        QCOMPARE(verdict(whole), std::string());
        for (std::size_t i = 0; i < whole.size(); ++i)
            for (const auto &text :
                 {whole.substr(0, i), whole.substr(0, i) + whole.substr(i + 1)}) {
                const Texts texts{{"a.avsc", text}};
                if (!texts.node("a.avsc"))
                    continue;
                for (const auto &fault : checkAvro(texts.node("a.avsc"), texts.reach))
                    QVERIFY(fault.range.end <= text.size());
                avroFields(texts.node("a.avsc"), texts.reach);
            }
    }
};

QTEST_APPLESS_MAIN(TestAvroLimits)
#include "tst_avrolimits.moc"
