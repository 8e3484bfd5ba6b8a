// SPDX-License-Identifier: Apache-2.0
#include "support/apicurio.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace meshwright::test {

namespace {

constexpr int startTimeout = 90'000;

QString folder()
{
    const QString given = qEnvironmentVariable("MESHWRIGHT_REGISTRY");
    if (!given.isEmpty())
        return given;
    const QString cache = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + "/.cache");
    return cache + "/meshwright/apicurio-3.0.9";
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(500))
        return false;
    socket.write("GET /apis/ccompat/v7/subjects HTTP/1.1\r\nHost: localhost\r\n"
                 "Connection: close\r\n\r\n");
    QByteArray answer;
    while (!answer.contains('\n') && socket.waitForReadyRead(3000))
        answer += socket.readAll();
    return answer.startsWith("HTTP/1.1 200");
}

} // namespace

Apicurio::Apicurio()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that crashes leaves no registry behind
    });
}

Apicurio::~Apicurio()
{
    kill();
}

void Apicurio::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

std::string Apicurio::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + "/apis/ccompat/v7";
}

Apicurio::Done Apicurio::start()
{
    const QString jar = folder() + "/apicurio-registry-app-3.0.9-runner.jar";
    if (!QFile::exists(jar))
        return tl::unexpected("no registry in " + folder() +
                              ": run packaging/deps/registry.sh first");
    m_port = freePort();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.insert("QUARKUS_HTTP_PORT", QString::number(m_port));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_directory.path());
    m_process.setStandardOutputFile(m_directory.filePath("registry.log"));
    m_process.start("java",
                    {"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < startTimeout) {
        if (answers(m_port))
            return {};
        if (m_process.state() == QProcess::NotRunning)
            break;
        QThread::msleep(200);
    }
    QFile log(m_directory.filePath("registry.log"));
    static_cast<void>(log.open(QIODevice::ReadOnly));
    return tl::unexpected("the registry does not answer\n" +
                          QString::fromUtf8(log.readAll().right(3000)));
}

} // namespace meshwright::test
