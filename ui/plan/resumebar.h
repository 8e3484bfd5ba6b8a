// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/plan/plancontroller.h"
#include "ui/session/livevalue.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QPushButton;

namespace meshwright::ui {

/// Tells of the newest run to the chosen environment that did not end, and offers the two ways out
/// of it; and what went wrong when one was closed. Hidden where there is neither.
class ResumeBar : public QWidget
{
    Q_OBJECT

public:
    ResumeBar(Session *session, PlanController *controller, QWidget *parent = nullptr);

    /// Looks for such runs again, off the UI thread.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Records = std::vector<journal::Record>;

    std::function<Records()> job() const;
    void makeWidgets();
    void takePhase(PlanController::Phase phase);
    void describe();
    bool isShown() const;
    void closeShown();
    void takeClosed();

    Session *m_session;
    PlanController *m_controller;
    Records m_records;
    QString m_fault; ///< of the last closing
    QString m_asked; ///< the environment that was looked at last
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_close = nullptr;
    LiveValue<Records> m_known;
    QFutureWatcher<Result<void>> m_closing;
};

} // namespace meshwright::ui
