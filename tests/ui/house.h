// SPDX-License-Identifier: Apache-2.0
// The whole window with the sample, room by room and dialog by dialog: for tests that look at all
// there is to see.
#pragma once

#include "ui/shell/workbench.h"
#include "ui/text/plurals.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace meshwright::test {

/// One of them is there at a time, and each begins with an empty home. The sample is a copy of its
/// own, in a Git repository.
class House
{
public:
    /// The sample's copy stands in a folder of this name.
    explicit House(const QString &folder = QStringLiteral("acme"));
    ~House();

    /// Before there is an application: where this run keeps all that it writes.
    static void moveIn();

    /// What is there to be looked at.
    struct Room
    {
        const char *name;
        std::function<QWidget *()> enter; ///< null where it did not open
    };

    /// In the order in which they are best visited: a plan is made before it is applied.
    const std::vector<Room> &rooms() const { return m_rooms; }

    /// Opens the sample.
    bool open();
    QWidget *enter(const QString &name);
    /// Closes all but the window.
    void leave();

    ui::MainWindow &window() { return m_bench->window(); }

    ui::Session &session() { return m_bench->session(); }

    QString folder() const { return m_folder; }

private:
    void addFirstRooms();
    void addTextRooms();
    void addPanels();
    void addPlanRooms();
    void addPopups();
    void addDialogs();
    void addActs();
    void addImports();
    void addConnections();
    void add(const char *name, std::function<QWidget *()> enter);
    /// Whose parent is the window, or what is in it.
    void addDialog(const char *name, std::function<QWidget *()> make);

    void trigger(const char *action);
    ui::CodeEditor *edit(const char *file);
    QWidget *atWord(const char *file, const char *word);
    QWidget *shown(QWidget *widget);
    QWidget *topLevel(const char *name);
    QWidget *freshWindow(const QString &path);

    ui::EnglishPlurals m_plurals;
    QString m_folder;
    std::unique_ptr<ui::Workbench> m_bench;
    std::unique_ptr<ui::Workbench> m_fresh; ///< without the sample
    std::unique_ptr<QWidget> m_alone;       ///< a part that the window shows only elsewhere
    std::vector<Room> m_rooms;
};

/// Waits for it, as long as a slow machine may take.
bool until(const std::function<bool()> &isSo);

} // namespace meshwright::test
