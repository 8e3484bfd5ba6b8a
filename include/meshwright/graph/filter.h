// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"
#include "meshwright/diagnostic.h"
#include "meshwright/topology/topology.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::graph {

/// What can be filtered by. Every value has a word, which files and people use: a domain's name, a
/// tag's name, an owner (`info.contact`), `public`, `errors`, `declared` …
enum class Facet { Domain, Owner, Tag, Access, Status, Source };

inline constexpr Facet facets[] = {Facet::Domain, Facet::Owner,  Facet::Tag,
                                   Facet::Access, Facet::Status, Facet::Source};

/// `domains`, `owners`, `tags`, `access`, `status`, `sources`: the keys of a saved view.
std::string_view nameOf(Facet facet);

/// Words of Facet::Source: `declared`, `granted`, `observed`.
std::string_view nameOf(EdgeSource source);

/// Words of Facet::Status; those of what was observed are nameOf(Mismatch::Kind).
namespace status {
inline constexpr std::string_view errors = "errors";
inline constexpr std::string_view warnings = "warnings";
inline constexpr std::string_view orphan = "orphan";            ///< a topic that lacks a side
inline constexpr std::string_view unusedGrant = "unused-grant"; ///< gave one that nobody uses
inline constexpr std::string_view cycle = "cycle";
} // namespace status

/// Chosen words by facet. A context fits when, for each facet with words, it has one of them.
struct Filter
{
    std::map<Facet, std::set<std::string>> words;

    bool isEmpty() const;
    bool has(Facet facet, const std::string &word) const;
    void set(Facet facet, const std::string &word, bool isChosen);

    bool operator==(const Filter &) const = default;
};

/// The words of every context. Made once for a snapshot, then asked as often as boxes are ticked.
class Facets
{
public:
    Facets(const Topology &topology, const std::vector<Diagnostic> &diagnostics,
           const std::vector<Mismatch> &mismatches = {});

    /// The contexts that fit.
    std::set<ContextId> matching(const Filter &filter) const;

    /// For each word of the facet, how many contexts would be there with it, by what the other
    /// facets have chosen. Words that no context has are not there.
    std::map<std::string, int> counts(Facet facet, const Filter &filter) const;

private:
    struct Words
    {
        ContextId context;
        std::map<Facet, std::set<std::string>> of;
    };

    bool fits(const Words &words, const Filter &filter, const Facet *except) const;

    std::vector<Words> m_contexts; ///< in the order of the topology
};

} // namespace meshwright::graph
