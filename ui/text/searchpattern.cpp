// SPDX-License-Identifier: Apache-2.0
#include "ui/text/searchpattern.h"

namespace meshwright::ui {

QRegularExpression SearchPattern::regex() const
{
    QString pattern = isRegex ? text : QRegularExpression::escape(text);
    if (wholeWords)
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    if (!matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

QString SearchPattern::replacement(QString matched, const QString &with) const
{
    return isRegex ? matched.replace(regex(), with) : with;
}

} // namespace meshwright::ui
