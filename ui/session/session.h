// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/snapshot.h"

#include "meshwright/text/textedit.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::ui {

class DiskWatch;

/// What another program did to the folder's files, and what came of it.
struct DiskChanges
{
    QStringList reloaded; ///< in one step of undo
    QStringList added;
    QStringList removed;
    QStringList inConflict; ///< with edits that nobody saved
    /// Of the removed and the added ones, those that are one file under another name.
    QList<std::pair<QString, QString>> renamed;

    bool isEmpty() const
    {
        return reloaded.isEmpty() && added.isEmpty() && removed.isEmpty() && inConflict.isEmpty();
    }
};

/// The open workspace in the window: its texts (with what is typed and not saved), the snapshot
/// derived from them off the UI thread, one undo stack, and the selection that views share.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Reads the folder (or one spec) off the UI thread; `opened` or `openFailed` follows.
    void open(const QString &path);

    bool isOpen() const { return m_snapshot.workspace != nullptr; }

    /// Opening, deriving a newer snapshot, or checking the rest of its files.
    bool isBusy() const;
    QString rootPath() const;

    const Snapshot &snapshot() const { return m_snapshot; }

    /// Whether the snapshot was derived from the newest texts, so that its ranges hold in them, as
    /// do its quick fixes.
    bool isUpToDate() const { return m_snapshot.revision == m_revision; }

    /// The newest text of a file, which may be ahead of the snapshot; null where there is none.
    Text text(const std::string &file) const;
    /// What the disk holds of it, as far as known; null where there is no such file.
    Text savedText(const std::string &file) const;
    /// Applies one deed to all its texts and puts it on the undo stack; a refused edit changes
    /// nothing. With `mergeId` >= 0, neighbouring deeds of one id merge (typing).
    Result<void> perform(const WorkspaceEdit &edit, const QString &title, int mergeId = -1);

    QUndoStack *undoStack() { return &m_undoStack; }

    /// True while undo or redo changes texts.
    bool isUndoing() const { return m_isUndoing; }

    bool isModified(const std::string &file) const;
    QStringList modifiedFiles() const;
    /// Conflict where the file changed on disk meanwhile (see hasConflict); nothing is written
    /// then.
    Result<void> save(const std::string &file);
    Result<void> saveAll();
    /// Puts back what was typed and never saved, in one step of undo. `overOthers`: it was typed
    /// over another text than the disk has, so which of both stays is asked before saving.
    Result<void> restore(const std::string &file, const std::string &bytes, bool overOthers);

    /// The file was changed or removed by others while it has unsaved edits: keep ours or take
    /// theirs.
    bool hasConflict(const std::string &file) const { return m_conflicts.count(file) > 0; }

    /// What is on the disk in a conflict; null where the file was removed.
    Text conflictingText(const std::string &file) const;
    void keepMine(const std::string &file);
    void takeTheirs(const std::string &file);

    const Selection &selection() const { return m_selection; }

    void select(const Selection &selection);

    /// What an act that is being asked for would make of the specs; null while none is.
    const TopologyPtr &preview() const { return m_preview; }

    void setPreview(const TopologyPtr &preview);
    /// Asks the editor to show the bytes of a file.
    void reveal(const std::string &file, Range range);
    /// The place before it: selected, it would be lost to the next key.
    void reveal(const Diagnostic &finding);

signals:
    void opened();
    void openFailed(const QString &message);
    void busyChanged(bool busy);
    /// Workspace, topology and diagnostics are new.
    void snapshotChanged();
    /// The text of a file was changed by an edit; `edits` relate to the text before it. The editor
    /// that typed them ignores its own echo.
    void textChanged(const std::string &file, const std::vector<meshwright::TextEdit> &edits);
    void modifiedChanged(const std::string &file);
    void conflictChanged(const std::string &file);
    /// Once for all that changed on the disk together.
    void diskChanged(const meshwright::ui::DiskChanges &changes);
    void selectionChanged();
    void previewChanged();
    void revealRequested(const std::string &file, meshwright::Range range);

private:
    /// The findings of all files of a workspace.
    struct Checked
    {
        WorkspacePtr workspace;
        Judgement judgement;
    };

    void takeOpened();
    void takeDerived();
    void checkRest();
    void takeChecked();
    void takeDisk();
    void startDeriving();
    void readDisk();
    DiskChanges compareDisk(const Workspace &onDisk, std::map<std::string, Text> &newer) const;
    void findRenamed(DiskChanges &changes, const Workspace &onDisk) const;
    void reload(const std::map<std::string, Text> &onDisk);
    void giveUp(const std::string &file);
    void setConflict(const std::string &file, const Text &onDisk);
    void endConflict(const std::string &file);
    Result<WorkspaceEdit> applyNow(const WorkspaceEdit &edit);
    void setText(const std::string &file, const Text &text, const WorkspaceEdit &edit);
    Encoding encodingOf(const std::string &file) const;
    Result<void> removeFromDisk(const std::string &file);
    void makeFolders(const std::filesystem::path &folder);
    void removeFolders(const std::filesystem::path &folder);
    Result<void> checkDisk(const std::string &file);
    void updateBusy();

    Snapshot m_snapshot;
    Selection m_selection;
    TopologyPtr m_preview;
    QUndoStack m_undoStack;
    std::map<std::string, Text> m_texts;     ///< of files that were ever edited: the newest
    std::map<std::string, Text> m_saved;     ///< of the same files: what the disk holds
    std::map<std::string, Text> m_conflicts; ///< what others wrote over unsaved edits
    std::set<std::filesystem::path> m_madeFolders;
    WorkspacePtr m_base;             ///< what the next snapshot starts from …
    std::set<std::string> m_pending; ///< … and the files with newer texts
    quint64 m_revision = 0;
    quint64 m_saves = 0;
    quint64 m_savesAtRead = 0;
    bool m_isUndoing = false;
    bool m_wasBusy = false;
    QTimer m_pause;
    QThreadPool m_atOnce; ///< so that nobody else's work delays the edited file's findings
    DiskWatch *m_watch = nullptr;
    QFutureWatcher<Result<Snapshot>> m_opening;
    QFutureWatcher<Snapshot> m_deriving;
    QFutureWatcher<Checked> m_checking;
    std::optional<Checked> m_checked; ///< waits for the snapshot that is on its way
    QFutureWatcher<Result<WorkspacePtr>> m_reading;
};

} // namespace meshwright::ui
