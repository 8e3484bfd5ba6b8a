// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace meshwright::test {

// A real schema registry for tests, Apicurio, on a loopback port that was free; in memory, so that
// each start is an empty one. Use it from the thread that made it.
class Apicurio
{
public:
    using Done = tl::expected<void, QString>; // the error says what failed, with the log's end

    Apicurio();
    ~Apicurio();
    Q_DISABLE_COPY_MOVE(Apicurio)

    Done start(); // returns when it answers (8 to 15 s)
    void kill();

    std::string url() const; // of Confluent's API

private:
    QTemporaryDir m_directory;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace meshwright::test
