// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "meshwright/topology/topology.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The company's words: what they mean, who answers for them, where they are used.
namespace meshwright::glossary {

/// Where a word stands.
struct Use
{
    enum class Kind { Topic, Message, Field, Tag };

    Kind kind = Kind::Topic;
    std::string name;    ///< as it stands there
    std::string where;   ///< the topic or the file around it
    std::string context; ///< whose spec says it
    asyncapi::Place place;

    bool operator==(const Use &) const = default;
};

std::string_view nameOf(Use::Kind kind); ///< topic, message, field, tag

struct TermEntry
{
    GlossaryTerm term;
    std::optional<ContextId> home; ///< the terminology context that it belongs to
    /// Of it or of a synonym, sorted by place. Where a word has another meaning in the context that
    /// says it, that is no use of this one.
    std::vector<Use> uses;

    bool operator==(const TermEntry &) const = default;
};

struct TagEntry
{
    GlossaryTag tag;
    std::vector<Use> uses;

    bool operator==(const TagEntry &) const = default;
};

/// What a word means in one context.
struct Meaning
{
    std::string context; ///< or a domain
    std::string text;    ///< the description; of a message its fields
    asyncapi::Place place;

    bool operator==(const Meaning &) const = default;
};

/// One word with several meanings: a term with another description elsewhere, or messages of one
/// name whose owners give them other fields.
struct Homonym
{
    std::string word;
    bool isMessage = false;
    std::vector<Meaning> meanings; ///< sorted by context

    bool operator==(const Homonym &) const = default;
};

struct Listing
{
    std::vector<TermEntry> terms; ///< sorted by term and context
    std::vector<TagEntry> tags;   ///< sorted by name
    std::vector<Homonym> homonyms;

    bool operator==(const Listing &) const = default;
};

/// Reads all payload schemas: not for a thread that has to answer.
Listing listingOf(const Topology &topology);

/// The terminology context (setting `terminology`) of a domain, or of a context's domain.
const Context *terminologyOf(const Topology &topology, const std::string &contextOrDomain);

/// What the glossary says of the word at the byte of a file: of a tag's name, a channel's, a
/// message's or a field's.
std::optional<reference::Documentation> meaningAt(const Topology &topology, const std::string &file,
                                                  std::size_t offset);

/// The words of a name, in lower case, with their bytes: `userScore` and `user-score` have two.
struct Word
{
    std::string text;
    Range range;
};

std::vector<Word> wordsOf(std::string_view name);

} // namespace meshwright::glossary
