// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include <map>
#include <set>
#include <string>

namespace meshwright::ui {

/// What a snapshot is derived from: a workspace and the texts that are newer than it.
struct Derivation
{
    WorkspacePtr base;
    std::map<std::string, Text> texts;
    quint64 revision = 0;
    Snapshot shown; ///< whose findings stay for the files that are as they were in it
};

/// Pure, as all of these; run on a pool thread. Where few files changed, only they are judged, and
/// the snapshot is not `isChecked` yet.
Snapshot derive(const Derivation &input);
Result<Snapshot> openSnapshot(const std::filesystem::path &path);

/// The findings of all files of the snapshot's texts.
Judgement checkAll(const Snapshot &snapshot);

/// The files that are not the very same in both.
std::set<std::string> changedFiles(const Workspace &before, const Workspace &now);

/// `findings`, but those of `files` as `newer` has them; sorted by file as both are. Quick fixes
/// that would write into `files` go, since they were made for other texts.
std::vector<Diagnostic> withNewer(std::vector<Diagnostic> findings,
                                  const std::vector<Diagnostic> &newer,
                                  const std::set<std::string> &files);

/// The edits that make `from` into `to`: of each run of changed lines, what differs.
std::vector<TextEdit> difference(const SourceText &from, const SourceText &to);

} // namespace meshwright::ui
