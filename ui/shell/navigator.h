// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/destination.h"

#include "meshwright/search/search.h"

#include <QObject>

#include <optional>

namespace meshwright::ui {

class Indexer;
class MainWindow;
class Session;

/// Goes to what was searched for and to what links name, and makes such links. Its actions are in
/// the window's menus.
class Navigator : public QObject
{
    Q_OBJECT

public:
    Navigator(Session &session, MainWindow &window);

    /// Opens the workspace first, where another one is open.
    void open(const Destination &destination);
    void open(const search::Entry &entry);

private:
    void makeActions();
    void addCopy(const QString &id, const QString &text, const QString &why,
                 std::function<std::optional<Destination>()> where);
    void showSearch();
    void go(const Destination &destination);
    Result<void> tryGo(const Destination &destination);
    Result<void> goToSubject(const Destination &destination);
    Result<void> goToGraph(const GraphLook &wanted);
    Result<void> goToLine(const Destination &destination);
    void filterProblems(const std::string &rule);
    void filterExplorer(const std::string &domain);
    std::optional<Destination> here() const;
    std::optional<Destination> selected() const;
    std::optional<Destination> problem() const;
    std::optional<Destination> shownGraph() const;

    Session &m_session;
    MainWindow &m_window;
    Indexer *m_indexer;
    std::optional<Destination> m_waiting; ///< for its workspace
};

} // namespace meshwright::ui
