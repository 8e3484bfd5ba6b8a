// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/languages.h"

#include "ui/text/language.h"

#include <QCoreApplication>

namespace meshwright::ui {

Languages translatedLanguages()
{
    const auto available = [] {
        QList<WindowLanguage> all{{{}, QCoreApplication::translate("Languages", "As the system")}};
        for (const language::Language &each : language::available())
            all.append({each.code, each.name});
        return all;
    };
    return {available, language::chosen, language::choose};
}

} // namespace meshwright::ui
