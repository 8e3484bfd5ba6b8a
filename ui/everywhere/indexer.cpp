// SPDX-License-Identifier: Apache-2.0
#include "ui/everywhere/indexer.h"

#include "ui/session/session.h"

#include <QtConcurrent>

#include <utility>

namespace meshwright::ui {

namespace {

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
    connect(&m_session, &Session::opened, this, &Indexer::refresh);
    connect(&m_session, &Session::snapshotChanged, this, &Indexer::fellBehind);
    connect(&m_making, &QFutureWatcherBase::finished, this, [this] {
        m_index = m_making.result();
        m_indexed = m_asked;
        emit indexChanged();
        if (std::exchange(m_isWanted, false))
            refresh();
    });
}

bool Indexer::isBehind() const
{
    return m_session.snapshot().topology != m_indexed;
}

void Indexer::refresh()
{
    if (!isBehind())
        return;
    m_isWanted = m_making.isRunning();
    if (m_isWanted)
        return;
    m_asked = m_session.snapshot().topology;
    m_making.setFuture(QtConcurrent::run(indexOf, m_asked));
}

} // namespace meshwright::ui
