// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"

#include <QObject>
#include <QTextDocument>

namespace meshwright::ui {

class Session;

/// Keeps a QTextDocument and one text of the session the same, both ways and to the byte: what
/// is typed into the document becomes an edit of the session, what the session changes is
/// replayed in the document. Line ends and a byte order mark stay as the file has them. Of a text
/// that is too large the document shows an excerpt, which nobody may type into.
class DocumentSync : public QObject
{
    Q_OBJECT

public:
    DocumentSync(Session &session, std::string file, QTextDocument *document, QObject *parent);

    const std::string &file() const { return m_file; }

    const Text &text() const { return m_text; }

    bool isExcerpt() const { return m_isExcerpt; }

    /// The line end that the text used most when it was shown.
    std::string_view lineEnd() const { return m_lineEnd; }

    /// Between bytes of the text and positions of the document.
    int documentPosition(std::size_t offset) const;
    std::size_t offset(int documentPosition) const;

    /// What is typed next is a new step of undo.
    void breakMerge() { m_lastEnd = -1; }

signals:
    /// The session changed the document (undo, a quick fix, another view): the span it wrote last.
    void replayed(int position, int length);
    void refused(const QString &message);
    /// The text became too large to edit, or no longer is.
    void excerptChanged();

private:
    void takeTyped(int position, int removed, int added);
    void takeEdits(const std::string &file, const std::vector<TextEdit> &edits);
    void showAll();
    int mergeIdFor(int position, int removed, const QString &added);

    Session &m_session;
    std::string m_file;
    QTextDocument *m_document;
    Text m_text;
    std::string_view m_lineEnd = "\n";
    bool m_isExcerpt = false;
    bool m_isReplaying = false;
    bool m_isTyping = false;
    int m_mergeId = -1;
    int m_lastEnd = -1;
    bool m_lastWasRemoval = false;
    bool m_lastWasSpace = false;
};

} // namespace meshwright::ui
