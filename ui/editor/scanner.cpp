// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/scanner.h"

#include <QSet>

#include <algorithm>

namespace meshwright::ui {

namespace {

// States between lines: inside a quoted scalar, a block comment, or a block scalar whose parent is
// indented by (state - blockScalar).
constexpr int plain = -1;
constexpr int inSingleQuotes = 1;
constexpr int inDoubleQuotes = 2;
constexpr int inBlockComment = 3;
constexpr int blockScalar = 16;

bool isSpace(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\t');
}

int indentOf(QStringView line)
{
    int i = 0;
    while (i < line.size() && isSpace(line[i]))
        ++i;
    return i;
}

/// The end of a quoted text that starts before `from`, or -1 where the line ends first.
int quoteEnd(QStringView line, int from, QChar quote)
{
    for (int i = from; i < line.size(); ++i) {
        if (quote == QLatin1Char('"') && line[i] == QLatin1Char('\\'))
            ++i;
        else if (line[i] == quote) {
            const bool doubled =
                quote == QLatin1Char('\'') && i + 1 < line.size() && line[i + 1] == quote;
            if (!doubled)
                return i + 1;
            ++i;
        }
    }
    return -1;
}

bool isNumber(QStringView word)
{
    bool fine = false;
    static_cast<void>(word.toDouble(&fine));
    return fine;
}

bool isWord(QStringView word)
{
    static const QSet<QString> words{QStringLiteral("true"), QStringLiteral("false"),
                                     QStringLiteral("null"), QStringLiteral("~")};
    return words.contains(word.toString());
}

Token keyToken(QStringView key)
{
    return key.startsWith(QLatin1Char('$')) || key == QLatin1String("<<") ? Token::Reference
                                                                          : Token::Key;
}

/// One line of YAML or JSON (JSON is YAML to a highlighter).
class YamlLine
{
public:
    YamlLine(QStringView line, bool isFlow, std::vector<Span> &spans)
        : m_line(line)
        , m_isFlow(isFlow)
        , m_spans(spans)
    {}

    int scan(int state)
    {
        const int indent = indentOf(m_line);
        if (state >= blockScalar) {
            if (indent == m_line.size() || indent > state - blockScalar) {
                add(indent, int(m_line.size()) - indent, Token::Text);
                return state;
            }
        } else if (state == inSingleQuotes || state == inDoubleQuotes) {
            const QChar quote = QLatin1Char(state == inSingleQuotes ? '\'' : '"');
            const int end = quoteEnd(m_line, 0, quote);
            add(indent, (end < 0 ? int(m_line.size()) : end) - indent, Token::Text);
            if (end < 0)
                return state;
            m_at = end;
        }
        m_indent = indent;
        while (m_at < m_line.size() && m_state == plain)
            step();
        return m_state;
    }

private:
    void add(int start, int length, Token token)
    {
        if (length > 0)
            m_spans.push_back({start, length, token});
    }

    bool atWordStart() const { return m_at == 0 || isSpace(m_line[m_at - 1]); }

    bool endsValue(int i) const { return i >= m_line.size() || isSpace(m_line[i]); }

    void step()
    {
        const QChar c = m_line[m_at];
        if (isSpace(c)) {
            ++m_at;
        } else if (c == QLatin1Char('#') && atWordStart()) {
            add(m_at, int(m_line.size()) - m_at, Token::Comment);
            m_at = int(m_line.size());
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quoted(c);
        } else if ((c == QLatin1Char('-') || c == QLatin1Char('?')) && endsValue(m_at + 1)) {
            add(m_at, 1, Token::Sign);
            m_indent = std::max(m_indent, m_at);
            ++m_at;
        } else if (QStringView(u"{}[],:").contains(c)) {
            add(m_at++, 1, Token::Sign);
        } else if (QStringView(u"&*!").contains(c)) {
            const int start = m_at;
            while (!endsValue(m_at) && !QStringView(u",]}").contains(m_line[m_at]))
                ++m_at;
            add(start, m_at - start, Token::Anchor);
        } else if (QStringView(u"|>").contains(c)) {
            add(m_at, 1, Token::Sign);
            m_at = int(m_line.size());
            m_state = blockScalar + m_indent;
        } else {
            word();
        }
    }

    void quoted(QChar quote)
    {
        const int start = m_at;
        const int end = quoteEnd(m_line, start + 1, quote);
        if (end < 0) {
            add(start, int(m_line.size()) - start, Token::Text);
            m_state = quote == QLatin1Char('"') ? inDoubleQuotes : inSingleQuotes;
            return;
        }
        int next = end;
        while (next < m_line.size() && isSpace(m_line[next]))
            ++next;
        const bool isKey = next < m_line.size() && m_line[next] == QLatin1Char(':');
        const QStringView inner = m_line.mid(start + 1, end - start - 2);
        add(start, end - start, isKey ? keyToken(inner) : Token::Text);
        m_at = end;
    }

