// SPDX-License-Identifier: Apache-2.0
#include "ui/history/filemarks.h"

#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui::filemarks {

namespace {

using history::FileChange;

struct FileMarks
{
    Q_DECLARE_TR_FUNCTIONS(FileMarks)
};

} // namespace

QString letter(FileChange change)
{
    switch (change) {
    case FileChange::Added:
        return QStringLiteral("A");
    case FileChange::Modified:
        return QStringLiteral("M");
    case FileChange::Renamed:
        return QStringLiteral("R");
    case FileChange::Deleted:
        return QStringLiteral("D");
    case FileChange::Untracked:
        return QStringLiteral("U");
    case FileChange::Conflicted:
        return QStringLiteral("!");
    case FileChange::Ignored:
    case FileChange::LeftOut:
        break;
    }
    return {};
}

QString meaning(const history::FileState &state)
{
    switch (state.change) {
    case FileChange::Added:
        return FileMarks::tr("Git: added since the last commit");
    case FileChange::Modified:
        return FileMarks::tr("Git: modified since the last commit");
    case FileChange::Renamed:
        return FileMarks::tr("Git: renamed since the last commit, from %1").arg(toQt(state.before));
    case FileChange::Deleted:
        return FileMarks::tr("Git: deleted since the last commit");
    case FileChange::Untracked:
        return FileMarks::tr("Git: untracked, no commit has it");
    case FileChange::Conflicted:
        return FileMarks::tr("Git: in conflict after a merge");
    case FileChange::Ignored:
        return FileMarks::tr("Git: ignored");
    case FileChange::LeftOut:
        break;
    }
    return FileMarks::tr("Git: left out by a sparse checkout");
}

theme::Ink ink(FileChange change)
{
    switch (change) {
    case FileChange::Conflicted:
    case FileChange::Deleted:
        return theme::Ink::Error;
    case FileChange::Modified:
    case FileChange::Renamed:
        return theme::Ink::Accent;
    case FileChange::Added:
    case FileChange::Untracked:
        return theme::Ink::Good;
    case FileChange::Ignored:
    case FileChange::LeftOut:
        break;
    }
    return theme::Ink::Faint;
}

} // namespace meshwright::ui::filemarks
