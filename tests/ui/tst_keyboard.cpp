// SPDX-License-Identifier: Apache-2.0
// The window without a mouse: the keyboard comes to every control of every room, shows where it is,
// and leaves again; and the main tasks from end to end by keys alone.
#include "ui/house.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/explorer/explorerview.h"
#include "ui/graph/graphcanvas.h"
#include "ui/plan/plancontroller.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace meshwright;
using namespace meshwright::test;
using namespace meshwright::ui;

namespace {

constexpr int slow = 30000;
constexpr int mostSteps = 400;

bool takesKeyboard(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           !widget->visibleRegion().isEmpty();
}

QString nameOf(const QWidget *widget)
{
    QStringList steps;
    for (; widget; widget = widget->parentWidget())
        steps.prepend(widget->objectName().isEmpty()
                          ? QLatin1String(widget->metaObject()->className())
                          : widget->objectName());
    return steps.join(QLatin1Char('/'));
}

/// Goes round a window once in one direction.
class Round
{
public:
    Round(QWidget *window, bool isForward)
        : m_window(window)
        , m_isForward(isForward)
    {
        if (!m_window->focusWidget())
            m_window->setFocus();
        for (int i = 0; i < mostSteps && !m_isRound && m_stuckAt.isEmpty(); ++i)
            step();
    }

    const QSet<QWidget *> &reached() const { return m_reached; }

    const QStringList &unseen() const { return m_unseen; }

    QString stuckAt() const { return m_stuckAt; }

    bool isRound() const { return m_isRound; }

private:
    void step()
    {
        QWidget *from = QApplication::focusWidget();
        if (!from) {
            m_stuckAt = QStringLiteral("nowhere");
            return;
        }
        const QImage with = from->grab().toImage();
        const bool keepsTab = qobject_cast<CodeEditor *>(from) != nullptr;
        if (keepsTab)
            QTest::keyClick(from, Qt::Key_F6, m_isForward ? Qt::NoModifier : Qt::ShiftModifier);
        else
            QTest::keyClick(from, m_isForward ? Qt::Key_Tab : Qt::Key_Backtab);
        QWidget *to = QApplication::focusWidget();
        if (to == from) {
            // Cards and links are walked one by one; a lone control has nowhere to go.
            const bool hasMoved = from->grab().toImage() != with;
            m_isRound = !hasMoved && alone();
            if (!hasMoved && !m_isRound)
                m_stuckAt = nameOf(from);
            m_reached.insert(from);
            return;
        }
        const bool isFirst = m_reached.isEmpty(); // where the keyboard was before any key
        if (!isFirst && !m_reached.contains(from) && from->grab().toImage() == with)
            m_unseen.append(nameOf(from));
        m_isRound = m_reached.contains(to);
        m_reached.insert(from);
    }

    bool alone() const
    {
        int count = 0;
        for (const QWidget *widget : m_window->findChildren<QWidget *>())
            count += takesKeyboard(widget) ? 1 : 0;
        return count <= 1;
    }

    QWidget *m_window;
    bool m_isForward;
    bool m_isRound = false;
    QSet<QWidget *> m_reached;
    QStringList m_unseen;
    QString m_stuckAt;
};

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

public:
    static void initMain() { House::moveIn(); }

private slots:

    void initTestCase()
    {
        QApplication::setCursorFlashTime(0);
        theme::install(*qApp, theme::Mode::Light);
        QVERIFY(m_house.open());
    }

    void theKeyboardComesEverywhere_data()
    {
        QTest::addColumn<QString>("room");
        for (const House::Room &room : m_house.rooms())
            QTest::newRow(room.name) << QString::fromLatin1(room.name);
    }

    // Acceptance 35
    void theKeyboardComesEverywhere()
    {
        QFETCH(QString, room);
        QWidget *shown = m_house.enter(room);
        QVERIFY(shown);
        if (qobject_cast<QMenu *>(shown))
            return; // arrows walk a menu, as Qt has it
        QWidget *window = shown->window();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QSet<QWidget *> wanted;
        for (QWidget *widget : window->findChildren<QWidget *>())
            if (takesKeyboard(widget))
                wanted.insert(widget);
        for (const bool isForward : {true, false}) {
            const Round round(window, isForward);
            QVERIFY2(round.stuckAt().isEmpty(), qPrintable(round.stuckAt()));
            QVERIFY(round.isRound());
            QVERIFY2(round.unseen().isEmpty(),
                     qPrintable("no focus is seen on " + round.unseen().join(", ")));
            wanted -= round.reached();
        }
        QStringList missed;
        for (const QWidget *widget : std::as_const(wanted))
            if (takesKeyboard(widget))
                missed.append(nameOf(widget));
        QVERIFY2(missed.isEmpty(), qPrintable("never reached: " + missed.join(", ")));
    }

    void cleanup() { m_house.leave(); }

private:
    House m_house;
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
