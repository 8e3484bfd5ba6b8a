// SPDX-License-Identifier: Apache-2.0
#include "cluster/tokenserver.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace meshwright::test {

namespace {

constexpr int patience = 2000; // ms

QByteArray encoded(const QJsonObject &part)
{
    return QJsonDocument(part)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray response(const char *status, const QJsonObject &body)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return QByteArray("HTTP/1.1 ") + status +
           "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
           QByteArray::number(text.size()) + "\r\n\r\n" + text;
}

} // namespace

TokenServer::TokenServer(QString subject, QString clientId, QString clientSecret)
    : m_subject(std::move(subject))
    , m_credentials((clientId + u':' + clientSecret).toUtf8().toBase64())
    , m_thread(QThread::create([this] { serve(); }))
{
    m_thread->start();
    while (m_port == 0)
        QThread::msleep(5);
}

TokenServer::~TokenServer()
{
    m_isOver = true;
    m_thread->wait();
}

QString TokenServer::endpoint() const
{
    return QStringLiteral("http://127.0.0.1:%1/token").arg(m_port.load());
}

void TokenServer::serve()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port for tokens");
    m_port = server.serverPort();
    while (!m_isOver) {
        if (!server.waitForNewConnection(50))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        QByteArray request;
        while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(patience))
            request += socket->readAll();
        socket->write(answerTo(request));
        socket->waitForBytesWritten(patience);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState)
            socket->waitForDisconnected(patience);
    }
}

QByteArray TokenServer::answerTo(const QByteArray &request)
{
    if (m_isClosed || !request.contains("Authorization: Basic " + m_credentials))
        return response("401 Unauthorized", {{"error", "invalid_client"}});
    ++m_given;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QByteArray token =
        encoded({{"alg", "none"}}) + '.' +
        encoded({{"sub", m_subject}, {"iat", now}, {"exp", now + lifetime}, {"scope", "kafka"}}) +
        '.';
    return response("200 OK", {{"access_token", QString::fromLatin1(token)},
                               {"token_type", "Bearer"},
                               {"expires_in", lifetime.load()}});
}

} // namespace meshwright::test
