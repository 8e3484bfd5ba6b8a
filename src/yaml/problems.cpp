// SPDX-License-Identifier: Apache-2.0
#include "yaml/problems.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstdio>

namespace meshwright::yaml {

namespace {

struct Rewording
{
    std::string_view problem; ///< libyaml's
    std::string_view context; ///< the start of libyaml's, or empty for any
    std::string_view message;
};

constexpr Rewording rewordings[] = {
    {"could not find expected ':'", "",
     "This line has no ':' after its key; write 'key: value', or '- ' in front of a list item."},
    {"block sequence entries are not allowed in this context", "",
     "A list cannot start on the line of its key; put '- ' on the next line."},
    {"mapping keys are not allowed in this context", "",
     "A key cannot start here; put it on a line of its own."},
    {"did not find expected alphabetic or numeric character", "while scanning an alias",
     "'*' starts an alias, and a name must follow; put the value in quotes if it is text."},
    {"did not find expected alphabetic or numeric character", "",
     "'&' starts an anchor, and a name must follow; put the value in quotes if it is text."},
    {"did not find expected comment or line break", "while scanning a block scalar",
     "After '|' or '>' the text starts on the next line; move it there, indented."},
    {"did not find expected <document start>", "",
     "The document has ended before this; remove it, or indent it so that it belongs to the value "
     "above."},
    {"found undefined tag handle", "",
     "This tag's prefix is not declared; use '!name', or declare the prefix by %TAG."},
    {"found invalid Unicode character escape code", "",
     "This escape is half of a surrogate pair or no character; write both halves, or the character "
     "itself."},
    {"did not find expected hexdecimal number", "",
     "This escape lacks hexadecimal digits: \\x takes two, \\u four, \\U eight."},
    {"found incompatible YAML document", "",
     "Only YAML 1.1 and 1.2 can be read; remove the %YAML line or correct its version."},
    {"found duplicate %YAML directive", "", "A second %YAML line; remove it."},
    {"found an indentation indicator equal to 0", "",
     "A block scalar's indentation is from 1 to 9; remove the 0."},
    {"found unexpected document indicator", "while scanning a quoted scalar",
     "The quote that opens here is never closed; add the closing quote."},
};

constexpr std::string_view noKey = "did not find expected key";
constexpr std::string_view noDash = "did not find expected '-' indicator";

class Describer
{
public:
    Describer(const yaml_parser_t &parser, const SourceText &text, const Offsets &offsets)
        : m_bytes(text.bytes())
        , m_text(text)
        , m_problem(parser.problem ? parser.problem : "the text could not be read")
        , m_context(parser.context ? parser.context : "")
        , m_at(offsets.byteAt(parser.problem_mark.index))
        , m_start(m_context.empty() ? m_at : offsets.byteAt(parser.context_mark.index))
    {}

    Problem describe() const
    {
        if (isTab())
            return tab();
        if (m_problem == "found unexpected end of stream" && m_context.find("quoted") != npos)
            return unclosedQuote();
        if (m_problem.starts_with("did not find expected ','"))
            return unclosedBracket();
        if (m_problem == "mapping values are not allowed in this context")
            return secondColon();
        if (m_problem == noKey || m_problem == noDash)
            return wrongIndentation();
        if (m_problem == "did not find expected node content")
            return missingValue();
        if (m_problem == "found unknown escape character")
            return unknownEscape();
        if (m_problem == "found character that cannot start any token")
            return badStart();
        return reworded();
    }

private:
    static constexpr auto npos = std::string_view::npos;

    char byteAt(std::size_t offset) const
    {
        return offset < m_bytes.size() ? m_bytes[offset] : '\0';
    }

    std::size_t lineEnd(std::size_t offset) const
    {
        return std::min(m_bytes.find_first_of("\r\n", offset), m_bytes.size());
    }

