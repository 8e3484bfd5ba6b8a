// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/range.h"

#include <QStackedWidget>

#include <optional>
#include <string>

class QJsonObject;
class QLabel;
class QTabWidget;

namespace meshwright::ui {

class CodeEditor;
class EditorPage;
class Session;
struct DiskChanges;

/// The open texts, one tab each. What is only looked at shares one preview tab (in italics) until
/// it is edited or opened on purpose.
class EditorArea : public QStackedWidget
{
    Q_OBJECT

public:
    explicit EditorArea(Session &session, QWidget *parent = nullptr);

    /// The page of the file, opened where needed; null where the file has no text.
    EditorPage *openFile(const std::string &file, bool asPreview = false);
    void reveal(const std::string &file, Range range, bool takeFocus);
    void closeCurrent();
    void closeAll();

    EditorPage *currentPage() const;
    CodeEditor *currentEditor() const;
    QStringList openFiles() const;

    /// The open files with their carets and folds, and which one is shown.
    QJsonObject state() const;
    /// Opens what was open; what is not there any more is left out.
    void restoreState(const QJsonObject &state);

signals:
    void currentChanged();
    void caretMoved();
    void editorOpened(meshwright::ui::CodeEditor *editor);
    void messageShown(const QString &message);

private:
    EditorPage *pageAt(int index) const;
    int indexOf(const std::string &file) const;
    void closeTab(int index);
    void followDisk(const DiskChanges &changes);
    void updateTitle(int index);
    void updateTitles();
    void followSelection();
    void publishSelection();
    void updateEmpty();

    Session &m_session;
    QTabWidget *m_tabs;
    QWidget *m_empty;
    EditorPage *m_preview = nullptr;
    bool m_isPublishing = false;
};

} // namespace meshwright::ui
