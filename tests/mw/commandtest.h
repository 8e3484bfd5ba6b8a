// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

inline const QString sample = QStringLiteral(MESHWRIGHT_SAMPLES "/acme");

inline const QByteArray smallSpec =
    "asyncapi: '2.6.0'\nid: 'urn:acme.f.c'\ninfo: {title: A, version: '1'}\n"
    "channels:\n  _public.sale: {publish: {}}\n";

/// A test that runs mw in a folder of its own, made anew by init().
class CommandTest : public QObject
{
protected:
    void makeFolder();
    Run mw(const QStringList &arguments);
    QProcessEnvironment environment() const; ///< of mw
    QString write(const QString &name, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_output;                ///< where standard output goes; empty: to the test
    std::function<void()> m_prepare; ///< what the process does before it is mw: limits of its own
};

inline void CommandTest::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

inline QProcessEnvironment CommandTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_STATE_HOME"),
                       m_folder->filePath(QStringLiteral("state")));
    return environment;
}

inline Run CommandTest::mw(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(m_folder->path());
    process.setStandardInputFile(QProcess::nullDevice());
    if (!m_output.isEmpty())
        process.setStandardOutputFile(m_output);
    if (m_prepare)
        process.setChildProcessModifier(m_prepare);
    process.start(qEnvironmentVariable("MESHWRIGHT_BIN") + QStringLiteral("/mw"), arguments);
    if (!process.waitForFinished(240'000))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QString CommandTest::write(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test's file could not be written");
    return path;
}
