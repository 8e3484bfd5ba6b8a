// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.h"

#include "meshwright/workspace/settings.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace meshwright::ui {

/// The foot of the plan: what keeps it from being applied or what came of it, the progress with
/// Cancel, and the button that applies it with as much ceremony as the environment's guard wants:
/// one click, a second one in place, or the environment's name typed first.
class ApplyBar : public QWidget
{
    Q_OBJECT

public:
    explicit ApplyBar(QWidget *parent = nullptr);

    /// A plan that stands.
    struct Offer
    {
        std::size_t changes = 0;
        std::size_t inUse = 0;  ///< of them, delete topics that are in use
        QString obstacle = {};  ///< why it can't be applied, or empty
        bool isGoingOn = false; ///< with a run that did not end
    };

    void showPlan(const Environment &environment, const Offer &offer);
    /// Something goes on; `total` 0: nobody knows how long.
    void showProgress(const QString &text, std::size_t done, std::size_t total);
    void showStopping();
    /// Applied: what came of it.
    void showResult(const QString &summary, bool isComplete);
    void showFault(const QString &message);

signals:
    /// `isAgreed`: that what is in use goes too.
    void applyRequested(const QString &typedName, bool isAgreed);
    void cancelRequested();
    void planRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeWidgets();
    void press();
    void disarm();
    void describeButton();
    void reset(const char *icon, theme::Ink ink);
    bool isConsented() const; ///< the name is typed, and the box is ticked, where they are asked

    Environment m_environment;
    Offer m_offer;
    bool m_isBlocked = true;
    bool m_isArmed = false;
    QTimer m_armed;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QCheckBox *m_agreed = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_again = nullptr;
};

} // namespace meshwright::ui
