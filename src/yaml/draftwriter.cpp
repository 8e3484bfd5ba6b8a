// SPDX-License-Identifier: Apache-2.0
// A draft as text: what was not opened as it stood, shifted; what was opened or is new in the
// manner of the document around it.
#include "meshwright/yaml/draft.h"

#include "yaml/draftregions.h"
#include "yaml/fragment.h"
#include "yaml/place.h"
#include "yaml/scalars.h"

#include <algorithm>
#include <utility>

namespace meshwright::yaml {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t longestFlowLine = 90;

/// How a collection in brackets is laid out; what is new in it follows.
struct Flow
{
    bool isInside = false;
    bool isJson = false;
    bool isOneLine = true;
    std::string padding;
    std::string comma = ", ";
    std::string colon = ": ";
};

/// Goes on in the last line, and with new ones, each that much further in.
void join(Lines &lines, const Lines &more, std::size_t indent)
{
    if (lines.empty())
        lines.emplace_back();
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (i == 0)
            lines.back() += more[i];
        else
            lines.push_back(more[i].empty() ? std::string() : std::string(indent, ' ') + more[i]);
    }
}

void addComments(Lines &lines, const Lines &comments, std::size_t indent)
{
    for (const std::string &comment : comments)
        lines.push_back(comment.empty() ? std::string() : std::string(indent, ' ') + comment);
}

bool isBlockSource(const Piece &piece)
{
    if (piece.form != Piece::Form::Source)
        return false;
    const Style style = piece.node->style;
    return piece.node->kind != Kind::Alias &&
           (style == Style::Block || style == Style::Literal || style == Style::Folded);
}

bool canBeFlow(const Piece &piece)
{
    if (piece.form == Piece::Form::Source)
        return !isBlockSource(piece);
    if (piece.form == Piece::Form::Text)
        return true;
    return piece.style == Style::Flow &&
           std::all_of(piece.parts.begin(), piece.parts.end(),
                       [](const Part &part) { return canBeFlow(part.value); });
}

bool startsWithComment(const Piece &piece)
{
    return piece.form == Piece::Form::Mapping && piece.style != Style::Flow &&
           isBlankLine(piece.head) && !piece.parts.empty() && !piece.parts.front().above.empty();
}

class Writer
{
public:
    explicit Writer(const Document &document)
        : m_place(document)
        , m_step(m_place.step())
    {
        const Node &root = *document.root();
        m_flow.isJson = usesJson(root);
        if (root.style == Style::Flow)
            m_step = 2;
        m_isListIndented = findListIndent(root).value_or(1) > 0 || root.style == Style::Flow;
    }

    std::string write(const Piece &root)
    {
        const auto bytes = m_place.bytes();
        std::string text(bytes.substr(0, root.region.begin));
        if (root.style == Style::Flow) {
            m_step = root.indent.value_or(2);
            const auto lines = flowCollection(root, m_flow);
            for (std::size_t i = 0; i < lines.size(); ++i)
                text += (i > 0 ? std::string(m_place.eol()) : "") + lines[i];
            return text + root.tail;
        }
        auto lines = blockParts(root, root.column);
        lines.front().erase(0, root.column); // stands before it
        for (std::size_t i = 0; i < lines.size(); ++i)
            text += (i > 0 ? std::string(m_place.eol()) : "") + lines[i];
        if (bytes.ends_with('\n') || bytes.ends_with('\r'))
            text += m_place.eol();
        return text;
    }

private:
    /// The columns by which the first block list stands behind its key.
    std::optional<std::size_t> findListIndent(const Node &node) const
    {
        for (const Entry &entry : node.entries) {
            const Node &value = *entry.value;
            if (value.kind == Kind::Sequence && value.style == Style::Block)
                return m_place.column(value.range.begin) - m_place.column(node.range.begin);
            if (const auto found = findListIndent(value))
                return found;
        }
        for (const Node *item : node.items)
            if (const auto found = findListIndent(*item))
                return found;
        return std::nullopt;
    }

