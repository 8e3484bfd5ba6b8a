// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recovery/draft.h"

#include <QLockFile>
#include <QStringList>

#include <memory>
#include <vector>

namespace meshwright::ui {

inline constexpr auto lockName = "/lock";

/// A draft that somebody left behind, and where it lies. Its folder stays locked as long as a copy
/// of this lives, so that no second window offers the same.
struct KeptDraft
{
    Draft draft;
    QString path;
    std::shared_ptr<QLockFile> lock;
};

/// What programs that died left below the drafts' root.
struct Orphans
{
    std::vector<KeptDraft> drafts; ///< newest first
    QStringList setAside;          ///< a sentence for each file that could not be trusted
};

/// Reads the folders whose lock nobody holds, on any thread. Files that are damaged or of a newer
/// version go to `set-aside` below the root, as they are.
Orphans takeOrphans(const QString &root);

/// Deletes a draft, and its folder where it was the last one there.
void removeDraft(const KeptDraft &kept);

/// Deletes the folder and lets its lock go.
void removeDraftFolder(const QString &folder, QLockFile &lock);

} // namespace meshwright::ui
