// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/views.h"

class QUrlQuery;

namespace meshwright::ui {

/// What a link says of the graph: a view of the workspace by its name, or else the filter and the
/// focus themselves; neither is everything.
struct GraphLook
{
    graph::View view;
    bool onlyThese = false;

    bool operator==(const GraphLook &) const = default;
};

void addGraphLook(QUrlQuery &query, const GraphLook &look);
/// Invalid, with one sentence, where a word is none of those that there are.
Result<GraphLook> readGraphLook(const QUrlQuery &query);

} // namespace meshwright::ui
