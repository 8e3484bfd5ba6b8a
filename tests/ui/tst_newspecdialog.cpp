// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionfixture.h"

#include "ui/shell/newspecdialog.h"
#include "ui/theme/theme.h"

#include <QDir>
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

public:
    static void initMain()
    {
        static const QTemporaryDir home;
        qputenv("XDG_DATA_HOME", (home.path() + "/not/there/yet").toLocal8Bit());
    }

private slots:

    void initTestCase() { theme::install(*qApp, theme::Mode::Light); }

    void writesWhatItShows();
    void undoTakesTheFileBack();
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
    QCOMPARE(QString::fromStdString(fixture.bytes("billing.yaml")), preview);
    QVERIFY(fixture.settle());
    QVERIFY(fixture.session.snapshot().topology->topic({"acme.billing._public.invoice"}));
    // As with every edit, the disk has it when it is saved.
    QVERIFY(fixture.session.isModified("billing.yaml"));
    QVERIFY(!QFile::exists(fixture.path("billing.yaml")));
    QVERIFY(fixture.session.save("billing.yaml"));
    QCOMPARE(textOf(fixture.path("billing.yaml")), preview);
    // What was written is an ordinary file from now on: an edit by others comes in.
    fixture.write("billing.yaml", preview.toStdString() + "# by others\n");
    QTRY_VERIFY_WITH_TIMEOUT(QString::fromStdString(fixture.session.text("billing.yaml")->bytes())
                                 .endsWith(QStringLiteral("# by others\n")),
                             10000);
}

/// Also where it was saved meanwhile; its folders go with it, unless others use them.
void TestNewSpecDialog::undoTakesTheFileBack()
{
    SessionFixture fixture({{"sales/sales.yaml", salesSpec}, {"stock/stock.yaml", stockSpec}});
    QVERIFY(fixture.open());
    NewSpecDialog dialog(fixture.session);
    dialog.show();
    QTest::keyClicks(field(dialog, "newSpecId"), QStringLiteral("money.billing"));
    const auto file = field(dialog, "newSpecFile")->text().toStdString();
    QVERIFY2(file.ends_with("money/billing/billing.yaml"), file.c_str());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(fixture.settle());
    Session &session = fixture.session;
    const std::string written = fixture.bytes(file);
    session.undoStack()->undo();
    QVERIFY(fixture.settle());
    QVERIFY(!session.text(file));
    QVERIFY(session.modifiedFiles().isEmpty());
    QCOMPARE(session.snapshot().topology->contexts.size(), std::size_t(2));
    session.undoStack()->redo();
    QVERIFY(session.saveAll());
    QVERIFY(fixture.settle());
    QCOMPARE(fixture.onDisk(file), written);
    session.undoStack()->undo();
    QVERIFY(session.isModified(file));
    QVERIFY(session.saveAll());
    QVERIFY(!QFile::exists(fixture.path(file)));
    QVERIFY(!QFile::exists(QFileInfo(fixture.path(file)).dir().path()));
    QVERIFY(!QFile::exists("files")); // the trash of a system that has none yet
    session.undoStack()->redo();
    QVERIFY(session.saveAll());
    QCOMPARE(fixture.onDisk(file), written);
    // Somebody else wrote there: what is theirs stays.
    session.undoStack()->undo();
    fixture.write(file, written + "# by others\n");
    QVERIFY(!session.saveAll());
    QCOMPARE(fixture.onDisk(file), written + "# by others\n");
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
