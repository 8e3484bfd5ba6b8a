// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tour/toursteps.h"

#include <QObject>
#include <QTimer>

class QShortcut;

namespace meshwright::ui {

class Callout;

/// Shows the first step that is not done yet, and goes on when the window says that it is. Escape
/// or its own button ends it; how far it came is remembered.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(const TourStage &stage, QObject *parent);

    enum class State { New, Left, Finished };

    /// What is known of earlier times.
    static State state();

    bool isRunning() const { return m_isRunning; }

    /// Of what is shown now; all of them are done where it equals their number.
    std::size_t step() const { return m_at; }

    void start();
    void end();

    Callout *callout() const { return m_callout; }

signals:
    void stateChanged();

private:
    void look();
    void goOn();
    void show();
    void remember(State state);

    TourStage m_stage;
    std::vector<TourStep> m_steps;
    std::size_t m_at = 0;
    Callout *m_callout;
    QShortcut *m_escape;
    QTimer m_following;
    bool m_isRunning = false;
};

} // namespace meshwright::ui
