// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/questions.h"

#include <memory>

namespace meshwright::ui {

class GraphView;

/// The whole window put together: the session, the shell, and every view in its place.
class Workbench
{
public:
    explicit Workbench(std::unique_ptr<Questions> questions);
    ~Workbench();

    Session &session() { return m_session; }

    MainWindow &window() { return *m_window; }

private:
    void addGraph();
    void addPlan();

    std::unique_ptr<Questions> m_questions;
    Session m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace meshwright::ui
