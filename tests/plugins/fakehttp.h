// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QMutex>
#include <QSslConfiguration>
#include <QThread>

#include <functional>
#include <optional>

class QTcpSocket;

namespace meshwright::test {

/// A small HTTP server in a thread of its own, on loopback.
class FakeHttp : public QThread
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QMap<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;
    };

    struct Answer
    {
        int status = 200;
        QByteArray body = "{}";
        int delay = 0;         // ms
        bool isSilent = false; // never
        QByteArray headers = {};
    };

    using Handler = std::function<Answer(const Request &)>;

    explicit FakeHttp(Handler handler, std::optional<QSslConfiguration> tls = {});
    ~FakeHttp() override;

    std::string url(const char *host = "127.0.0.1") const;
    QList<Request> requests() const;
    int mostAtOnce() const; // answers that were awaited at one time

protected:
    void run() override;

private:
    void read(QTcpSocket *socket, QByteArray &buffer);
    void answer(QTcpSocket *socket, const Request &request);

    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    mutable QMutex m_mutex;
    QList<Request> m_requests;
    int m_open = 0;
    int m_most = 0;
    int m_port = 0;
};

} // namespace meshwright::test
