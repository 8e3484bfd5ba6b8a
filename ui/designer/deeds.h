// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/session.h"

#include <deque>
#include <functional>

namespace meshwright::ui {

/// A modelling act with its arguments: what it does to the texts behind a topology.
using Act = std::function<Result<WorkspaceEdit>(const Topology &)>;

/// Does modelling acts on the session, one after another, each on a snapshot of the newest texts:
/// at once where there is one, else as soon as there is. Each is one step of undo.
class Deeds : public QObject
{
    Q_OBJECT

public:
    explicit Deeds(Session &session, QObject *parent = nullptr);

    void run(const QString &title, Act act);

    /// What a view can tell by itself.
    void refuse(const QString &message) { emit refused(message); }

signals:
    void done();
    /// Nothing was changed; why, in a sentence.
    void refused(const QString &message);

private:
    void runNext();

    struct Waiting
    {
        QString title;
        Act act;
    };

    Session &m_session;
    std::deque<Waiting> m_waiting;
};

} // namespace meshwright::ui
