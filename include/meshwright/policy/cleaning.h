// SPDX-License-Identifier: Apache-2.0
// The cleaned topic: a service of the control plane reads a protected topic with personal data, and
// writes what is left of it, cleaned, to a public one. docs/policies.md.
#pragma once

#include "meshwright/topology/topology.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::policy {

/// What a tag begins with that names the topic which this one is made from.
inline constexpr std::string_view cleanedPrefix = "cleaned-from:";

/// A topic with such a tag.
struct Cleaning
{
    const Topic *cleaned = nullptr;
    TopicName source;
    asyncapi::Place place; ///< of the tag
};

/// Sorted by the cleaned topic, then as written.
std::vector<Cleaning> cleanings(const Topology &topology);
std::vector<Cleaning> cleaningsOf(const Topic &topic);

/// What is amiss with one.
struct CleaningFault
{
    enum class Kind {
        UnknownSource, ///< no spec here has the source
        NotRead,       ///< the owner of the cleaned topic does not read the source, or may not
        OutsideControlPlane, ///< the settings name a control plane, and the owner is not of it
        StillMarked          ///< the payload has fields marked with what the source is tagged with
    };

    Kind kind = Kind::UnknownSource;
    std::string message;
};

std::vector<CleaningFault> faultsOf(const Topology &topology, const Cleaning &cleaning);

} // namespace meshwright::policy
