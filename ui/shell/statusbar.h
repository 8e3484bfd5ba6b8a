// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace meshwright::ui {

class EditorArea;
class Session;

/// Messages at the left; at the right whether checking goes on, how many problems there are, and
/// where the caret is.
class StatusBar : public QStatusBar
{
    Q_OBJECT

public:
    StatusBar(Session &session, EditorArea &editors, QWidget *parent = nullptr);

signals:
    void problemsRequested();

private:
    QToolButton *makeCount(const char *icon, const char *name);
    void updateCounts();
    void updateCaret();

    Session &m_session;
    EditorArea &m_editors;
    QLabel *m_busy;
    QToolButton *m_errors;
    QToolButton *m_warnings;
    QLabel *m_caret;
};

} // namespace meshwright::ui
