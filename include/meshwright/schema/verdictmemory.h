// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/node.h"

#include <cstddef>
#include <functional>
#include <unordered_set>
#include <utility>

namespace meshwright::schema {

struct Schema;

/// Which values schemas accepted, by what the values say: so of the next text of a document only
/// what is new has to be judged. Not for several threads at once.
///
/// Values with links are left out, for their verdict rests on what stands elsewhere, and so are
/// short ones, which are judged as fast.
class VerdictMemory
{
public:
    /// What was asked for neither in the check that ends now nor in the one before is forgotten.
    void beginCheck();

    static bool isWorthIt(const yaml::Node &value)
    {
        constexpr std::size_t shortest = 120; // bytes
        return value.range.size() >= shortest && !value.holdsLinks;
    }

    bool knows(const Schema &schema, const yaml::Node &value);
    void add(const Schema &schema, const yaml::Node &value);

private:
    using Pair = std::pair<const Schema *, std::uint64_t>;

    struct PairHash
    {
        std::size_t operator()(const Pair &pair) const
        {
            return std::hash<const void *>()(pair.first) * 31 + pair.second;
        }
    };

    std::unordered_set<Pair, PairHash> m_asked; ///< since `beginCheck`
    std::unordered_set<Pair, PairHash> m_before;
};

} // namespace meshwright::schema
