// SPDX-License-Identifier: Apache-2.0
#include "completion/caret.h"

#include <algorithm>
#include <vector>

namespace meshwright::completion {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// Reads on from a line that nothing is open in up to the caret.
class Scan
{
public:
    Scan(const std::string &text, std::size_t begin, std::size_t caret)
        : m_text(text)
        , m_at(begin)
        , m_caret(caret)
        , m_isOneFlow(begin < caret && (text[begin] == '{' || text[begin] == '['))
    {}

    Caret run()
    {
        startWord(Caret::Place::LineStart);
        while (m_at < m_caret)
            step();
        m_result.isInFlow = !m_open.empty();
        m_result.token = {m_begin, m_caret};
        if (m_isClosed)
            m_result.place = Caret::Place::Nowhere; // behind a quoted word
        return m_result;
    }

private:
    bool isBlank(std::size_t at) const
    {
        return at >= m_text.size() || isSpace(m_text[at]) || isLineEnd(m_text[at]);
    }

    bool isAtWord() const { return m_begin < m_at; }

    void startWord(Caret::Place place)
    {
        m_result.place = place;
        m_result.quote = 0;
        m_result.needsSpace = false;
        m_isClosed = false;
        m_begin = m_at;
    }

    void step()
    {
        const char c = m_text[m_at];
        if (isLineEnd(c))
            endLine();
        else if (c == '#' && (m_at == 0 || isBlank(m_at - 1)))
            skipComment();
        else if (!isAtWord() && isSpace(c))
            m_begin = ++m_at;
        else if (!isAtWord() && (c == '"' || c == '\''))
            quoted(c);
        else if (!isAtWord() && c == '-' && m_open.empty() && isBlank(m_at + 1))
            dash();
        else if (c == ':' && endsKey())
            colon();
        else if (isBracket(c))
            bracket(c);
        else
            ++m_at;
    }

    void endLine()
    {
        const bool isInWord = isAtWord();
        ++m_at;
        if (!m_open.empty() && isOutdented())
            m_open.clear(); // somebody forgot to close it
        if (m_open.empty())
            startWord(Caret::Place::LineStart);
        else if (!isInWord)
            m_begin = m_at;
    }

    /// Whether the line that begins here stands no further in than the one that opened the flow:
    /// then it is none of the flow's.
    bool isOutdented() const
    {
        if (m_isOneFlow)
            return false;
        const auto text = m_text.find_first_not_of(" \t", m_at);
        const auto first = std::min({text, m_caret, m_text.size()});
        const bool isBlank = first < m_caret && isLineEnd(m_text[first]);
        const bool isCloser = first < m_caret && (m_text[first] == ']' || m_text[first] == '}');
        return !isBlank && !isCloser && first - m_at <= m_flowIndent;
    }

    std::size_t indentAt(std::size_t at) const
    {
        const auto before = at == 0 ? std::string::npos : m_text.rfind('\n', at - 1);
        const auto begin = before == std::string::npos ? 0 : before + 1;
        return m_text.find_first_not_of(" \t", begin) - begin;
    }

    void skipComment()
    {
        while (m_at < m_caret && !isLineEnd(m_text[m_at]))
            ++m_at;
        if (m_at == m_caret)
            startWord(Caret::Place::Nowhere);
    }

    /// Over a quoted word; or into it, where the caret is in it.
    void quoted(char quote)
    {
        m_result.quote = quote;
        const std::size_t begin = m_at;
        for (std::size_t i = begin + 1; i < m_caret; ++i) {
            const bool isEscape = quote == '"' && m_text[i] == '\\';
            const bool isDoubled = quote == '\'' && m_text[i] == quote && i + 1 < m_text.size() &&
                                   m_text[i + 1] == quote;
            if (isEscape || isDoubled) {
                ++i;
            } else if (m_text[i] == quote) {
                m_at = i + 1;
                m_isClosed = true;
                return;
            }
        }
        const auto lineEnd = std::min(m_text.find('\n', begin), m_text.size());
        m_at = std::min(m_caret, lineEnd); // not closed: taken for one line
    }

    void dash()
    {
        ++m_at;
        startWord(Caret::Place::AfterDash);
    }

    /// `a:` and a blank, and in flows `"a":`. Behind a colon no block has a second key in one line.
    bool endsKey() const
    {
        if (m_result.place == Caret::Place::Value || m_result.place == Caret::Place::FlowItem)
            return false;
        const bool isQuoted = m_result.quote != 0 && m_text[m_at - 1] == m_result.quote;
        return isBlank(m_at + 1) || (isQuoted && !m_open.empty()) || m_at + 1 == m_caret;
    }

