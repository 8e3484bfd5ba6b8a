// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sample.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>
#include <QStandardPaths>

namespace meshwright::ui {

namespace {

constexpr auto embedded = ":/meshwright/samples/acme";

tl::unexpected<Error> failed(const QString &path, const QString &why)
{
    const QString text =
        QCoreApplication::translate("Sample", "The sample could not be written to %1: %2. Choose "
                                              "another folder, or free some space.")
            .arg(path, why);
    return tl::unexpected(Error{Error::Code::Io, fromQt(text), fromQt(path)});
}

} // namespace

QString sampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
           QStringLiteral("/samples/acme");
}

Result<QString> unpackSample(const QString &folder)
{
    const QDir source(QString::fromLatin1(embedded));
    const QDir target(folder);
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = target.filePath(source.relativeFilePath(from));
        if (QFile::exists(to))
            continue;
        if (!QDir().mkpath(QFileInfo(to).path()))
            return failed(to, QCoreApplication::translate("Sample", "no folder can be made there"));
        QFile embeddedFile(from);
        QSaveFile file(to);
        if (!embeddedFile.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly) ||
            file.write(embeddedFile.readAll()) < 0 || !file.commit())
            return failed(to, file.errorString());
    }
    return folder;
}

} // namespace meshwright::ui
