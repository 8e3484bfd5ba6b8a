// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::yaml {

/// What libyaml reads, and the way back from its marks (counted in code points) to the bytes of the
/// text.
class Offsets
{
public:
    /// `joinSurrogates`: JSON's `\ud83d\ude00` becomes `\U0001F600`, which libyaml accepts.
    Offsets(std::string_view text, bool joinSurrogates);

    std::string_view input() const { return m_joins.empty() ? m_plain : m_joined; }

    /// The byte of the text at libyaml's mark `index`.
    std::size_t byteAt(std::size_t index) const;
    /// The byte of the text at a byte of the input.
    std::size_t fromInput(std::size_t inputByte) const;

    bool hasJoins() const { return !m_joins.empty(); }

    /// A value that is no double-quoted scalar has no escapes: puts the original back into what was
    /// read from [begin, end) of the text.
    void restore(std::string &value, std::size_t begin, std::size_t end) const;

private:
    void join();

    std::string_view m_text;
    std::string_view m_plain; ///< the text without its byte order mark
    std::string m_joined;
    std::size_t m_base = 0;                 ///< bytes of the byte order mark
    std::vector<std::size_t> m_checkpoints; ///< input byte of each 64th code point; none in ASCII
    std::vector<std::size_t> m_joins;       ///< input bytes where 12 characters became 10
};

} // namespace meshwright::yaml
