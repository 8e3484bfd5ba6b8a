// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <string>
#include <string_view>

namespace meshwright::yaml {

/// Looks at the bytes round a document's nodes, to write in the way they are written.
class Place
{
public:
    explicit Place(const Document &document)
        : m_document(document)
        , m_bytes(document.text()->bytes())
    {}

    std::string_view bytes() const { return m_bytes; }

    std::string_view eol() const;
    std::size_t step() const; ///< the columns that one level of block mappings adds
    std::size_t lineBegin(std::size_t offset) const;
    std::size_t lineEnd(std::size_t offset) const;
    std::size_t column(std::size_t offset) const; ///< in bytes
    /// Its lines with their line ends; where none follows, with the one in front.
    Range wholeLines(Range range) const;

    /// Spaces and the comment from `offset` to the end of its line; empty without a comment.
    std::string_view comment(std::size_t offset) const;

    std::size_t skipSpaceAndComments(std::size_t offset) const;

    /// Behind the colon or the dash in front of a value, and behind the value's properties.
    std::size_t slotOf(const Node &value) const;
    /// Of the colon or the dash in front of a value that has a parent.
    std::size_t signOf(const Node &value) const;

private:
    const Document &m_document;
    std::string_view m_bytes;
};

bool isInFlow(const Node &node); ///< within a flow collection; itself not counted
bool isKey(const Node &node);
bool usesJson(const Node &node); ///< a flow collection near it quotes its keys or items twice
bool hasBrackets(const Node &node, std::string_view bytes);
const Entry *entryOf(const Node &value); ///< of the mapping that holds the value
const Node &lastLeaf(const Node &node);

} // namespace meshwright::yaml
