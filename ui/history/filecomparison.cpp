// SPDX-License-Identifier: Apache-2.0
#include "ui/history/filecomparison.h"

#include "ui/diff/diffdialog.h"
#include "ui/diff/diffview.h"
#include "ui/history/historywatch.h"
#include "ui/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/text.h"

#include "meshwright/text/textfile.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

/// The text of a file in a revision, in UTF-8.
Result<std::string> pastText(const OpenRepository &open, const std::filesystem::path &folder,
                             const std::string &revision, const std::string &path)
{
    const auto repository = open(folder);
    if (!repository)
        return tl::unexpected(repository.error());
    const auto commit = (*repository)->resolve(revision);
    if (!commit)
        return tl::unexpected(commit.error());
    auto bytes = (*repository)->read(*commit, path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto file = decoded(std::move(*bytes), path);
    if (!file)
        return tl::unexpected(file.error());
    return std::string(file->text->bytes());
}

} // namespace

FileComparison::FileComparison(MainWindow &window, Session &session, HistoryWatch &history)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_history(history)
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] { show(m_reading.result()); });
}

void FileComparison::compare(const std::string &file, const QString &revision)
{
    m_file = file;
    m_revision = revision;
    const auto state = history::stateOf(m_history.status().states, file);
    const bool isRenamed = state && state->change == history::FileChange::Renamed;
    m_reading.setFuture(QtConcurrent::run(
        pastText, m_history.opener(), m_session.snapshot().workspace->root(), fromQt(revision),
        isRenamed && revision == QLatin1String("HEAD") ? state->before : file));
}

void FileComparison::show(const Result<std::string> &bytes)
{
    const Text text = m_session.text(m_file);
    if (!text)
        return;
    if (!bytes)
        return m_window.showMessage(toQt(bytes.error().message));
    if (*bytes == text->bytes())
        return m_window.showMessage(tr("%1 reads as it does in %2.").arg(toQt(m_file), m_revision));
    auto *dialog = new DiffDialog(
        tr("Compare %1").arg(toQt(m_file)),
        tr("From the text in %1 (−) to the one in the window (+).").arg(m_revision), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->view()->setTexts(*bytes, text->bytes());
    dialog->open();
}

} // namespace meshwright::ui
