// SPDX-License-Identifier: Apache-2.0
#include "exporttools.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace meshwright::test {

ToolRun runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(120'000))
        return {-1, {}, program.toUtf8() + ": " + process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

namespace {

QString toolsFolder(const char *variable, const QString &name)
{
    const QString given = qEnvironmentVariable(variable);
    if (!given.isEmpty())
        return given;
    const QString caches =
        qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + QStringLiteral("/.cache"));
    return qEnvironmentVariable("MESHWRIGHT_CACHE", caches + QStringLiteral("/meshwright")) + u'/' +
           name;
}

} // namespace

QString exportToolsFolder()
{
    return toolsFolder("MESHWRIGHT_EXPORT_TOOLS", QStringLiteral("exporttools-1"));
}

QString catalogueToolsFolder()
{
    return toolsFolder("MESHWRIGHT_CATALOGUE_TOOLS", QStringLiteral("cataloguetools-1"));
}

QString lackOf(const QString &program, const QString &package)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return QStringLiteral("There is no %1 here: install the package %2.").arg(program, package);
    return program == QLatin1String("java") ? lackOfScript(QStringLiteral("jars")) : QString();
}

QString lackOfScript(const QString &script)
{
    if (QFileInfo::exists(exportToolsFolder() + u'/' + script))
        return {};
    return QStringLiteral("%1 isn't in %2: run packaging/deps/exporttools.sh.")
        .arg(script, exportToolsFolder());
}

QString lackOfCatalogueTools()
{
    const QString program = QStringLiteral("node");
    if (const QString lack = lackOf(program, QStringLiteral("nodejs")); !lack.isEmpty())
        return lack;
    if (QFileInfo::exists(catalogueToolsFolder()))
        return {};
    return QStringLiteral("There is no %1: run packaging/deps/exporttools.sh.")
        .arg(catalogueToolsFolder());
}

QJsonDocument askPage(const QString &page)
{
    const QTemporaryDir profile;
    const ToolRun run = runTool(
        QStringLiteral("chromium"),
        {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"),
         QStringLiteral("--disable-gpu"), QStringLiteral("--disable-dev-shm-usage"),
         QStringLiteral("--user-data-dir=") + profile.path(),
         QStringLiteral("--window-size=1200,800"), QStringLiteral("--virtual-time-budget=60000"),
         QStringLiteral("--dump-dom"), QUrl::fromLocalFile(page).toString(QUrl::FullyEncoded)});
    static const QRegularExpression result(QStringLiteral("<pre id=\"result\">([^<]*)</pre>"));
    const QByteArray said = result.match(QString::fromUtf8(run.out)).captured(1).toUtf8();
    if (said.isEmpty())
        qWarning("%s", run.err.right(2000).constData());
    return QJsonDocument::fromJson(QByteArray::fromPercentEncoding(said));
}

QString squeezed(const QString &text)
{
    QString out;
    for (const QChar c : text)
        if (!c.isSpace() && c.isPrint())
            out += c;
    return out;
}

} // namespace meshwright::test
