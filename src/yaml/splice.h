// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace meshwright::yaml {

/// Makes the document of an edited text out of the one before: reads the lines of the one entry of
/// a block mapping that the edit is in, and copies the rest.
class Splice
{
public:
    Splice(const Document &before, Text text);

    /// Null where the edit reaches beyond one entry, or where what the lines say may depend on more
    /// than themselves: anchors, tags, problems, another key.
    std::shared_ptr<const Document> spliced();

private:
    /// An entry of a block mapping with whole lines to itself.
    struct Part
    {
        const Entry *entry = nullptr;
        Range lines; ///< in the text before
        std::size_t indent = 0;
        std::size_t level = 0; ///< of the mapping; 0 is the root
    };

    /// Offsets from `from` on lie `by` bytes further on (or back, by what wraps around).
    struct Move
    {
        std::size_t from = 0;
        std::size_t by = 0;

        Range operator()(Range range) const
        {
            const auto moved = [&](std::size_t at) { return at >= from ? at + by : at; };
            return {moved(range.begin), moved(range.end)};
        }
    };

    /// The entries that the edit is in, the outermost first.
    std::vector<Part> parts() const;
    bool isWithin(const Part &part) const;
    std::size_t endOfLines(const Node &mapping, std::size_t entry, std::size_t outerEnd) const;
    std::shared_ptr<const Document> read(const Part &part) const;
    std::shared_ptr<const Document> joined(const Part &part, const Document &read);

    /// Where nodes are copied from.
    struct Source
    {
        Move move;
        std::string_view bytes;
    };

    const Node *copied(const Node &from, const Node *parent, const Source &source);
    Entry copied(const Entry &from, const Node *parent, const Source &source);
    std::string_view copied(std::string_view value, const Source &source);
    void copyComments(const Document &read, Move behindPart);

    const Document &m_before;
    Text m_text;
    std::string_view m_old;
    std::string_view m_new;
    Range m_changed; ///< of the text before
    std::shared_ptr<Document> m_document;
    const Part *m_part = nullptr;
    const Entry *m_read = nullptr; ///< what the part's lines say now
    std::string_view m_readText;   ///< those lines
    bool m_isLinked = false;       ///< an anchor, an alias or a tag was met
};

} // namespace meshwright::yaml
