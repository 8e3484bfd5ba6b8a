// SPDX-License-Identifier: Apache-2.0
#include "plugins/fakehttp.h"

#include <QPointer>
#include <QSemaphore>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace meshwright::test {

FakeHttp::FakeHttp(Handler handler, std::optional<QSslConfiguration> tls)
    : m_handler(std::move(handler))
    , m_tls(std::move(tls))
{
    start();
    while (true) {
        const QMutexLocker lock(&m_mutex);
        if (m_port != 0)
            break;
    }
}

FakeHttp::~FakeHttp()
{
    quit();
    wait();
}

std::string FakeHttp::url(const char *host) const
{
    return std::string(m_tls ? "https://" : "http://") + host + ':' + std::to_string(m_port);
}

QList<FakeHttp::Request> FakeHttp::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int FakeHttp::mostAtOnce() const
{
    const QMutexLocker lock(&m_mutex);
    return m_most;
}

void FakeHttp::run()
{
    std::unique_ptr<QTcpServer> server;
    if (m_tls) {
        auto secure = std::make_unique<QSslServer>();
        secure->setSslConfiguration(*m_tls);
        server = std::move(secure);
    } else {
        server = std::make_unique<QTcpServer>();
    }
    connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [this, &server] {
        while (auto *socket = server->nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [this, socket, buffer] { read(socket, *buffer); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(socket, *buffer);
        }
    });
    server->listen(QHostAddress::LocalHost);
    {
        const QMutexLocker lock(&m_mutex);
        m_port = server->serverPort();
    }
    exec();
}

void FakeHttp::read(QTcpSocket *socket, QByteArray &buffer)
{
    buffer += socket->readAll();
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto lines = buffer.left(end).split('\n');
        const auto first = lines.front().split(' ');
        Request request{first.value(0), first.value(1).trimmed(), {}, {}};
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const auto colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).toLower(),
                                   lines[i].mid(colon + 1).trimmed());
        }
        const auto length = request.headers.value("content-length").toInt();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        answer(socket, request);
    }
}

void FakeHttp::answer(QTcpSocket *socket, const Request &request)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(request);
        m_most = std::max(m_most, ++m_open);
    }
    const auto answer = m_handler(request);
    if (answer.isSilent)
        return;
    QTimer::singleShot(answer.delay, socket, [this, answer, socket] {
        {
            const QMutexLocker lock(&m_mutex);
            --m_open;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) +
                      " X\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n" +
                      answer.headers + "\r\n" + answer.body);
    });
}

} // namespace meshwright::test
