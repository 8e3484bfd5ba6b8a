// SPDX-License-Identifier: Apache-2.0
#include "ui/session/session.h"

#include "ui/session/derivation.h"
#include "ui/session/diskwatch.h"
#include "ui/session/editcommand.h"
#include "ui/session/places.h"
#include "ui/text/text.h"

#include <QScopedValueRollback>
#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

// Keys closer than this share one derivation, as do all that come while one goes on.
constexpr int pauseMs = 15;

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
    , m_watch(new DiskWatch(this))
{
    m_atOnce.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Session::startDeriving);
    connect(&m_opening, &QFutureWatcherBase::finished, this, &Session::takeOpened);
    connect(&m_deriving, &QFutureWatcherBase::finished, this, &Session::takeDerived);
    connect(&m_checking, &QFutureWatcherBase::finished, this, [this] {
        m_checked = m_checking.result();
        takeChecked();
        updateBusy();
    });
    connect(&m_reading, &QFutureWatcherBase::finished, this, &Session::takeDisk);
    connect(m_watch, &DiskWatch::changed, this, &Session::readDisk);
}

Session::~Session()
{
    disconnect(&m_undoStack, nullptr, nullptr, nullptr);
}

void Session::open(const QString &path)
{
    m_opening.setFuture(QtConcurrent::run(openSnapshot, pathFromQt(path)));
    updateBusy();
}

void Session::takeOpened()
{
    const Result<Snapshot> result = m_opening.result();
    if (!result) {
        updateBusy();
        const Error &error = result.error();
        emit openFailed(error.where.empty() || error.message.find(error.where) != std::string::npos
                            ? toQt(error.message)
                            : tr("%1 (%2)").arg(toQt(error.message), toQt(error.where)));
        return;
    }
    m_texts.clear();
    m_saved.clear();
    m_conflicts.clear();
    m_pending.clear();
    m_madeFolders.clear();
    m_checked.reset();
    m_undoStack.clear();
    m_selection = {};
    m_snapshot = *result;
    m_snapshot.revision = ++m_revision;
    m_base = m_snapshot.workspace;
    m_watch->watch(*m_base);
    updateBusy();
    emit opened();
    emit snapshotChanged();
    emit selectionChanged();
}

bool Session::isBusy() const
{
    return m_opening.isRunning() || m_deriving.isRunning() || m_pause.isActive() ||
           !m_snapshot.isChecked;
}

void Session::updateBusy()
{
    const bool busy = isBusy();
    if (std::exchange(m_wasBusy, busy) != busy)
        emit busyChanged(busy);
}

QString Session::rootPath() const
{
    return isOpen() ? pathToQt(m_snapshot.workspace->root()) : QString();
}

Text Session::text(const std::string &file) const
{
    const auto found = m_texts.find(file);
    if (found != m_texts.end())
        return found->second;
    const WorkspaceFile *known = m_base ? m_base->file(file) : nullptr;
    return known ? known->text : nullptr;
}

Text Session::savedText(const std::string &file) const
{
    const auto found = m_saved.find(file);
    return found != m_saved.end() ? found->second : text(file);
}

Result<void> Session::perform(const WorkspaceEdit &edit, const QString &title, int mergeId)
{
    auto inverse = applyNow(edit);
    if (!inverse)
        return tl::unexpected(inverse.error());
    const auto again = [this](const WorkspaceEdit &step) {
        const QScopedValueRollback<bool> undoing(m_isUndoing, true);
        return applyNow(step);
    };
    m_undoStack.push(new EditCommand(again, std::move(*inverse), title, mergeId));
    return {};
}

Result<WorkspaceEdit> Session::applyNow(const WorkspaceEdit &edit)
{
    const auto read = [this](const std::string &file) -> std::optional<TextFile> {
        const Text known = text(file);
        return known ? std::optional(TextFile{known, encodingOf(file)}) : std::nullopt;
    };
    Result<AppliedEdit> applied = applyEdit(read, edit);
    if (!applied)
        return tl::unexpected(applied.error());
    ++m_revision;
    for (const auto &[file, after] : applied->texts)
        setText(file, after.text, edit);
    for (const std::string &file : applied->removed)
        setText(file, nullptr, edit);
    m_pause.start();
    updateBusy();
    return std::move(applied->inverse);
}

