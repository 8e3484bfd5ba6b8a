// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/lineedits.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace meshwright::ui::lineedits {

namespace {

int indentOf(const QString &line)
{
    int i = 0;
    while (i < line.size() && line[i] == QLatin1Char(' '))
        ++i;
    return i;
}

/// The selected lines; a selection that ends at a line's start does not take that line.
std::pair<QTextBlock, QTextBlock> linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    QTextBlock last = document->findBlock(cursor.selectionEnd());
    if (last != first && last.position() == cursor.selectionEnd())
        last = last.previous();
    return {first, last};
}

template <typename Deed>
void eachLine(QTextCursor &cursor, Deed deed)
{
    const auto [first, last] = linesOf(cursor);
    const int end = last.blockNumber();
    cursor.beginEditBlock();
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= end;
         block = block.next()) {
        QTextCursor line(block);
        deed(line, block.text());
    }
    cursor.endEditBlock();
}

bool opensBlock(const QString &before, Language language)
{
    const QString code = before.trimmed();
    if (language == Language::Yaml)
        return code.endsWith(QLatin1Char(':')) || code.endsWith(QLatin1String(": |")) ||
               code.endsWith(QLatin1String(": >"));
    return code.endsWith(QLatin1Char('{')) || code.endsWith(QLatin1Char('['));
}

bool isPair(QStringView opener, QStringView closer)
{
    return (opener == u"{" && closer == u"}") || (opener == u"[" && closer == u"]");
}

} // namespace

QTextCursor breakLine(QTextCursor cursor, Language language)
{
    const QString line = cursor.block().text();
    const QString before = line.left(cursor.positionInBlock());
    int indent = std::min<int>(indentOf(line), int(before.size()));
    const bool isItem = QStringView(before).mid(indent).startsWith(QLatin1String("- "));
    if (language == Language::Yaml && isItem)
        indent += indentWidth; // the item's own keys
    const int outer = indent;
    const bool isBetween = isPair(before.right(1), line.mid(before.size(), 1));
    if (isBetween || opensBlock(before, language))
        indent += indentWidth;
    const auto newLine = [](int width) {
        return QLatin1Char('\n') + QString(width, QLatin1Char(' '));
    };
    cursor.beginEditBlock();
    cursor.insertText(newLine(indent));
    const int caret = cursor.position();
    if (isBetween)
        cursor.insertText(newLine(outer));
    cursor.endEditBlock();
    cursor.setPosition(caret);
    return cursor;
}

void indent(QTextCursor cursor)
{
    if (cursor.hasSelection()) {
        eachLine(cursor, [](QTextCursor &line, const QString &text) {
            if (!text.trimmed().isEmpty())
                line.insertText(QString(indentWidth, QLatin1Char(' ')));
        });
        return;
    }
    const int width = indentWidth - cursor.positionInBlock() % indentWidth;
    cursor.insertText(QString(width, QLatin1Char(' ')));
}

void unindent(QTextCursor cursor)
{
    eachLine(cursor, [](QTextCursor &line, const QString &text) {
        const int width = std::min(indentOf(text), indentWidth);
        line.setPosition(line.position() + width, QTextCursor::KeepAnchor);
        line.removeSelectedText();
    });
}

void toggleComment(QTextCursor cursor, Language language)
{
    const QString sign = commentSign(language);
    if (sign.isEmpty())
        return;
    const QString bare = sign.trimmed();
    bool allOut = true;
    int column = -1;
    const auto [first, last] = linesOf(cursor);
    for (QTextBlock b = first; b.isValid() && b.blockNumber() <= last.blockNumber(); b = b.next()) {
        if (b.text().trimmed().isEmpty())
            continue;
        allOut = allOut && b.text().trimmed().startsWith(bare);
        const int indent = indentOf(b.text());
        column = column < 0 ? indent : std::min(column, indent);
    }
    eachLine(cursor, [&](QTextCursor &line, const QString &text) {
        if (text.trimmed().isEmpty())
            return;
        const int start = line.position();
        if (!allOut) {
            line.setPosition(start + column);
            line.insertText(sign);
            return;
        }
        const int at = indentOf(text);
        const bool spaced = QStringView(text).mid(at).startsWith(sign);
        line.setPosition(start + at);
        line.setPosition(start + at + int(spaced ? sign.size() : bare.size()),
                         QTextCursor::KeepAnchor);
        line.removeSelectedText();
    });
}

} // namespace meshwright::ui::lineedits
