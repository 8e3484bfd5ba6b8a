// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/policy/survey.h"

#include <string>

namespace meshwright::report {

/// The documents of docs/formats.md, each ending in a line end.
std::string policiesJson(const policy::Survey &survey);
/// A line a policy or quality rule and topic: for a sheet, or for the tool that runs quality rules.
std::string policiesCsv(const policy::Survey &survey);
/// For a review. What files say stands in code spans, so that it is text and no markup.
std::string policiesMarkdown(const policy::Survey &survey);

} // namespace meshwright::report
