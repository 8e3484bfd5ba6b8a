// SPDX-License-Identifier: Apache-2.0
// What lies between the values: properties, comments, empty values.
#include "yaml/builder.h"

#include <algorithm>

namespace meshwright::yaml {

namespace {

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isFlowIndicator(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

bool isAnchorCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

std::size_t lineEnd(std::string_view bytes, std::size_t offset)
{
    return std::min(bytes.find_first_of("\r\n", offset), bytes.size());
}

std::size_t skipSpaceAndComments(std::string_view bytes, std::size_t offset)
{
    while (offset < bytes.size()) {
        const auto c = bytes[offset];
        if (c == '#')
            offset = lineEnd(bytes, offset);
        else if (isBlank(c) || isBreak(c))
            ++offset;
        else
            break;
    }
    return offset;
}

/// A comment needs white space in front, or the end of something that ends by itself.
bool startsComment(std::string_view bytes, std::size_t offset)
{
    if (offset == 0)
        return true;
    const auto before = bytes[offset - 1];
    return isBlank(before) || isBreak(before) || isFlowIndicator(before) || before == '"' ||
           before == '\'' || (offset == 3 && bytes.starts_with("\xEF\xBB\xBF"));
}

} // namespace

Range Builder::emptyRange(std::size_t mark) const
{
    const auto *key = m_open.empty() ? nullptr : m_open.back().key;
    if (!key || (mark > 0 && m_bytes[mark - 1] == ':'))
        return {mark, mark};
    const auto colon = skipSpaceAndComments(m_bytes, key->range.end);
    const bool hasColon = colon < mark && m_bytes[colon] == ':';
    const auto place = hasColon ? colon + 1 : key->range.end;
    return {place, place};
}

std::size_t Builder::afterProperties(std::size_t offset, bool hasAnchor, bool hasTag) const
{
    for (offset = skipSpaceAndComments(m_bytes, offset); offset < m_bytes.size();
         offset = skipSpaceAndComments(m_bytes, offset)) {
        if (hasAnchor && m_bytes[offset] == '&') {
            hasAnchor = false;
            const auto name = m_bytes.begin() + static_cast<std::ptrdiff_t>(offset) + 1;
            const auto end = std::find_if_not(name, m_bytes.end(), isAnchorCharacter);
            offset = static_cast<std::size_t>(end - m_bytes.begin());
            continue; // in '&a:b' the value is ':b'
        }
        if (!hasTag || m_bytes[offset] != '!')
            break;
        hasTag = false;
        if (m_bytes.substr(offset, 2) == "!<") {
            offset = std::min(m_bytes.find('>', offset), m_bytes.size() - 1) + 1;
            continue;
        }
        while (offset < m_bytes.size() && !isBlank(m_bytes[offset]) && !isBreak(m_bytes[offset]) &&
               !isFlowIndicator(m_bytes[offset]))
            ++offset;
    }
    return offset;
}

std::size_t Builder::blockScalarEnd(const Node &scalar) const
{
    const auto header = m_bytes.substr(scalar.range.begin,
                                       lineEnd(m_bytes, scalar.range.begin) - scalar.range.begin);
    const auto indicators = header.find_first_not_of("|>+-123456789");
    const auto headerEnd = scalar.range.begin + std::min(indicators, header.size());
    if (scalar.value.empty() || scalar.range.end <= scalar.range.begin + header.size())
        return headerEnd;
    auto end = scalar.range.end;
    const auto dropBreak = [&] {
        if (end > headerEnd && m_bytes[end - 1] == '\n')
            --end;
        if (end > headerEnd && m_bytes[end - 1] == '\r')
            --end;
    };
    const auto isKept = header.substr(0, headerEnd - scalar.range.begin).find('+');
    if (isKept != std::string_view::npos) {
        dropBreak();
        return end;
    }
    // Blank lines at the end are no content, but spaces at the end of the last line with text are.
    while (end > headerEnd) {
        auto start = end;
        while (start > headerEnd && isBlank(m_bytes[start - 1]))
            --start;
        const bool isBlankLine = start > headerEnd && isBreak(m_bytes[start - 1]);
        if (!isBlankLine)
            break;
        const auto last = scalar.value.find_last_not_of('\n');
        if (start != end && last != std::string::npos && isBlank(scalar.value[last]))
            break;
        end = start;
        dropBreak();
    }
    return end;
}

void Builder::scanComments(std::size_t begin, std::size_t end)
{
    for (auto i = begin; i < end; ++i) {
        if (m_bytes[i] != '#' || !startsComment(m_bytes, i))
            continue;
        const auto stop = lineEnd(m_bytes, i);
        m_document->m_comments.push_back({{i, stop}});
        i = stop;
    }
    m_scanned = std::max(m_scanned, end);
}

void Builder::scanHeaderComment(Range blockScalar)
{
    const auto stop = lineEnd(m_bytes, blockScalar.begin);
    const auto hash = m_bytes.substr(0, stop).find('#', blockScalar.begin);
    if (hash != std::string_view::npos)
        m_document->m_comments.push_back({{hash, stop}});
}

} // namespace meshwright::yaml
