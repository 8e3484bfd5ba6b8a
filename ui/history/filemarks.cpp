// SPDX-License-Identifier: Apache-2.0
#include "ui/history/filemarks.h"

#include "ui/text/text.h"

#include <QCoreApplication>

namespace meshwright::ui::filemarks {

namespace {

using history::FileChange;

QString tr(const char *text)
{
    return QCoreApplication::translate("FileMarks", text);
}

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
        return tr("Git: added since the last commit");
    case FileChange::Modified:
        return tr("Git: modified since the last commit");
    case FileChange::Renamed:
        return tr("Git: renamed since the last commit, from %1").arg(toQt(state.before));
    case FileChange::Deleted:
        return tr("Git: deleted since the last commit");
    case FileChange::Untracked:
        return tr("Git: untracked, no commit has it");
    case FileChange::Conflicted:
        return tr("Git: in conflict after a merge");
    case FileChange::Ignored:
        return tr("Git: ignored");
    case FileChange::LeftOut:
        break;
    }
    return tr("Git: left out by a sparse checkout");
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
