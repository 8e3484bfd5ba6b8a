// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/graphlook.h"

#include "meshwright/result.h"

#include <QString>

namespace meshwright::ui {

/// A place in the window that a link can name, and `meshwright LINK` opens again.
struct Destination
{
    enum class Kind { Context, Topic, Place, Problem, Plan, Graph };

    Kind kind = Kind::Place;
    QString workspace; ///< its root folder
    QString name;      ///< the context's id, the topic's name or the problem's rule
    QString file;      ///< of a place or a problem, in the workspace
    int line = 0;      ///< from 1; 0: the file as a whole
    int column = 0;    ///< in code points, from 1; 0: the line as a whole
    GraphLook graph = {};

    bool operator==(const Destination &) const = default;
};

bool isLink(const QString &text);
/// meshwright://open?workspace=/home/me/specs&topic=acme.sales._public.sale
QString linkTo(const Destination &destination);
/// Invalid, with one sentence, where the link is none or lacks something.
Result<Destination> readLink(const QString &link);

} // namespace meshwright::ui
