// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace meshwright::ui {

class MainWindow;
class Session;

/// The modelling acts in a menu of their own, in the palette, and at a right click in the explorer:
/// each works on the bounded context or the topic that is selected.
void addModellingActions(MainWindow &window, Session &session);

} // namespace meshwright::ui
