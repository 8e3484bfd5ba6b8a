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
        format.setForeground(t.codeKey);
        break;
    case Token::Text:
        format.setForeground(t.codeText);
        break;
    case Token::Number:
    case Token::Word:
        format.setForeground(t.codeNumber);
        break;
    case Token::Comment:
        format.setForeground(t.muted);
        format.setFontItalic(true);
        break;
    case Token::Sign:
        format.setForeground(t.muted);
        break;
    case Token::Anchor:
    case Token::Reference:
    case Token::Keyword:
        format.setForeground(t.codeName);
        break;
    }
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
