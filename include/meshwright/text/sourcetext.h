// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// The exact content of one file as UTF-8 (a byte order mark and every line end kept), with its
/// lines. Lines end at LF, CRLF or a lone CR. Immutable: an edit makes a new one.
class SourceText
{
public:
    explicit SourceText(std::string bytes);

    const std::string &bytes() const { return m_bytes; }

    std::string_view slice(Range range) const;
    bool hasByteOrderMark() const;

    std::size_t lineCount() const { return m_lineStarts.size(); }

    /// Bytes of the line (from 1), without its line end; clamped to the last line.
    Range lineRange(std::uint32_t line) const;

    /// Offsets beyond the end are clamped. A byte order mark has no column.
    Position position(std::size_t offset) const;
    std::size_t offset(Position position) const;
    Utf16Position utf16Position(std::size_t offset) const;
    std::size_t offset(Utf16Position position) const;

private:
    std::string m_bytes;
    std::vector<std::size_t> m_lineStarts;
};

using Text = std::shared_ptr<const SourceText>;

Text makeText(std::string bytes);

} // namespace meshwright
