// SPDX-License-Identifier: Apache-2.0
#include "ui/graph/graphexport.h"

#include "ui/text/text.h"

#include "meshwright/graph/questions.h"
#include "meshwright/report/catalogues.h"
#include "meshwright/report/graphreport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace meshwright::ui {

namespace {

constexpr double usualScale = 2;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GraphExport)
};

Result<void> written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tl::unexpected(Error{
            Error::Code::Io,
            fromQt(Words::tr("The picture could not be written: %1.").arg(file.errorString())),
            fromQt(path)});
    return {};
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

using Write = std::string (*)(const Topology &);

/// What needs no picture.
Write writerFor(const QString &suffix)
{
    static const std::array<std::pair<const char *, Write>, 4> writers{
        {{"dot", &report::graphDot},
         {"mmd", &report::graphMermaid},
         {"dsl", &report::graphStructurizr},
         {"puml", &report::graphPlantUml}}};
    for (const auto &[name, write] : writers)
        if (suffix == QLatin1String(name))
            return write;
    return nullptr;
}

/// Beside the report: its own name; another where a file has that and no report is there yet whose
/// picture it could be.
QString pictureBeside(const QFileInfo &report)
{
    const QString base = report.completeBaseName();
    QString name = base + QStringLiteral(".svg");
    if (!report.exists())
        for (int i = 2; report.dir().exists(name); ++i)
            name = QStringLiteral("%1-%2.svg").arg(base, QString::number(i));
    return name;
}

Result<void> writeReport(const GraphExport &source, const QString &path)
{
    const QFileInfo file(path);
    const QString picture = pictureBeside(file);
    const std::string svg = report::graphSvg(source.scene->content, source.scene->picture);
    if (auto done = written(file.dir().filePath(picture), QByteArray::fromStdString(svg)); !done)
        return done;
    return written(path, QByteArray::fromStdString(
                             report::contextMap(*source.topology, source.shown, fromQt(picture))));
}

} // namespace

QStringList graphExportFilters()
{
    QStringList filters{
        Words::tr("Picture with text (*.svg)"), Words::tr("Document with pages (*.pdf)"),
        Words::tr("Page with search (*.html)"), Words::tr("Report with a picture (*.md)")};
    for (int scale = 1; scale <= 4; ++scale)
        filters << Words::tr("Image, %1× (*.png)").arg(scale);
    return filters << Words::tr("draw.io (*.drawio)") << Words::tr("Graphviz (*.dot)")
                   << Words::tr("Mermaid (*.mmd)") << Words::tr("Structurizr, C4 (*.dsl)")
                   << Words::tr("PlantUML, C4 (*.puml)") << Words::tr("Backstage (*.yaml)")
                   << Words::tr("EventCatalog, a folder (*.eventcatalog)");
}

double graphExportScale(const QString &filter)
{
    for (int scale = 1; scale <= 4; ++scale)
        if (filter == Words::tr("Image, %1× (*.png)").arg(scale))
            return scale;
    return usualScale;
}

namespace {

bool isCatalogue(const QString &suffix)
{
    return suffix == QLatin1String("yaml") || suffix == QLatin1String("eventcatalog");
}

/// For the tools in which people look services up.
Result<void> writeCatalogue(const Topology &topology, const QString &path, const QString &suffix)
{
    if (suffix == QLatin1String("eventcatalog"))
        return report::writeTree(report::eventCatalog(topology), fromQt(path));
    return written(path, QByteArray::fromStdString(report::backstageCatalogue(
                             topology, report::wayToSpecs(topology, fromQt(path)))));
}

} // namespace

Result<void> exportGraph(const GraphExport &source, const QString &path, double scale)
{
    if (!source.topology || !source.scene)
        return tl::unexpected(Error{
            Error::Code::NotFound, fromQt(Words::tr("There is no graph to export yet.")), {}});
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto &content = source.scene->content;
    const auto &picture = source.scene->picture;
    const auto part =
        source.shown ? std::optional(graph::partOf(*source.topology, *source.shown)) : std::nullopt;
    const Topology &topology = part ? *part : *source.topology;
    if (const Write write = writerFor(suffix))
        return written(path, QByteArray::fromStdString(write(topology)));
    if (isCatalogue(suffix))
        return writeCatalogue(topology, path, suffix);
    if (suffix == QLatin1String("svg"))
        return written(path, QByteArray::fromStdString(report::graphSvg(content, picture)));
    if (suffix == QLatin1String("html"))
        return written(path, QByteArray::fromStdString(report::graphHtml(content, picture)));
    if (suffix == QLatin1String("drawio"))
        return written(path, QByteArray::fromStdString(report::graphDrawio(content, picture)));
    if (suffix == QLatin1String("png"))
        return written(path, pngOf(source.image(scale)));
    if (suffix == QLatin1String("pdf"))
        return written(path, graphPdf(source));
    if (suffix == QLatin1String("md"))
        return writeReport(source, path);
    return tl::unexpected(Error{
        Error::Code::Invalid,
        fromQt(Words::tr(
                   "A graph can't be written as '.%1': use svg, pdf, html, md, png, drawio, dot, "
                   "mmd, dsl, puml, yaml (Backstage) or eventcatalog.")
                   .arg(suffix)),
        fromQt(path)});
}

} // namespace meshwright::ui
