// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

namespace meshwright::ui {

inline constexpr auto draftSuffix = ".draft";

/// The unsaved text of one file, kept outside the workspace so that no crash loses it. The file
/// format is in docs/formats.md.
struct Draft
{
    std::string workspace; ///< its root folder
    std::string file;      ///< its path in the workspace
    std::string baseHash;  ///< hashOf the saved text that the edits began from; empty: no such file
    std::uint64_t caret = 0;    ///< the byte after the last edit
    std::int64_t writtenAt = 0; ///< milliseconds since 1970, UTC
    std::string text;
    bool isKept = false; ///< left unsaved on purpose, to come back unasked

    bool operator==(const Draft &) const = default;
};

/// The name of the file that keeps a draft: one for each file of each workspace.
QString draftName(const std::string &workspace, const std::string &file);

/// SHA-256, in hexadecimal digits.
std::string hashOf(std::string_view bytes);

std::string draftBytes(const Draft &draft);
/// Invalid where the bytes are no draft, are cut or were changed; Conflict where a newer version
/// of the program wrote them.
Result<Draft> readDraft(std::string_view bytes);

} // namespace meshwright::ui
