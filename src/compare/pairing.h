// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <map>
#include <string>
#include <vector>

namespace meshwright::compare {

/// What is the same thing in two states; null where one of them has none.
template <typename T>
struct Pair
{
    const T *base = nullptr;
    const T *next = nullptr;
};

struct Pairing
{
    std::vector<Pair<Context>> contexts;
    std::vector<Pair<Topic>> topics;
    std::map<ContextId, ContextId> renamedContexts; ///< old id → new id
    std::map<TopicName, TopicName> renamedTopics;

    ContextId nowOf(const ContextId &id) const;
    TopicName nowOf(const TopicName &name) const;
};

/// A context counts as renamed where its file now has another id, and neither state knows both.
/// For topics see `compareStates`.
Pairing pairStates(const Topology &base, const Topology &next);

/// A topic's name below its owner's id: _public.sale.
std::string nameWithin(const Topic &topic);

/// The text of a value; empty where the file can't be read. Line ends are LF.
std::string textAt(const Workspace &workspace, const asyncapi::Place &place);

} // namespace meshwright::compare
