// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery/recovery.h"

#include "ui/recovery/recoverydialog.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QDir>
#include <QtConcurrent>

#include <algorithm>
#include <set>
#include <utility>

namespace meshwright::ui {

namespace {

/// Whether the file is another one than the edits began from.
bool hasChanged(const Draft &draft, const Text &onDisk)
{
    return (onDisk ? hashOf(onDisk->bytes()) : std::string()) != draft.baseHash;
}

} // namespace

Recovery::Recovery(Session &session, QWidget *window, const QString &root)
    : m_session(session)
    , m_window(window)
    , m_root(root)
    , m_journal(session, root)
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, &Recovery::takeFound);
    connect(&m_session, &Session::opened, this, &Recovery::look);
    connect(&m_journal, &DraftJournal::failed, this, &Recovery::noteShown);
    connect(&m_journal, &DraftJournal::written, this, [this] {
        for (const KeptDraft &kept : std::exchange(m_restored, {}))
            removeDraft(kept);
    });
}

void Recovery::look()
{
    if (!m_looking.isRunning())
        m_looking.setFuture(QtConcurrent::run(takeOrphans, m_root));
}

void Recovery::takeFound()
{
    Orphans found = m_looking.result();
    std::ranges::move(found.drafts, std::back_inserter(m_orphans.drafts));
    if (!found.setAside.isEmpty())
        emit noteShown(found.setAside.join(QLatin1Char('\n')));
    if (m_session.isOpen())
        return offer();
    const auto there = std::ranges::find_if(m_orphans.drafts, [](const KeptDraft &kept) {
        return QFileInfo::exists(toQt(kept.draft.workspace));
    });
    if (there != m_orphans.drafts.end() && !m_session.isBusy())
        emit openRequested(toQt(there->draft.workspace));
    else
        tellOfOthers(m_orphans.drafts);
}

/// What equals the file is not worth a question.
void Recovery::offer()
{
    std::vector<RecoveredText> offered;
    std::vector<KeptDraft> others;
    std::vector<KeptDraft> needless;
    std::vector<KeptDraft> wanted;
    for (const KeptDraft &kept : m_orphans.drafts) {
        const Draft &draft = kept.draft;
        if (draft.workspace != m_session.snapshot().workspace->root().string()) {
            others.push_back(kept);
            continue;
        }
        const Text onDisk = m_session.savedText(draft.file);
        if (onDisk && onDisk->bytes() == draft.text)
            needless.push_back(kept);
        else if (draft.isKept)
            wanted.push_back(kept);
        else
            offered.push_back({kept, onDisk, hasChanged(draft, onDisk)});
    }
    for (const KeptDraft &kept : needless)
        discard(kept);
    for (const KeptDraft &kept : wanted)
        restore(kept);
    if (!others.empty())
        tellOfOthers(others);
    if (offered.empty() || m_dialog)
        return;
    m_dialog = new RecoveryDialog(std::move(offered), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RecoveryDialog::restoreRequested, this, &Recovery::restore);
    connect(m_dialog, &RecoveryDialog::discardRequested, this, &Recovery::discard);
    m_dialog->open();
}

void Recovery::tellOfOthers(const std::vector<KeptDraft> &others)
{
    std::set<QString> folders;
    for (const KeptDraft &kept : others)
        folders.insert(QDir::toNativeSeparators(toQt(kept.draft.workspace)));
    if (folders.empty())
        return;
    emit noteShown(tr("Unsaved edits of an earlier run are kept for: %1. Open the folder to see "
                      "them.")
                       .arg(QStringList(folders.begin(), folders.end()).join(tr(", "))));
}

void Recovery::restore(const KeptDraft &kept)
{
    const Draft &draft = kept.draft;
    const bool isOther = hasChanged(draft, m_session.savedText(draft.file));
    if (const auto done = m_session.restore(draft.file, draft.text, isOther); !done)
        return emit noteShown(toQt(done.error().message));
    drop(kept.path);
    m_restored.push_back(kept);
    emit restored(draft.file, draft.caret);
}

void Recovery::discard(const KeptDraft &kept)
{
    drop(kept.path);
    removeDraft(kept);
}

void Recovery::drop(const QString &path)
{
    std::erase_if(m_orphans.drafts, [&](const KeptDraft &each) { return each.path == path; });
}

} // namespace meshwright::ui
