// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <optional>
#include <vector>

namespace meshwright::layout {

struct Gap
{
    double x = 0;
    double y = 0;
};

inline constexpr Gap nodeGap{24, 16};
inline constexpr Gap groupGap{48, 28};

/// The place nearest to `wanted` for a box of its size that keeps `gap` to all of `taken` and, if
/// given, is `within` a box; nothing where there is none.
std::optional<Box> nearestFree(const Box &wanted, const std::vector<Box> &taken, Gap gap,
                               const Box *within = nullptr);

/// Whether `box` keeps half of `gap` to all of `taken`.
bool isFree(const Box &box, const std::vector<Box> &taken, Gap gap);

/// A picture without its routes, while nodes and groups are moved about.
class Board
{
public:
    struct Group
    {
        Box box;
        std::map<std::string, Box> nodes;

        std::vector<Box> boxes() const;
        /// Where its nodes may be.
        Box inside() const;
        void moveTo(double x, double y);
    };

    /// What of the picture the request still has.
    Board(const Request &request, const Picture &picture);

    std::map<std::string, Group> groups;

    /// The group's box becomes `grown`, which holds it, and pushes other groups away, each to the
    /// side where it stands. How many nodes were moved so.
    std::size_t grow(const std::string &name, const Box &grown);

    /// With routes for the request's links.
    Picture picture(const Request &request) const;
};

} // namespace meshwright::layout
