// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;

namespace meshwright::ui::theme {

/// A sign at the left, a button that clears at the right; both named for screen readers.
void dressSearchField(QLineEdit &field, const char *icon);

} // namespace meshwright::ui::theme
