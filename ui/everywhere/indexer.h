// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/search/search.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace meshwright::ui {

class Session;

/// Keeps an index of the session's names, made off the UI thread, a moment behind the snapshot.
class Indexer : public QObject
{
    Q_OBJECT

public:
    explicit Indexer(Session &session, QObject *parent = nullptr);

    /// Of the newest snapshot that was indexed; never null.
    const search::IndexPtr &index() const { return m_index; }

    /// Whether it is of an older snapshot than the session's.
    bool isBehind() const;

signals:
    void indexChanged();

private:
    void start();

    Session &m_session;
    search::IndexPtr m_index;
    TopologyPtr m_indexed;
    TopologyPtr m_asked;
    QTimer m_pause;
    QFutureWatcher<search::IndexPtr> m_making;
};

} // namespace meshwright::ui
