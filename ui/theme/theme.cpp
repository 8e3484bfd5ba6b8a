// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/systemtheme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPixmapCache>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace meshwright::ui::theme {

namespace {

constexpr double smallestPointSize = 9;

/// Owned by the application; keeps palette and tokens in step with mode and system.
class Theme : public QObject
{
public:
    Theme(QApplication &application, Mode mode)
        : QObject(&application)
        , m_application(application)
        , m_mode(mode)
        , m_system(this)
    {
        connect(&m_system, &SystemTheme::changed, this, &Theme::apply);
        application.installEventFilter(this);
        apply();
    }

    void setMode(Mode mode)
    {
        m_mode = mode;
        apply();
    }

    Mode mode() const { return m_mode; }

    const Tokens &tokens() const { return m_tokens; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_isApplying)
            followSystem();
        return QObject::eventFilter(watched, event);
    }

private:
    void followSystem()
    {
        m_isApplying = true;
        m_system.readPalette();
        m_isApplying = false;
        apply();
    }

    void apply()
    {
        const bool dark = m_mode == Mode::System ? m_system.isDark() : m_mode == Mode::Dark;
        m_tokens = tokensFor(dark, m_system.isHighContrast());
        m_isApplying = true;
        QApplication::setPalette(paletteFor(m_tokens));
        QToolTip::setPalette(paletteFor(m_tokens));
        m_isApplying = false;
    }

    QApplication &m_application;
    Mode m_mode;
    SystemTheme m_system;
    Tokens m_tokens;
    bool m_isApplying = false;
};

QPointer<Theme> installed;

QFont scaled(QFont font, double factor)
{
    const double points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    font.setPointSizeF(std::max(smallestPointSize, points * factor));
    return font;
}

} // namespace

void install(QApplication &application, Mode mode)
{
    if (installed)
        return;
    QApplication::setStyle(new Style);
    QApplication::setFont(scaled(QApplication::font(), 1.0));
    installed = new Theme(application, mode);
}

void setMode(Mode mode)
{
    if (installed)
        installed->setMode(mode);
}

Mode mode()
{
    return installed ? installed->mode() : Mode::System;
}

const Tokens &tokens()
{
    static const Tokens light = tokensFor(false, false);
    return installed ? installed->tokens() : light;
}

QFont bodyFont()
{
    return scaled(QApplication::font(), 1.0);
}

QFont titleFont()
{
    QFont font = scaled(QApplication::font(), 1.15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont headingFont()
{
    QFont font = scaled(QApplication::font(), 1.8);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailFont()
{
    return scaled(QApplication::font(), 0.9);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(bodyFont().pointSizeF());
    return font;
}

QFont fixedDetailFont()
{
    return scaled(fixedFont(), 0.9);
}

} // namespace meshwright::ui::theme
