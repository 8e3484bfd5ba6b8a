// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"
#include "yaml/offsets.h"

#include <yaml.h>

#include <string_view>
#include <unordered_map>

namespace meshwright::yaml {

/// Builds one Document from libyaml's events.
class Builder
{
public:
    Builder(Text text, const Limits &limits);

    std::shared_ptr<Document> build();

private:
    /// What a walk through a node's aliases would visit.
    struct Weight
    {
        std::size_t nodes = 1;
        std::size_t depth = 1;
    };

    struct Anchor
    {
        const Node *node = nullptr;
        Weight weight;
        bool isOpen = false; ///< an alias to it now would hold itself
    };

    /// A collection whose end has not come yet.
    struct Frame
    {
        Node *node = nullptr;
        Node *key = nullptr; ///< read, and waiting for its value
        std::size_t keyBegin = 0;
        std::size_t firstEntry = 0; ///< its entries and items are those open from there on
        std::size_t firstItem = 0;
        Weight weight;
    };

    bool read(bool joinSurrogates);
    bool consume(const yaml_event_t &event); ///< false: stop reading
    void reset();

    Node &newNode();
    Node &makeNode(Kind kind, Range range, const yaml_char_t *anchor, const yaml_char_t *tag);
    void addScalar(const yaml_event_t &event);
    const Anchor *findAnchor(std::string_view name);
    void addAlias(const yaml_event_t &event);
    void open(const yaml_event_t &event, Kind kind);
    void close(std::size_t end);
    void attach(Node &node, std::size_t begin);
    void settle(Node &node, Weight weight);
    std::string_view kept(std::string_view value, std::size_t begin);
    void finishMapping(Node &mapping);
    void checkTag(const Node &node);
    void checkMerge(const Entry &entry);
    void reportDuplicate(Node &mapping, const Entry &first, const Entry &second);
    void closeAll();

    Range emptyRange(std::size_t mark) const;
    std::size_t afterProperties(std::size_t offset, bool hasAnchor, bool hasTag) const;
    std::size_t blockScalarEnd(const Node &scalar) const;
    void scanComments(std::size_t begin, std::size_t end);
    void scanHeaderComment(Range blockScalar);
    void report(std::string id, std::string message, Range range, Range related = {});
    /// Reports (once) and stops reading, because of a limit.
    void cut(std::string id, std::string message, Range range);

    Range rangeOf(const yaml_event_t &event) const
    {
        return {m_offsets.byteAt(event.start_mark.index), m_offsets.byteAt(event.end_mark.index)};
    }

    std::shared_ptr<Document> m_document;
    std::string_view m_bytes;
    Limits m_limits;
    Offsets m_offsets;
    std::vector<Frame> m_open;
    std::vector<Entry> m_openEntries; ///< of all that is open, the innermost last
    std::vector<const Node *> m_openItems;
    std::unordered_map<std::string_view, Anchor> m_anchors;
    std::vector<Anchor> m_newAnchors; ///< not in the map before an alias asks
    std::size_t m_scanned = 0;        ///< comments before this byte are known
    std::size_t m_documents = 0;
    std::size_t m_named = 0; ///< nodes with an anchor
    std::size_t m_nodes = 0; ///< aliases count with all that they stand for
    bool m_isCut = false;    ///< a limit cut the tree
};

} // namespace meshwright::yaml
