// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/pairs.h"

#include <QTextBlock>

namespace meshwright::ui::pairs {

namespace {

constexpr QStringView openers = u"{[\"'";
constexpr QStringView closers = u"}]\"'";

QChar closerOf(QChar opener)
{
    return closers[openers.indexOf(opener)];
}

bool isQuote(QChar sign)
{
    return sign == QLatin1Char('"') || sign == QLatin1Char('\'');
}

bool hasSign(QChar sign, Language language)
{
    if (!openers.contains(sign) && !closers.contains(sign))
        return false;
    switch (language) {
    case Language::Yaml:
        return true;
    case Language::Json:
        return sign != QLatin1Char('\'');
    case Language::Proto:
        return sign != QLatin1Char('\'');
    case Language::Plain:
        break;
    }
    return false;
}

bool isInComment(QStringView before, Language language)
{
    if (language == Language::Yaml)
        return before.trimmed().startsWith(QLatin1Char('#')) || before.contains(u" #");
    return language == Language::Proto && before.contains(u"//");
}

/// Behind a word a sign belongs to it: `don't`.
bool beginsValue(QStringView before, QChar sign, Language language)
{
    if (before.isEmpty() || before.back().isSpace())
        return true;
    const QChar last = before.back();
    if (language != Language::Yaml && !isQuote(sign))
        return true;
    return QStringView(u"[{(,:=").contains(last);
}

bool mayClose(QStringView after)
{
    return after.isEmpty() || after.front().isSpace() ||
           QStringView(u"}],:;)#").contains(after.front());
}

QTextCursor around(QTextCursor cursor, QChar opener)
{
    const int begin = cursor.selectionStart();
    const QString text = cursor.selectedText();
    cursor.insertText(opener + text + closerOf(opener)); // one step of undo
    cursor.setPosition(begin + 1);
    cursor.setPosition(begin + 1 + int(text.size()), QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

std::optional<QTextCursor> type(QTextCursor cursor, QChar sign, Language language)
{
    if (!hasSign(sign, language))
        return std::nullopt;
    const bool isOpener = openers.contains(sign);
    if (cursor.hasSelection()) {
        const bool isOneLine = !cursor.selectedText().contains(QChar::ParagraphSeparator);
        return isOpener && isOneLine ? std::optional(around(cursor, sign)) : std::nullopt;
    }
    const QString line = cursor.block().text();
    const QStringView before = QStringView(line).left(cursor.positionInBlock());
    const QStringView after = QStringView(line).mid(cursor.positionInBlock());
    if (closers.contains(sign) && !after.isEmpty() && after.front() == sign) {
        cursor.movePosition(QTextCursor::NextCharacter);
        return cursor;
    }
    if (!isOpener || isInComment(before, language) || !beginsValue(before, sign, language) ||
        !mayClose(after))
        return std::nullopt;
    cursor.insertText(QString(sign) + closerOf(sign));
    cursor.movePosition(QTextCursor::PreviousCharacter);
    return cursor;
}

bool erase(QTextCursor cursor)
{
    if (cursor.hasSelection() || cursor.atBlockStart() || cursor.atBlockEnd())
        return false;
    const QString line = cursor.block().text();
    const QChar before = line[cursor.positionInBlock() - 1];
    const QChar after = line[cursor.positionInBlock()];
    if (!openers.contains(before) || closerOf(before) != after)
        return false;
    cursor.movePosition(QTextCursor::PreviousCharacter);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, 2);
    cursor.removeSelectedText();
    return true;
}

} // namespace meshwright::ui::pairs
