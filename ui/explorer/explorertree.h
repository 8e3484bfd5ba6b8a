// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/session/places.h"

#include <QString>

#include <memory>
#include <vector>

namespace meshwright::ui {

/// One row of the explorer. `key` is unique among its siblings and stays over snapshots.
struct ExplorerNode
{
    enum class Kind { Domain, Context, Topic, Consumes, Foreign, Faults, File };

    Kind kind = Kind::Domain;
    QString key;
    QString name;   ///< as shown: less what the parent says already
    QString detail; ///< the full name, for the tool tip
    std::optional<Access> access;
    bool isControlPlane = false;
    int domainIndex = -1; ///< of a Domain: which hue
    Selection selection;
    asyncapi::Place place; ///< what double-click shows
    FindingCounts counts;
    ExplorerNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<ExplorerNode>> children;
};

/// Domains → contexts → topics (and what each consumes), then the files that can't be read.
std::unique_ptr<ExplorerNode> explorerTree(const Snapshot &snapshot);

} // namespace meshwright::ui
