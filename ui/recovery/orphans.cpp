// SPDX-License-Identifier: Apache-2.0
#include "ui/recovery/orphans.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace meshwright::ui {

namespace {

constexpr auto setAsideName = "set-aside";
constexpr qint64 largestDraft = 256LL << 20U;

struct Drafts
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

Result<Draft> readDraftFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Error{Error::Code::Io, fromQt(file.errorString()), {}});
    if (file.size() > largestDraft)
        return tl::unexpected(
            Error{Error::Code::Invalid, fromQt(Drafts::tr("it is too large to be a draft")), {}});
    return readDraft(file.readAll().toStdString());
}

/// As it is: whoever knows better can still read it.
QString setAside(const QString &root, const QString &path, const std::string &why)
{
    const QString folder = root + QLatin1Char('/') + QLatin1String(setAsideName);
    QDir().mkpath(folder);
    const QString target = QStringLiteral("%1/%2-%3")
                               .arg(folder)
                               .arg(QDateTime::currentMSecsSinceEpoch())
                               .arg(QFileInfo(path).fileName());
    const bool moved = QFile::rename(path, target);
    return Drafts::tr("A file of unsaved edits can't be used: %1. It is kept as %2.")
        .arg(toQt(why), QDir::toNativeSeparators(moved ? target : path));
}

void readFolder(const QString &root, const QString &folder, Orphans &found)
{
    auto lock = std::make_shared<QLockFile>(folder + QLatin1String(lockName));
    lock->setStaleLockTime(0); // only a process that is gone loses its lock
    if (!lock->tryLock(0))
        return;
    const QStringList names =
        QDir(folder).entryList({QLatin1Char('*') + QLatin1String(draftSuffix)}, QDir::Files);
    bool isEmpty = true;
    for (const QString &name : names) {
        const QString path = folder + QLatin1Char('/') + name;
        auto draft = readDraftFile(path);
        if (draft)
            found.drafts.push_back({std::move(*draft), path, lock});
        else if (draft.error().code == Error::Code::Io)
            found.setAside.append(Drafts::tr("A file of unsaved edits can't be read: %1 (%2).")
                                      .arg(toQt(draft.error().message), path));
        else
            found.setAside.append(setAside(root, path, draft.error().message));
        isEmpty = isEmpty && !QFile::exists(path);
    }
    if (isEmpty)
        removeDraftFolder(folder, *lock);
}

} // namespace

Orphans takeOrphans(const QString &root)
{
    Orphans found;
    const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders)
        if (folder != QLatin1String(setAsideName))
            readFolder(root, root + QLatin1Char('/') + folder, found);
    std::ranges::stable_sort(found.drafts, [](const KeptDraft &a, const KeptDraft &b) {
        return a.draft.writtenAt > b.draft.writtenAt;
    });
    return found;
}

void removeDraft(const KeptDraft &kept)
{
    QFile::remove(kept.path);
    const QDir folder = QFileInfo(kept.path).dir();
    const QStringList left =
        folder.entryList({QLatin1Char('*') + QLatin1String(draftSuffix)}, QDir::Files);
    if (left.isEmpty())
        removeDraftFolder(folder.path(), *kept.lock);
}

void removeDraftFolder(const QString &folder, QLockFile &lock)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden))
        if (name != QLatin1String(lockName).mid(1))
            QFile::remove(dir.filePath(name)); // what a killed write left
    lock.unlock();
    QDir().rmdir(folder); // unless somebody holds it by now
}

} // namespace meshwright::ui
