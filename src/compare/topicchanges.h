// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compare/pairing.h"
#include "meshwright/compare/compare.h"

#include <vector>

namespace meshwright::compare {

/// The consumers of a topic in either state, by their new ids, sorted; without its owner.
std::vector<ContextId> consumersOf(const Topology &base, const Topology &next,
                                   const Pairing &pairing, const Pair<Topic> &topic);

/// What changed in a topic that both states have, but for its messages.
std::vector<Change> compareTopic(const Topology &base, const Topology &next, const Pairing &pairing,
                                 const Pair<Topic> &topic);

} // namespace meshwright::compare
