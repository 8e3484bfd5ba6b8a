// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace meshwright::test {

/// A real keychain for as long as this lives: GNOME Keyring on a D-Bus of its own. This process and
/// those that it starts use it.
class Keyring
{
public:
    Keyring() = default;
    ~Keyring();
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    static bool isInstalled();

    /// Empty once it is there; else why it isn't.
    QByteArray start();

    const QByteArray &address() const { return m_address; }

private:
    QByteArray startBus();

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    QByteArray m_address;
};

} // namespace meshwright::test
