// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/finding.h"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace meshwright::linting {

/// How grave findings are here: what `checks.severity` says, as far as it may say it.
class Severities
{
public:
    explicit Severities(const Settings &settings);

    /// Gives each finding from `begin` on its severity here, and drops those that are switched off.
    void apply(std::vector<Diagnostic> &findings, std::size_t begin) const;

private:
    std::map<std::string_view, std::optional<Severity>> m_chosen;
};

/// What is wrong with `checks.severity`: no such rule, or one that may not be lowered.
void checkSeverities(Pass &pass);

} // namespace meshwright::linting
