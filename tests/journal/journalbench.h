// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/audit.h"
#include "meshwright/journal/recordedrun.h"
#include "plan/applying.h"
#include "support/failingcalls.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace meshwright::test {

inline ApplyPace oneByOne()
{
    auto pace = quick;
    pace.topicsPerRequest = 1;
    pace.aclsPerRequest = 1;
    return pace;
}

/// A folder for what runs leave, and a cluster.
struct Desktop
{
    QTemporaryDir folder;
    FakeCluster cluster;
    journal::Desk desk{.stateFolder = folder.path().toStdString(),
                       .tool = "test",
                       .workspace = "/w",
                       .pace = oneByOne()};

    journal::RecordedRun apply(const Plan &plan)
    {
        return journal::applyRecorded(plan, cluster, {}, {}, desk);
    }

    std::filesystem::path trail() const { return journal::auditFile(desk.stateFolder); }
};

inline QByteArray bytesOf(const std::filesystem::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const std::filesystem::path &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's file could not be written");
}

/// Another program that writes to the audit trail, and does not come to its end.
class HeldTrail
{
public:
    explicit HeldTrail(const std::filesystem::path &trail)
        : m_file(::open(trail.c_str(), O_WRONLY | O_CLOEXEC))
    {
        if (m_file < 0 || ::flock(m_file, LOCK_EX) != 0)
            qFatal("the trail can't be held");
    }

    ~HeldTrail() { ::close(m_file); }

    HeldTrail(const HeldTrail &) = delete;
    HeldTrail &operator=(const HeldTrail &) = delete;

private:
    int m_file;
};

/// Where the trail was there is a folder: nothing can be added to it.
inline void spoil(const std::filesystem::path &trail)
{
    std::filesystem::remove(trail);
    std::filesystem::create_directory(trail);
}

} // namespace meshwright::test
