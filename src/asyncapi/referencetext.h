// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::asyncapi {

/// `%7B` → `{`; nothing where a percent sign is not followed by two hexadecimal digits.
std::optional<std::string> percentDecoded(std::string_view text);

struct PointerToken
{
    std::string key; ///< unescaped
    Range written;   ///< its bytes in the fragment, as they stand
};

/// The tokens of a JSON Pointer (RFC 6901) as it stands behind `#`; nothing where it is none.
std::optional<std::vector<PointerToken>> pointerTokens(std::string_view fragment);

/// A file of the workspace, and the keys on the way to a value in it.
struct ReferenceTarget
{
    std::string file;
    std::vector<std::string> keys;
};

/// What the text of a `$ref` in `fromFile` names, whether that is there or not; nothing for one
/// that leaves the workspace or is no reference.
std::optional<ReferenceTarget> referenceTarget(const std::string &fromFile,
                                               std::string_view reference);

/// How many bytes of a token, as it stands, the first bytes of its key take.
std::size_t writtenSize(std::string_view token, std::size_t decodedSize);

/// A key as a pointer's token: `~` and `/` escaped.
std::string pointerToken(std::string_view key);

/// The keys as a pointer behind `#`, with what can't stand in a reference percent-encoded.
std::string pointerTo(const std::vector<std::string> &keys);

/// What can't stand in a reference as it is, as `%20`; slashes stay.
std::string percentEncoded(std::string_view text);

/// The way to a file from another's folder: `../lib/types.yaml`; with `./` in front of one that
/// leads down, where that is wanted.
std::string pathFrom(const std::string &fromFile, const std::string &toFile, bool isDotted);

/// A relative path from a file's folder, normalised; nothing where it leaves the workspace.
std::optional<std::string> relativeTo(std::string_view fromFile, std::string_view path);

/// The scheme in front of a colon (`https`), or empty.
std::string_view schemeOf(std::string_view reference);

} // namespace meshwright::asyncapi
