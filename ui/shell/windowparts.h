// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace meshwright::ui {

/// From the part of the window that has the keyboard to the next one (`step` 1) or the one before
/// (-1), where it was left there. It is the way out of the text, in which Tab indents. Parts that
/// are hidden or have nothing to do are passed over.
void goToNextPart(const QList<QWidget *> &parts, int step);

} // namespace meshwright::ui
