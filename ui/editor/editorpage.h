// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include <string>

class QLabel;
class QPushButton;

namespace meshwright::ui {

class Breadcrumbs;
class CodeEditor;
class DesignerSplit;
class FindBar;
class Session;

/// One tab of the editor: the text, its find bar, the question that a changed file asks, and the
/// notice above a text that is too large to edit.
class EditorPage : public QWidget
{
    Q_OBJECT

public:
    EditorPage(Session &session, const std::string &file, QWidget *parent = nullptr);

    CodeEditor *editor() const { return m_editor; }

    FindBar *findBar() const { return m_findBar; }

    Breadcrumbs *breadcrumbs() const { return m_breadcrumbs; }

    /// The text, or the form of the spec with the text beside it.
    DesignerSplit *split() const { return m_split; }

    const std::string &file() const { return m_file; }

signals:
    /// The user moved the caret (selections that others made don't count).
    void caretMoved();
    void messageShown(const QString &message);

private:
    QWidget *makeTextColumn();
    QWidget *makeConflictBar();
    QWidget *makeExcerptNotice();
    QWidget *makeBar(const char *name, const char *icon, QLabel *text);
    void updateConflict();
    void compare();
    void updateExcerpt();

    Session &m_session;
    std::string m_file;
    CodeEditor *m_editor;
    Breadcrumbs *m_breadcrumbs;
    FindBar *m_findBar;
    DesignerSplit *m_split;
    QLabel *m_conflictText = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_take = nullptr;
    QWidget *m_conflictBar;
    QLabel *m_excerptText = nullptr;
    QWidget *m_excerptNotice;
    QTimer m_caretRest;
};

} // namespace meshwright::ui
