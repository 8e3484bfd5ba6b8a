// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/policy/policy.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshwright::policy {

/// Whether the two say the same of the subject: a setting as a broker reads it, a number, a word.
bool isSame(std::string_view subject, std::string_view a, std::string_view b);

/// A setting's number, with infinity for no limit; of partitions and replicas too.
std::optional<double> numberIn(std::string_view subject, std::string_view text);

bool isWithinBounds(const PolicyDemand &demand, std::optional<double> number);

/// The value that a demand wants where it finds `present` (or nothing): nothing where that will do
/// already.
std::optional<std::string> wantedValue(const PolicyDemand &demand,
                                       const std::optional<std::string> &present);

/// For people: `at most 48 h (172800000)`.
std::string demandText(const PolicyDemand &demand);

} // namespace meshwright::policy
