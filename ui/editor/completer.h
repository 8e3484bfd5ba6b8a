// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/completion/completion.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace meshwright::ui {

class CodeEditor;
class CompletionPopup;
class DocumentSync;
class Session;

/// Offers what can be written at an editor's caret: when asked, and while something is typed that
/// may begin it. Looked up off the UI thread; an answer to an older text is thrown away.
class Completer : public QObject
{
    Q_OBJECT

public:
    Completer(Session &session, DocumentSync &sync, CodeEditor *editor);
    ~Completer() override;

    /// Shows the list, with its first row chosen.
    void ask();

    bool isShown() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void messageShown(const QString &message);

private:
    struct Answer
    {
        Text text; ///< that was asked about
        int position = 0;
        completion::Completion completion;
    };

    bool handleKey(const QKeyEvent &event);
    void noticeKey(const QKeyEvent &event);
    bool isWorthAsking() const;
    void lookUp(bool isAsked);
    void takeAnswer();
    void accept(int row);
    void hide();

    Session &m_session;
    DocumentSync &m_sync;
    CodeEditor *m_editor;
    QPointer<CompletionPopup> m_popup; ///< belongs to the window
    QFutureWatcher<Answer> m_looking;
    Answer m_shown;
    bool m_isAsked = false;
};

} // namespace meshwright::ui
