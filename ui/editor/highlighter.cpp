// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/highlighter.h"

#include "ui/theme/theme.h"

namespace meshwright::ui {

namespace {

QTextCharFormat formatOf(Token token)
{
    const theme::Tokens &t = theme::tokens();
    QTextCharFormat format;
    switch (token) {
    case Token::Key:
        format.setForeground(t.isDark ? QColor(0x9CC2FF) : QColor(0x1D4F9E));
        break;
    case Token::Text:
        format.setForeground(t.isDark ? QColor(0xA9D8A0) : QColor(0x2F6B2A));
        break;
    case Token::Number:
    case Token::Word:
        format.setForeground(t.isDark ? QColor(0xF0B58A) : QColor(0x9A3E00));
        break;
    case Token::Comment:
        format.setForeground(t.isDark ? QColor(0x8B94A3) : QColor(0x667080));
        format.setFontItalic(true);
        break;
    case Token::Sign:
        format.setForeground(t.muted);
        break;
    case Token::Anchor:
    case Token::Reference:
    case Token::Keyword:
        format.setForeground(t.isDark ? QColor(0xD0A8FF) : QColor(0x7A2EAF));
        break;
    }
    if (t.isHighContrast && token != Token::Comment)
        format.setForeground(t.text);
    return format;
}

QList<QColor> coloursNow()
{
    QList<QColor> colours;
    for (const Token token : {Token::Key, Token::Text, Token::Comment, Token::Sign})
        colours.append(formatOf(token).foreground().color());
    return colours;
}

} // namespace

Highlighter::Highlighter(Language language, QObject *parent)
    : QSyntaxHighlighter(parent)
    , m_language(language)
{}

void Highlighter::colour(QTextDocument *wanted)
{
    if (document() == wanted)
        return;
    setDocument(wanted);
    m_colours = coloursNow();
    rehighlight();
}

void Highlighter::followTheme()
{
    if (const auto now = coloursNow(); m_colours != now) {
        m_colours = now;
        rehighlight();
    }
}

void Highlighter::highlightBlock(const QString &line)
{
    std::vector<Span> spans;
    setCurrentBlockState(scanLine(m_language, line, previousBlockState(), spans));
    for (const Span &span : spans)
        setFormat(span.start, span.length, formatOf(span.token));
}

} // namespace meshwright::ui
