// SPDX-License-Identifier: Apache-2.0
#include "screenshot.h"

#include <QApplication>
#include <QTextStream>
#include <QThreadPool>

namespace meshwright::app {

namespace {

constexpr int roundMs = 150;
constexpr int calmRoundsWanted = 4;
constexpr int mostRounds = 100; // whatever still moves then, moves on
constexpr int unreadableInput = 65;
constexpr int notWritten = 1;

void say(const QString &text)
{
    QTextStream(stderr) << text << '\n';
}

} // namespace

Screenshot::Screenshot(ui::Session &session, ui::MainWindow &window, const QString &file)
    : m_session(session)
    , m_window(window)
    , m_file(file)
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::check);
    connect(&m_session, &ui::Session::openFailed, this, [](const QString &message) {
        say(message);
        QCoreApplication::exit(unreadableInput);
    });
}

void Screenshot::start(bool waitsForFolder)
{
    m_waitsForFolder = waitsForFolder;
    QApplication::setCursorFlashTime(0); // a blinking caret never rests
    m_timer.start(roundMs);
}

/// At rest is when nothing is worked on and the same picture comes several times.
void Screenshot::check()
{
    if (m_session.isBusy() || (m_waitsForFolder && !m_session.isOpen()))
        return;
    const QImage now = m_window.grab().toImage();
    ++m_rounds;
    const bool isWorking = QThreadPool::globalInstance()->activeThreadCount() > 0;
    m_calmRounds = now == m_last && !isWorking ? m_calmRounds + 1 : 0;
    m_last = now;
    if (m_calmRounds >= calmRoundsWanted || m_rounds >= mostRounds)
        take();
}

void Screenshot::take()
{
    m_timer.stop();
    if (m_last.save(m_file))
        return QCoreApplication::exit(0);
    say(QStringLiteral("meshwright: %1 could not be written; choose a folder that you may write "
                       "to, and a name that ends in .png")
            .arg(m_file));
    QCoreApplication::exit(notWritten);
}

} // namespace meshwright::app
