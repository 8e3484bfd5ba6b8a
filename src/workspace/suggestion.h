// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// ` Did you mean 'x'?` for the choice that a typing error may have meant, or nothing.
std::string suggestion(std::string_view written, const std::vector<std::string_view> &choices);

} // namespace meshwright
