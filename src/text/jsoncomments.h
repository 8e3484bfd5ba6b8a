// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meshwright {

/// JSON with its comments (`//` and `/* */`) as spaces, so that all else stays where it is; nothing
/// where it has none, or one that does not end.
std::optional<std::string> withBlankComments(std::string_view json);

} // namespace meshwright
