// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/grantledger.h"

#include <string>
#include <vector>

namespace meshwright::report {

/// The documents of docs/formats.md, each ending in a line end.
/// Every entry with its state, and the requests among them.
std::string requestsJson(const Workspace &workspace, const std::vector<GrantEntry> &ledger);
/// What waits for a grant, by owner and file, each with the tag to add and a box to tick. Fit for
/// the description of a pull request.
std::string requestsMarkdown(const Workspace &workspace, const std::vector<GrantEntry> &ledger);

} // namespace meshwright::report
