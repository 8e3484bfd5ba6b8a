// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace meshwright::ui {

class ClusterObserver;
class GovernanceView;
class MainWindow;
class Session;

/// Puts the governance dock into the window, with an action for each of its pages.
GovernanceView *addGovernance(MainWindow &window, Session &session,
                              const ClusterObserver &observer);

} // namespace meshwright::ui
