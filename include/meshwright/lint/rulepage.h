// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace meshwright {

/// What there is to know of a rule beyond the rule itself, from resources/rules.
struct RulePage
{
    std::string note;
    std::string options;                     ///< what of meshwright.yaml it depends on
    std::string fix;                         ///< how its quick fixes work
    std::string inCode;                      ///< when it finds something, where no text can show it
    std::map<std::string, std::string> bad;  ///< a small workspace with such a finding
    std::map<std::string, std::string> good; ///< the same in order
};

RulePage rulePage(const Rule &rule);

/// The id of the rule that was probably meant.
std::optional<std::string> nearestRule(std::string_view id);

/// `naming-style`: what the rule's page is called.
std::string pageName(const Rule &rule);
/// The page as docs/rules/NAME.md has it.
std::string pageMarkdown(const Rule &rule);
/// The table of docs/rules.md.
std::string ruleTable();

} // namespace meshwright
