// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/environment/connections.h"

#include <functional>

class QString;

namespace meshwright::ui {

class DriftView;
class EnvironmentChooser;
class MainWindow;
class PlanController;
class Session;

/// Where the drift view stands.
struct DriftPlace
{
    MainWindow &window;
    Session &session;
    EnvironmentChooser &environment;
    PlanController &planning;
    std::function<void()> showPlan;
    std::function<void(const QString &)> openConnection;
};

/// The drift in the window: its panel, and what it has to do with the plan.
DriftView *addDrift(const DriftPlace &place, const Connections &connections);

} // namespace meshwright::ui
