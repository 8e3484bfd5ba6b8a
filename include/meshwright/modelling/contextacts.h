// SPDX-License-Identifier: Apache-2.0
// Acts upon a bounded context's spec: see channelid.h for what all acts have in common.
#pragma once

#include "meshwright/modelling/newspec.h"
#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/topology/topology.h"

#include <string>

namespace meshwright::modelling {

/// The file of a new context's spec, as an edit that can be undone: see newSpecText.
Result<WorkspaceEdit> addContext(const Topology &topology, const NewSpec &wanted);

/// `info.title` of the spec; Invalid where it is empty, since AsyncAPI asks for one.
Result<WorkspaceEdit> setTitle(const Topology &topology, const std::string &file,
                               const std::string &title);

/// `info.description` of the spec; an empty text takes it away.
Result<WorkspaceEdit> setDescription(const Topology &topology, const std::string &file,
                                     const std::string &description);

} // namespace meshwright::modelling
