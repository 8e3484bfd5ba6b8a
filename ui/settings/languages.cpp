// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QSettings>

namespace meshwright::ui {

namespace {

constexpr auto languageKey = "language";

} // namespace

Languages translatedLanguages()
{
    return {[] {
                const QString system = QCoreApplication::translate("Languages", "As the system");
                return QList<WindowLanguage>{{{}, system},
                                             {QStringLiteral("en"), QStringLiteral("English")}};
            },
            [] { return QSettings().value(QLatin1String(languageKey)).toString(); },
            [](const QString &code) { QSettings().setValue(QLatin1String(languageKey), code); }};
}

} // namespace meshwright::ui
