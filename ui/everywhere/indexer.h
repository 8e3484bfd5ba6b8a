// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/search/search.h"

#include <QFutureWatcher>
#include <QObject>

namespace meshwright::ui {

class Session;

/// An index of the session's names, made off the UI thread: when a folder is opened, and anew when
/// somebody searches. While one types, nobody needs it.
class Indexer : public QObject
{
    Q_OBJECT

public:
    explicit Indexer(Session &session, QObject *parent = nullptr);

    /// Of the newest snapshot that was indexed; never null.
    const search::IndexPtr &index() const { return m_index; }

    /// Whether it is of an older snapshot than the session's.
    bool isBehind() const;
    /// Makes it anew where it is behind; indexChanged follows.
    void refresh();

signals:
    void indexChanged();
    /// The names may be others now; who shows them while that happens, refreshes.
    void fellBehind();

private:
    Session &m_session;
    search::IndexPtr m_index;
    TopologyPtr m_indexed;
    TopologyPtr m_asked;
    bool m_isWanted = false; ///< again, when what is being made is done
    QFutureWatcher<search::IndexPtr> m_making;
};

} // namespace meshwright::ui
