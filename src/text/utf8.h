// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace meshwright::utf8 {

inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

inline bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes of the code point that starts with `lead`; 1 for a stray continuation byte.
inline std::size_t length(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xC0)
        return 1;
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

inline void append(std::string &text, char32_t codePoint)
{
    const auto c = static_cast<std::uint32_t>(codePoint);
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | c >> 6U);
        text += static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | c >> 12U);
        text += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
        text += static_cast<char>(0xF0U | c >> 18U);
        text += static_cast<char>(0x80U | (c >> 12U & 0x3FU));
        text += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (c & 0x3FU));
    }
}

/// Offset of the first byte that is no valid UTF-8 (overlong forms, surrogates and what lies
/// beyond U+10FFFF included), or npos.
std::size_t firstInvalid(std::string_view text);

/// The code point at `offset` of valid UTF-8.
char32_t decode(std::string_view text, std::size_t offset);

} // namespace meshwright::utf8
