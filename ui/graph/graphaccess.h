// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace meshwright::ui {

/// Tells screen readers of the graph's cards: one child of the canvas each, in the order in which
/// Tab walks them. Once is enough, before the first canvas.
void installGraphAccess();

} // namespace meshwright::ui
