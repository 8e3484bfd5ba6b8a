// SPDX-License-Identifier: Apache-2.0
// The tools that read the graph's exports: programs, jars, and pages of Chromium.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace meshwright::test {

struct ToolRun
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

ToolRun runTool(const QString &program, const QStringList &arguments);

/// Where packaging/deps/exporttools.sh keeps what is no Debian package.
QString exportToolsFolder();
/// Where it keeps what Node runs.
QString catalogueToolsFolder();
/// What to install where a program isn't there; empty where it is. `java` needs the jars, too.
QString lackOf(const QString &program, const QString &package);
/// The same for a script that a page loads.
QString lackOfScript(const QString &script);

/// The same for Node and what it runs.
QString lackOfCatalogueTools();

/// What the page says in the end: percent-encoded JSON in its element `result`.
QJsonDocument askPage(const QString &page);

/// Without any white space: tools break and indent texts as they like.
QString squeezed(const QString &text);

} // namespace meshwright::test
