// SPDX-License-Identifier: Apache-2.0
// A language that nobody speaks: English with accents, and longer by two fifths. What stays plain
// on the screen was not asked of a translator.
#pragma once

#include "ui/text/plurals.h"

#include <QFile>
#include <QMutex>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

namespace meshwright::test {

class PseudoTranslator : public QTranslator
{
public:
    /// `catalogue`: a .ts file and what was made of it, which know each text of ours.
    PseudoTranslator(const QString &ts, const QString &qm)
    {
        if (!m_catalogue.load(qm))
            qFatal("%s can't be read", qPrintable(qm));
        QFile file(ts);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(ts));
        QXmlStreamReader xml(&file);
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"name")
                m_contexts.insert(xml.readElementText());
    }

    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override
    {
        const QString text = QString::fromUtf8(source);
        const QString where = QString::fromUtf8(context);
        const QMutexLocker lock(&m_mutex);
        const bool isQts = where.startsWith(QLatin1Char('Q')) || where == u"CloseButton";
        if (isQts && !m_contexts.contains(where)) {
            m_qts.insert(text);
            return {};
        }
        if (m_catalogue.translate(context, source, disambiguation, n).isNull())
            m_lost.insert(where + QStringLiteral(": ") + text);
        const QString counted = m_plurals.translate(context, source, disambiguation, n);
        return padded(counted.isNull() ? text : counted);
    }

    /// Texts of ours that the translations don't have in the context that was asked for.
    QStringList lost() const { return QStringList(m_lost.begin(), m_lost.end()); }

    /// Texts of Qt's, which has its own translations.
    QSet<QString> qts() const { return m_qts; }

    static bool isTranslated(const QString &text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return accents().contains(c); });
    }

    static QString padded(const QString &text)
    {
        QStringList lines;
        for (const QString &line : text.split(QLatin1Char('\n')))
            lines.append(paddedLine(line));
        return lines.join(QLatin1Char('\n'));
    }

private:
    static const QString &accents()
    {
        static const QString all = QStringLiteral("áƀçđëƒğĥïĵķłɱñøƥʠřšŧüṽŵẋýž");
        return all;
    }

    static QString paddedLine(const QString &line)
    {
        // Places, tags, entities and references stay as they are.
        static const QRegularExpression kept(
            QStringLiteral("%L?[1-9n]|</?\\w[^>]*>|&\\w+;|\\$\\{[^}]*\\}|\\[\\*\\]"));
        static const QRegularExpression end(QStringLiteral("[….:?!]*\\s*$"));
        QString body = line;
        const QString tail = end.match(line).captured();
        body.chop(tail.size());
        QString shown;
        qsizetype at = 0;
        qsizetype letters = 0;
        for (auto found = kept.globalMatch(body); at <= body.size();) {
            const auto next = found.hasNext() ? found.next() : QRegularExpressionMatch();
            const auto until = next.hasMatch() ? next.capturedStart() : body.size();
            shown += accented(body.mid(at, until - at));
            letters += until - at;
            if (!next.hasMatch())
                break;
            shown += next.captured();
            at = next.capturedEnd();
        }
        return shown + filler((letters * 2 + 4) / 5) + tail;
    }

    static QString accented(QString text)
    {
        for (QChar &c : text)
            if (const char letter = c.toLower().toLatin1(); letter >= 'a' && letter <= 'z')
                c = c.isUpper() ? accents()[letter - 'a'].toUpper() : accents()[letter - 'a'];
        return text;
    }

    static QString filler(qsizetype length)
    {
        constexpr qsizetype word = 7;
        QString text;
        for (qsizetype i = 0; i < std::max<qsizetype>(length, 1); ++i)
            text += length > 2 && i % (word + 1) == 0 ? QLatin1Char(' ') : QChar(u'ž');
        return text;
    }

    QTranslator m_catalogue;
    ui::EnglishPlurals m_plurals;
    QSet<QString> m_contexts;
    mutable QMutex m_mutex;
    mutable QSet<QString> m_lost;
    mutable QSet<QString> m_qts;
};

} // namespace meshwright::test
