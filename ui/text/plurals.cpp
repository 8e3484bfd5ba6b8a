// SPDX-License-Identifier: Apache-2.0
#include "ui/text/plurals.h"

#include <optional>

namespace meshwright::ui {

namespace {

/// What stands between brackets, settled; nothing where the brackets are only brackets.
std::optional<QString> settled(const QString &inside, int n)
{
    if (inside == QLatin1String("s") || inside == QLatin1String("es"))
        return n == 1 ? QString() : inside;
    const auto bar = inside.indexOf(QLatin1Char('|'));
    if (bar < 0)
        return std::nullopt;
    return n == 1 ? inside.left(bar) : inside.mid(bar + 1);
}

} // namespace

QString EnglishPlurals::translate(const char * /*context*/, const char *sourceText,
                                  const char * /*disambiguation*/, int n) const
{
    if (n < 0)
        return {};
    QString text = QString::fromUtf8(sourceText);
    bool isCounted = text.contains(QLatin1String("%n"));
    text.replace(QLatin1String("%n"), QLatin1String("%Ln")); // as the locale writes numbers
    for (auto open = text.indexOf(QLatin1Char('(')); open >= 0;
         open = text.indexOf(QLatin1Char('('), open + 1)) {
        const auto close = text.indexOf(QLatin1Char(')'), open);
        const auto word = settled(text.mid(open + 1, close - open - 1), n);
        if (close < 0 || !word)
            continue;
        text.replace(open, close - open + 1, *word);
        isCounted = true;
    }
    return isCounted ? text : QString();
}

} // namespace meshwright::ui
