// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace meshwright::asyncapi {

/// Values under these keys are data: a `$ref` in them is the data's own.
bool holdsData(std::string_view key);

/// Keys of a mapping under one of these are names that people chose, and never keywords.
bool holdsNames(std::string_view key);

} // namespace meshwright::asyncapi
