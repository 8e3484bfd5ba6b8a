// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk.h"

#include "ui/designer/actdialog.h"
#include "ui/explorer/explorerview.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

namespace meshwright::test {

inline constexpr int slow = 30000;

/// The text of an action without the letter's mark.
inline QString plainText(QString text)
{
    return text.remove(QLatin1Char('&'));
}

/// The whole window with all its views, and a folder.
struct WindowBench
{
    explicit WindowBench(const Texts &texts = {{"sales.yaml", salesSpec},
                                               {"stock.yaml", stockSpec}})
        : files(texts)
        , bench(std::make_unique<ScriptedQuestions>(), ui::Connections({}))
    {
        window().show();
        window().activateWindow();
    }

    bool open()
    {
        bench.start(files.folder.path());
        return QTest::qWaitForWindowActive(&window()) &&
               QTest::qWaitFor([&] { return session().isOpen(); }, slow) && settle();
    }

    bool settle()
    {
        return QTest::qWaitFor([&] { return session().isUpToDate() && !session().isBusy(); }, slow);
    }

    void activate()
    {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    ui::MainWindow &window() { return bench.window(); }

    ui::Session &session() { return bench.session(); }

    QTreeView *tree() { return window().explorer().tree(); }

    /// The explorer's row with the text, as soon as there is one; the tree is opened as far as it
    /// goes.
    QModelIndex row(const char *text)
    {
        QModelIndex found;
        const auto isThere = [&] {
            tree()->expandAll();
            const auto all = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole,
                                                    QLatin1String(text), 1,
                                                    Qt::MatchExactly | Qt::MatchRecursive);
            found = all.isEmpty() ? QModelIndex() : all.first();
            return found.isValid();
        };
        return QTest::qWaitFor(isThere, slow) ? found : QModelIndex();
    }

    void click(const char *text)
    {
        const QModelIndex index = row(text);
        QVERIFY2(index.isValid(), text);
        tree()->scrollTo(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {},
                          tree()->visualRect(index).center());
    }

    /// The menu that the key opens for the row.
    QMenu *menuByKey(const char *text)
    {
        click(text);
        QTest::keyClick(tree(), Qt::Key_Menu);
        return QTest::qWaitFor([] { return menu() != nullptr; }, slow) ? menu() : nullptr;
    }

    static QMenu *menu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }

    /// The menu that a right click on the row opens.
    QMenu *menuOf(const char *text)
    {
        const QModelIndex index = row(text);
        if (!index.isValid())
            return nullptr;
        tree()->scrollTo(index);
        const QPoint at = tree()->visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, tree()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(tree()->viewport(), &event);
        return QTest::qWaitFor([] { return menu() != nullptr; }, slow) ? menu() : nullptr;
    }

    /// Chooses an entry of an open menu by keys.
    static void choose(QMenu *menu, const char *text)
    {
        for (QAction *action : menu->actions())
            if (plainText(action->text()) == QString::fromUtf8(text)) {
                menu->setActiveAction(action);
                return QTest::keyClick(menu, Qt::Key_Return);
            }
        QFAIL(text);
    }

    ui::ActDialog *dialog() { return window().findChild<ui::ActDialog *>(); }

    template <typename T>
    T *inDialog(const char *name)
    {
        auto *field = dialog() ? dialog()->findChild<T *>(QLatin1String(name)) : nullptr;
        if (!field)
            qFatal("no dialog with a field %s", name);
        return field;
    }

    /// Waits for the dialog's word on what was typed last, does it, and waits for the result.
    bool doIt()
    {
        auto *button = inDialog<QPushButton>("actDo");
        if (!QTest::qWaitFor([&] { return button->isEnabled(); }, slow)) {
            qWarning("%s", qPrintable(inDialog<QLabel>("actWord")->text()));
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        return QTest::qWaitFor([&] { return dialog() == nullptr; }, slow) && settle();
    }

    SessionFixture files;
    ui::Workbench bench;
};

/// Where a test keeps what the window writes of itself.
inline void useOwnHome()
{
    static const QTemporaryDir home;
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toLocal8Bit());
}

} // namespace meshwright::test
