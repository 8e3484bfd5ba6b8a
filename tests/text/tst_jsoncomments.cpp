// SPDX-License-Identifier: Apache-2.0
#include "text/jsoncomments.h"

#include <QtTest>

using namespace meshwright;

class TestJsonComments : public QObject
{
    Q_OBJECT

private slots:

    void blanks_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("blank"); // empty: there is nothing to do
        const auto row = [](const char *name, const char *json, const char *blank) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(blank);
        };
        row("none", "{\"a\": 1}", "");
        row("to the line's end", "{ // x\n}", "{     \n}");
        row("to the text's end", "{} // x", "{}     ");
        row("over lines", "{/* x\r\n \" y */}", "{    \r\n       }");
        row("in a string", "\"http://x /* y */\"", "");
        row("behind an escaped quote", "\"\\\"// x\" // y", "\"\\\"// x\"     ");
        row("without an end", "{ /* x", "");
        row("a string without an end", "\"// x\\", "");
        row("letters of several bytes", "{//\u00e4\n}", "{    \n}");
    }

    void blanks()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, blank);
        const auto found = withBlankComments(json.toStdString());
        QCOMPARE(QByteArray::fromStdString(found.value_or("")), blank);
    }
};

QTEST_GUILESS_MAIN(TestJsonComments)
#include "tst_jsoncomments.moc"
