// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace meshwright::ui::theme {

/// What the desktop asks for: light or dark, high contrast. Two sources: the palette that the
/// platform gives, and the desktop portal's settings (asked without waiting), which win.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemTheme(QObject *parent = nullptr);

    bool isDark() const { return m_portalDark.value_or(m_paletteDark); }

    bool isHighContrast() const { return m_portalContrast.value_or(m_paletteContrast); }

    /// Reads the platform's palette again; the application's palette is the platform's afterwards.
    void readPalette();

signals:
    void changed();

private slots:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &key);

    bool m_paletteDark = false;
    bool m_paletteContrast = false;
    std::optional<bool> m_portalDark;
    std::optional<bool> m_portalContrast;
};

} // namespace meshwright::ui::theme
