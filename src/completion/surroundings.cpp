// SPDX-License-Identifier: Apache-2.0
#include "completion/surroundings.h"

#include <algorithm>
#include <deque>

namespace meshwright::completion {

namespace {

constexpr std::string_view word = "meshwright-caret";

std::size_t lineBegin(const std::string &text, std::size_t at)
{
    const auto before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    return before == std::string::npos ? 0 : before + 1;
}

/// Of the line, without its line end.
std::size_t lineEnd(const std::string &text, std::size_t at)
{
    return std::min(text.find_first_of("\r\n", at), text.size());
}

/// The text with the word in it that stands for what is at the caret.
struct Patched
{
    std::string text;
    std::size_t word = 0;      ///< where it is
    std::size_t lineBegin = 0; ///< of the block's line that it is in: where a flow begins
    std::size_t lineEnd = 0;
};

std::string wordFor(const Caret &caret, bool asKey)
{
    const std::string plain(word);
    if (!asKey)
        return (caret.needsSpace ? " " : "") + plain;
    if (!caret.isInFlow)
        return caret.hasColon ? plain : plain + ":";
    return caret.hasColon ? '"' + plain + '"' : '"' + plain + "\": null";
}

Patched patched(const std::string &text, const Caret &caret, bool asKey)
{
    std::string put = wordFor(caret, asKey);
    const auto next = text.find_first_not_of(" \t\r\n", caret.token.end);
    const bool lacksComma = caret.isInFlow && !caret.hasColon && next != std::string::npos &&
                            std::string_view(",]}:#").find(text[next]) == std::string_view::npos;
    if (lacksComma)
        put += ',';
    Patched result;
    result.word = caret.token.begin + put.find(word);
    result.text = text.substr(0, caret.token.begin) + put + text.substr(caret.token.end);
    result.lineBegin = lineBegin(result.text, caret.isInFlow ? caret.flowBegin : caret.token.begin);
    result.lineEnd = lineEnd(result.text, caret.token.begin + put.size());
    return result;
}

struct Line
{
    std::string_view text;
    std::size_t indent = 0;
    bool isFiller = false; ///< blank, or a comment
    bool isCloser = false; ///< of a flow above

    explicit Line(std::string_view line)
        : text(line)
    {
        const auto first = std::min(line.find_first_not_of(" \t"), line.size());
        indent = first;
        isFiller = first == line.size() || line[first] == '#';
        isCloser = !isFiller && (line[first] == ']' || line[first] == '}');
    }
};

/// The line up to its first colon: what stands behind it goes on in lines that are left out.
std::string_view withoutValue(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' '))
            return line.substr(0, i + 1);
    const auto dash = line.find_first_not_of(' ');
    return dash != std::string_view::npos && line[dash] == '-' ? line.substr(0, dash + 1) : line;
}

/// What stands around one block of lines: what it lies in, and the heads of the neighbours of that.
class Around
{
public:
    explicit Around(const Patched &patched)
        : m_text(patched.text)
        , m_begin(patched.lineBegin)
        , m_end(patched.lineEnd)
    {}

    Patched pruned(const Patched &whole)
    {
        const Line own(std::string_view(m_text).substr(m_begin, m_end - m_begin));
        readUpwards(own.indent);
        readDownwards(own.indent);
        Patched result;
        for (const std::string_view line : m_above)
            result.text.append(line).append("\n");
        result.word = result.text.size() + (whole.word - m_begin);
        result.text += m_text.substr(m_begin, m_end - m_begin);
        for (const std::string_view line : m_below)
            result.text.append("\n").append(line);
        result.text += '\n';
        return result;
    }

private:
    void readUpwards(std::size_t level)
    {
        bool isCut = false;
        for (std::size_t at = m_begin; at > 0;) {
            const std::size_t begin = lineBegin(m_text, at - 1);
            const Line line = lineAt(begin);
            at = begin;
            if (line.isFiller)
                continue;
            if (line.indent > level || line.isCloser) {
                isCut = true;
                continue;
            }
            const bool isNeighbour = line.indent == level;
            m_above.push_front(isNeighbour && isCut ? withoutValue(line.text) : line.text);
            level = line.indent;
            isCut = false;
        }
    }

    void readDownwards(std::size_t level)
    {
        bool isOwn = true; // what lies below the line itself stays
        for (std::size_t at = m_text.find('\n', m_end); at != std::string::npos;
             at = m_text.find('\n', at + 1)) {
            const Line line = lineAt(at + 1);
            if (line.isFiller)
                continue;
            isOwn = isOwn && (line.indent > level || line.isCloser);
            if (isOwn || (line.indent <= level && !line.isCloser))
                m_below.push_back(line.text);
            else
                m_below.back() = withoutValue(m_below.back());
            if (!isOwn)
                level = std::min(level, line.indent);
        }
    }

    Line lineAt(std::size_t begin) const
    {
        return Line(std::string_view(m_text).substr(begin, lineEnd(m_text, begin) - begin));
    }

    const std::string &m_text;
    std::size_t m_begin;
    std::size_t m_end;
    std::deque<std::string_view> m_above;
    std::deque<std::string_view> m_below;
};

Surroundings read(const Patched &patched, bool asKey)
{
    Surroundings result;
    result.document = yaml::Document::parse(makeText(patched.text));
    const yaml::Node *found = result.document->nodeAt(patched.word);
    if (!found || found->kind != yaml::Kind::Scalar || found->value != word)
        return result;
    const bool isKey =
        found->parent && std::any_of(found->parent->entries.begin(), found->parent->entries.end(),
                                     [&](const yaml::Entry &entry) { return entry.key == found; });
    if (isKey != asKey)
        return result;
    result.word = found;
    result.isKey = isKey;
    return result;
}

} // namespace

Surroundings surroundingsOf(const SourceText &text, const Caret &caret, bool asKey)
{
    const Patched whole = patched(text.bytes(), caret, asKey);
    const bool isOneFlow = caret.isInFlow && whole.lineBegin <= 3;
    if (!isOneFlow)
        if (Surroundings found = read(Around(whole).pruned(whole), asKey))
            return found;
    return read(whole, asKey);
}

} // namespace meshwright::completion
