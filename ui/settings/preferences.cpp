// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/preferences.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace meshwright::ui {

namespace {

// Of the first versions: it stays where it was.
constexpr auto modeKey = "theme";
constexpr auto textKey = "text/percent";
constexpr auto codeFamilyKey = "editor/font";
constexpr auto codePointsKey = "editor/points";
constexpr auto motionKey = "motion/reduced";
constexpr auto lastFolderKey = "start/lastFolder";
constexpr auto viewsKey = "start/views";

constexpr std::array usualPercents{100, 110, 125, 150, 175, 200, 225, 250, 275, 300};

class Store
{
public:
    int number(const char *key, int least, int most, int fallback) const
    {
        bool isNumber = false;
        const int value = m_settings.value(QLatin1String(key)).toInt(&isNumber);
        return isNumber && value >= least && value <= most ? value : fallback;
    }

    bool flag(const char *key, bool fallback) const
    {
        return m_settings.value(QLatin1String(key), fallback).toBool();
    }

    QString text(const char *key) const { return m_settings.value(QLatin1String(key)).toString(); }

    void set(const char *key, const QVariant &value)
    {
        m_settings.setValue(QLatin1String(key), value);
    }

private:
    QSettings m_settings;
};

} // namespace

Preferences readPreferences()
{
    const Store store;
    Preferences read;
    read.mode = static_cast<theme::Mode>(
        store.number(modeKey, 0, static_cast<int>(theme::Mode::HighContrast), 0));
    read.textPercent = store.number(textKey, leastTextPercent, mostTextPercent, 100);
    read.codeFamily = store.text(codeFamilyKey);
    read.codePoints = store.number(codePointsKey, leastCodePoints, mostCodePoints, 0);
    read.reducesMotion = store.flag(motionKey, read.reducesMotion);
    read.opensLastFolder = store.flag(lastFolderKey, read.opensLastFolder);
    read.restoresViews = store.flag(viewsKey, read.restoresViews);
    return read;
}

void setPreferences(const Preferences &preferences)
{
    Store store;
    store.set(modeKey, static_cast<int>(preferences.mode));
    store.set(textKey, preferences.textPercent);
    store.set(codeFamilyKey, preferences.codeFamily);
    store.set(codePointsKey, preferences.codePoints);
    store.set(motionKey, preferences.reducesMotion);
    store.set(lastFolderKey, preferences.opensLastFolder);
    store.set(viewsKey, preferences.restoresViews);
    applyPreferences(preferences);
}

void applyPreferences(const Preferences &preferences)
{
    if (theme::mode() != preferences.mode)
        theme::setMode(preferences.mode);
    theme::setMotionReduced(preferences.reducesMotion);
    theme::setCodeFont(preferences.codeFamily, preferences.codePoints);
    theme::setTextScale(preferences.textPercent / 100.0);
}

int nextTextPercent(int percent, int step)
{
    if (step > 0) {
        const auto larger = std::ranges::upper_bound(usualPercents, percent);
        return larger == usualPercents.end() ? mostTextPercent : *larger;
    }
    const auto atLeast = std::ranges::lower_bound(usualPercents, percent);
    return atLeast == usualPercents.begin() ? leastTextPercent : *(atLeast - 1);
}

} // namespace meshwright::ui