    std::size_t lineBegin(std::size_t offset) const
    {
        const auto before = offset == 0 ? npos : m_bytes.find_last_of("\r\n", offset - 1);
        return before == npos ? 0 : before + 1;
    }

    /// The line's first byte that is no white space.
    std::size_t lineText(std::size_t offset) const
    {
        return std::min(m_bytes.find_first_not_of(" \t", lineBegin(offset)), m_bytes.size());
    }

    /// The word at the offset; of the line before, where nothing stands there.
    Range word(std::size_t offset) const
    {
        offset = std::min(offset, m_bytes.size());
        const auto end = std::min(m_bytes.find_first_of(" \t\r\n", offset), m_bytes.size());
        if (end > offset)
            return {offset, end};
        const auto last = offset == 0 ? npos : m_bytes.find_last_not_of(" \t\r\n", offset - 1);
        return last == npos ? Range{offset, offset} : Range{last, last + 1};
    }

    std::string line(std::size_t offset) const
    {
        return "line " + std::to_string(m_text.position(offset).line);
    }

    bool isTab() const { return byteAt(m_at) == '\t' || m_problem.find("tab character") != npos; }

    Problem syntax(std::string message, Range range, Range related = {}) const
    {
        return {"syntax", std::move(message), range, related, true};
    }

    Problem tab() const
    {
        const auto begin = byteAt(m_at) == '\t' ? m_at : lineBegin(m_at);
        const auto end = std::min(m_bytes.find_first_not_of(" \t", begin), m_bytes.size());
        return {"tab",
                "A tab indents this line, and YAML allows only spaces there; replace it by spaces.",
                {begin, end},
                {},
                true};
    }

    Problem unclosedQuote() const
    {
        const std::string quote(1, byteAt(m_start));
        return syntax("The quote that opens here is never closed; add the closing " + quote + ".",
                      {m_start, lineEnd(m_start)}, {m_start, m_start + 1});
    }

    Problem unclosedBracket() const
    {
        const auto open = byteAt(m_start);
        const auto close = open == '[' ? ']' : '}';
        const Range related{m_start, m_start + 1};
        const bool isAtEnd =
            m_bytes.find_first_not_of(" \t\r\n", std::min(m_at, m_bytes.size())) == npos;
        if (isAtEnd)
            return syntax(std::string("The '") + open +
                              "' that opens here is never closed; add a '" + close + "'.",
                          related, related);
        if (lineText(m_at) == m_at)
            return syntax(std::string("The '") + open + "' of " + line(m_start) +
                              " is never closed; add a '" + close + "', or a ',' before this.",
                          word(m_at), related);
        return syntax(std::string("A ',' or a '") + close + "' is missing before this; the '" +
                          open + "' opened in " + line(m_start) + ".",
                      word(m_at), related);
    }

    Problem secondColon() const
    {
        const auto begin = lineText(m_at);
        const auto earlier = m_bytes.substr(begin, m_at - begin).find(": ");
        if (earlier != npos)
            return syntax("A second ': ' stands in this line's value; put the value in quotes.",
                          {m_at, m_at + 1}, {begin + earlier, begin + earlier + 1});
        const auto above = begin == 0 ? npos : m_bytes.find_last_not_of(" \t\r\n", begin - 1);
        const auto related = above == npos ? Range{} : Range{lineText(above), lineEnd(above)};
        return syntax("No mapping can start here, for the line above is already a value; give this "
                      "line the indentation of its neighbours, or end the line above with ':'.",
                      {begin, m_at + 1}, related);
    }

    Problem wrongIndentation() const
    {
        const Range related{m_start, word(m_start).end};
        if (m_at < m_bytes.size() && lineText(m_at) != m_at)
            return syntax("This stands after a complete value; put the whole value in quotes, or "
                          "remove this.",
                          {m_at, lineEnd(m_at)}, related);
        const std::string what = m_problem == noDash ? "list" : "mapping";
        const std::string how =
            m_problem == noDash
                ? "start the line with '- ' at the same column, or indent it under its item."
                : "indent it like that mapping's other keys, or deeper than its own key.";
        return syntax("This line's indentation does not fit the " + what + " that starts in " +
                          line(m_start) + "; " + how,
                      {m_at, std::max(lineEnd(m_at), m_at)}, related);
    }