    void word()
    {
        const int start = m_at;
        int end = start;
        bool isKey = false;
        for (; end < m_line.size(); ++end) {
            const QChar c = m_line[end];
            if (c == QLatin1Char(':') && endsValue(end + 1)) {
                isKey = true;
                break;
            }
            if (c == QLatin1Char('#') && isSpace(m_line[end - 1]))
                break;
        }
        m_at = end;
        while (end > start && isSpace(m_line[end - 1]))
            --end;
        const QStringView text = m_line.mid(start, end - start);
        if (isKey)
            return add(start, end - start, keyToken(text));
        const bool inFlow = m_isFlow || m_line.left(start).contains(QLatin1Char('{')) ||
                            m_line.left(start).contains(QLatin1Char('['));
        if (inFlow) {
            for (end = start; end < m_line.size() && !QStringView(u",]}").contains(m_line[end]);)
                ++end;
            m_at = std::min(m_at, end);
        }
        const QStringView value = m_line.mid(start, m_at - start).trimmed();
        const Token token = isNumber(value) ? Token::Number
                            : isWord(value) ? Token::Word
                                            : Token::Text;
        add(start, int(value.size()), token);
    }

    QStringView m_line;
    bool m_isFlow;
    std::vector<Span> &m_spans;
    int m_at = 0;
    int m_indent = 0;
    int m_state = plain;
};

bool isIdentifier(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

bool isProtoKeyword(QStringView word)
{
    static const QSet<QString> words{
        QStringLiteral("syntax"),   QStringLiteral("package"),  QStringLiteral("import"),
        QStringLiteral("option"),   QStringLiteral("message"),  QStringLiteral("enum"),
        QStringLiteral("repeated"), QStringLiteral("optional"), QStringLiteral("oneof"),
        QStringLiteral("map"),      QStringLiteral("reserved"), QStringLiteral("extend"),
        QStringLiteral("service"),  QStringLiteral("rpc"),      QStringLiteral("returns")};
    return words.contains(word.toString());
}

int scanProto(QStringView line, int state, std::vector<Span> &spans)
{
    int at = 0;
    const int size = int(line.size());
    const auto comment = [&](int start) {
        const qsizetype end = line.indexOf(u"*/", at);
        const int stop = end < 0 ? size : int(end) + 2;
        spans.push_back({start, stop - start, Token::Comment});
        at = stop;
        return end < 0 ? inBlockComment : plain;
    };
    if (state == inBlockComment && comment(0) == inBlockComment)
        return inBlockComment;
    while (at < size) {
        const int start = at;
        const QStringView rest = line.mid(at);
        if (rest.startsWith(u"//")) {
            spans.push_back({start, size - start, Token::Comment});
            break;
        }
        if (rest.startsWith(u"/*")) {
            at += 2;
            if (comment(start) == inBlockComment)
                return inBlockComment;
        } else if (line[at] == QLatin1Char('"')) {
            const int end = quoteEnd(line, at + 1, QLatin1Char('"'));
            at = end < 0 ? size : end;
            spans.push_back({start, at - start, Token::Text});
        } else if (isIdentifier(line[at])) {
            while (at < size && isIdentifier(line[at]))
                ++at;
            const QStringView word = line.mid(start, at - start);
            if (isNumber(word))
                spans.push_back({start, at - start, Token::Number});
            else if (isProtoKeyword(word))
                spans.push_back({start, at - start, Token::Keyword});
        } else {
            ++at;
        }
    }
    return plain;
}

} // namespace

Language languageOf(const QString &path)
{
    const QString suffix = path.section(QLatin1Char('.'), -1).toLower();
    if (suffix == QLatin1String("yaml") || suffix == QLatin1String("yml"))
        return Language::Yaml;
    if (suffix == QLatin1String("json") || suffix == QLatin1String("avsc"))
        return Language::Json;
    return suffix == QLatin1String("proto") ? Language::Proto : Language::Plain;
}

QString commentSign(Language language)
{
    switch (language) {
    case Language::Yaml:
        return QStringLiteral("# ");
    case Language::Proto:
        return QStringLiteral("// ");
    case Language::Json:
    case Language::Plain:
        break;
    }
    return {};
}

int scanLine(Language language, QStringView line, int state, std::vector<Span> &spans)
{
    switch (language) {
    case Language::Yaml:
    case Language::Json:
        return YamlLine(line, language == Language::Json, spans).scan(state);
    case Language::Proto:
        return scanProto(line, state, spans);
    case Language::Plain:
        break;
    }
    return plain;
}

} // namespace meshwright::ui
