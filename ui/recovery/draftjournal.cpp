// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery/draftjournal.h"

#include "ui/recovery/draft.h"
#include "ui/recovery/orphans.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include "meshwright/text/textfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

// Counted from the first key that is not kept yet, not from the last one.
constexpr int pauseMs = 1000;
constexpr int mostFolders = 1000;

} // namespace

QString draftsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/drafts");
}

DraftJournal::DraftJournal(Session &session, const QString &root, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_root(root)
{
    m_pool.setMaxThreadCount(1); // so that what is newer is written later
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DraftJournal::write);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &DraftJournal::finish);
    connect(&m_session, &Session::textChanged, this,
            [this](const std::string &file, const std::vector<TextEdit> &edits) {
                if (!edits.empty())
                    m_carets[file] = edits.back().range.begin + edits.back().replacement.size();
                note(file);
            });
    connect(&m_session, &Session::modifiedChanged, this, &DraftJournal::note);
    connect(&m_session, &Session::conflictChanged, this, &DraftJournal::note);
    connect(&m_session, &Session::opened, this, [this] {
        dropAll(); // the user was asked about them before another folder was opened
        m_workspace = m_session.snapshot().workspace->root().string();
    });
}

DraftJournal::~DraftJournal()
{
    flush();
    if (m_lock && m_kept.empty())
        removeDraftFolder(m_folder, *m_lock);
}

void DraftJournal::note(const std::string &file)
{
    m_changed.insert(file);
    if (!m_pause.isActive())
        m_pause.start();
}

/// A folder that no other window has; its lock says that we live.
bool DraftJournal::holdFolder()
{
    if (m_lock)
        return true;
    for (int i = 0; i < mostFolders; ++i) {
        const QString folder = QStringLiteral("%1/%2-%3-%4")
                                   .arg(m_root)
                                   .arg(QCoreApplication::applicationPid())
                                   .arg(QDateTime::currentMSecsSinceEpoch())
                                   .arg(i);
        if (QDir(folder).exists())
            continue;
        if (!QDir().mkpath(folder))
            return false;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        auto lock = std::make_unique<QLockFile>(folder + QLatin1String(lockName));
        lock->setStaleLockTime(0);
        if (!lock->tryLock(0))
            continue;
        m_lock = std::move(lock);
        m_folder = folder;
        return true;
    }
    return false;
}

void DraftJournal::write()
{
    if (m_writing.isRunning())
        return; // finish comes back
    Job job;
    job.workspace = m_workspace;
    job.isKept = m_isKept;
    job.removed = std::exchange(m_leftOver, {});
    for (const std::string &file : std::exchange(m_changed, {})) {
        const auto kept = m_kept.find(file);
        if (m_session.isModified(file) && m_session.text(file)) {
            job.pages[file] = {m_session.text(file), m_session.savedText(file), m_carets[file]};
            m_kept[file] = draftName(m_workspace, file);
        } else if (kept != m_kept.end()) {
            job.removed.append(kept->second);
            m_kept.erase(kept);
        }
    }
    if (job.pages.empty() && job.removed.isEmpty())
        return emit written();
    if (!holdFolder())
        return retry(
            tr("the folder %1 can't be written to.").arg(QDir::toNativeSeparators(m_root)));
    job.folder = m_folder;
    m_writing.setFuture(QtConcurrent::run(&m_pool, &DraftJournal::run, job));
}

QString DraftJournal::run(const Job &job)
{
    QString fault;
    for (const QString &name : job.removed)
        QFile::remove(job.folder + QLatin1Char('/') + name);
    for (const auto &[file, page] : job.pages) {
        Draft draft;
        draft.workspace = job.workspace;
        draft.file = file;
        draft.baseHash = page.base ? hashOf(page.base->bytes()) : std::string();
        draft.caret = page.caret;
        draft.writtenAt = QDateTime::currentMSecsSinceEpoch();
        draft.text = page.text->bytes();
        draft.isKept = job.isKept;
        const QString name = draftName(job.workspace, file);
        const auto done = writeFileAtomically(pathFromQt(job.folder + QLatin1Char('/') + name),
                                              draftBytes(draft));
        if (!done && fault.isEmpty())
            fault = toQt(done.error().message);
    }
    return fault;
}

void DraftJournal::finish()
{
    const QString fault = m_writing.result();
    if (!fault.isEmpty())
        return retry(fault);
    m_hasFailed = false;
    if (!m_changed.empty() || !m_leftOver.isEmpty())
        m_pause.start();
    else
        emit written();
}

void DraftJournal::retry(const QString &fault)
{
    for (const auto &[file, name] : m_kept)
        m_changed.insert(file);
    m_pause.start();
    if (!std::exchange(m_hasFailed, true))
        emit failed(
            tr("Unsaved text can't be kept safe from a crash, so save often: %1").arg(fault));
}

void DraftJournal::flush()
{
    m_writing.waitForFinished();
    m_pause.stop();
    write();
    m_writing.waitForFinished();
    if (m_writing.future().resultCount() > 0)
        finish(); // the program may end before the event loop would say so
}

void DraftJournal::dropAll()
{
    for (const auto &[file, name] : std::exchange(m_kept, {}))
        m_leftOver.append(name);
    m_changed.clear();
    m_carets.clear();
    m_pause.start();
}

void DraftJournal::forget()
{
    dropAll();
    flush();
}

void DraftJournal::keep()
{
    m_isKept = true;
    for (const QString &file : m_session.modifiedFiles())
        m_changed.insert(fromQt(file));
    flush();
}

} // namespace meshwright::ui
