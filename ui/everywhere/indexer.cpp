// SPDX-License-Identifier: Apache-2.0
#include "ui/everywhere/indexer.h"

#include "ui/session/session.h"

#include <QtConcurrent>

namespace meshwright::ui {

namespace {

// Names change seldom while somebody types; findings come first.
constexpr int pauseMs = 300;

search::IndexPtr indexOf(const TopologyPtr &topology)
{
    return std::make_shared<const search::Index>(search::entriesOf(*topology));
}

} // namespace

Indexer::Indexer(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_index(std::make_shared<const search::Index>(std::vector<search::Entry>()))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Indexer::start);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (isBehind())
            m_pause.start();
    });
    connect(&m_session, &Session::opened, this, &Indexer::start);
    connect(&m_making, &QFutureWatcherBase::finished, this, [this] {
        m_index = m_making.result();
        m_indexed = m_asked;
        emit indexChanged();
        if (isBehind())
            m_pause.start();
    });
}

bool Indexer::isBehind() const
{
    return m_session.snapshot().topology != m_indexed;
}

void Indexer::start()
{
    if (m_making.isRunning() || !m_session.snapshot().topology)
        return; // the end of what goes on starts the next
    m_asked = m_session.snapshot().topology;
    m_making.setFuture(QtConcurrent::run(indexOf, m_asked));
}

} // namespace meshwright::ui
