// SPDX-License-Identifier: Apache-2.0
#include "symbols/block.h"

#include <algorithm>

namespace meshwright::symbols {

namespace {

constexpr std::size_t usualIndent = 2;

std::size_t lineBegin(const SourceText &text, std::size_t offset)
{
    return text.lineRange(text.position(offset).line).begin;
}

/// Where the next line begins, or the end of the text.
std::size_t nextLine(const SourceText &text, std::size_t offset)
{
    const auto line = text.position(offset).line;
    return line < text.lineCount() ? text.lineRange(line + 1).begin : text.bytes().size();
}

std::string_view trimmed(std::string_view line)
{
    const auto begin = std::min(line.find_first_not_of(" \t\r\n"), line.size());
    const auto end = line.find_last_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view() : line.substr(begin, end + 1 - begin);
}

std::string_view lineAt(const SourceText &text, std::uint32_t line)
{
    return trimmed(text.slice(text.lineRange(line)));
}

std::string lineEndOf(const SourceText &text)
{
    const auto first = text.bytes().find_first_of("\r\n");
    if (first == std::string::npos)
        return "\n";
    return text.bytes().substr(first, 2) == "\r\n" ? "\r\n" : text.bytes().substr(first, 1);
}

std::string indented(std::string_view lines, std::size_t from, std::size_t to,
                     const std::string &lineEnd)
{
    const SourceText source{std::string(lines)};
    std::string out;
    for (std::uint32_t line = 1; line <= source.lineCount(); ++line) {
        auto text = source.slice(source.lineRange(line));
        if (line == source.lineCount() && text.empty())
            break; // behind the last line end
        text.remove_prefix(std::min({from, text.size(), text.find_first_not_of(' ')}));
        if (!trimmed(text).empty())
            out += std::string(to, ' ') + std::string(text);
        out += lineEnd;
    }
    return out;
}

/// Whether entries of the mapping are set apart by blank lines.
bool isAiry(const yaml::Document &document, const yaml::Node &mapping)
{
    const auto &text = *document.text();
    for (std::size_t i = 1; i < mapping.entries.size(); ++i)
        if (const auto lines = linesOf(document, mapping.entries[i]))
            if (const auto line = text.position(lines->begin).line; line > 1)
                return lineAt(text, line - 1).empty();
    return false;
}

} // namespace

Result<Range> linesOf(const yaml::Document &document, const yaml::Entry &entry)
{
    const auto &text = *document.text();
    const auto begin = lineBegin(text, entry.range.begin);
    if (!trimmed(text.slice({begin, entry.range.begin})).empty() || !entry.key->parent ||
        entry.key->parent->style == yaml::Style::Flow)
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "'" + entry.key->resolved().text() +
                      "' is written within braces: give it lines of its own, then move it.",
                  {}});
    auto first = text.position(begin).line;
    while (first > 1 && lineAt(text, first - 1).starts_with('#'))
        --first;
    return Range{text.lineRange(first).begin, nextLine(text, entry.range.end)};
}

TextEdit withoutLines(const yaml::Document &document, const yaml::Node &mapping, Range lines)
{
    const auto &text = *document.text();
    if (mapping.entries.size() == 1) {
        const auto column = text.position(mapping.range.begin).column - 1;
        return {lines, std::string(column, ' ') + "{}" + lineEndOf(text)};
    }
    const auto before = text.position(lines.begin).line;
    const auto after = text.position(lines.end).line;
    const bool isBlankBefore = before > 1 && lineAt(text, before - 1).empty();
    const bool isBlankAfter = lines.end < text.bytes().size() && lineAt(text, after).empty();
    const bool isFirst = mapping.range.begin >= lines.begin && mapping.range.begin < lines.end;
    if (isBlankAfter && (isBlankBefore || isFirst))
        lines.end = nextLine(text, lines.end);
    return {lines, {}};
}

Result<TextEdit> withLinesAdded(const yaml::Document &document, std::string_view key,
                                std::string_view lines, std::size_t column)
{
    const auto &text = *document.text();
    const auto lineEnd = lineEndOf(text);
    const auto *entry = document.root()->findEntry(key);
    const auto *mapping = entry ? &entry->value->resolved() : nullptr;
    const bool isFilled = mapping && !mapping->entries.empty();
    if (isFilled && mapping->style == yaml::Style::Flow)
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "'" + std::string(key) +
                      "' is written within braces: give its entries lines of their own first.",
                  {}});
    if (isFilled) {
        const auto at = nextLine(text, mapping->range.end);
        const auto to = text.position(mapping->range.begin).column - 1;
        const bool endsInLine =
            text.bytes().empty() || (at == text.bytes().size() && !text.bytes().ends_with('\n') &&
                                     !text.bytes().ends_with('\r'));
        return TextEdit{{at, at},
                        (endsInLine ? lineEnd : "") + (isAiry(document, *mapping) ? lineEnd : "") +
                            indented(lines, column, to, lineEnd)};
    }
    const auto body = indented(lines, column, usualIndent, lineEnd);
    if (entry) {
        const auto at = entry->key->range.end;
        return TextEdit{{at, nextLine(text, entry->range.end)}, ":" + lineEnd + body};
    }
    const auto end = text.bytes().size();
    const bool endsInLine = !text.bytes().ends_with('\n') && !text.bytes().ends_with('\r');
    return TextEdit{{end, end},
                    (endsInLine ? lineEnd : "") + std::string(key) + ":" + lineEnd + body};
}

} // namespace meshwright::symbols
