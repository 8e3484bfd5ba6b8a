// SPDX-License-Identifier: Apache-2.0
#include "ui/watchdog.h"

#include <QAbstractEventDispatcher>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

namespace meshwright::test {

namespace {

constexpr double longestStop = 100; // ms

double ownTime()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

std::string nameOf(const QMetaObject &kind, QEvent::Type type)
{
    const char *event = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return std::string(event ? event : "an event") + " of " + kind.className();
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            [this] {
                if (m_depth > 0)
                    count();
            });
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (m_depth++ == 0) {
        m_at = nameOf(*receiver->metaObject(), event->type());
        m_started = ownTime();
    }
    const bool isTaken = QApplication::notify(receiver, event);
    if (--m_depth == 0)
        count();
    return isTaken;
}

void WatchedApplication::count()
{
    const double now = ownTime();
    const double took = now - std::exchange(m_started, now);
    m_longest = std::max(m_longest, took);
    if (took > longestStop)
        m_stops.push_back({took, m_at});
}

int WatchedApplication::verdict(int failed) const
{
    std::printf(
        "Watchdog: the longest stop of the window was %.0f ms; %zu were longer than %.0f ms.\n",
        m_longest, m_stops.size(), longestStop);
    for (const Stop &stop : m_stops)
        std::printf("Watchdog: %.0f ms in %s\n", stop.milliseconds, stop.at.c_str());
    const bool isFailure = !m_stops.empty() && qEnvironmentVariableIsSet("MESHWRIGHT_WATCHDOG");
    return failed + (isFailure ? 1 : 0);
}

} // namespace meshwright::test
