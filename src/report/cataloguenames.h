// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace meshwright::report {

/// For each text a name that a catalogue takes: of [A-Za-z0-9._-], beginning and ending with a
/// letter or a digit, not longer than `longest`, and another than all others whatever their case. A
/// text that is such a name already keeps it, unless one that differs in case alone stands before.
std::map<std::string, std::string> catalogueNames(const std::set<std::string> &texts,
                                                  std::size_t longest);

} // namespace meshwright::report
