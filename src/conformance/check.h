// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/conformance/conformance.h"

#include <string>
#include <string_view>

namespace meshwright::conformance {

/// One check of one spec: what the rules read, and where their findings go.
struct Check
{
    const asyncapi::Files &files;
    const asyncapi::Spec &spec;
    asyncapi::Resolver &resolver;
    asyncapi::Spot root; ///< the document's root mapping
    std::vector<Diagnostic> &out;

    /// The document that holds the nodes of `file`; null where it is not known.
    yaml::DocumentPtr documentOf(const std::string &file) const;
};

/// Reports a finding at a value, with the severity and the reference of its rule.
Diagnostic &report(Check &check, std::string_view rule, const asyncapi::Spot &value,
                   std::string message);
/// The same at a key of a mapping: its path is the value's, its range the key's.
Diagnostic &reportKey(Check &check, std::string_view rule, const asyncapi::Spot &mapping,
                      const yaml::Entry &entry, std::string message);

/// The families of rules, one file each.
void checkStructure(Check &check); ///< the shape of the document
/// What else the AsyncAPI parser tells of faults in the shape.
void addFollowUps(Check &check);

} // namespace meshwright::conformance
