// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/shell/newspecdialog.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

QLineEdit *field(const QDialog &dialog, const char *name)
{
    return dialog.findChild<QLineEdit *>(QLatin1String(name));
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestNewSpecDialog : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void writesWhatItShows();
    void saysWhyNot();
    void keepsTheFileThatIsThere();
};

void TestNewSpecDialog::writesWhatItShows()
{
    SessionFixture fixture;
    QVERIFY(fixture.open());
    NewSpecDialog dialog(fixture.session);
    dialog.show();
    QSignalSpy created(&dialog, &NewSpecDialog::created);
    QCOMPARE(field(dialog, "newSpecId")->text(), QStringLiteral("acme."));
    auto *create = dialog.findChild<QPushButton *>(QStringLiteral("newSpecCreate"));
    QVERIFY(!create->isEnabled());
    QTest::keyClicks(field(dialog, "newSpecId"), QStringLiteral("billing"));
    QTest::keyClicks(field(dialog, "newSpecType"), QStringLiteral("invoice"));
    QCOMPARE(field(dialog, "newSpecFile")->text(), QStringLiteral("billing.yaml"));
    const QString preview =
        dialog.findChild<QPlainTextEdit *>(QStringLiteral("newSpecPreview"))->toPlainText();
    QVERIFY(preview.contains(QStringLiteral("address: _public.invoice")));
    QTest::mouseClick(create, Qt::LeftButton);
    QCOMPARE(created.size(), 1);
    QCOMPARE(textOf(fixture.path("billing.yaml")), preview);
    QVERIFY(fixture.settle());
    QVERIFY(fixture.session.snapshot().topology->topic({"acme.billing._public.invoice"}));
    QVERIFY(!fixture.session.isModified("billing.yaml"));
    // What was written is an ordinary file from now on: an edit by others comes in.
    fixture.write("billing.yaml", preview.toStdString() + "# by others\n");
    QTRY_VERIFY_WITH_TIMEOUT(QString::fromStdString(fixture.session.text("billing.yaml")->bytes())
                                 .endsWith(QStringLiteral("# by others\n")),
                             10000);
}

void TestNewSpecDialog::saysWhyNot()
{
    SessionFixture fixture;
    QVERIFY(fixture.open());
    NewSpecDialog dialog(fixture.session);
    dialog.show();
    auto *create = dialog.findChild<QPushButton *>(QStringLiteral("newSpecCreate"));
    auto *fault = dialog.findChild<QLabel *>(QStringLiteral("newSpecFault"));
    QTest::keyClicks(field(dialog, "newSpecId"), QStringLiteral("sales"));
    QVERIFY(!create->isEnabled());
    QVERIFY(fault->text().contains(QStringLiteral("sales.yaml")));
    field(dialog, "newSpecFile")->selectAll();
    QTest::keyClicks(field(dialog, "newSpecFile"), QStringLiteral("sales2.yaml"));
    QVERIFY(!create->isEnabled()); // the id is taken too
    QVERIFY(fault->text().contains(QStringLiteral("acme.sales")));
    field(dialog, "newSpecId")->selectAll();
    QTest::keyClicks(field(dialog, "newSpecId"), QStringLiteral("acme.returns"));
    QVERIFY(create->isEnabled());
    QCOMPARE(field(dialog, "newSpecFile")->text(), QStringLiteral("sales2.yaml"));
}

void TestNewSpecDialog::keepsTheFileThatIsThere()
{
    SessionFixture fixture;
    QVERIFY(fixture.open());
    NewSpecDialog dialog(fixture.session);
    dialog.show();
    QTest::keyClicks(field(dialog, "newSpecId"), QStringLiteral("billing"));
    fixture.write("billing.yaml", "mine: true\n"); // between the look and the click
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(textOf(fixture.path("billing.yaml")), QStringLiteral("mine: true\n"));
}

QTEST_MAIN(TestNewSpecDialog)
#include "tst_newspecdialog.moc"
