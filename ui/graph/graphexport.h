// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphscene.h"

#include <QByteArray>
#include <QImage>
#include <QStringList>

#include <functional>
#include <optional>
#include <set>

namespace meshwright::ui {

/// What an export is made of: the picture as it is shown.
struct GraphExport
{
    GraphScenePtr scene;
    TopologyPtr topology;                      ///< the whole company
    std::optional<std::set<ContextId>> shown;  ///< the part that the scene has, or nothing for all
    std::function<QImage(double scale)> image; ///< scale: pixels of the image for one of the scene
};

/// For a file dialog, the most wanted first: `Picture with text (*.svg)`.
QStringList graphExportFilters();
/// How many pixels a filter's image has for one of the scene: 1 to 4; 2 where it says nothing.
double graphExportScale(const QString &filter);

/// Writes the file in the format of its suffix: svg, png, pdf, html, md (with a picture beside it,
/// which takes no other file's place), drawio, dot, mmd, dsl (Structurizr), puml
/// (C4-PlantUML), yaml (Backstage) or eventcatalog, which is a folder. Invalid for any other.
Result<void> exportGraph(const GraphExport &source, const QString &path, double scale);

/// Pages of A3: the whole on the first, with its legend; where its text is too small to read there,
/// parts of it on the others, which overlap a little and say where they lie (A1, A2 …). Of a very
/// large company they get smaller, so that there are no more than 400.
QByteArray graphPdf(const GraphExport &source);

} // namespace meshwright::ui