    Problem missingValue() const
    {
        const auto c = byteAt(m_at);
        if (c == ']' || c == '}')
            return syntax(std::string("Nothing has opened this '") + c +
                              "'; remove it, or put the value in quotes.",
                          {m_at, m_at + 1});
        if (c == ',')
            return syntax("A value is missing before this ','; write it, or remove the ','.",
                          {m_at, m_at + 1});
        return syntax("A value is expected here; write one, or put this text in quotes.",
                      word(m_at));
    }

    Problem unknownEscape() const
    {
        const auto size = m_at + 1 < m_bytes.size() ? 1 + utf8::length(m_bytes[m_at + 1]) : 1;
        const auto escape = std::string(m_bytes.substr(m_at, size));
        return syntax("'" + escape + "' is no escape; write '\\" + escape +
                          "' for a backslash, or use single quotes.",
                      {m_at, m_at + escape.size()});
    }

    Problem badStart() const
    {
        if (m_at >= m_bytes.size())
            return reworded();
        const auto size = utf8::length(m_bytes[m_at]);
        return syntax("A value cannot start with '" + std::string(m_bytes.substr(m_at, size)) +
                          "'; put it in quotes.",
                      word(m_at));
    }

    Problem reworded() const
    {
        for (const auto &rewording : rewordings) {
            if (m_problem == rewording.problem && m_context.starts_with(rewording.context)) {
                const bool atStart = m_problem == "could not find expected ':'" ||
                                     m_problem == "found unexpected document indicator";
                const auto range =
                    atStart ? Range{m_start, std::max(lineEnd(m_start), m_start)} : word(m_at);
                return syntax(std::string(rewording.message), range);
            }
        }
        std::string message = "Not valid YAML: ";
        if (!m_context.empty())
            message += std::string(m_context) + ", ";
        return syntax(message + std::string(m_problem) + "; correct this place.", word(m_at),
                      m_start == m_at ? Range{} : word(m_start));
    }

    std::string_view m_bytes;
    const SourceText &m_text;
    std::string_view m_problem;
    std::string_view m_context;
    std::size_t m_at;
    std::size_t m_start; ///< of what libyaml was reading
};

/// The reader's error: its place is a byte of the input.
Problem unreadable(const yaml_parser_t &parser, const SourceText &text, const Offsets &offsets)
{
    const auto at = std::min(offsets.fromInput(parser.problem_offset), text.bytes().size());
    const bool isControl =
        std::string_view(parser.problem).find("control characters") != std::string_view::npos;
    const auto size = isControl && at < text.bytes().size() ? utf8::length(text.bytes()[at]) : 1;
    const Range range{at, std::min(at + size, text.bytes().size())};
    if (!isControl)
        return {"syntax", "This byte is no UTF-8; save the file as UTF-8.", range, {}, true};
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(parser.problem_value));
    return {"syntax",
            "The control character " + std::string(name) +
                " is not allowed here; remove it, or write it as an escape in double quotes.",
            range,
            {},
            true};
}

} // namespace

Problem describe(const yaml_parser_t &parser, const SourceText &text, const Offsets &offsets)
{
    if (parser.error == YAML_READER_ERROR)
        return unreadable(parser, text, offsets);
    return Describer(parser, text, offsets).describe();
}

bool isSurrogatePair(const yaml_parser_t &parser, std::string_view input)
{
    if (parser.error != YAML_SCANNER_ERROR || !parser.problem ||
        std::string_view(parser.problem) != "found invalid Unicode character escape code")
        return false;
    return Offsets(input, true).hasJoins();
}

} // namespace meshwright::yaml
