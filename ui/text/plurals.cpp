// SPDX-License-Identifier: Apache-2.0
#include "ui/text/plurals.h"

namespace meshwright::ui {

QString EnglishPlurals::translate(const char * /*context*/, const char *sourceText,
                                  const char * /*disambiguation*/, int n) const
{
    const QString text = QString::fromUtf8(sourceText);
    const QLatin1String either("(s)");
    if (n < 0 || !text.contains(either))
        return {};
    return QString(text).replace(either, n == 1 ? QString() : QStringLiteral("s"));
}

} // namespace meshwright::ui
