// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace meshwright::asyncapi {

/// Whether a broker reads both texts as one value: `compact, delete` is `compact,delete`, `010` is
/// `10`.
bool isSameSettingValue(std::string_view key, std::string_view a, std::string_view b);

/// The number that a setting's text says. A negative one of a setting that has -1 for no limit is
/// infinite. Nothing where the setting is no number, or the text none.
std::optional<double> settingNumber(std::string_view key, std::string_view text);

} // namespace meshwright::asyncapi
