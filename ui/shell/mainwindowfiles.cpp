// SPDX-License-Identifier: Apache-2.0
// The window's dealings with files: open, save, close.
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/explorer/explorerview.h"
#include "ui/session/session.h"
#include "ui/settings/preferences.h"
#include "ui/settings/recentfolders.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/newspecdialog.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/questions.h"
#include "ui/shell/sample.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/workspacememory.h"
#include "ui/text/text.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QMimeData>
#include <QStackedWidget>

#include <algorithm>

namespace meshwright::ui {

void MainWindow::openPath(const QString &path)
{
    if (path.isEmpty())
        return;
    askThen(Leaving::Folder, [this, path] {
        m_notice->hide();
        m_welcome->showBusy(path);
        m_memory->save();
        m_session.open(path);
    });
}

void MainWindow::openSample()
{
    const auto folder = unpackSample(sampleFolder());
    if (folder)
        openPath(*folder);
    else
        showFailure(toQt(folder.error().message));
}

void MainWindow::askFolder()
{
    const QString start = m_session.isOpen() ? m_session.rootPath() : QDir::homePath();
    m_questions.askFolder(this, start, [this](const QString &path) { openPath(path); });
}

void MainWindow::newSpec()
{
    auto *dialog = new NewSpecDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewSpecDialog::created, this, [this](const std::string &file) {
        m_notice->hide();
        m_editors->openFile(file);
        if (CodeEditor *editor = m_editors->currentEditor())
            editor->setFocus();
    });
    dialog->open();
}

/// Goes on at once where nothing is unsaved, else as the user says.
void MainWindow::askThen(Leaving what, std::function<void()> next)
{
    const QStringList files = m_session.modifiedFiles();
    if (files.isEmpty())
        return next();
    const auto take = [this, next = std::move(next)](UnsavedAnswer answer) {
        if (answer == UnsavedAnswer::Cancel)
            return;
        m_keepsUnsaved = answer == UnsavedAnswer::Keep;
        if (answer == UnsavedAnswer::Save) {
            if (const auto saved = m_session.saveAll(); !saved)
                return m_notice->showError(toQt(saved.error().message));
        }
        next();
    };
    m_questions.askUnsaved(this, files, what == Leaving::Window, take);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_whyOpen.isEmpty()) {
        event->ignore();
        return showMessage(m_whyOpen);
    }
    if (m_mayClose || m_session.modifiedFiles().isEmpty()) {
        saveLayout();
        m_memory->save();
        emit closing(m_keepsUnsaved);
        return event->accept();
    }
    event->ignore();
    askThen(Leaving::Window, [this] {
        m_mayClose = true; // a window can't be closed while it is being closed
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

void MainWindow::showOpened()
{
    const bool isOpen = m_session.isOpen();
    m_welcome->setRecentFolders(recentFolders());
    m_welcome->showBusy({});
    m_centre->setCurrentIndex(isOpen ? 1 : 0);
    const auto docks = findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->setVisible(isOpen);
    dressTabs();
    if (isOpen) {
        m_problemsDock->raise();
        rememberRecentFolder(m_session.rootPath());
        m_memory->restore(readPreferences().restoresViews);
        if (CodeEditor *editor = m_editors->currentEditor())
            editor->setFocus();
        m_explorer->focusFilter();
        if (m_session.snapshot().workspace->specs().empty())
            m_notice->showNote(tr("There are no AsyncAPI specs in %1. Begin with File, New bounded "
                                  "context or Import, or open another folder or the sample.")
                                   .arg(QDir::toNativeSeparators(m_session.rootPath())));
    }
    updateActions();
    updateTitle();
}

/// In a folder that is new here: the caret before the first finding of the gravest kind.
void MainWindow::showFirstFinding()
{
    const Snapshot &snapshot = m_session.snapshot();
    if (snapshot.diagnostics->empty())
        return;
    const auto gravest = std::min_element(
        snapshot.diagnostics->begin(), snapshot.diagnostics->end(),
        [](const Diagnostic &a, const Diagnostic &b) { return a.severity < b.severity; });
    const std::size_t begin = gravest->range.begin;
    m_editors->reveal(gravest->file, {begin, begin}, false);
}

void MainWindow::showFailure(const QString &message)
{
    m_welcome->showFailure(message);
    if (m_session.isOpen())
        m_notice->showError(message);
}

/// In the status bar, once for a whole checkout: nothing waits for an answer here (a conflict asks
/// in its own editor).
void MainWindow::tellOf(const DiskChanges &changes)
{
    QStringList sentences;
    const auto reloaded = static_cast<int>(changes.reloaded.size());
    if (reloaded == 1)
        sentences.append(tr("%1 changed on the disk and was reloaded.").arg(changes.reloaded[0]));
    else if (reloaded > 1)
        sentences.append(
            tr("%n file(s) changed on the disk and were reloaded.", nullptr, reloaded));
    const auto add = [&](const QStringList &files, const QString &sentence) {
        if (!files.isEmpty())
            sentences.append(sentence);
    };
    const auto renamed = static_cast<int>(changes.renamed.size());
    if (renamed == 1)
        sentences.append(
            tr("%1 was renamed to %2.").arg(changes.renamed[0].first, changes.renamed[0].second));
    else if (renamed > 1)
        sentences.append(tr("%n file(s) renamed.", nullptr, renamed));
    const auto tell = [&](const QStringList &files, const char *counted) {
        if (const auto count = static_cast<int>(files.size()) - renamed; count > 0)
            sentences.append(tr(counted, nullptr, count));
    };
    tell(changes.added, QT_TR_N_NOOP("%n new file(s)."));
    tell(changes.removed, QT_TR_N_NOOP("%n file(s) removed."));
    add(changes.inConflict, tr("%n file(s) with unsaved edits await your choice.", nullptr,
                               static_cast<int>(changes.inConflict.size())));
    showMessage(sentences.join(QLatin1Char(' ')));
}

void MainWindow::save()
{
    const CodeEditor *editor = m_editors->currentEditor();
    if (!editor || !m_session.isModified(editor->file()))
        return saveAll();
    const auto saved = m_session.save(editor->file());
    if (!saved)
        return m_notice->showError(toQt(saved.error().message));
    m_notice->hide();
    showMessage(tr("Saved %1").arg(toQt(editor->file())));
}

void MainWindow::saveAll()
{
    const auto count = static_cast<int>(m_session.modifiedFiles().size());
    const auto saved = m_session.saveAll();
    if (!saved)
        return m_notice->showError(toQt(saved.error().message));
    m_notice->hide();
    if (count > 0)
        showMessage(tr("Saved %n file(s)", nullptr, count));
}

void MainWindow::updateTitle()
{
    const QString folder = QDir(m_session.rootPath()).dirName();
    setWindowTitle(m_session.isOpen() ? tr("%1[*] – Meshwright").arg(folder) : tr("Meshwright"));
    setWindowModified(!m_session.modifiedFiles().isEmpty());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    openPath(event->mimeData()->urls().constFirst().toLocalFile());
}

} // namespace meshwright::ui
