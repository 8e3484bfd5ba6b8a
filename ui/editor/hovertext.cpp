// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/hovertext.h"

#include "ui/editor/findings.h"
#include "ui/text/text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QStringList>

#include <algorithm>

namespace meshwright::ui {

namespace {

struct Hover
{
    Q_DECLARE_TR_FUNCTIONS(Hover)
};

// More values than this are a list to look up, not to read in passing.
constexpr std::size_t mostValues = 14;

constexpr std::size_t longText = 60; // wraps; a tool tip of its own accord wraps far too early
constexpr int columnWidth = 64;      // in characters

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style='margin:3px 2px'>%1</p>").arg(html);
}

QString muted(const QString &html)
{
    return QStringLiteral("<span style='color:%1'>%2</span>")
        .arg(theme::tokens().muted.name(), html);
}

QString inColumn(const QString &html)
{
    const int width = QFontMetrics(theme::bodyFont()).averageCharWidth() * columnWidth;
    return QStringLiteral("<table width='%1'><tr><td>%2</td></tr></table>").arg(width).arg(html);
}

QString escaped(const std::string &text)
{
    return toQt(text).toHtmlEscaped();
}

/// What stands between backquotes, in the fixed-width font.
QString withCode(const std::string &text)
{
    QString html;
    const QStringList pieces = escaped(text).split(QLatin1Char('`'));
    for (qsizetype i = 0; i < pieces.size(); ++i)
        html += i % 2 == 0 ? pieces[i] : QStringLiteral("<code>%1</code>").arg(pieces[i]);
    return html;
}

QString heading(const reference::Documentation &found)
{
    if (found.field.empty())
        return QStringLiteral("<b>%1</b>").arg(escaped(found.object));
    QStringList facts{escaped(found.object)};
    if (!found.type.empty())
        facts.append(escaped(found.type));
    if (found.isRequired)
        facts.append(Hover::tr("required"));
    return QStringLiteral("<b>%1</b>&nbsp; ").arg(escaped(found.field)) +
           muted(facts.join(QStringLiteral(" · ")));
}

/// One line a value where there is something to say about it, else all in one line.
QString values(const reference::Documentation &found)
{
    const bool areExplained =
        std::any_of(found.values.begin(), found.values.end(),
                    [](const reference::Value &value) { return !value.text.empty(); });
    QStringList lines;
    for (std::size_t i = 0; i < std::min(found.values.size(), mostValues); ++i) {
        const reference::Value &value = found.values[i];
        QString name = QStringLiteral("<code>%1</code>").arg(escaped(value.name));
        if (value.name == found.value)
            name = QStringLiteral("<b>%1</b>").arg(name);
        lines.append(value.text.empty() ? name
                                        : name + QStringLiteral(" – ") + withCode(value.text));
    }
    const int left = static_cast<int>(found.values.size() - static_cast<std::size_t>(lines.size()));
    if (left > 0)
        lines.append(muted(Hover::tr("and %n more", nullptr, left)));
    if (areExplained)
        return lines.join(QLatin1String("<br>"));
    const QString list = lines.join(QLatin1String(", "));
    return found.takesOthers ? Hover::tr("Among others: %1").arg(list)
                             : Hover::tr("One of: %1").arg(list);
}

QString facts(const reference::Documentation &found)
{
    QStringList facts;
    if (!found.defaultValue.empty())
        facts.append(Hover::tr("Default: %1").arg(escaped(found.defaultValue)));
    if (!found.since.empty())
        facts.append(Hover::tr("since %1").arg(escaped(found.since)));
    if (!found.until.empty())
        facts.append(Hover::tr("until %1").arg(escaped(found.until)));
    if (!found.from.empty())
        facts.append(Hover::tr("a field of %1").arg(escaped(found.from)));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

QString hoverText(const Diagnostic &diagnostic)
{
    const QString origin =
        Hover::tr("%1 · %2").arg(severityName(diagnostic.severity), toQt(diagnostic.rule));
    QString text = paragraph(QStringLiteral("%1<br><small>%2</small>")
                                 .arg(escaped(diagnostic.message), muted(origin.toHtmlEscaped())));
    if (!diagnostic.fixes.empty())
        text += paragraph(
            Hover::tr("Alt+Enter: %1").arg(toQt(diagnostic.fixes.front().title)).toHtmlEscaped());
    return text;
}

QString documentationText(const reference::Documentation &documentation)
{
    QString text = paragraph(heading(documentation)) + paragraph(withCode(documentation.text));
    if (!documentation.values.empty())
        text += paragraph(values(documentation));
    if (const QString more = facts(documentation); !more.isEmpty())
        text += paragraph(QStringLiteral("<small>%1</small>").arg(muted(more)));
    return text;
}

QString hoverText(const reference::Documentation &documentation)
{
    const QString text = documentationText(documentation);
    return documentation.text.size() > longText ? inColumn(text) : text;
}

} // namespace meshwright::ui