    void colon()
    {
        const bool isQuoted = m_result.quote != 0;
        ++m_at;
        startWord(Caret::Place::Value);
        m_result.needsSpace = m_at == m_caret && !(isQuoted && !m_open.empty());
    }

    /// In blocks a bracket opens a flow only where a value begins.
    bool isBracket(char c) const
    {
        if (std::string_view("[{").find(c) != std::string_view::npos)
            return !isAtWord();
        return !m_open.empty() && std::string_view("]},").find(c) != std::string_view::npos;
    }

    void bracket(char c)
    {
        if (c == '[' || c == '{') {
            if (m_open.empty()) {
                m_result.flowBegin = m_at;
                m_flowIndent = indentAt(m_at);
            }
            m_open.push_back(c);
        } else if (c != ',') {
            m_open.pop_back();
        }
        ++m_at;
        const bool isBehind = c == ']' || c == '}';
        startWord(isBehind               ? Caret::Place::Nowhere
                  : m_open.back() == '{' ? Caret::Place::FlowKey
                                         : Caret::Place::FlowItem);
    }

    const std::string &m_text;
    std::size_t m_at;
    std::size_t m_begin = 0; ///< of the word
    std::size_t m_caret;
    std::vector<char> m_open;
    bool m_isOneFlow;             ///< the whole text is
    std::size_t m_flowIndent = 0; ///< of the line that opened the outermost flow
    bool m_isClosed = false;      ///< the word is quoted and over
    Caret m_result;
};

/// The last line before the caret with text in its first column, where nothing can be open; the
/// first line of a text that is one flow.
std::size_t scanBegin(const std::string &text, std::size_t caret)
{
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string::npos && (text[first] == '{' || text[first] == '['))
        return std::min(first, caret);
    for (std::size_t line = caret; line > 0;) {
        const auto before = text.rfind('\n', line - 1);
        line = before == std::string::npos ? 0 : before + 1;
        const char c = line < caret ? text[line] : '\n';
        if (!isSpace(c) && !isLineEnd(c) && std::string_view("#]}-").find(c) == std::string::npos)
            return line;
        if (line > 0)
            --line;
        if (line == 0)
            return 0;
    }
    return 0;
}

/// The end of the word that the caret is in.
std::size_t tokenEnd(const std::string &text, const Caret &caret)
{
    std::size_t end = caret.token.end;
    const auto line = std::min(text.find_first_of("\r\n", end), text.size());
    if (caret.quote) {
        const auto close = text.find(caret.quote, end);
        if (close < line)
            return close + 1;
    }
    const std::string_view flowEnds = caret.isInFlow ? ",[]{}" : "";
    for (; end < line; ++end) {
        const bool isKeyEnd = text[end] == ':' &&
                              (end + 1 >= line || isSpace(text[end + 1]) || caret.isInFlow) &&
                              caret.place != Caret::Place::Value;
        const bool isComment = text[end] == '#' && end > 0 && isSpace(text[end - 1]);
        if (isKeyEnd || isComment || flowEnds.find(text[end]) != std::string_view::npos)
            break;
    }
    while (end > caret.token.end && isSpace(text[end - 1]))
        --end;
    return end;
}

} // namespace

Caret caretAt(const SourceText &text, std::size_t offset)
{
    const std::string &bytes = text.bytes();
    offset = std::min(offset, bytes.size());
    Caret caret = Scan(bytes, scanBegin(bytes, offset), offset).run();
    if (caret.place == Caret::Place::Nowhere)
        return caret;
    caret.typed = bytes.substr(caret.token.begin, caret.token.size());
    if (caret.quote)
        caret.typed.erase(0, 1);
    caret.token.end = tokenEnd(bytes, caret);
    const auto behind = bytes.find_first_not_of(" \t", caret.token.end);
    caret.hasColon = caret.place != Caret::Place::Value && caret.place != Caret::Place::FlowItem &&
                     behind != std::string::npos && bytes[behind] == ':';
    const auto before =
        caret.token.begin == 0 ? std::string::npos : bytes.rfind('\n', caret.token.begin - 1);
    caret.column = caret.token.begin - (before == std::string::npos ? 0 : before + 1);
    return caret;
}

} // namespace meshwright::completion
