// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/excerpt.h"

#include "ui/text/text.h"

namespace meshwright::ui::excerpt {

namespace {

/// No more than `most` bytes, and no half of a character.
std::string_view startOf(std::string_view line, std::size_t most)
{
    if (line.size() <= most)
        return line;
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
    };
    while (most > 0 && continues(most))
        --most;
    return line.substr(0, most);
}

} // namespace

bool isNeeded(const SourceText &text)
{
    if (text.bytes().size() > mostBytes)
        return true;
    if (text.bytes().size() <= longestLine)
        return false;
    for (std::uint32_t line = 1; line <= text.lineCount(); ++line)
        if (text.lineRange(line).size() > longestLine)
            return true;
    return false;
}

QString of(const SourceText &text)
{
    QString shown;
    for (std::uint32_t line = 1; line <= text.lineCount(); ++line) {
        std::string_view bytes = text.slice(text.lineRange(line));
        if (line == 1 && text.hasByteOrderMark())
            bytes.remove_prefix(3);
        const std::string_view start = startOf(bytes, shownOfLine);
        if (line > 1)
            shown += QLatin1Char('\n');
        shown += toQt(start);
        if (start.size() < bytes.size())
            shown += QStringLiteral(" …");
        if (static_cast<std::size_t>(shown.size()) >= shownBytes)
            break;
    }
    return shown;
}

} // namespace meshwright::ui::excerpt
