// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/filecalls.h"

#include <QByteArray>

#include <cerrno>

namespace meshwright::test {

/// Fails the call of this name and number (the first is 1), as a full disk does.
class FailingCalls : public FileCalls
{
public:
    FailingCalls(QByteArray name, int call)
        : m_name(std::move(name))
        , m_call(call)
    {}

    bool hasFailed() const { return m_hasFailed; }

    int open(const char *path, int flags, mode_t mode) override
    {
        return fails("open") ? -1 : FileCalls::open(path, flags, mode);
    }

    ssize_t write(int file, const char *bytes, std::size_t size) override
    {
        if (!fails("write"))
            return FileCalls::write(file, bytes, size);
        FileCalls::write(file, bytes, size / 2);
        errno = ENOSPC;
        return -1;
    }

    int sync(int file) override { return fails("sync") ? -1 : FileCalls::sync(file); }

    int close(int file) override
    {
        const int closed = FileCalls::close(file);
        return fails("close") ? -1 : closed;
    }

    int rename(const char *from, const char *to) override
    {
        return fails("rename") ? -1 : FileCalls::rename(from, to);
    }

    int renameNew(const char *from, const char *to) override
    {
        return fails("rename") ? -1 : FileCalls::renameNew(from, to);
    }

private:
    bool fails(const char *name)
    {
        // A disk that was full once stays so.
        const bool isDue = m_name == name && ++m_seen >= m_call;
        m_hasFailed = m_hasFailed || isDue;
        errno = ENOSPC;
        return isDue;
    }

    QByteArray m_name;
    int m_call;
    int m_seen = 0;
    bool m_hasFailed = false;
};

} // namespace meshwright::test
