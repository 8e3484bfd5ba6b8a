// SPDX-License-Identifier: Apache-2.0
#include "yaml/builder.h"

#include "yaml/problems.h"
#include "yaml/tree.h"

#include <algorithm>
#include <utility>

namespace meshwright::yaml {

namespace {

constexpr std::size_t saturated = std::size_t{1} << 62U;

std::string_view toView(const yaml_char_t *text)
{
    return text ? reinterpret_cast<const char *>(text) : std::string_view();
}

Style styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return Style::Folded;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
        break;
    }
    return Style::Plain;
}

struct ParserCloser
{
    void operator()(yaml_parser_t *parser) const { yaml_parser_delete(parser); }
};

} // namespace

Builder::Builder(Text text, const Limits &limits)
    : m_document(new Document)
    , m_bytes(text->bytes())
    , m_limits(limits)
    , m_offsets({}, false)
{
    m_document->m_text = m_document->m_read = std::move(text);
}

std::shared_ptr<Document> Builder::build()
{
    if (m_bytes.size() > m_limits.bytes) {
        report("too-large",
               "The document is larger than " + std::to_string(m_limits.bytes >> 10U) +
                   " KB; split it into smaller files.",
               {0, 0});
        return m_document;
    }
    if (!read(false)) {
        reset();
        read(true);
    }
    auto &problems = m_document->m_problems;
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return a.range.begin < b.range.begin;
    });
    return m_document;
}

void Builder::reset()
{
    auto text = m_document->m_text;
    m_document.reset(new Document);
    m_document->m_text = m_document->m_read = std::move(text);
    m_open.clear();
    m_openEntries.clear();
    m_openItems.clear();
    m_anchors.clear();
    m_newAnchors.clear();
    m_scanned = m_documents = m_named = m_nodes = 0;
    m_isCut = false;
}

bool Builder::read(bool joinSurrogates)
{
    m_offsets = Offsets(m_bytes, joinSurrogates);
    const auto input = m_offsets.input();
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    const std::unique_ptr<yaml_parser_t, ParserCloser> closer(&parser);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(input.data()),
                                 input.size());
    bool isSound = true;
    for (bool goesOn = true; goesOn;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            if (!joinSurrogates && isSurrogatePair(parser, input))
                return false;
            m_document->m_problems.push_back(describe(parser, *m_document->m_text, m_offsets));
            isSound = false;
            break;
        }
        goesOn = event.type != YAML_STREAM_END_EVENT && consume(event);
        if (event.type == YAML_STREAM_END_EVENT)
            scanComments(m_scanned, m_bytes.size());
        yaml_event_delete(&event);
    }
    closeAll();
    m_document->m_complete = isSound && !m_isCut;
    return true;
}

