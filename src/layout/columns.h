// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/layout/layout.h"

#include <map>
#include <utility>
#include <vector>

namespace meshwright::layout {

/// What is to be placed: a size.
struct Block
{
    double width = 0;
    double height = 0;
};

/// From one block to another: how strongly they belong near each other, from left to right.
using Flows = std::map<std::pair<std::size_t, std::size_t>, double>;

/// Places blocks in columns or in rows, whichever comes out better: a deterministic search for
/// short flows to the right and a balanced whole. The boxes of one column are equally wide, and
/// columns equally high where little is added to them; so are rows.
std::vector<Box> placeInColumns(const std::vector<Block> &blocks, const Flows &flows);

} // namespace meshwright::layout
