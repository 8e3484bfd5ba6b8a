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

} // namespace meshwright::test
