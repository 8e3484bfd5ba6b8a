// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/historywatch.h"

#include "meshwright/compare/compare.h"
#include "meshwright/history/pastworkspace.h"

namespace meshwright::ui {

/// What was read of a revision; kept, since a commit never changes.
struct Past
{
    std::filesystem::path root;
    history::Revision commit;
    history::PastWorkspace state;
};

struct CompareInput
{
    OpenRepository open;
    std::string base; ///< a revision
    TopologyPtr next;
    std::vector<history::FileState> states;
    std::shared_ptr<const Past> known; ///< of the comparison before; may be null
};

struct Compared
{
    std::shared_ptr<const Past> past;
    TopologyPtr base;
    TopologyPtr next;
    compare::Comparison comparison;
    std::vector<std::string> missing;
};

/// Pure but for reading the repository; run on a pool thread.
Result<Compared> compareWith(const CompareInput &input);

} // namespace meshwright::ui
