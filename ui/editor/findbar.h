// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/searchpattern.h"

#include <QTextCursor>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace meshwright::ui {

class CodeEditor;
class Session;

/// Find and replace below a text; Escape closes it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(Session &session, CodeEditor *editor, QWidget *parent);

    void open(bool withReplace);
    void close();
    void next();
    void previous();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QToolButton *makeToggle(const QString &text, const QString &tip, const char *name);
    QToolButton *makeButton(const char *icon, const QString &tip, const char *name);
    SearchPattern pattern() const;
    /// Searches the whole text again.
    void refresh();
    void go(int index);
    void replaceOne();
    void replaceAll();
    QString replacementFor(const QTextCursor &match) const;

    Session &m_session;
    CodeEditor *m_editor;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_replace = nullptr;
    QWidget *m_replaceRow = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_regex = nullptr;
    QToolButton *m_word = nullptr;
    QLabel *m_count = nullptr;
    QList<QTextCursor> m_matches;
    int m_current = -1;
};

} // namespace meshwright::ui
