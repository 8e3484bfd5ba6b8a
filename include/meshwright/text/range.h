// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace meshwright {

/// A half-open span of bytes of one text.
struct Range
{
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Range &) const = default;
    auto operator<=>(const Range &) const = default;

    bool isEmpty() const { return begin == end; }

    std::size_t size() const { return end - begin; }

    bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
};

/// A place for people and for formats: both start at 1, the column counts Unicode code points.
struct Position
{
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    bool operator==(const Position &) const = default;
    auto operator<=>(const Position &) const = default;
};

/// A place for editors: both start at 0, the column counts UTF-16 code units.
struct Utf16Position
{
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    bool operator==(const Utf16Position &) const = default;
};

} // namespace meshwright
