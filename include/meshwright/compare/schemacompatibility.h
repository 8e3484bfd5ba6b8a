// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::compare {

/// A schema as a registry has it.
struct SchemaVersion
{
    std::string type; ///< AVRO, JSON or PROTOBUF
    std::string text;
    std::map<std::string, std::string> referred; ///< the texts of its references, by their names
};

/// The words of schema registries: NONE, BACKWARD, FORWARD, FULL, and the transitive ones.
const std::vector<std::string_view> &compatibilityLevels();

/// Why a registry of this level should not take `after` as the version after `before`, field by
/// field, in sentences; empty where it should. A transitive level asks the same of each earlier
/// version.
std::vector<std::string> incompatibilities(const SchemaVersion &before, const SchemaVersion &after,
                                           std::string_view level);

/// Whether both texts say the same to a registry: layout and comments don't count.
bool isSameSchema(std::string_view type, std::string_view a, std::string_view b);

} // namespace meshwright::compare
