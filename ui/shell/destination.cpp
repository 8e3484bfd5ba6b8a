// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/destination.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QUrl>
#include <QUrlQuery>

namespace meshwright::ui {

namespace {

const QString scheme = QStringLiteral("meshwright");
const QString workspaceKey = QStringLiteral("workspace");
const QString contextKey = QStringLiteral("context");
const QString topicKey = QStringLiteral("topic");
const QString fileKey = QStringLiteral("file");
const QString lineKey = QStringLiteral("line");
const QString columnKey = QStringLiteral("column");
const QString problemKey = QStringLiteral("problem");
const QString viewKey = QStringLiteral("view");
const QString planView = QStringLiteral("plan");
const QString graphView = QStringLiteral("graph");

struct Links
{
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

tl::unexpected<Error> refused(const QString &why)
{
    return tl::unexpected(Error{Error::Code::Invalid, fromQt(why), {}});
}

/// A number from 1, 0 where there is none; nothing where it is no number.
std::optional<int> numberOf(const QUrlQuery &query, const QString &key)
{
    if (!query.hasQueryItem(key))
        return 0;
    bool isNumber = false;
    const int number = query.queryItemValue(key).toInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

bool leavesWorkspace(const QString &file)
{
    return QDir::isAbsolutePath(file) || QDir::cleanPath(file).startsWith(QLatin1String(".."));
}

} // namespace

bool isLink(const QString &text)
{
    return text.startsWith(scheme + QLatin1Char(':'));
}

QString linkTo(const Destination &destination)
{
    QUrlQuery query;
    const auto add = [&query](const QString &key, const QString &value) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, "/:")));
    };
    add(workspaceKey, destination.workspace);
    switch (destination.kind) {
    case Destination::Kind::Context:
        add(contextKey, destination.name);
        break;
    case Destination::Kind::Topic:
        add(topicKey, destination.name);
        break;
    case Destination::Kind::Problem:
        add(problemKey, destination.name);
        break;
    case Destination::Kind::Plan:
        add(viewKey, planView);
        break;
    case Destination::Kind::Graph:
        add(viewKey, graphView);
        addGraphLook(query, destination.graph);
        break;
    case Destination::Kind::Place:
        break;
    }
    if (!destination.file.isEmpty())
        add(fileKey, destination.file);
    if (destination.line > 0)
        add(lineKey, QString::number(destination.line));
    if (destination.column > 0)
        add(columnKey, QString::number(destination.column));
    return scheme + QStringLiteral("://open?") + query.query(QUrl::FullyEncoded);
}

Result<Destination> readLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != scheme || url.host() != QLatin1String("open"))
        return refused(
            Links::tr("This is no link to a place in Meshwright: such a link begins with "
                      "meshwright://open? and names a workspace."));
    const QUrlQuery query(url);
    const auto valueOf = [&query](const QString &key) {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    };
    Destination destination;
    destination.workspace = valueOf(workspaceKey);
    destination.file = valueOf(fileKey);
    const auto line = numberOf(query, lineKey);
    const auto column = numberOf(query, columnKey);
    if (!QDir::isAbsolutePath(destination.workspace))
        return refused(
            Links::tr("The link names no workspace: it lacks workspace=, with a whole path."));
    if (!line || !column)
        return refused(Links::tr("The link's line and column have to be numbers from 1."));
    if (leavesWorkspace(destination.file))
        return refused(Links::tr("The link's file lies outside of its workspace."));
    destination.line = *line;
    destination.column = *column;
    if (valueOf(viewKey) == graphView) {
        const auto looked = readGraphLook(query);
        if (!looked)
            return tl::unexpected(looked.error());
        destination.kind = Destination::Kind::Graph;
        destination.graph = *looked;
        return destination;
    }
    const bool isProblem = query.hasQueryItem(problemKey);
    if (query.hasQueryItem(contextKey) || query.hasQueryItem(topicKey)) {
        const bool isTopic = query.hasQueryItem(topicKey);
        destination.kind = isTopic ? Destination::Kind::Topic : Destination::Kind::Context;
        destination.name = valueOf(isTopic ? topicKey : contextKey);
    } else if (isProblem) {
        destination.kind = Destination::Kind::Problem;
        destination.name = valueOf(problemKey);
    } else if (valueOf(viewKey) == planView) {
        destination.kind = Destination::Kind::Plan;
        return destination;
    }
    const bool needsFile = isProblem || destination.kind == Destination::Kind::Place;
    if (needsFile ? destination.file.isEmpty() : destination.name.isEmpty())
        return refused(
            Links::tr("The link names nothing to show: a context, a topic, a file, a problem of a "
                      "file, view=graph or view=plan."));
    return destination;
}

} // namespace meshwright::ui
