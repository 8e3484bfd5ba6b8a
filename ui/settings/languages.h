// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace meshwright::ui {

struct WindowLanguage
{
    QString code; ///< `de`; empty: as the system has it
    QString name; ///< in that language
};

/// Where the settings get the window's languages from, and whom they tell of a choice.
struct Languages
{
    std::function<QList<WindowLanguage>()> available;
    std::function<QString()> chosen;
    std::function<void(const QString &code)> choose;
};

/// The system's, and those that there are translations of.
Languages translatedLanguages();

} // namespace meshwright::ui
