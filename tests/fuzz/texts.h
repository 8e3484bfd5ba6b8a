// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::fuzz {

/// One input as several texts, with a form feed between them; always `count`, the last ones may be
/// empty.
inline std::vector<std::string> texts(const std::uint8_t *data, std::size_t size, std::size_t count)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    std::vector<std::string> result;
    while (result.size() < count) {
        const auto end = std::min(rest.find('\f'), rest.size());
        result.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
}

} // namespace meshwright::fuzz