    Lines value(const Piece &piece, const Flow &flow)
    {
        switch (piece.form) {
        case Piece::Form::Source:
            return source(piece, flow);
        case Piece::Form::Text:
            return {" " +
                    scalarLine(piece.text,
                               flow.isInside && flow.isJson ? Style::DoubleQuoted : piece.style,
                               flow.isInside)};
        case Piece::Form::Mapping:
        case Piece::Form::Sequence:
            break;
        }
        if (flow.isInside)
            return withSpace(flowCollection(piece, flow));
        if (piece.parts.empty())
            return emptyCollection(piece);
        if (canBeFlow(piece)) {
            auto lines = withSpace(flowCollection(piece, flowOf(piece, flow)));
            const auto &first = lines.front();
            if (lines.size() > 1 || first.size() + piece.column < longestFlowLine)
                return lines;
        }
        return blockCollection(piece, indentOf(piece));
    }

    static Lines withSpace(Lines lines)
    {
        if (!lines.front().empty() && lines.front().front() != ' ')
            lines.front().insert(0, " ");
        return lines;
    }

    Lines source(const Piece &piece, const Flow &flow) const
    {
        const auto bytes = m_document(piece);
        if (flow.isInside && isBlockSource(piece) && !piece.replaced)
            return {" " + flowText(*piece.node, flow.isJson)};
        std::string text;
        if (piece.replaced) {
            const Node &node = *piece.node;
            const auto like = node.kind == Kind::Alias ? Style::Plain : node.style;
            text = std::string(
                       bytes.substr(piece.region.begin, node.range.begin - piece.region.begin)) +
                   scalarLine(*piece.replaced, like, isInFlow(node)) +
                   std::string(bytes.substr(node.range.end, piece.region.end - node.range.end));
        } else {
            text = std::string(bytes.substr(piece.region.begin, piece.region.size()));
        }
        Lines lines = linesOf(text);
        for (std::size_t i = 1; i < lines.size(); ++i)
            lines[i] = withoutIndent(lines[i], piece.column);
        return flow.isInside && !lines.front().empty() ? lines : withSpace(std::move(lines));
    }

    static std::string_view m_document(const Piece &piece)
    {
        return piece.document->text()->bytes();
    }

    /// Without parts: what stood there else stays.
    Lines emptyCollection(const Piece &piece) const
    {
        Lines lines{piece.form == Piece::Form::Mapping ? " {}" : " []"};
        lines.front() += piece.tail;
        const auto comment = piece.head.find('#');
        if (comment != std::string::npos)
            lines.front() += " " + piece.head.substr(comment);
        addComments(lines, piece.below, m_step);
        return lines;
    }

    std::size_t indentOf(const Piece &piece) const
    {
        if (piece.style != Style::Flow && piece.indent)
            return *piece.indent;
        return piece.form == Piece::Form::Sequence && !m_isListIndented ? 0 : m_step;
    }

    Lines blockCollection(const Piece &piece, std::size_t indent)
    {
        Lines lines{piece.head};
        if (!piece.tail.empty())
            join(lines, linesOf(piece.tail), 0);
        for (std::string &line : blockParts(piece, indent))
            lines.push_back(std::move(line));
        return lines;
    }

    /// Each on lines of its own.
    Lines blockParts(const Piece &piece, std::size_t indent)
    {
        Lines lines;
        for (const Part &part : piece.parts) {
            addComments(lines, part.above, indent);
            if (!part.trailing.empty())
                lines.push_back(std::string(indent, ' ') + part.trailing);
            const bool isItem = piece.form == Piece::Form::Sequence;
            if (isItem && startsWithComment(part.value)) {
                // above the dash, so that the item goes on behind it
                Piece rest = part.value;
                addComments(lines, rest.parts.front().above, indent);
                rest.parts.front().above.clear();
                lines.push_back(std::string(indent, ' ') + "-");
                join(lines, item(rest), indent);
                continue;
            }
            lines.push_back(std::string(indent, ' ') + (isItem ? "-" : keyOf(part, false) + ":"));
            join(lines, isItem ? item(part.value) : behindKey(part.value), indent);
        }
        addComments(lines, piece.below, indent);
        return lines;
    }

    /// What started behind a dash can't start behind a key.
    Lines behindKey(const Piece &piece)
    {
        auto lines = value(piece, {});
        const bool isCollection = piece.form == Piece::Form::Source && !piece.replaced &&
                                  piece.node->style == Style::Block &&
                                  piece.node->kind != Kind::Alias;
        if (!isCollection)
            return lines;
        const auto begin = piece.node->range.begin;
        const auto before =
            m_document(piece).substr(piece.region.begin, begin - piece.region.begin);
        if (before.find_first_of("\r\n") != std::string_view::npos)
            return lines;
        const auto properties = before.find_last_not_of(' ');
        Lines result{properties == std::string_view::npos
                         ? std::string()
                         : std::string(before.substr(0, properties + 1))};
        result.push_back(std::string(before.size() + 1, ' ') + lines.front().substr(before.size()));
        result.insert(result.end(), lines.begin() + 1, lines.end());
        return result;
    }

