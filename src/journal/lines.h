// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::journal {

/// On one line, with its line end.
inline std::string lineOf(const report::Json &json)
{
    return json.dump(-1, ' ', false, report::Json::error_handler_t::replace) + "\n";
}

/// Without their ends; what stands after the last line end is `rest`.
struct Lines
{
    std::vector<std::string_view> whole;
    std::string_view rest;
};

inline Lines linesOf(std::string_view text)
{
    Lines lines;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        lines.whole.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    lines.rest = text;
    return lines;
}

} // namespace meshwright::journal
