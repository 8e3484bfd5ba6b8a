// SPDX-License-Identifier: Apache-2.0
// What the tour is about: five deeds in the sample, each done for good when the window says so.
#pragma once

#include <QRect>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace meshwright::ui {

class GraphCanvas;
class MainWindow;
class PlanController;
class Session;

/// What the steps look at and point to.
struct TourStage
{
    MainWindow &window;
    Session &session;
    GraphCanvas &canvas;
    PlanController &planning;
};

/// What to do now, and where.
struct TourHint
{
    QString text;
    QWidget *control = nullptr;
    QRect part = {}; ///< of the control; null: all of it
};

struct TourStep
{
    QString title;
    std::function<TourHint()> hint;
    std::function<bool()> isDone;
};

std::vector<TourStep> tourSteps(const TourStage &stage);

} // namespace meshwright::ui
