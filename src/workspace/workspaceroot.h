// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace meshwright {

/// The root of the workspace of one spec that was asked for: the nearest folder above it with
/// settings; without one its own folder, or the one above (two at the most) that also holds the
/// files which its references name.
std::filesystem::path rootAround(const std::filesystem::path &spec);

} // namespace meshwright
