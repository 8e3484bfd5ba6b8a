// SPDX-License-Identifier: Apache-2.0
#include "yaml/offsets.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace meshwright::yaml {

namespace {

constexpr std::size_t stride = 64;
constexpr std::size_t pairSize = 12;   // \ud83d\ude00
constexpr std::size_t joinedSize = 10; // \U0001F600

std::optional<std::uint32_t> escapedUnit(std::string_view text)
{
    if (text.size() < 6 || text[0] != '\\' || text[1] != 'u')
        return std::nullopt;
    std::uint32_t unit = 0;
    for (std::size_t i = 2; i < 6; ++i) {
        const auto c = text[i];
        const auto digit = c >= '0' && c <= '9'   ? c - '0'
                           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                  : -1;
        if (digit < 0)
            return std::nullopt;
        unit = unit << 4U | static_cast<std::uint32_t>(digit);
    }
    return unit;
}

std::string joinedEscape(std::string_view pair)
{
    const auto high = escapedUnit(pair);
    const auto low = escapedUnit(pair.substr(pairSize / 2));
    if (!high || !low || (*high & 0xFC00U) != 0xD800U || (*low & 0xFC00U) != 0xDC00U)
        return {};
    const auto codePoint = 0x10000U + ((*high & 0x3FFU) << 10U) + (*low & 0x3FFU);
    char escape[joinedSize + 1];
    std::snprintf(escape, sizeof escape, "\\U%08X", codePoint);
    return escape;
}

} // namespace

Offsets::Offsets(std::string_view text, bool joinSurrogates)
    : m_text(text)
{
    if (m_text.starts_with(utf8::byteOrderMark))
        m_base = utf8::byteOrderMark.size();
    m_plain = m_text.substr(m_base);
    if (joinSurrogates)
        join();
    const auto bytes = input();
    const auto isAscii = std::all_of(bytes.begin(), bytes.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii)
        return;
    std::size_t index = 0;
    for (std::size_t i = 0; i < bytes.size(); i += utf8::length(bytes[i])) {
        if (index++ % stride == 0)
            m_checkpoints.push_back(i);
    }
}

void Offsets::join()
{
    std::size_t last = 0;
    for (std::size_t i = m_plain.find('\\'); i != std::string_view::npos;
         i = m_plain.find('\\', i)) {
        const auto escape = joinedEscape(m_plain.substr(i, pairSize));
        if (escape.empty()) {
            i += 2; // an escaped backslash starts no escape
            continue;
        }
        m_joined.append(m_plain, last, i - last);
        m_joins.push_back(m_joined.size());
        m_joined += escape;
        i += pairSize;
        last = i;
    }
    if (!m_joins.empty())
        m_joined.append(m_plain, last);
}

std::size_t Offsets::byteAt(std::size_t index) const
{
    const auto bytes = input();
    if (m_checkpoints.empty())
        return fromInput(std::min(index, bytes.size()));
    const auto checkpoint = std::min(index / stride, m_checkpoints.size() - 1);
    auto byte = m_checkpoints[checkpoint];
    for (auto i = checkpoint * stride; i < index && byte < bytes.size(); ++i)
        byte += utf8::length(bytes[byte]);
    return fromInput(std::min(byte, bytes.size()));
}

std::size_t Offsets::fromInput(std::size_t inputByte) const
{
    if (m_joins.empty())
        return inputByte + m_base;
    const auto before = std::lower_bound(m_joins.begin(), m_joins.end(), inputByte);
    const auto count = static_cast<std::size_t>(before - m_joins.begin());
    return inputByte + count * (pairSize - joinedSize) + m_base;
}

void Offsets::restore(std::string &value, std::size_t begin, std::size_t end) const
{
    std::size_t from = 0;
    const auto slice = m_text.substr(begin, end - begin);
    for (auto i = slice.find('\\'); i != std::string_view::npos; i = slice.find('\\', i)) {
        const auto pair = slice.substr(i, pairSize);
        const auto escape = joinedEscape(pair);
        if (escape.empty()) {
            i += 2;
            continue;
        }
        const auto at = value.find(escape, from);
        if (at == std::string::npos)
            return;
        value.replace(at, escape.size(), pair);
        from = at + pairSize;
        i += pairSize;
    }
}

} // namespace meshwright::yaml
