// SPDX-License-Identifier: Apache-2.0
// Counts how often a story's window did not come back to its events for more than 100 ms, and says
// it at the end. Machines differ, so that is no failure, unless MESHWRIGHT_WATCHDOG is set.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTest>

#include <string>
#include <vector>

namespace meshwright::test {

/// From the beginning of an event to its end, with all events that it sends, or to the next wait of
/// a dialog within. The processor's time is what is counted, so that other processes don't count.
class WatchedApplication : public QApplication
{
public:
    WatchedApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// Prints what was counted; `failed`, or one more where a stop is a failure.
    int verdict(int failed) const;

private:
    struct Stop
    {
        double milliseconds = 0;
        std::string at; ///< what was handled
    };

    /// What was done since the last look at the clock.
    void count();

    int m_depth = 0;      ///< of events within events
    double m_started = 0; ///< ms of this thread
    std::string m_at;
    double m_longest = 0;
    std::vector<Stop> m_stops;
};

} // namespace meshwright::test

#define MESHWRIGHT_STORY_MAIN(Story)                                                               \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        meshwright::test::WatchedApplication app(argc, argv);                                      \
        app.setAttribute(Qt::AA_Use96Dpi, true);                                                   \
        QTEST_SET_MAIN_SOURCE_PATH                                                                 \
        Story story;                                                                               \
        return app.verdict(QTest::qExec(&story, argc, argv));                                      \
    }
