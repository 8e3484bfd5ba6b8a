// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/workspacememory.h"

#include "ui/session/session.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace meshwright::ui {

namespace {

constexpr int formatVersion = 1;
constexpr int everyMs = 10000;
constexpr auto versionKey = "meshwrightSession";

} // namespace

QString memoriesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/sessions");
}

WorkspaceMemory::WorkspaceMemory(Session &session, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(folder)
{
    connect(&m_timer, &QTimer::timeout, this, &WorkspaceMemory::save);
    m_timer.start(everyMs);
}

void WorkspaceMemory::add(const QString &key, Save save, Restore restore)
{
    m_parts.push_back({key, std::move(save), std::move(restore)});
}

QString WorkspaceMemory::pathOf(const QString &root) const
{
    const QByteArray hash = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha256);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(hash.toHex().left(32)) +
           QStringLiteral(".json");
}

QJsonObject WorkspaceMemory::read()
{
    const QString path = pathOf(m_root);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    m_written = file.readAll();
    file.close();
    const QJsonObject whole = QJsonDocument::fromJson(m_written).object();
    if (whole.value(QLatin1String(versionKey)).toInt() == formatVersion)
        return whole;
    m_written.clear();
    const QString aside =
        QStringLiteral("%1.set-aside-%2").arg(path).arg(QDateTime::currentMSecsSinceEpoch());
    QFile::rename(path, aside);
    emit noteShown(tr("How the window was left last time can't be read: the file is damaged or of "
                      "a newer version. It is kept as %1.")
                       .arg(QDir::toNativeSeparators(aside)));
    return {};
}

void WorkspaceMemory::restore(bool brings)
{
    m_root = m_session.rootPath();
    m_written.clear();
    const QJsonObject known = brings ? read() : QJsonObject();
    for (const Part &part : m_parts)
        part.restore(known.value(part.key));
}

void WorkspaceMemory::save()
{
    if (!m_session.isOpen() || m_root != m_session.rootPath())
        return;
    QJsonObject whole{{QLatin1String(versionKey), formatVersion},
                      {QStringLiteral("folder"), m_root}};
    for (const Part &part : m_parts)
        whole.insert(part.key, part.save());
    const QByteArray bytes = QJsonDocument(whole).toJson();
    if (bytes == m_written)
        return;
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(m_root)); // a comfort: where it can't be written, the next start is plain
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        m_written = bytes;
}

} // namespace meshwright::ui
