// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/sourcetext.h"

#include <filesystem>
#include <string>

namespace meshwright {

enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian };

struct TextFile
{
    Text text; ///< UTF-8, whatever the file's own encoding is
    Encoding encoding = Encoding::Utf8;
};

/// The largest file that is read as a document, in bytes.
inline constexpr std::size_t maximumFileSize = 64U << 20U;

/// Reads a regular file (never a FIFO or a device). Invalid UTF-8 and NUL bytes are Invalid with
/// the line in `where`; a file that may not be read is Denied.
Result<TextFile> readTextFile(const std::filesystem::path &path);

/// What a file of these bytes holds, by the same rules; `path` is what an error names.
Result<TextFile> decoded(std::string bytes, const std::filesystem::path &path);

/// The bytes of a file that holds `text` in `encoding`; what was read without edits comes back
/// byte for byte.
std::string encoded(const SourceText &text, Encoding encoding);

/// Writes a sibling, syncs it, and renames it over `path` (the target of a symbolic link): the
/// file is old or new after a crash, never mixed.
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view bytes);

} // namespace meshwright
