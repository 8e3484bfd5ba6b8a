// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/journal/journal.h"

namespace meshwright::journal {

/// The plan that takes back what the run itself did, where there is a way back: settings and access
/// as they were, and, only with `deleteTopics`, the topics that it made. What can't be taken back
/// is among the problems. Reads the topics that would be deleted; Conflict at another cluster.
Result<Plan> undoPlan(const Record &record, Cluster &cluster, bool deleteTopics,
                      const std::stop_token &stop);

} // namespace meshwright::journal
