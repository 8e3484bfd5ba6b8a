// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recovery/draftjournal.h"
#include "ui/recovery/orphans.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

namespace meshwright::ui {

class RecoveryDialog;
class Session;

/// Keeps what is unsaved in a session safe from a crash, and offers what an earlier crash left.
/// What was kept on purpose comes back unasked.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// `window` gets the question; drafts lie below `root`.
    Recovery(Session &session, QWidget *window, const QString &root = draftsFolder());

    DraftJournal &journal() { return m_journal; }

    /// Looks for what was left; where nothing is open then, asks for the folder of the newest.
    void look();

    /// The session is closed with the user's consent; what is unsaved `isKept` for the next time,
    /// or given up.
    void close(bool isKept) { isKept ? m_journal.keep() : m_journal.forget(); }

signals:
    void openRequested(const QString &folder);
    void restored(const std::string &file, std::size_t caret);
    /// For a bar that stays: what waits elsewhere, what could not be read, what can't be kept.
    void noteShown(const QString &sentence);

private:
    void takeFound();
    void offer();
    void tellOfOthers(const std::vector<KeptDraft> &others);
    void restore(const KeptDraft &kept);
    void discard(const KeptDraft &kept);
    void drop(const QString &path);

    Session &m_session;
    QWidget *m_window;
    QString m_root;
    std::vector<KeptDraft> m_restored; ///< that the journal has to have before they go
    DraftJournal m_journal;            ///< it may write a last time when it is destroyed
    Orphans m_orphans;
    QFutureWatcher<Orphans> m_looking;
    QPointer<RecoveryDialog> m_dialog;
};

} // namespace meshwright::ui
