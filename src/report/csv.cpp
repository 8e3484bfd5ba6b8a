// SPDX-License-Identifier: Apache-2.0
#include "csv.h"

#include <string_view>

namespace meshwright::report {

namespace {

/// A spreadsheet takes these at the start of a cell for a formula.
std::string cell(const std::string &value)
{
    std::string inert = value;
    if (!inert.empty() &&
        std::string_view("=+-@\t\r").find(inert.front()) != std::string_view::npos)
        inert.insert(inert.begin(), '\'');
    if (inert.find_first_of(",\"\r\n") == std::string::npos)
        return inert;
    std::string result = "\"";
    for (const char c : inert)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + "\"";
}

} // namespace

std::string csv(const Row &head, const std::vector<Row> &rows)
{
    std::string result;
    const auto add = [&result](const Row &row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            result += (i == 0 ? "" : ",") + cell(row[i]);
        result += "\r\n";
    };
    add(head);
    for (const Row &row : rows)
        add(row);
    return result;
}

} // namespace meshwright::report
