// SPDX-License-Identifier: Apache-2.0
#include "ui/text/plurals.h"

#include <QCoreApplication>
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
    QTest::newRow("not counted") << QByteArray("name(s)") << -1 << "name(s)";
    QTest::newRow("the same for all") << QByteArray("%n owned") << 1 << "1 owned";
}

void TestPlurals::counts()
{
    QFETCH(const QByteArray, source);
    QFETCH(const int, count);
    ui::EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    const QString text = QCoreApplication::translate("Any", source.constData(), nullptr, count);
    QCoreApplication::removeTranslator(&plurals);
    QTEST(text, "shown");
}

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
