// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "ui/editor/findings.h"
#include "ui/editor/scanner.h"

#include <QPlainTextEdit>
#include <QTextBlock>

class QMenu;

namespace meshwright::ui {

class Completer;
class DocumentSync;
class Gutter;
class Highlighter;
class Session;

/// The text of one file of the session. Undo is the session's own; every keystroke goes there.
class CodeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    CodeEditor(Session &session, const std::string &file, QWidget *parent = nullptr);

    const std::string &file() const;

    const DocumentSync &sync() const { return *m_sync; }

    Language language() const { return m_language; }

    /// Whether the text is too large to be edited; then its beginning stands here to be read.
    bool isExcerpt() const;

    const Findings &findings() const { return m_findings; }

    /// Selects the bytes and brings them into the middle of the view where they are outside it.
    void reveal(Range range);
    /// The byte at the caret.
    std::size_t caretOffset() const;

    void undoStep();
    void redoStep();
    void toggleComment();
    void goToLine(int line);
    void nextProblem(bool forward = true);
    /// What can be written at the caret, in a list.
    void complete();
    /// The quick fixes of the caret's line, in a menu at the caret.
    void showFixes();
    void setFoldedAtCaret(bool folded);
    void setAllFolded(bool folded);
    /// What find shows; the current one stronger.
    void setMatches(const QList<QTextCursor> &matches, int current);

    // For the gutter.
    QTextBlock firstShownBlock() const { return firstVisibleBlock(); }

    QRectF blockRect(const QTextBlock &block) const;
    QTextBlock blockAt(double y) const;
    /// The gravest finding's sign; at the caret's line a lightbulb where a fix exists.
    QIcon signOf(int blockNumber) const;

signals:
    void messageShown(const QString &message);
    void excerptChanged();
    /// Ctrl and a click: where the name under the pointer is declared.
    void definitionWanted();

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void applyTheme();
    void applyExcerpt();
    void updateGutter();
    void updateFindings();
    void updateMarks();
    void showReplayed(int position, int length);
    void moveInside(const QTextCursor &cursor);
    bool handleEditingKey(QKeyEvent *event);
    bool typePair(const QKeyEvent &event);
    bool handleDeedKey(QKeyEvent *event);
    void addFixes(QMenu &menu);
    QString toolTipAt(const QPoint &point) const;
    std::optional<reference::Documentation> documentationAt(std::size_t offset) const;
    /// What the glossary says of the word there.
    std::optional<reference::Documentation> meaningAt(std::size_t offset) const;

    Session &m_session;
    Language m_language;
    DocumentSync *m_sync;
    Highlighter *m_highlighter;
    Gutter *m_gutter;
    Completer *m_completer;
    Findings m_findings;
    QList<QTextEdit::ExtraSelection> m_marks;
    QList<QTextCursor> m_matches;
    int m_currentMatch = -1;
};

} // namespace meshwright::ui
