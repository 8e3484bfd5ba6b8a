// SPDX-License-Identifier: Apache-2.0
// Why the lines of an entry can be read alone: they begin with the indentation of their mapping and
// the same key as before, which ends whatever stands above; the next line that is not theirs begins
// with unchanged indentation, which ends whatever they hold. Read alone, all that is open at their
// end is an error, and so is a line that is indented less.
#include "yaml/splice.h"

#include "yaml/builder.h"
#include "yaml/tree.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace meshwright::yaml {

namespace {

std::size_t lineBegin(std::string_view bytes, std::size_t at)
{
    const auto before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

/// Whether nothing but spaces stands before the node in its line.
bool beginsLine(std::string_view bytes, const Node &node)
{
    const auto begin = lineBegin(bytes, node.range.begin);
    return bytes.substr(begin, node.range.begin - begin).find_first_not_of(' ') ==
           std::string_view::npos;
}

/// What ends or begins a document, and escapes that may be halves of a character.
bool holdsMarkers(std::string_view lines)
{
    if (lines.find("\\u") != std::string_view::npos)
        return true;
    for (std::size_t at = 0; at < lines.size();) {
        const auto rest = lines.substr(at);
        if (rest.starts_with("---") || rest.starts_with("...") || rest.starts_with('%'))
            return true;
        at = std::min(lines.find('\n', at), lines.size() - 1) + 1;
    }
    return false;
}

bool isBlockMapping(const Node &node)
{
    return node.kind == Kind::Mapping && node.style == Style::Block && !node.entries.empty();
}

bool isSameKey(const Node &a, const Node &b)
{
    return a.kind == Kind::Scalar && b.kind == Kind::Scalar && a.style == b.style &&
           a.value == b.value && a.value != "<<";
}

} // namespace

Splice::Splice(const Document &before, Text text)
    : m_before(before)
    , m_text(std::move(text))
    , m_old(before.text()->bytes())
    , m_new(m_text->bytes())
{
    const auto shorter = std::min(m_old.size(), m_new.size());
    const auto differ =
        std::mismatch(m_old.begin(), m_old.begin() + std::ptrdiff_t(shorter), m_new.begin());
    const auto same = static_cast<std::size_t>(differ.first - m_old.begin());
    const auto rest = std::ptrdiff_t(shorter - same);
    const auto differBack = std::mismatch(m_old.rbegin(), m_old.rbegin() + rest, m_new.rbegin());
    m_changed = {same, m_old.size() - static_cast<std::size_t>(differBack.first - m_old.rbegin())};
}

std::shared_ptr<const Document> Splice::spliced()
{
    const bool isSound = m_before.isComplete() && m_before.problems().empty() && m_before.root();
    if (!isSound || m_new.size() > Limits().bytes)
        return nullptr;
    auto innermostFirst = parts();
    std::reverse(innermostFirst.begin(), innermostFirst.end());
    for (const auto &part : innermostFirst)
        if (const auto found = read(part))
            return joined(part, *found);
    return nullptr;
}

std::vector<Splice::Part> Splice::parts() const
{
    std::vector<Part> found;
    const Node *mapping = m_before.root();
    std::size_t end = m_old.size();
    for (std::size_t level = 0; mapping && isBlockMapping(*mapping); ++level) {
        const auto &entries = mapping->entries;
        const auto after =
            std::partition_point(entries.begin(), entries.end(), [&](const Entry &entry) {
                return entry.key->range.begin <= m_changed.begin;
            });
        if (after == entries.begin())
            break;
        const Entry &entry = *std::prev(after);
        end = endOfLines(*mapping, static_cast<std::size_t>(after - entries.begin()) - 1, end);
        const auto begin = lineBegin(m_old, entry.key->range.begin);
        const Part part{&entry, {begin, end}, entry.key->range.begin - begin, level};
        if (!isWithin(part))
            break;
        found.push_back(part);
        mapping = entry.value;
    }
    return found;
}

bool Splice::isWithin(const Part &part) const
{
    const bool isLast = part.lines.end == m_old.size();
    return beginsLine(m_old, *part.entry->key) &&
           part.entry->key->range.begin == part.entry->range.begin &&
           m_changed.begin >= part.entry->key->range.begin &&
           (isLast ? m_changed.end <= part.lines.end : m_changed.end < part.lines.end);
}

/// Up to the line of the next key; one that does not begin its line leaves no lines at all.
std::size_t Splice::endOfLines(const Node &mapping, std::size_t entry, std::size_t outerEnd) const
{
    if (entry + 1 == mapping.entries.size())
        return outerEnd;
    const Node &next = *mapping.entries[entry + 1].key;
    return beginsLine(m_old, next) ? lineBegin(m_old, next.range.begin) : 0;
}

/// A document of the part's lines as they are now, if it has this one entry and no problem.
std::shared_ptr<const Document> Splice::read(const Part &part) const
{
    const auto size = part.lines.size() + m_new.size() - m_old.size();
    const auto lines = m_new.substr(part.lines.begin, size);
    Limits limits;
    limits.depth -= std::min(part.level, limits.depth);
    if (holdsMarkers(lines))
        return nullptr;
    auto found = Builder(makeText(std::string(lines)), limits).build();
    const Node *root = found->root();
    const bool isOneEntry = found->isComplete() && found->problems().empty() && root &&
                            isBlockMapping(*root) && root->entries.size() == 1;
    if (!isOneEntry || m_before.m_nodeCount + found->m_nodeCount > limits.expandedNodes)
        return nullptr;
    const Entry &entry = root->entries.front();
    const bool isSame = isSameKey(*entry.key, *part.entry->key) &&
                        entry.key->range.begin == part.indent && entry.range.begin == part.indent &&
                        !root->properties;
    return isSame ? found : nullptr;
}

std::shared_ptr<const Document> Splice::joined(const Part &part, const Document &read)
{
    m_part = &part;
    m_read = &read.root()->entries.front();
    m_readText = read.text()->bytes();
    m_document.reset(new Document);
    m_document->m_text = m_document->m_read = m_text;
    const Move behindPart{part.lines.end, m_new.size() - m_old.size()};
    m_document->m_root = copied(*m_before.root(), nullptr, {behindPart, m_old});
    if (m_isLinked)
        return nullptr;
    copyComments(read, behindPart);
    m_document->m_complete = true;
    m_document->m_readAnew = Range{part.lines.begin, behindPart(part.lines).end};
    return std::move(m_document);
}

const Node *Splice::copied(const Node &from, const Node *parent, const Source &source)
{
    m_isLinked = m_isLinked || from.kind == Kind::Alias || from.properties;
    auto &memory = m_document->m_memory;
    ++m_document->m_nodeCount;
    Node &node = makeSpan<Node>(memory, 1).front();
    node = from;
    node.range = source.move(from.range);
    node.value = copied(from.value, source);
    node.parent = parent;
    if (from.byKey)
        node.byKey = keep(memory, std::span(from.byKey, from.entries.size())).data();
    const auto items = makeSpan<const Node *>(memory, from.items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = copied(*from.items[i], &node, source);
    const auto entries = makeSpan<Entry>(memory, from.entries.size());
    bool isOther = false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry &entry = from.entries[i];
        const bool isPart = &entry == m_part->entry;
        entries[i] = isPart ? copied(*m_read, &node, {{0, m_part->lines.begin}, m_readText})
                            : copied(entry, &node, source);
        isOther = isOther || isPart || entries[i].value->fingerprint != entry.value->fingerprint ||
                  entries[i].value->holdsLinks != entry.value->holdsLinks;
    }
    node.items = items;
    node.entries = entries;
    if (isBlockMapping(node))
        node.range.end = node.entries.back().range.end;
    if (isOther)
        sumUp(node);
    return &node;
}

Entry Splice::copied(const Entry &from, const Node *parent, const Source &source)
{
    const Node *key = copied(*from.key, parent, source);
    const Node *value = copied(*from.value, parent, source);
    const std::size_t end = std::max(key->range.end, value->range.end);
    return {key, value, {source.move(from.range).begin, end}, from.keyMark};
}

std::string_view Splice::copied(std::string_view value, const Source &source)
{
    const std::less<> before;
    const bool isInText =
        !before(value.data(), source.bytes.data()) &&
        !before(source.bytes.data() + source.bytes.size(), value.data() + value.size());
    if (!isInText)
        return keep(m_document->m_memory, value);
    const auto begin = static_cast<std::size_t>(value.data() - source.bytes.data());
    return m_new.substr(source.move({begin, begin}).begin, value.size());
}

void Splice::copyComments(const Document &read, Move behindPart)
{
    const auto &old = m_before.comments();
    auto &comments = m_document->m_comments;
    const auto isBefore = [](std::size_t offset) {
        return [offset](const Comment &each) { return each.range.begin < offset; };
    };
    const auto first = std::partition_point(old.begin(), old.end(), isBefore(m_part->lines.begin));
    const auto next = std::partition_point(first, old.end(), isBefore(m_part->lines.end));
    comments.assign(old.begin(), first);
    for (const Comment &each : read.comments())
        comments.push_back({Move{0, m_part->lines.begin}(each.range)});
    for (auto each = next; each != old.end(); ++each)
        comments.push_back({behindPart(each->range)});
}

} // namespace meshwright::yaml
