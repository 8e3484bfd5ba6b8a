// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/glossary/glossary.h"

#include <string>

namespace meshwright::report {

/// The documents of docs/formats.md, each ending in a line end.
std::string glossaryJson(const Workspace &workspace, const glossary::Listing &listing);
std::string glossaryMarkdown(const Workspace &workspace, const glossary::Listing &listing);

} // namespace meshwright::report
