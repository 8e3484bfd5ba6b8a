// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLineEdit;
class QToolButton;

namespace meshwright::ui::theme {

/// A sign at the left, a button that clears at the right; both named for screen readers.
void dressSearchField(QLineEdit &field, const char *icon);
/// A button that clears, named for screen readers.
void addClearButton(QLineEdit &field);
/// A way to search, on or off: a few signs, explained by the tip.
QToolButton *makeSearchToggle(const QString &signs, const QString &tip, const char *name);

} // namespace meshwright::ui::theme
