// SPDX-License-Identifier: Apache-2.0
#include "ui/history/historywatch.h"

#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QSet>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

constexpr int quietMs = 200;

} // namespace

int HistoryStatus::changedFiles() const
{
    return static_cast<int>(
        std::count_if(states.begin(), states.end(), [](const history::FileState &state) {
            return state.change != history::FileChange::Ignored &&
                   state.change != history::FileChange::LeftOut;
        }));
}

HistoryStatus readHistory(const OpenRepository &open, const std::filesystem::path &folder)
{
    HistoryStatus status;
    const auto repository = open(folder);
    if (!repository) {
        if (repository.error().code != Error::Code::NotFound)
            status.trouble = toQt(repository.error().message);
        return status;
    }
    auto head = (*repository)->head();
    auto states = (*repository)->states();
    auto references = (*repository)->references();
    if (!head || !states || !references) {
        const auto &error = !head ? head.error() : !states ? states.error() : references.error();
        status.trouble = toQt(error.message);
        return status;
    }
    status.head = std::move(*head);
    status.states = std::move(*states);
    status.references = std::move(*references);
    status.watched = (*repository)->watched();
    return status;
}

HistoryWatch::HistoryWatch(Session &session, OpenRepository open, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_open(std::move(open))
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    const auto restart = [this] { m_quiet.start(); };
    connect(&m_quiet, &QTimer::timeout, this, &HistoryWatch::refresh);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, restart);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, restart);
    connect(&m_session, &Session::opened, this, &HistoryWatch::refresh);
    connect(&m_session, &Session::diskChanged, this, restart);
    connect(&m_session, &Session::modifiedChanged, this, [this](const std::string &file) {
        if (!m_session.isModified(file))
            m_quiet.start(); // saved, perhaps
    });
    connect(&m_reading, &QFutureWatcherBase::finished, this, &HistoryWatch::take);
}

void HistoryWatch::refresh()
{
    if (!m_session.isOpen() || !m_open)
        return;
    if (m_reading.isRunning()) {
        m_isStale = true;
        return;
    }
    m_reading.setFuture(
        QtConcurrent::run(readHistory, m_open, m_session.snapshot().workspace->root()));
}

void HistoryWatch::take()
{
    m_status = m_reading.result();
    watch();
    emit changed();
    if (std::exchange(m_isStale, false))
        refresh();
}

void HistoryWatch::watch()
{
    QSet<QString> wanted;
    for (const auto &path : m_status.watched)
        wanted.insert(pathToQt(path));
    const QStringList now = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(now.cbegin(), now.cend());
    for (const auto &path : watched - wanted)
        m_watcher.removePath(path);
    for (const auto &path : wanted - watched)
        m_watcher.addPath(path);
}

} // namespace meshwright::ui
