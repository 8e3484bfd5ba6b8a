// SPDX-License-Identifier: Apache-2.0
#include "ui/text/plurals.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace meshwright;

class TestPlurals : public QObject
{
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
};

void TestPlurals::counts_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one") << QByteArray("%n file(s) saved") << 1 << "1 file saved";
    QTest::newRow("many") << QByteArray("%n file(s) saved") << 3 << "3 files saved";
    QTest::newRow("none") << QByteArray("%n error(s)") << 0 << "0 errors";
    QTest::newRow("matches") << QByteArray("the first %n match(es)") << 2 << "the first 2 matches";
    QTest::newRow("a match") << QByteArray("%n match(es)") << 1 << "1 match";
    QTest::newRow("not counted") << QByteArray("name(s)") << -1 << "name(s)";
    QTest::newRow("one of two words")
        << QByteArray("%n thing(s) (is|are) new") << 1 << "1 thing is new";
    QTest::newRow("the other word")
        << QByteArray("%n thing(s) (is|are) new") << 2 << "2 things are new";
    QTest::newRow("only for one") << QByteArray("%n thing(s) need(s|) it") << 1
                                  << "1 thing needs it";
    QTest::newRow("plain brackets") << QByteArray("%n row(s) (ten) (") << 2 << "2 rows (ten) (";
    QTest::newRow("thousands") << QByteArray("%n row(s)") << 12345 << "12,345 rows";
    QTest::newRow("the same for all") << QByteArray("%n owned") << 1 << "1 owned";
}

void TestPlurals::counts()
{
    QFETCH(const QByteArray, source);
    QFETCH(const int, count);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    ui::EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    const QString text = QCoreApplication::translate("Any", source.constData(), nullptr, count);
    QCoreApplication::removeTranslator(&plurals);
    QTEST(text, "shown");
}

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
