// SPDX-License-Identifier: Apache-2.0
#include "meshwright/text/sourcetext.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace meshwright {

namespace utf8 {

std::size_t firstInvalid(std::string_view text)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint64_t word = 0;
        if (i + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + i, sizeof word);
            if ((word & 0x8080808080808080ULL) == 0) {
                i += sizeof word;
                continue;
            }
        }
        const auto lead = byteAt(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const auto size = length(text[i]);
        if (lead < 0xC2 || lead > 0xF4 || i + size > text.size())
            return i;
        for (std::size_t k = 1; k < size; ++k) {
            if (!isContinuation(text[i + k]))
                return i;
        }
        const auto second = byteAt(i + 1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
            (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return i;
        i += size;
    }
    return std::string_view::npos;
}

char32_t decode(std::string_view text, std::size_t offset)
{
    const auto lead = static_cast<unsigned char>(text[offset]);
    const auto size = length(text[offset]);
    if (size == 1)
        return lead;
    auto codePoint = static_cast<char32_t>(lead & (0xFFU >> (size + 1)));
    for (std::size_t k = 1; k < size && offset + k < text.size(); ++k)
        codePoint = codePoint << 6U | (static_cast<unsigned char>(text[offset + k]) & 0x3FU);
    return codePoint;
}

} // namespace utf8

namespace {

std::vector<std::size_t> lineStarts(std::string_view bytes)
{
    std::vector<std::size_t> starts{0};
    const bool carriageReturns = bytes.find('\r') != std::string_view::npos;
    const auto next = [&](std::size_t from) {
        return carriageReturns ? bytes.find_first_of("\r\n", from) : bytes.find('\n', from);
    };
    for (auto i = next(0); i != std::string_view::npos; i = next(i)) {
        i += bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n' ? 2 : 1;
        starts.push_back(i);
    }
    return starts;
}

} // namespace

SourceText::SourceText(std::string bytes)
    : m_bytes(std::move(bytes))
    , m_lineStarts(lineStarts(m_bytes))
{}

std::string_view SourceText::slice(Range range) const
{
    const auto begin = std::min(range.begin, m_bytes.size());
    const auto end = std::clamp(range.end, begin, m_bytes.size());
    return std::string_view(m_bytes).substr(begin, end - begin);
}

bool SourceText::hasByteOrderMark() const
{
    return m_bytes.starts_with(utf8::byteOrderMark);
}

Range SourceText::lineRange(std::uint32_t line) const
{
    const auto index = std::clamp<std::size_t>(line, 1, m_lineStarts.size()) - 1;
    const auto begin = m_lineStarts[index];
    if (index + 1 == m_lineStarts.size())
        return {begin, m_bytes.size()};
    auto end = m_lineStarts[index + 1] - 1;
    if (m_bytes[end] == '\n' && end > begin && m_bytes[end - 1] == '\r')
        --end;
    return {begin, end};
}

namespace {

/// A line's bytes without its end and without a byte order mark.
Range columns(const SourceText &text, std::uint32_t line)
{
    auto range = text.lineRange(line);
    if (line <= 1 && text.hasByteOrderMark())
        range.begin = utf8::byteOrderMark.size();
    return range;
}

/// Code points, or UTF-16 units, of the characters that start and end within [begin, end).
std::uint32_t width(const std::string &bytes, std::size_t begin, std::size_t end, bool utf16)
{
    std::uint32_t units = 0;
    for (auto i = begin; i < end;) {
        const auto size = utf8::length(bytes[i]);
        if (i + size > end)
            break;
        units += utf16 && size == 4 ? 2 : 1;
        i += size;
    }
    return units;
}

std::size_t advance(const std::string &bytes, Range line, std::uint32_t units, bool utf16)
{
    auto i = line.begin;
    while (i < line.end && units > 0) {
        const auto size = utf8::length(bytes[i]);
        const std::uint32_t step = utf16 && size == 4 ? 2 : 1;
        if (step > units)
            break;
        units -= step;
        i = std::min(i + size, line.end);
    }
    return i;
}

} // namespace

Position SourceText::position(std::size_t offset) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - m_lineStarts.begin());
    const auto range = columns(*this, line);
    return {line, 1 + width(m_bytes, range.begin, std::min(offset, range.end), false)};
}

std::size_t SourceText::offset(Position position) const
{
    if (position.line > m_lineStarts.size())
        return m_bytes.size();
    const auto units = position.column > 0 ? position.column - 1 : 0;
    return advance(m_bytes, columns(*this, position.line), units, false);
}

Utf16Position SourceText::utf16Position(std::size_t offset) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - m_lineStarts.begin());
    const auto range = columns(*this, line);
    return {line - 1, width(m_bytes, range.begin, std::min(offset, range.end), true)};
}

std::size_t SourceText::offset(Utf16Position position) const
{
    if (position.line >= m_lineStarts.size())
        return m_bytes.size();
    return advance(m_bytes, columns(*this, position.line + 1), position.column, true);
}

Text makeText(std::string bytes)
{
    return std::make_shared<const SourceText>(std::move(bytes));
}

} // namespace meshwright
