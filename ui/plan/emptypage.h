// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meshwright::ui {

/// What stands where a plan will be: why there is none, and the one next step.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    struct Content
    {
        const char *icon = "plan";
        theme::Ink ink = theme::Ink::Faint;
        QString title = {};
        QString text = {};
        QString action = {}; ///< the main button's; empty: none
        QString other = {};  ///< a second one's; empty: none
        bool isWorking = false;
    };

    void setContent(const Content &content);
    /// Below the buttons, in the middle.
    void addBelow(QWidget *widget);

signals:
    void actionRequested();
    void otherRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();

    QString m_iconName;
    theme::Ink m_ink = theme::Ink::Faint;
    QWidget *m_column = nullptr;
    QVBoxLayout *m_below;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_other;
    QWidget *m_progress;
};

} // namespace meshwright::ui
