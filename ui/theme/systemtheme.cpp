// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/systemtheme.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace meshwright::ui::theme {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
// Black on white in the window itself: only high-contrast palettes go this far.
constexpr double highContrastFrom = 20.5;

QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemTheme::SystemTheme(QObject *parent)
    : QObject(parent)
{
    readPalette();
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QString::fromLatin1(service), QString::fromLatin1(path),
                QString::fromLatin1(interface), QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    askPortal(QStringLiteral("color-scheme"));
    askPortal(QStringLiteral("contrast"));
}

void SystemTheme::readPalette()
{
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    const QColor ground = palette.color(QPalette::Window);
    const QColor ink = palette.color(QPalette::WindowText);
    m_paletteDark = ground.lightnessF() < ink.lightnessF();
    m_paletteContrast = contrast(ground, ink) > highContrastFrom;
}

void SystemTheme::askPortal(const QString &key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(QString::fromLatin1(service), QString::fromLatin1(path),
                                       QString::fromLatin1(interface), QStringLiteral("Read"));
    call << QString::fromLatin1(appearance) << key;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, key](QDBusPendingCallWatcher *finished) {
                const QDBusPendingReply<QDBusVariant> reply = *finished;
                if (reply.isValid())
                    takeSetting(QString::fromLatin1(appearance), key, reply.value());
                finished->deleteLater();
            });
}

void SystemTheme::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != QLatin1String(appearance))
        return;
    const int number = unwrapped(value.variant()).toInt();
    if (key == QLatin1String("color-scheme"))
        m_portalDark = number == 0 ? std::nullopt : std::optional(number == 1);
    else if (key == QLatin1String("contrast"))
        m_portalContrast = number == 1 ? std::optional(true) : std::nullopt;
    else
        return;
    emit changed();
}

} // namespace meshwright::ui::theme
