// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/drift.h"
#include "meshwright/text/textedit.h"

#include <string>
#include <vector>

namespace meshwright::adoption {

/// Why no edit of a spec makes it ask for what the cluster has, in a sentence with a way out; empty
/// where one does.
std::string whyNotAdopted(const Topology &topology, const Environment &environment,
                          const DriftItem &item);

/// One edit after which the specs ask for what the cluster has of these items: values in Kafka
/// bindings, tags that grant access, and channels of topics that no spec names, as yet without
/// messages. Comments stay. Denied where one of them can't be adopted;
/// else the errors of modelling acts.
Result<WorkspaceEdit> adoptDrift(const Topology &topology, const Environment &environment,
                                 const std::vector<DriftItem> &items);

} // namespace meshwright::adoption
