// SPDX-License-Identifier: Apache-2.0
// Specs that are made of something else: of what, and their way to the disk. For any thread.
#pragma once

#include "ui/environment/connections.h"

#include "meshwright/workspace/workspace.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace meshwright::ui {

/// What did not come along as it was.
struct ImportNote
{
    QString kind;  ///< what notes of its kind have in common
    QString place; ///< a resource, or file:line; may be empty
    QString message;
};

/// Who may read a topic by the new specs.
struct SharedTopic
{
    QString topic;
    QString readers;
    QString reason; ///< how that is known
};

/// What a cluster held when it was read.
struct ClusterReading
{
    Environment environment;
    ActualState state;
    std::vector<ContextId> contexts;
};

using ClusterReadingPtr = std::shared_ptr<const ClusterReading>;

/// Files that are yet to be written, and what is to be known of them.
struct Imports
{
    std::map<std::string, std::string> files; ///< path below a folder (with /) → text
    std::vector<SharedTopic> sharing;
    std::vector<ImportNote> notes;
    ClusterReadingPtr reading; ///< null where there was no cluster
};

using ImportsPtr = std::shared_ptr<const Imports>;

/// Waits. A failed read is an error, never an empty cluster.
Result<ClusterReadingPtr> readForImport(const WorkspacePtr &workspace,
                                        const Environment &environment, const Connector &connector,
                                        const std::stop_token &stop);
/// Of the context `scope`, or of all below it; empty: of all.
Result<ImportsPtr> importsFrom(const WorkspacePtr &workspace, const ClusterReadingPtr &reading,
                               const std::string &scope);
/// Of JulieOps's descriptors, or folders of them; `properties` may be empty.
Result<ImportsPtr> importsFromJulie(const QStringList &paths, const QString &properties);

/// Of files that are there already and hold something else: what they hold, or why that can't be
/// read.
using TakenFiles = std::map<std::string, Result<std::string>>;

TakenFiles takenFiles(const std::map<std::string, std::string> &files, const QString &folder);
/// Writes over `taken` as far as they still hold what was read. Where one changed, or another came
/// to be there, it is named, and nothing is written.
Result<void> writeImports(const std::map<std::string, std::string> &files, const QString &folder,
                          const TakenFiles &taken);

} // namespace meshwright::ui
