// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QtConcurrent>

#include <functional>

namespace meshwright::ui {

/// A value that is made off the UI thread while somebody looks, and anew when what it was made from
/// is old; one at a time.
template <typename Value>
class LiveValue
{
public:
    using Job = std::function<Value()>;

    /// `prepare`: the job for what is there now, or none. `take`: for each answer that is not old.
    LiveValue(std::function<Job()> prepare, std::function<void(const Value &)> take)
        : m_prepare(std::move(prepare))
        , m_take(std::move(take))
    {
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] {
            if (!m_isStale)
                m_take(m_watcher.result());
            start();
        });
    }

    void setWanted(bool isWanted)
    {
        m_isWanted = isWanted;
        start();
    }

    void refresh()
    {
        m_isStale = true;
        start();
    }

private:
    void start()
    {
        if (!m_isStale || !m_isWanted || m_watcher.isRunning())
            return;
        if (Job job = m_prepare()) {
            m_isStale = false;
            m_watcher.setFuture(QtConcurrent::run(std::move(job)));
        }
    }

    std::function<Job()> m_prepare;
    std::function<void(const Value &)> m_take;
    bool m_isWanted = false;
    bool m_isStale = true;
    QFutureWatcher<Value> m_watcher;
};

} // namespace meshwright::ui
