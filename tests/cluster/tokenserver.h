// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QThread>

#include <atomic>
#include <memory>

namespace meshwright::test {

/// An OIDC provider for tests, on loopback: it gives whoever shows the client's credentials an
/// unsigned token for one subject, and counts what it gave.
class TokenServer
{
public:
    TokenServer(QString subject, QString clientId, QString clientSecret);
    ~TokenServer();
    TokenServer(const TokenServer &) = delete;
    TokenServer &operator=(const TokenServer &) = delete;

    QString endpoint() const; ///< http://127.0.0.1:port/token

    int given() const { return m_given; }

    /// From now on nobody gets a token.
    void close() { m_isClosed = true; }

    void open() { m_isClosed = false; }

    std::atomic<int> lifetime{300}; ///< of a token, in seconds

private:
    void serve();
    QByteArray answerTo(const QByteArray &request);

    QString m_subject;
    QByteArray m_credentials;
    std::atomic<int> m_port{0};
    std::atomic<int> m_given{0};
    std::atomic<bool> m_isClosed{false};
    std::atomic<bool> m_isOver{false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace meshwright::test
