// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <map>
#include <string>

namespace meshwright::ui {

/// What a snapshot is derived from: a workspace and the texts that are newer than it.
struct Derivation
{
    WorkspacePtr base;
    std::map<std::string, Text> texts;
    quint64 revision = 0;
};

/// Pure; run on a pool thread.
Snapshot derive(const Derivation &input);
Result<Snapshot> openSnapshot(const std::filesystem::path &path);

/// The one smallest edit that makes `from` into `to`.
std::vector<TextEdit> difference(const SourceText &from, const SourceText &to);

} // namespace meshwright::ui
