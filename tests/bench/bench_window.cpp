// SPDX-License-Identifier: Apache-2.0
// Prints how long the real window takes from a key to that file's findings, in a company of 1 000
// specs, and how long the window's thread is held up meanwhile.
#include "connectors/connectors.h"
#include "generator.h"
#include "stopwatch.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorarea.h"
#include "ui/shell/workbench.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <utility>

using namespace meshwright;
using namespace meshwright::bench;
using namespace meshwright::ui;

namespace {

constexpr int keys = 40;
constexpr int betweenKeysMs = 150;

double elapsed(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double ownTime()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

/// The longest time for which the window's thread did not come back to its events, and how much of
/// its own it did meanwhile (other processes don't count there).
class Pulse : public QObject
{
public:
    Pulse()
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, elapsed(m_clock));
            m_clock.restart();
            m_most = std::max(m_most, ownTime() - std::exchange(m_spent, ownTime()));
        });
        m_timer.start(1);
    }

    double longest() const { return m_longest; }

    double most() const { return m_most; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
    double m_spent = ownTime();
    double m_most = 0;
};

std::string row(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return "p50 " + milliseconds(times[times.size() / 2]) + ", p95 " +
           milliseconds(times[times.size() * 95 / 100]);
}

void waitFor(const std::function<bool()> &isSo)
{
    if (!QTest::qWaitFor(isSo, 120'000))
        qFatal("nothing came within two minutes");
}

/// Keys as somebody types them; the next one comes when the time is up, ready or not.
void typing(CodeEditor &editor, Session &session)
{
    std::vector<double> self;
    std::vector<double> shown;
    std::vector<double> settled;
    const Pulse pulse;
    for (int i = 0; i < keys; ++i) {
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&editor, static_cast<char>('a' + i % 26));
        self.push_back(elapsed(clock));
        waitFor([&] { return session.isUpToDate(); });
        shown.push_back(elapsed(clock));
        waitFor([&] { return session.isUpToDate() && !session.isBusy(); });
        settled.push_back(elapsed(clock));
        waitFor([&] { return clock.elapsed() >= betweenKeysMs; });
    }
    print("window: a key itself", row(self), "≤ 16 ms");
    print("window: key to that file's findings", row(shown), "p95 ≤ 100 ms");
    print("window: key to the findings of all files", row(settled), "");
    print("window: longest gap in its thread meanwhile",
          milliseconds(pulse.longest()) + ", at most " + milliseconds(pulse.most()) +
              " of its own work",
          "≤ 100 ms");
}

/// How long the window stands still when a spec of this size is opened, and at a key in it.
void bigFile(int channels, const char *aim)
{
    const QTemporaryDir folder;
    const std::string spec = generateSpec(channels);
    std::ofstream(folder.path().toStdString() + "/big.yaml") << spec;
    Session session;
    EditorArea editors(session);
    editors.resize(900, 700);
    editors.show();
    session.open(folder.path());
    waitFor([&] { return session.isOpen(); });
    QElapsedTimer clock;
    clock.start();
    editors.openFile("big.yaml");
    editors.grab();
    const double opened = elapsed(clock);
    std::vector<double> self;
    std::vector<double> judged;
    for (int i = 0; i < keys / 2; ++i) {
        clock.restart();
        QTest::keyClick(editors.currentEditor(), Qt::Key_Space);
        editors.grab();
        self.push_back(elapsed(clock));
        waitFor([&] { return session.isUpToDate(); });
        judged.push_back(elapsed(clock));
        waitFor([&] { return session.isUpToDate() && !session.isBusy(); });
    }
    const auto lines = std::count(spec.begin(), spec.end(), '\n');
    print("editor: " + std::to_string(lines) + " lines, " + std::to_string(spec.size() / 1000) +
              " kB opened",
          milliseconds(opened) + ", a key with its picture " + row(self) + ", its findings after " +
              row(judged),
          aim);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
    theme::install(app, theme::Mode::Light);
    bigFile(294, "a key p95 ≤ 16 ms"); // 5 000 lines
    bigFile(2'000, "findings p95 ≤ 100 ms");
    bigFile(2'941, "a key p95 ≤ 33 ms"); // 50 000
    bigFile(16'000, "");
    const int domains = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20;
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    for (const auto &[path, text] : generate({.domains = domains})) {
        std::filesystem::create_directories((root / path).parent_path());
        std::ofstream(root / path) << text;
    }
    Workbench workbench(std::make_unique<DialogQuestions>(), Connections(builtInConnectors()));
    workbench.window().resize(1600, 1000);
    workbench.window().show();
    workbench.window().openPath(folder.path());
    waitFor([&] { return workbench.session().isOpen(); });
    workbench.window().editors().openFile("domain0/service0.yaml");
    CodeEditor &editor = *workbench.window().editors().currentEditor();
    editor.setTextCursor(editor.document()->find(QStringLiteral("happened")));
    editor.moveCursor(QTextCursor::Right);
    QTest::qWait(10'000); // until the graph's last layout is there
    typing(editor, workbench.session());
    return 0;
}