    /// An item's collection starts behind the dash.
    Lines item(const Piece &piece)
    {
        constexpr std::size_t dash = 2;
        const bool isNew = piece.form == Piece::Form::Mapping && !piece.indent &&
                           !piece.parts.empty() && !canBeFlow(piece);
        auto lines = isNew ? blockCollection(piece, dash) : value(piece, {});
        const bool isCompact = piece.form != Piece::Form::Source && lines.size() > 1 &&
                               isBlankLine(lines[0]) && lines[1].size() > dash &&
                               lines[1].starts_with("  ") && lines[1][dash] != '#';
        if (!isCompact)
            return lines;
        lines.erase(lines.begin());
        lines.front().erase(0, 1); // the dash stands there
        return lines;
    }

    std::string keyOf(const Part &part, bool isFlow) const
    {
        if (!part.key.empty())
            return part.key;
        return scalarLine(part.name, isFlow && m_flow.isJson ? Style::DoubleQuoted : Style::Plain,
                          true);
    }

    /// As the source was laid out, or as what is around it.
    Flow flowOf(const Piece &piece, const Flow &around) const
    {
        Flow flow = around;
        flow.isInside = true;
        if (!piece.node || piece.style != Style::Flow || piece.node->style != Style::Flow)
            return flow;
        const auto text =
            m_document(piece).substr(piece.node->range.begin, piece.node->range.size());
        flow.isJson = usesJson(*piece.node);
        flow.isOneLine = text.find_first_of("\r\n") == std::string_view::npos;
        flow.padding = flow.isOneLine && text.size() > 2 && text[1] == ' ' ? " " : "";
        const auto has = [&](const char *what) { return text.find(what) != text.npos; };
        if (has(","))
            flow.comma = has(", ") ? ", " : ",";
        if (has("\":"))
            flow.colon = has("\": ") ? ": " : ":";
        return flow;
    }

    Lines flowCollection(const Piece &piece, const Flow &around)
    {
        const Flow flow = flowOf(piece, around);
        const bool isList = piece.form == Piece::Form::Sequence;
        const bool hasComments =
            !piece.below.empty() ||
            std::any_of(piece.parts.begin(), piece.parts.end(), [](const Part &part) {
                return !part.above.empty() || !part.trailing.empty();
            });
        const bool isOneLine = (flow.isOneLine && !hasComments) || piece.parts.empty();
        const auto indent = piece.indent.value_or(m_step);
        Lines lines{piece.head + (piece.head.empty() ? "" : " ") + (isList ? "[" : "{")};
        if (isOneLine)
            lines.back() += piece.parts.empty() ? "" : flow.padding;
        for (const Part &part : piece.parts) {
            const bool isLast = &part == &piece.parts.back();
            if (!isOneLine) {
                addComments(lines, part.above, indent);
                lines.emplace_back(indent, ' ');
            }
            Lines text = value(part.value, flow);
            const auto spaces = std::min(text.front().find_first_not_of(' '), text.front().size());
            if (isList || flow.colon == ":")
                text.front().erase(0, spaces);
            else if (spaces == 0)
                text.front().insert(0, " ");
            if (!isList)
                lines.back() += keyOf(part, true) + ":";
            join(lines, text, indent);
            if (!isLast)
                lines.back() += isOneLine ? flow.comma : ",";
            if (!part.trailing.empty())
                lines.back() += " " + part.trailing;
        }
        if (isOneLine) {
            lines.back() += piece.parts.empty() ? "" : flow.padding;
        } else {
            addComments(lines, piece.below, indent);
            lines.emplace_back();
        }
        lines.back() += isList ? "]" : "}";
        if (piece.node && piece.node->parent)
            join(lines, linesOf(piece.tail), 0);
        return lines;
    }

    Place m_place;
    std::size_t m_step;
    bool m_isListIndented = true;
    Flow m_flow;
};

} // namespace

std::string Draft::write() const
{
    return Writer(*document).write(root);
}

} // namespace meshwright::yaml
