// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"
#include "meshwright/yaml/node.h"

#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

namespace meshwright::yaml {

/// What is wrong with the text itself. `id` names the rule: syntax, tab, duplicate-key,
/// unknown-alias, unknown-tag, recursive-alias, several-documents, too-deep, too-many-aliases,
/// too-large, bad-merge.
struct Problem
{
    std::string id;
    std::string message; ///< what is wrong and what to do
    Range range;
    Range related; ///< the other place of the fault (an earlier key, an open bracket); may be empty
    bool isError = true;

    bool operator==(const Problem &) const = default;
};

struct Comment
{
    Range range; ///< from # to the end of the line, without the line end
};

/// Bounds against hostile documents.
struct Limits
{
    std::size_t depth = 200;
    std::size_t expandedNodes = 4'000'000; ///< nodes that a walk through all aliases would visit
    std::size_t anchors = 200'000;
    std::size_t bytes = 64U << 20U;
};

/// One parsed text: YAML 1.1/1.2 or JSON. Immutable, shared by snapshots.
class Document
{
public:
    static std::shared_ptr<const Document> parse(Text text, const Limits &limits = {});

    /// What `parse` makes of the text; where it is an edit of `before`, in less time.
    static std::shared_ptr<const Document> parseAfter(const std::shared_ptr<const Document> &before,
                                                      Text text);

    const Text &text() const { return m_text; }

    /// The bytes that were read to make this; the rest was copied from the document before.
    Range readAnew() const { return m_readAnew.value_or(Range{0, m_text->bytes().size()}); }

    /// Null where the text is empty or nothing could be read. With a syntax error the tree holds
    /// what is sound around the faulty lines.
    const Node *root() const { return m_root; }

    const std::vector<Problem> &problems() const { return m_problems; }

    const std::vector<Comment> &comments() const { return m_comments; }

    bool isComplete() const { return m_complete; } ///< no syntax error or limit cut the tree

    /// The value at a JSON Pointer's reference tokens (unescaped), through aliases and merges.
    const Node *find(const std::vector<std::string> &path) const;
    /// Keys and indices from the root to the node (or to a mapping's key).
    std::vector<std::string> pathTo(const Node &node) const;
    /// The innermost node (key or value) whose range holds the byte, or null.
    const Node *nodeAt(std::size_t offset) const;

private:
    friend class Builder;
    friend class Recovery;
    friend class Splice;
    Document() = default;

    Text m_text;
    Text m_read; ///< that values point into; another one where faulty lines were cut
    std::pmr::monotonic_buffer_resource m_memory; ///< of the tree, which is destroyed as a whole
    std::size_t m_nodeCount = 0;
    const Node *m_root = nullptr;
    std::vector<Problem> m_problems;
    std::vector<Comment> m_comments;
    bool m_complete = false;
    std::optional<Range> m_readAnew;
};

using DocumentPtr = std::shared_ptr<const Document>;

} // namespace meshwright::yaml
