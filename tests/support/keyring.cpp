// SPDX-License-Identifier: Apache-2.0
#include "support/keyring.h"

#include "meshwright/workspace/keychain.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

namespace meshwright::test {

Keyring::~Keyring()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(5'000))
            process->kill();
    }
}

bool Keyring::isInstalled()
{
    return !QStandardPaths::findExecutable("dbus-daemon").isEmpty() &&
           !QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty();
}

// Without the folders of services, or the bus would start a keyring of its own first.
QByteArray Keyring::startBus()
{
    QFile config(m_home.filePath("bus.conf"));
    if (!config.open(QIODevice::WriteOnly))
        return "the bus's settings can't be written";
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                 "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
                 "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    config.close();
    m_bus.start("dbus-daemon",
                {"--config-file=" + config.fileName(), "--nofork", "--print-address=1"});
    if (!m_bus.waitForReadyRead())
        return "the bus tells no address";
    m_address = m_bus.readLine().trimmed();
    return {};
}

QByteArray Keyring::start()
{
    if (const QByteArray fault = startBus(); !fault.isEmpty())
        return fault;
    const QByteArray home = m_home.path().toUtf8();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        environment.insert(variable, home);
    environment.insert("DBUS_SESSION_BUS_ADDRESS", m_address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    qunsetenv("XDG_CURRENT_DESKTOP"); // or it may say which other keychain to ask
    m_keyring.setProcessEnvironment(environment);
    m_keyring.start("gnome-keyring-daemon", {"--foreground", "--unlock", "--components=secrets"});
    m_keyring.write("the keyring's own password");
    m_keyring.closeWriteChannel();
    Result<void> written; // it answers before it has a place for secrets
    (void)QTest::qWaitFor([&] { return (written = keychain::write("first", "1")).has_value(); },
                          20'000);
    return written ? QByteArray() : QByteArray::fromStdString(written.error().message);
}

} // namespace meshwright::test
