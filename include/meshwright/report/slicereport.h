// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/slices/slices.h"

#include <string>

namespace meshwright::report {

/// The documents of docs/formats.md, each ending in a line end.
std::string slicesJson(const Workspace &workspace, const slices::Checklist &list);
/// A table: a row a context, a column an item.
std::string slicesMarkdown(const slices::Checklist &list);

/// ✓, ≠ or –.
std::string_view signOf(slices::State state);

} // namespace meshwright::report
