// SPDX-License-Identifier: Apache-2.0
// What an act means, before any file changes: for other contexts, for access rules, for a plan, and
// for what a month costs.
#pragma once

#include "meshwright/cost/costs.h"
#include "meshwright/modelling/impact.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace meshwright::ui {

struct Effects
{
    TopologyPtr after; ///< what the act would make of the specs; null where it can't be told
    Result<modelling::Impact> impact;
    std::optional<cost::Change> cost;
};

/// Takes its time: for a pool thread.
Effects effectsOf(const Topology &before, const WorkspaceEdit &edit);

/// The notes, then whom it concerns, what a plan makes of it and the access rules that come and go:
/// a line each, and of many lines the first ones and how many more there are. Empty where there is
/// nothing to be known.
QString effectsText(const std::vector<std::string> &notes, const Result<modelling::Impact> &impact);

/// What the topics that change cost before and after; empty where nothing changes or there is no
/// price list.
QString costText(const std::optional<cost::Change> &change, const Settings &settings);

} // namespace meshwright::ui
