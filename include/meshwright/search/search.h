// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Search everywhere: whatever a workspace has a name for, found by parts of the name.
namespace meshwright::search {

/// In the order in which equal hits are shown.
enum class Kind {
    Context,
    Domain,
    Topic,
    File,
    Message,
    Principal,
    Field, ///< of a payload
    Term,  ///< of the glossary
    Rule,
    Setting, ///< a key of meshwright.yaml
    Action,  ///< of a window, which adds them
};

struct Entry
{
    Kind kind = Kind::File;
    std::string name;    ///< what is searched
    std::string detail;  ///< where it belongs; searched too, and counts less
    std::string file;    ///< empty where it stands in no file
    Range range;         ///< in that file
    std::string subject; ///< the context, domain or topic that it is, or is of; a rule's id

    bool operator==(const Entry &) const = default;
};

/// Entries made ready for questions. Immutable.
class Index
{
public:
    explicit Index(std::vector<Entry> entries);

    const std::vector<Entry> &entries() const { return m_entries; }

    /// What all the entry's letters are, to pass over most entries without reading them.
    std::uint64_t letters(std::size_t entry) const { return m_letters[entry]; }

private:
    std::vector<Entry> m_entries;
    std::vector<std::uint64_t> m_letters;
};

using IndexPtr = std::shared_ptr<const Index>;

/// All that a snapshot names, but actions. Takes as long as reading all payload schemas: not for a
/// thread that has to answer.
std::vector<Entry> entriesOf(const Topology &topology);

/// A question as it is typed: `t:` topics, `d:` domains and contexts, `f:` fields, `p:` principals,
/// `m:` messages, `g:` terms of the glossary, `r:` rules, `s:` settings, `a:` actions; the rest are
/// words that all have to be found.
struct Query
{
    std::vector<Kind> kinds;        ///< empty: all
    std::vector<std::string> words; ///< in lower case
};

Query readQuery(std::string_view typed);

struct Hit
{
    std::size_t entry = 0;
    int score = 0;
};

/// The best entries, best first: whole names before beginnings, beginnings of words before letters
/// in their order, then the order of kinds, shorter names and the alphabet. Without words, the
/// first of the wanted kinds.
std::vector<Hit> find(const Index &index, const Query &query, std::size_t most = 50);

/// How well the letters of `word` (in lower case) are found in `name` in their order; nothing where
/// they aren't. Upper and lower case are the same in ASCII.
std::optional<int> scoreOf(std::string_view word, std::string_view name);

} // namespace meshwright::search
