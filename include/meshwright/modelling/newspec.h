// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/names.h"
#include "meshwright/workspace/workspace.h"

#include <string>

namespace meshwright::modelling {

/// What the spec of a new bounded context starts from.
struct NewSpec
{
    std::string file;                             ///< relative to the workspace, with /
    std::string asyncapi = "3.0.0";               ///< or 2.6.0
    ContextId id;                                 ///< acme.finance.sales
    std::string title;                            ///< empty: made from the id's last part
    Access access = Access::Public;               ///< of the first topic
    std::string type;                             ///< of the first topic: sale; empty: no topic yet
    std::string contentType = "application/json"; ///< of its messages; empty: none is said
};

/// Where the other specs' habit puts the spec of a context: `finance/sales/sales.yaml` where most
/// have a folder of their own, `finance/sales.yaml` where most share one, `sales.yaml` where all
/// stand in the root. Without the organisation.
std::string fileFor(const Workspace &workspace, const ContextId &id);

/// `life_enhancer` → `Life enhancer`.
std::string titleFor(const ContextId &id);

/// The text of the new spec. Conflict where the file exists or a spec has the id; Invalid where its
/// path leaves the workspace or is no YAML file, where the id names no context, or where a rule
/// finds an error in what would be written (its message says which).
Result<std::string> newSpecText(const WorkspacePtr &workspace, const NewSpec &wanted);

} // namespace meshwright::modelling
