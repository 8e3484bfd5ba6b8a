// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace meshwright::ui {

class MainWindow;
class Session;

/// The modelling acts in a menu of their own, and so in the palette and in the menus of contexts
/// and topics (ui/shell/subjectmenu.h): each works on the context or the topic that is selected.
void addModellingActions(MainWindow &window, Session &session);

} // namespace meshwright::ui
