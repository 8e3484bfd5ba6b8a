// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/lint/lint.h"
#include "meshwright/text/textedit.h"
#include "meshwright/topology/topology.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace meshwright::ui {

/// All that the views show, derived from one state of the texts. Copies are cheap.
struct Snapshot
{
    WorkspacePtr workspace; ///< null before a folder is open
    TopologyPtr topology;
    std::shared_ptr<const std::vector<Diagnostic>> diagnostics;
    quint64 revision = 0;
};

/// What is selected in all views at once.
using Selection = std::variant<std::monostate, ContextId, TopicName>;

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

    bool isBusy() const;
    QString rootPath() const;

    const Snapshot &snapshot() const { return m_snapshot; }

    /// The newest text of a file, which may be ahead of the snapshot; null where there is none.
    Text text(const std::string &file) const;
    /// Applies one deed to all its texts and puts it on the undo stack; a refused edit changes
    /// nothing. With `mergeId` >= 0, neighbouring deeds of one id merge (typing).
    Result<void> perform(const WorkspaceEdit &edit, const QString &title, int mergeId = -1);

    QUndoStack *undoStack() { return &m_undoStack; }

    bool isModified(const std::string &file) const;
    QStringList modifiedFiles() const;
    Result<void> save(const std::string &file);
    Result<void> saveAll();

    const Selection &selection() const { return m_selection; }

    void select(const Selection &selection);
    /// Asks the editor to show the bytes of a file.
    void reveal(const std::string &file, Range range);

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
    void selectionChanged();
    void revealRequested(const std::string &file, meshwright::Range range);

private:
    Snapshot m_snapshot;
    Selection m_selection;
    QUndoStack m_undoStack;
};

} // namespace meshwright::ui
