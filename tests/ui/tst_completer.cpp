// SPDX-License-Identifier: Apache-2.0
// Completion in the window, by keys.
#include "ui/desk.h"

#include "ui/editor/completer.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QStandardPaths>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

class TestCompleter : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("meshwright-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_completer"));
        theme::install(*qApp, theme::Mode::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        QVERIFY(m_desk->open());
        m_editor = m_desk->edit("stock.yaml");
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
        m_editor->setFocus();
    }

    void cleanup() { m_desk.reset(); }

    void askedForItTakesEnter();
    void typingProposesAndNeverStealsEnter();
    void downChoosesWhatWasProposed();
    void acceptedIsOneStepOfUndo();
    void goesOnWithWhatFollows();
    void escapeAndOtherPlacesCloseIt();
    void showsTheDocumentation();
    void staysInsideTheWindow_data();
    void staysInsideTheWindow();
    void aClickAccepts();
    void saysWhereItHasNothing();
    void isAnAction();

private:
    QWidget *popup() const
    {
        return m_desk->window.findChild<QWidget *>(QStringLiteral("completionPopup"));
    }

    QListWidget *list() const
    {
        return m_desk->window.findChild<QListWidget *>(QStringLiteral("completionList"));
    }

    bool isShown() const { return popup() && popup()->isVisible(); }

    bool shows(const QString &label) const
    {
        return QTest::qWaitFor(
            [&] { return isShown() && !list()->findItems(label, Qt::MatchExactly).isEmpty(); });
    }

    /// At the end of the line with the text.
    void putCaret(const char *line) const
    {
        QTextCursor cursor = m_editor->document()->find(QString::fromUtf8(line));
        cursor.movePosition(QTextCursor::EndOfBlock);
        m_editor->setTextCursor(cursor);
    }

    void type(const char *text) const { QTest::keyClicks(m_editor, QString::fromUtf8(text)); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_editor, key, modifiers);
    }

    std::string text() const { return m_desk->files.bytes("stock.yaml"); }

    bool has(const char *what) const { return text().find(what) != std::string::npos; }

    std::unique_ptr<Desk> m_desk;
    CodeEditor *m_editor = nullptr;
};

// Acceptance 10
void TestCompleter::askedForItTakesEnter()
{
    putCaret("channels:");
    press(Qt::Key_Return);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(shows(QStringLiteral("_private.")));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(!isShown());
    QVERIFY2(has("channels:\n  _protected.\n"), text().c_str());
}

void TestCompleter::typingProposesAndNeverStealsEnter()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("desc");
    QVERIFY(shows(QStringLiteral("description")));
    press(Qt::Key_Return);
    QVERIFY2(has("  desc\n  \n"), text().c_str());
    QVERIFY(!isShown());
}

void TestCompleter::downChoosesWhatWasProposed()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("desc");
    QVERIFY(shows(QStringLiteral("description")));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY2(has("  description: \n"), text().c_str());
    QCOMPARE(m_editor->textCursor().block().text(), QStringLiteral("  description: "));
    QVERIFY(m_editor->textCursor().atBlockEnd());
}

void TestCompleter::acceptedIsOneStepOfUndo()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("cont");
    QVERIFY(shows(QStringLiteral("contact")));
    const std::string before = text();
    press(Qt::Key_Tab);
    QVERIFY2(has("  contact:\n    \n"), text().c_str());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text(), before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(has("  contact:\n    \n"));
}

void TestCompleter::goesOnWithWhatFollows()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("lic");
    QVERIFY(shows(QStringLiteral("license")));
    press(Qt::Key_Tab);
    QVERIFY(shows(QStringLiteral("name")));
    QVERIFY(shows(QStringLiteral("url")));
}

void TestCompleter::escapeAndOtherPlacesCloseIt()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("desc");
    QVERIFY(shows(QStringLiteral("description")));
    press(Qt::Key_Escape);
    QVERIFY(!isShown());
    QVERIFY(has("  desc\n"));
    type("r");
    QVERIFY(shows(QStringLiteral("description")));
    press(Qt::Key_Backspace); // narrows and widens
    QVERIFY(shows(QStringLiteral("description")));
    press(Qt::Key_Left);
    QVERIFY(!isShown());
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(shows(QStringLiteral("description")));
    m_desk->window.findChild<QWidget *>(QStringLiteral("explorerFilter"))->setFocus();
    QVERIFY(!isShown());
}

void TestCompleter::showsTheDocumentation()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("con");
    QVERIFY(shows(QStringLiteral("contact")));
    auto *side = m_desk->window.findChild<QLabel *>(QStringLiteral("completionDocumentation"));
    QVERIFY(side && side->isVisible());
    QVERIFY2(side->text().contains(QStringLiteral("Whom to ask")), qPrintable(side->text()));
    QVERIFY(!list()->accessibleName().isEmpty());
    QVERIFY(!side->accessibleName().isEmpty());
    QVERIFY(m_editor->hasFocus());
    takePictures(m_desk->window, "completion-proposed");
    press(Qt::Key_Escape);
    putCaret("channels:");
    press(Qt::Key_Return);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(shows(QStringLiteral("_private.")));
    press(Qt::Key_Down);
    takePictures(m_desk->window, "completion-topics");
    press(Qt::Key_Escape);
    putCaret("payload:");
    press(Qt::Key_Return);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(shows(QStringLiteral("description")));
    takePictures(m_desk->window, "completion-schema");
}

void TestCompleter::staysInsideTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1300, 800);
    QTest::newRow("small") << QSize(720, 480);
}

void TestCompleter::staysInsideTheWindow()
{
    QFETCH(QSize, size);
    m_desk->window.setMode(MainWindow::Mode::Text);
    m_desk->window.resize(size);
    putCaret("type: string");
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Return);
    press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(shows(QStringLiteral("minLength")));
    QVERIFY(m_desk->window.rect().contains(popup()->geometry()));
    const QRect caret(
        m_editor->viewport()->mapTo(&m_desk->window, m_editor->cursorRect().topLeft()),
        m_editor->cursorRect().size());
    QVERIFY(!popup()->geometry().intersects(caret)); // what is typed stays in sight
}

void TestCompleter::aClickAccepts()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    type("desc");
    QVERIFY(shows(QStringLiteral("description")));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualItemRect(list()->item(0)).center());
    QVERIFY(has("  description: \n"));
    QVERIFY(m_editor->hasFocus());
}

void TestCompleter::saysWhereItHasNothing()
{
    QSignalSpy said(m_editor, &CodeEditor::messageShown);
    putCaret("title: Stock");
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(said.count(), 1);
    QVERIFY(!isShown());
}

void TestCompleter::isAnAction()
{
    putCaret("version: '1.0.0'");
    press(Qt::Key_Return);
    QAction *action = m_desk->window.actions().get(QStringLiteral("complete"));
    QVERIFY(action && action->isEnabled());
    action->trigger();
    QVERIFY(shows(QStringLiteral("description")));
}

QTEST_MAIN(TestCompleter)
#include "tst_completer.moc"
