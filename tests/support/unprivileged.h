// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace meshwright::test {

/// Root may read and write everything, so rights are tried as nobody.
class Unprivileged
{
public:
    Unprivileged()
    {
        if (m_user == 0 && ::seteuid(65534) != 0)
            qFatal("cannot become another user");
    }

    ~Unprivileged()
    {
        if (m_user == 0 && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }

    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    uid_t m_user = ::geteuid();
};

} // namespace meshwright::test