Encoding Session::encodingOf(const std::string &file) const
{
    const WorkspaceFile *known = m_base ? m_base->file(file) : nullptr;
    return known ? known->encoding : Encoding::Utf8;
}

/// A file that goes stays on the disk until it is saved, as a change of its text does.
void Session::setText(const std::string &file, const Text &text, const WorkspaceEdit &edit)
{
    const bool wasModified = isModified(file);
    m_saved.emplace(file, savedText(file));
    m_texts[file] = text;
    if (text) {
        m_pending.insert(file);
    } else {
        m_pending.erase(file);
        m_base = m_base->withoutFile(file);
    }
    if (const auto edits = edit.files.find(file); edits != edit.files.end())
        emit textChanged(file, edits->second);
    if (wasModified != isModified(file))
        emit modifiedChanged(file);
}

void Session::startDeriving()
{
    if (m_deriving.isRunning() || !m_base)
        return; // takeDerived starts again
    Derivation input{m_base, {}, m_revision, m_snapshot};
    for (const std::string &file : m_pending)
        if (const Text newest = text(file))
            input.texts[file] = newest;
    m_deriving.setFuture(QtConcurrent::run(&m_atOnce, derive, input));
    updateBusy();
}

void Session::takeDerived()
{
    const Snapshot derived = m_deriving.result();
    const bool isNewest = derived.revision == m_revision;
    if (isNewest) {
        const Selection before = m_selection;
        const Selection now = followed(before, *m_snapshot.topology, *derived.topology);
        m_snapshot = derived;
        m_base = derived.workspace;
        m_pending.clear();
        checkRest();
        emit snapshotChanged();
        if (m_selection == before)
            select(now);
    }
    takeChecked();
    if (!isNewest && !m_pause.isActive())
        startDeriving();
    updateBusy();
}

/// One check at a time, so that keys can't pile them up; takeChecked comes back for the next.
void Session::checkRest()
{
    if (m_snapshot.isChecked || m_checking.isRunning())
        return;
    m_checking.setFuture(QtConcurrent::run([snapshot = m_snapshot] {
        return Checked{snapshot.workspace, checkAll(snapshot)};
    }));
}

/// Of files that were edited since, the snapshot's own findings are newer.
void Session::takeChecked()
{
    if (!m_checked || m_deriving.isRunning())
        return; // what is derived just now starts from the findings as they are
    const Checked checked = *std::exchange(m_checked, std::nullopt);
    const auto edited = changedFiles(*checked.workspace, *m_snapshot.workspace);
    auto findings = withNewer(checked.judgement.findings, *m_snapshot.diagnostics, edited);
    m_snapshot.isChecked = m_snapshot.isChecked || edited.empty();
    checkRest();
    if (m_snapshot.isChecked && !edited.empty())
        return; // all were checked later than that
    const bool areSameAllowed =
        m_snapshot.allowed && *m_snapshot.allowed == checked.judgement.allowed;
    if (findings == *m_snapshot.diagnostics && areSameAllowed)
        return;
    m_snapshot.allowed =
        std::make_shared<const std::vector<AllowedFinding>>(checked.judgement.allowed);
    m_snapshot.diagnostics = std::make_shared<const std::vector<Diagnostic>>(std::move(findings));
    emit snapshotChanged();
}

void Session::setPreview(const TopologyPtr &preview)
{
    if (m_preview == preview)
        return;
    m_preview = preview;
    emit previewChanged();
}

void Session::select(const Selection &selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    emit selectionChanged();
}

void Session::reveal(const std::string &file, Range range)
{
    emit revealRequested(file, range);
}

void Session::reveal(const Diagnostic &finding)
{
    reveal(finding.file, {finding.range.begin, finding.range.begin});
}

} // namespace meshwright::ui
