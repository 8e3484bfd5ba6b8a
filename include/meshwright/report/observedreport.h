// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/graph/observed.h"

#include <string>

namespace meshwright::report {

/// The graph's JSON with what was observed on an environment's cluster, as docs/formats.md says.
/// `topology` has the observed edges.
std::string graphJson(const Topology &topology, const graph::Observed &observed,
                      const std::string &environment);
/// A chapter for the end of the context map: who reads there, and where specs and cluster disagree.
std::string observedMarkdown(const graph::Observed &observed, const std::string &environment);

} // namespace meshwright::report