bool Builder::consume(const yaml_event_t &event)
{
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT: {
        if (++m_documents == 1)
            return true;
        const auto begin = m_offsets.byteAt(event.start_mark.index);
        report("several-documents",
               "A second document starts here and is not read; keep one document in a file.",
               {begin, std::min(begin + 3, m_bytes.size())});
        return false;
    }
    case YAML_SCALAR_EVENT:
        addScalar(event);
        break;
    case YAML_ALIAS_EVENT:
        addAlias(event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open(event, Kind::Sequence);
        break;
    case YAML_MAPPING_START_EVENT:
        open(event, Kind::Mapping);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close(m_offsets.byteAt(event.end_mark.index));
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return !m_isCut;
}

Node &Builder::newNode()
{
    ++m_document->m_nodeCount;
    return makeSpan<Node>(m_document->m_memory, 1).front();
}

Node &Builder::makeNode(Kind kind, Range range, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    auto &node = newNode();
    node.kind = kind;
    node.range = range;
    if (anchor || tag) {
        auto &memory = m_document->m_memory;
        auto &properties = makeSpan<Properties>(memory, 1).front();
        properties = {keep(memory, toView(tag)), keep(memory, toView(anchor))};
        node.properties = &properties;
    }
    if (anchor && ++m_named > m_limits.anchors)
        cut("too-many-aliases",
            "The document names more than " + std::to_string(m_limits.anchors) +
                " anchors up to here; name only what an alias repeats.",
            range);
    if (tag)
        checkTag(node);
    if (++m_nodes > m_limits.expandedNodes)
        cut("too-large",
            "The document holds more than " + std::to_string(m_limits.expandedNodes) +
                " values; split it into smaller files.",
            range);
    return node;
}

void Builder::addScalar(const yaml_event_t &event)
{
    const auto &scalar = event.data.scalar;
    auto range = rangeOf(event);
    const auto begin = range.begin;
    const auto contentEnd = range.end;
    const auto style = styleOf(scalar.style);
    const bool hasProperties = scalar.anchor || scalar.tag;
    if (style == Style::Plain && scalar.length == 0)
        range = hasProperties ? Range{range.end, range.end} : emptyRange(range.begin);
    else if (hasProperties)
        range.begin = afterProperties(range.begin, scalar.anchor, scalar.tag);
    scanComments(m_scanned, range.begin);
    auto &node = makeNode(Kind::Scalar, range, scalar.anchor, scalar.tag);
    node.style = style;
    std::string_view value(reinterpret_cast<const char *>(scalar.value), scalar.length);
    node.value = value;
    if (style == Style::Literal || style == Style::Folded) {
        scanHeaderComment(range);
        node.range.end = blockScalarEnd(node);
    }
    std::string restored;
    if (m_offsets.hasJoins() && style != Style::DoubleQuoted) {
        restored = value;
        m_offsets.restore(restored, range.begin, contentEnd);
        value = restored;
    }
    node.value = kept(value, range.begin);
    m_scanned = std::max(m_scanned, range.isEmpty() ? range.end : contentEnd);
    attach(node, std::min(begin, node.range.begin));
    settle(node, {});
}

/// In the text itself, where it stands there as it is.
std::string_view Builder::kept(std::string_view value, std::size_t begin)
{
    for (const std::size_t at : {begin, begin + 1}) { // behind a quote or an asterisk
        if (at <= m_bytes.size() && m_bytes.substr(at, value.size()) == value)
            return m_bytes.substr(at, value.size());
    }
    return keep(m_document->m_memory, value);
}

const Builder::Anchor *Builder::findAnchor(std::string_view name)
{
    for (const auto &anchor : m_newAnchors)
        m_anchors[anchor.node->anchor()] = anchor; // the latest of a name is meant
    m_newAnchors.clear();
    const auto found = m_anchors.find(name);
    return found == m_anchors.end() ? nullptr : &found->second;
}

void Builder::addAlias(const yaml_event_t &event)
{
    const auto range = rangeOf(event);
    scanComments(m_scanned, range.begin);
    auto &node = makeNode(Kind::Alias, range, nullptr, nullptr);
    node.value = kept(toView(event.data.alias.anchor), range.begin);
    m_scanned = range.end;
    attach(node, range.begin);
    Weight weight;
    const auto *anchor = findAnchor(node.value);
    if (!anchor) {
        report("unknown-alias",
               "No anchor &" + std::string(node.value) +
                   " stands before this alias; define it above, or quote "
                   "the value if it is meant as text.",
               range);
    } else if (anchor->isOpen) {
        report("recursive-alias",
               "*" + std::string(node.value) + " stands inside &" + std::string(node.value) +
                   " itself, which would never end; repeat the part that is needed instead.",
               range, {anchor->node->range.begin, anchor->node->range.begin + 1});
    } else if (m_open.size() + anchor->weight.depth > m_limits.depth) {
        cut("too-deep",
            "Through this alias the document nests deeper than " + std::to_string(m_limits.depth) +
                " levels; flatten it.",
            range);
    } else if (m_nodes + anchor->weight.nodes > m_limits.expandedNodes) {
        cut("too-many-aliases",
            "The aliases up to here stand for more than " + std::to_string(m_limits.expandedNodes) +
                " values; repeat fewer parts.",
            range);
    } else {
        node.target = anchor->node;
        weight.nodes += anchor->weight.nodes;
        weight.depth = anchor->weight.depth;
        m_nodes += anchor->weight.nodes;
    }
    settle(node, weight);
}

void Builder::open(const yaml_event_t &event, Kind kind)
{
    const bool isMapping = kind == Kind::Mapping;
    const auto *anchor =
        isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor;
    const auto *tag = isMapping ? event.data.mapping_start.tag : event.data.sequence_start.tag;
    const bool isBlock = isMapping ? event.data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE
                                   : event.data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE;
    const auto start = m_offsets.byteAt(event.start_mark.index);
    const auto begin = anchor || tag ? afterProperties(start, anchor, tag) : start;
    if (m_open.size() >= m_limits.depth) {
        cut("too-deep",
            "The document nests deeper than " + std::to_string(m_limits.depth) +
                " levels here; flatten it, or move the inner part into a file of its own.",
            {begin, std::min(begin + 1, m_bytes.size())});
        return;
    }
    scanComments(m_scanned, begin);
    auto &node = makeNode(kind, {begin, begin}, anchor, tag);
    node.style = isBlock ? Style::Block : Style::Flow;
    attach(node, start);
    if (!node.anchor().empty())
        m_newAnchors.push_back({&node, {}, true});
    m_open.push_back({&node, nullptr, 0, m_openEntries.size(), m_openItems.size(), {}});
}

void Builder::close(std::size_t end)
{
    const auto frame = m_open.back();
    m_open.pop_back();
    auto &node = *frame.node;
    auto &memory = m_document->m_memory;
    node.entries = keep(memory, std::span<const Entry>(m_openEntries).subspan(frame.firstEntry));
    node.items = keep(memory, std::span<const Node *const>(m_openItems).subspan(frame.firstItem));
    m_openEntries.resize(frame.firstEntry);
    m_openItems.resize(frame.firstItem);
    const bool hasBrackets = node.style == Style::Flow && node.range.begin < m_bytes.size() &&
                             m_bytes[node.range.begin] == (node.kind == Kind::Mapping ? '{' : '[');
    if (!hasBrackets || end == 0) {
        end = node.range.begin + (hasBrackets ? 1 : 0);
        if (!node.entries.empty())
            end = node.entries.back().range.end;
        if (!node.items.empty())
            end = node.items.back()->range.end;
    }
    node.range.end = end;
    if (node.kind == Kind::Mapping)
        finishMapping(node);
    settle(node, frame.weight);
}

void Builder::closeAll()
{
    while (!m_open.empty()) {
        auto &frame = m_open.back();
        if (frame.key) { // half an entry is one without a value
            const auto end = frame.key->range.end;
            auto &value = newNode();
            value.range = {end, end};
            attach(value, end);
            settle(value, {});
        }
        close(0);
    }
}

void Builder::attach(Node &node, std::size_t begin)
{
    if (m_open.empty()) {
        m_document->m_root = &node;
        return;
    }
    auto &frame = m_open.back();
    node.parent = frame.node;
    if (frame.node->kind == Kind::Sequence) {
        m_openItems.push_back(&node);
    } else if (!frame.key) {
        frame.key = &node;
        frame.keyBegin = begin;
    } else {
        m_openEntries.push_back({frame.key,
                                 &node,
                                 {frame.keyBegin, node.range.end},
                                 markOf(frame.key->resolved().value)});
        frame.key = nullptr;
    }
}

void Builder::settle(Node &node, Weight weight)
{
    sumUp(node);
    if (!node.anchor().empty())
        m_newAnchors.push_back({&node, weight, false});
    if (m_open.empty())
        return;
    auto &frame = m_open.back();
    frame.weight.nodes = std::min(frame.weight.nodes + weight.nodes, saturated);
    frame.weight.depth = std::max(frame.weight.depth, weight.depth + 1);
    if (m_openEntries.size() == frame.firstEntry || m_openEntries.back().value != &node)
        return;
    Entry &entry = m_openEntries.back();
    entry.range.end = std::max(entry.key->range.end, node.range.end);
}

void Builder::report(std::string id, std::string message, Range range, Range related)
{
    m_document->m_problems.push_back({std::move(id), std::move(message), range, related, true});
}

void Builder::cut(std::string id, std::string message, Range range)
{
    if (!m_isCut)
        report(std::move(id), std::move(message), range);
    m_isCut = true;
}

} // namespace meshwright::yaml
