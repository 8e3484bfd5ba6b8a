// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/settingsreader.h"

#include <vector>

namespace meshwright {

/// The items in the order of the file. One that is usual keeps what the file does not say of it.
std::vector<SliceItem> readSlices(SettingsReader &reader, const yaml::Node &node);

} // namespace meshwright
