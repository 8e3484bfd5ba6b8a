// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// Lines [oldBegin, oldEnd) of one text stand as lines [newBegin, newEnd) in another; from 0.
struct LineChange
{
    std::size_t oldBegin = 0;
    std::size_t oldEnd = 0;
    std::size_t newBegin = 0;
    std::size_t newEnd = 0;

    bool operator==(const LineChange &) const = default;
};

/// What differs between two texts, line by line and with as few lines as can be (Myers, 1986);
/// beyond 1 000 differing lines what is between the first and the last of them counts as one
/// change. A line's end belongs to it, so that other line ends are a difference.
std::vector<LineChange> changedLines(std::string_view before, std::string_view after);

/// One row of a comparison as people read it.
struct DiffRow
{
    enum class Kind { Gap, Same, Removed, Added };

    Kind kind = Kind::Same;
    std::size_t oldLine = 0; ///< from 1; 0 where the row is not of the old text
    std::size_t newLine = 0; ///< from 1; 0 where the row is not of the new text
    std::string text;        ///< without its line end

    bool operator==(const DiffRow &) const = default;
};

/// The changed lines with `context` lines around each; a Gap stands for lines left out. Nothing
/// where the texts are the same.
std::vector<DiffRow> diffRows(std::string_view before, std::string_view after,
                              std::size_t context = 3);

} // namespace meshwright
