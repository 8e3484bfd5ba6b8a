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
};

/// The rule of this id.
const Rule &ruleOf(std::string_view id);

/// The document that holds the nodes of `file`; null where it is not known.
yaml::DocumentPtr documentOf(const Check &check, const std::string &file);

/// Reports a finding at a value, with the severity and the reference of its rule.
Diagnostic &report(Check &check, std::string_view rule, const asyncapi::Spot &value,
                   std::string message);
/// The same at a key of a mapping: its path is the value's, its range the key's.
Diagnostic &reportKey(Check &check, std::string_view rule, const asyncapi::Spot &mapping,
                      const yaml::Entry &entry, std::string message);

} // namespace meshwright::conformance
