// SPDX-License-Identifier: Apache-2.0
#include "graphwriter.h"

#include <QCoreApplication>

#include <cstdio>

namespace meshwright::app {

namespace {

constexpr int roundMs = 60;
constexpr int calmRoundsWanted = 3; // what a link asks of the graph comes after the folder
constexpr int unreadableInput = 65;
constexpr int notWritten = 1;

void end(const QString &sentence, int code)
{
    std::fprintf(stderr, "meshwright: %s\n", qPrintable(sentence));
    QCoreApplication::exit(code);
}

} // namespace

GraphWriter::GraphWriter(ui::Session &session, ui::GraphView &graph, const QString &file)
    : m_session(session)
    , m_graph(graph)
    , m_file(file)
{
    connect(&m_timer, &QTimer::timeout, this, &GraphWriter::check);
    connect(&m_session, &ui::Session::openFailed, this,
            [](const QString &message) { end(message, unreadableInput); });
}

void GraphWriter::start()
{
    m_timer.start(roundMs);
}

void GraphWriter::check()
{
    if (!m_session.isOpen() || m_session.isBusy() || !m_session.snapshot().topology)
        return;
    if (m_session.snapshot().topology->contexts.empty()) {
        m_timer.stop();
        return end(QStringLiteral("there are no bounded contexts here to draw."), unreadableInput);
    }
    m_calmRounds = m_graph.isSettled() ? m_calmRounds + 1 : 0;
    if (m_calmRounds < calmRoundsWanted)
        return;
    m_timer.stop();
    if (const auto written = m_graph.exportTo(m_file); !written)
        end(QString::fromStdString(written.error().message), notWritten);
    else
        QCoreApplication::exit(0);
}

} // namespace meshwright::app
