// SPDX-License-Identifier: Apache-2.0
#include "ui/designer/deeds.h"

#include "ui/text/text.h"

#include <utility>

namespace meshwright::ui {

Deeds::Deeds(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_session, &Session::snapshotChanged, this, &Deeds::runNext);
    connect(&m_session, &Session::opened, this, [this] { m_waiting.clear(); });
}

void Deeds::run(const QString &title, Act act)
{
    m_waiting.push_back({title, std::move(act)});
    runNext();
}

void Deeds::runNext()
{
    if (m_waiting.empty() || !m_session.isOpen() || !m_session.isUpToDate())
        return;
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    const Result<WorkspaceEdit> edit = next.act(*m_session.snapshot().topology);
    const Result<void> made = !edit             ? Result<void>(tl::unexpected(edit.error()))
                              : edit->isEmpty() ? Result<void>()
                                                : m_session.perform(*edit, next.title);
    if (made)
        emit done();
    else
        emit refused(toQt(made.error().message));
    if (m_session.isUpToDate())
        runNext();
}

} // namespace meshwright::ui
