// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/focusring.h"
#include "ui/theme/style.h"
#include "ui/theme/systemtheme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPointer>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace meshwright::ui::theme {

namespace {

constexpr double smallestPointSize = 9;

double pointsOf(const QFont &font)
{
    return font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
}

QFont scaledFont(QFont font, double factor)
{
    font.setPointSizeF(std::max(smallestPointSize, pointsOf(font) * factor));
    return font;
}

/// Owned by the application; keeps palette, tokens and fonts in step with settings and system.
class Theme : public QObject
{
public:
    Theme(QApplication &application, Mode mode)
        : QObject(&application)
        , m_application(application)
        , m_mode(mode)
        , m_system(this)
        , m_focus(application, this)
        , m_body(scaledFont(QApplication::font(), 1))
        , m_flashTime(QApplication::cursorFlashTime())
    {
        connect(&m_system, &SystemTheme::changed, this, &Theme::apply);
        application.installEventFilter(this);
        QApplication::setFont(m_body);
        apply();
    }

    void setMode(Mode mode)
    {
        m_mode = mode;
        apply();
    }

    Mode mode() const { return m_mode; }

    const Tokens &tokens() const { return m_tokens; }

    void setTextScale(double factor)
    {
        m_scale = std::clamp(factor, leastTextScale, mostTextScale);
        QApplication::setFont(scaledFont(m_body, m_scale));
        tellOfFonts();
    }

    double textScale() const { return m_scale; }

    void setCodeFont(const QString &family, double points)
    {
        m_codeFamily = family;
        m_codePoints = points;
        tellOfFonts();
    }

    const QString &codeFamily() const { return m_codeFamily; }

    double codePoints() const { return m_codePoints * m_scale; }

    void setMotionReduced(bool isReduced)
    {
        m_isMotionReduced = isReduced;
        QApplication::setCursorFlashTime(isReduced ? 0 : m_flashTime);
    }

    bool isMotionReduced() const { return m_isMotionReduced; }

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
        const bool followsLight = m_mode == Mode::System || m_mode == Mode::HighContrast;
        const bool dark = followsLight ? m_system.isDark() : m_mode == Mode::Dark;
        const bool highContrast =
            m_mode == Mode::HighContrast || (m_mode == Mode::System && m_system.isHighContrast());
        m_tokens = tokensFor(dark, highContrast);
        m_isApplying = true;
        QApplication::setPalette(paletteFor(m_tokens));
        QToolTip::setPalette(paletteFor(m_tokens));
        m_isApplying = false;
    }

    /// Qt itself tells only windows of a new font, and nobody of the style's new measures.
    static void tellOfFonts()
    {
        const QWidgetList widgets = QApplication::allWidgets();
        const QList<QPointer<QWidget>> all(widgets.begin(), widgets.end());
        for (const auto type : {QEvent::ApplicationFontChange, QEvent::StyleChange}) {
            for (const QPointer<QWidget> &widget : all) {
                QEvent event(type);
                if (widget)
                    QCoreApplication::sendEvent(widget, &event);
            }
        }
    }

    QApplication &m_application;
    Mode m_mode;
    SystemTheme m_system;
    FocusRing m_focus;
    Tokens m_tokens;
    QFont m_body; ///< the system's, at scale 1
    double m_scale = 1;
    QString m_codeFamily;
    double m_codePoints = 0;
    int m_flashTime;
    bool m_isMotionReduced = false;
    bool m_isApplying = false;
};

QPointer<Theme> installed;

/// A child of the widget that keeps its font.
class FontFollower : public QObject
{
public:
    FontFollower(QWidget &widget, QFont (*font)())
        : QObject(&widget)
        , m_font(font)
    {
        widget.installEventFilter(this);
        widget.setFont(m_font());
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            static_cast<QWidget *>(watched)->setFont(m_font());
        return QObject::eventFilter(watched, event);
    }

private:
    QFont (*m_font)();
};

constexpr auto inkProperty = "meshwrightInk";

void applyInk(QWidget &widget)
{
    const QColor ink = colorOf(static_cast<Ink>(widget.property(inkProperty).toInt()));
    if (widget.palette().color(QPalette::WindowText) == ink)
        return;
    QPalette own; // of one role: the others go on following
    own.setColor(QPalette::WindowText, ink);
    widget.setPalette(own);
}

/// Gives one widget its ink again whenever the colours change.
class InkFollower : public QObject
{
public:
    explicit InkFollower(QWidget &widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            applyInk(*static_cast<QWidget *>(watched));
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void install(QApplication &application, Mode mode)
{
    if (installed)
        return;
    QApplication::setStyle(new Style);
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

void setTextScale(double factor)
{
    if (installed)
        installed->setTextScale(factor);
}

double textScale()
{
    return installed ? installed->textScale() : 1;
}

void setCodeFont(const QString &family, double points)
{
    if (installed)
        installed->setCodeFont(family, points);
}

void setMotionReduced(bool isReduced)
{
    if (installed)
        installed->setMotionReduced(isReduced);
}

bool isMotionReduced()
{
    return installed && installed->isMotionReduced();
}

QFont bodyFont()
{
    return scaledFont(QApplication::font(), 1.0);
}

QFont titleFont()
{
    QFont font = scaledFont(QApplication::font(), 1.15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont headingFont()
{
    QFont font = scaledFont(QApplication::font(), 1.8);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailFont()
{
    return scaledFont(QApplication::font(), 0.9);
}

QFont fixedFont()
{
    QFont font = bodyFont();
    font.setResolveMask(0); // all but the family is inherited
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

QFont fixedDetailFont()
{
    return scaledFont(fixedFont(), 0.9);
}

QFont codeFont()
{
    QFont font = fixedFont();
    font.setPointSizeF(bodyFont().pointSizeF());
    if (installed && !installed->codeFamily().isEmpty())
        font.setFamilies({installed->codeFamily()});
    if (installed && installed->codePoints() > 0)
        font.setPointSizeF(std::max(smallestPointSize, installed->codePoints()));
    return font;
}

void setFont(QWidget &widget, QFont (*font)())
{
    new FontFollower(widget, font);
}

void setInk(QWidget &widget, Ink ink)
{
    if (!widget.property(inkProperty).isValid())
        new InkFollower(widget);
    widget.setProperty(inkProperty, static_cast<int>(ink));
    applyInk(widget);
}

int scaled(int pixels)
{
    return qRound(pixels * textScale());
}

int iconSize()
{
    return scaled(16);
}

int toolIconSize()
{
    return scaled(20);
}

} // namespace meshwright::ui::theme
