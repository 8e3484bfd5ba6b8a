// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/documentsync.h"

#include "ui/editor/excerpt.h"
#include "ui/session/session.h"
#include "ui/text/text.h"

#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace meshwright::ui {

namespace {

int nextMergeId()
{
    static int last = 0;
    return ++last;
}

QString slice(QTextDocument *document, int from, int to)
{
    QTextCursor cursor(document);
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

/// Less what both ends have in common.
TextEdit trimmed(TextEdit edit, std::string_view old)
{
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    const std::string &now = edit.replacement;
    const std::size_t shorter = std::min(old.size(), now.size());
    std::size_t head = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    while (head > 0 && ((head < old.size() && continues(old[head])) ||
                        (head < now.size() && continues(now[head]))))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    while (tail > 0 && continues(old[old.size() - tail]))
        --tail;
    return {{edit.range.begin + head, edit.range.end - tail},
            now.substr(head, now.size() - tail - head)};
}

} // namespace

DocumentSync::DocumentSync(Session &session, std::string file, QTextDocument *document,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_file(std::move(file))
    , m_document(document)
{
    m_document->setUndoRedoEnabled(false);
    m_text = m_session.text(m_file);
    showAll();
    connect(m_document, &QTextDocument::contentsChange, this, &DocumentSync::takeTyped);
    connect(&m_session, &Session::textChanged, this, &DocumentSync::takeEdits);
}

void DocumentSync::showAll()
{
    const QScopedValueRollback<bool> replaying(m_isReplaying, true);
    const bool isExcerpt = m_text && excerpt::isNeeded(*m_text);
    const bool isOther = std::exchange(m_isExcerpt, isExcerpt) != isExcerpt;
    if (isOther)
        emit excerptChanged(); // before a highlighter sees what it should not
    m_document->setPlainText(!m_text     ? QString()
                             : isExcerpt ? excerpt::of(*m_text)
                                         : editorText(*m_text));
    m_document->setModified(false);
    if (m_text)
        m_lineEnd = lineEndOf(*m_text);
}

int DocumentSync::documentPosition(std::size_t offset) const
{
    if (!m_text)
        return 0;
    const Utf16Position position = m_text->utf16Position(offset);
    const QTextBlock block = m_document->findBlockByNumber(static_cast<int>(position.line));
    if (!block.isValid())
        return std::max(0, m_document->characterCount() - 1);
    return block.position() + std::min(static_cast<int>(position.column), block.length() - 1);
}

std::size_t DocumentSync::offset(int documentPosition) const
{
    const QTextBlock block = m_document->findBlock(documentPosition);
    if (!m_text || !block.isValid())
        return m_text ? m_text->bytes().size() : 0;
    return m_text->offset(
        Utf16Position{static_cast<std::uint32_t>(block.blockNumber()),
                      static_cast<std::uint32_t>(documentPosition - block.position())});
}

/// What is before and after the change is the same in the document and in the old text, so the
/// start is found from the top and the end from the bottom.
void DocumentSync::takeTyped(int position, int removed, int added)
{
    if (m_isReplaying || !m_text)
        return;
    if (m_isExcerpt)
        return showAll();
    const int last = m_document->characterCount() - 1;
    const int endNow = std::min(position + added, last);
    const std::size_t begin = offset(position);

    const QTextBlock endBlock = m_document->findBlock(endNow);
    const int linesBelow = m_document->blockCount() - 1 - endBlock.blockNumber();
    const int afterEnd = endBlock.position() + endBlock.length() - 1 - endNow;
    const auto lineThen = static_cast<std::uint32_t>(
        std::max(0, static_cast<int>(m_text->lineCount()) - 1 - linesBelow));
    const Utf16Position lineEnd = m_text->utf16Position(m_text->lineRange(lineThen + 1).end);
    const std::size_t end = m_text->offset(Utf16Position{
        lineThen,
        static_cast<std::uint32_t>(std::max(0, static_cast<int>(lineEnd.column) - afterEnd))});

    const QString written = slice(m_document, position, endNow);
    const Range range{begin, std::max(begin, end)};
    const TextEdit edit = trimmed({range, withLineEnds(written, m_lineEnd)}, m_text->slice(range));
    if (edit.range.isEmpty() && edit.replacement.empty())
        return;
    const int mergeId = mergeIdFor(position, removed, written);
    const QScopedValueRollback<bool> typing(m_isTyping, true);
    const auto done = m_session.perform({{{m_file, {edit}}}}, tr("Typing"), mergeId);
    m_text = m_session.text(m_file);
    if (!done) {
        showAll();
        emit refused(toQt(done.error().message));
    }
}

/// One step of undo is a word, or a run of deletions.
int DocumentSync::mergeIdFor(int position, int removed, const QString &added)
{
    const bool isRemoval = added.isEmpty();
    const bool isSpace = !added.isEmpty() && added.back().isSpace();
    const bool single = isRemoval ? removed == 1 : (added.size() == 1 && removed == 0);
    const bool follows =
        m_lastEnd >= 0 && isRemoval == m_lastWasRemoval &&
        (isRemoval ? (position == m_lastEnd || position + 1 == m_lastEnd) : position == m_lastEnd);
    const bool startsWord = m_lastWasSpace && !isSpace;
    if (!single || !follows || startsWord || added == QLatin1String("\n"))
        m_mergeId = nextMergeId();
    m_lastEnd = single ? position + static_cast<int>(added.size()) : -1;
    m_lastWasRemoval = isRemoval;
    m_lastWasSpace = isSpace;
    return m_mergeId;
}

void DocumentSync::takeEdits(const std::string &file, const std::vector<TextEdit> &edits)
{
    if (file != m_file || m_isTyping)
        return;
    breakMerge();
    const Text now = m_session.text(m_file);
    if (m_isExcerpt || excerpt::isNeeded(*now)) {
        m_text = now;
        return showAll();
    }
    const QScopedValueRollback<bool> replaying(m_isReplaying, true);
    int position = 0;
    int length = 0;
    QTextCursor cursor(m_document);
    cursor.beginEditBlock();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        position = documentPosition(edit->range.begin);
        cursor.setPosition(position);
        cursor.setPosition(documentPosition(edit->range.end), QTextCursor::KeepAnchor);
        const QString written = editorText(SourceText(edit->replacement));
        cursor.insertText(written);
        length = static_cast<int>(written.size());
    }
    cursor.endEditBlock();
    m_text = now;
    if (m_document->blockCount() != static_cast<int>(m_text->lineCount()))
        showAll(); // an edit split a CRLF
    emit replayed(position, length);
}

} // namespace meshwright::ui
