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

/// The processor's time is what is counted, so that other processes don't count. What the test does
/// between two events is not the window's, and neither is waiting for events.
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

    /// Ends the work that began at the mark before.
    void mark(const QMetaObject &kind, QEvent::Type type);

    int m_depth = 0;   ///< of events within events
    double m_last = 0; ///< ms of this thread, at the last mark
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
