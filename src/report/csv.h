// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace meshwright::report {

using Row = std::vector<std::string>;

/// By RFC 4180; a cell that a spreadsheet would run as a formula begins with an apostrophe.
std::string csv(const Row &head, const std::vector<Row> &rows);

} // namespace meshwright::report
