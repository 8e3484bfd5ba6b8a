// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"
#include "meshwright/yaml/spot.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshwright::asyncapi {

using yaml::Spot; ///< here its node is never an alias

/// The text of a node's `$ref`, or null. A `$ref` that is no string is a plain key.
const yaml::Node *referenceOf(const yaml::Node &node);

struct PointerToken;

/// Follows references and remembers where each led. For one reading of one spec.
class Resolver
{
public:
    explicit Resolver(const Files &files)
        : m_files(files)
    {}

    const Resolution &resolve(const std::string &fromFile, std::string_view reference);
    /// The node behind references, or nothing.
    Spot follow(const Spot &spot);
    /// A value of a mapping, its references not yet followed.
    Spot child(const Spot &spot, std::string_view key);

    /// `child`, followed.
    Spot value(const Spot &spot, std::string_view key) { return follow(child(spot, key)); }

    Spot spot(const std::string &file, const yaml::Node &node);

    /// Every file that a reference reached, or would have; null where there is no document.
    const std::map<std::string, yaml::DocumentPtr> &reached() const { return m_reached; }

private:
    struct Step; // a place on the way of one reference
    Resolution find(const std::string &fromFile, std::string_view reference,
                    std::vector<const yaml::Node *> &trail);
    Resolution descend(const Step &start, const std::vector<PointerToken> &tokens,
                       std::vector<const yaml::Node *> &trail);
    Resolution settle(Resolution found, std::vector<const yaml::Node *> &trail);
    yaml::DocumentPtr document(const std::string &file);

    const Files &m_files;
    std::size_t m_budget = 0;
    std::map<std::string, yaml::DocumentPtr> m_reached;
    std::map<std::string, std::unordered_map<std::string, Resolution>> m_known;
};

} // namespace meshwright::asyncapi
