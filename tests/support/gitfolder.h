// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

/// A folder that the git command works in, with nobody's settings.
class GitFolder
{
public:
    GitFolder() { m_path = QFileInfo(m_folder.path()).canonicalFilePath(); }

    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_path : m_path + QLatin1Char('/') + name;
    }

    std::filesystem::path native(const QString &name = {}) const
    {
        return path(name).toStdString();
    }

    /// What it printed; the test fails where git does, unless that is expected.
    QByteArray git(const QStringList &arguments, bool mayFail = false) const
    {
        return gitIn(m_path, arguments, mayFail);
    }

    static QByteArray gitIn(const QString &folder, const QStringList &arguments,
                            bool mayFail = false)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
        environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral("git"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("user.name=A"),
                                  QStringLiteral("-c"), QStringLiteral("user.email=a@b.example"),
                                  QStringLiteral("-c"), QStringLiteral("init.defaultBranch=main"),
                                  QStringLiteral("-c"),
                                  QStringLiteral("protocol.file.allow=always")} +
                          arguments);
        if (!process.waitForFinished(60'000) || (process.exitCode() != 0 && !mayFail))
            qFatal("git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                   process.readAllStandardError().constData());
        return process.readAllStandardOutput().trimmed();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file could not be written");
    }

    void remove(const QString &name) const { QFile::remove(path(name)); }

    /// All that there is, as one commit.
    QByteArray commit(const QString &message = QStringLiteral("more")) const
    {
        git({QStringLiteral("add"), QStringLiteral("-A")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"),
             QStringLiteral("-m"), message});
        return git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};
