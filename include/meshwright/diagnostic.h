// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

enum class Severity { Error, Warning, Info, Hint };

struct QuickFix
{
    std::string title; ///< what it does: Rename to '_public.sale'
    WorkspaceEdit edit;

    bool operator==(const QuickFix &) const = default;
};

/// One finding: what is wrong, where to the byte, and what to do.
struct Diagnostic
{
    std::string file;
    std::string rule;      ///< id, documented in docs/rules.md: naming/unknown-keyword
    std::string reference; ///< the AsyncAPI parser's own code, where the rule is one of its
    Severity severity = Severity::Error;
    std::string message;
    std::vector<std::string> path; ///< keys and indices to the value
    Range range;
    std::vector<QuickFix> fixes;

    bool operator==(const Diagnostic &) const = default;
};

std::string_view nameOf(Severity severity); ///< error, warning, info, hint

enum class RuleGroup { AsyncApi, Conventions, Policies };

/// What a rule asks for, for the reference of rules and for its findings.
struct Rule
{
    std::string_view id;
    RuleGroup group = RuleGroup::Conventions;
    Severity severity = Severity::Error;
    std::string_view summary; ///< what it asks for
    std::string_view why;
    std::string_view reference = {}; ///< the AsyncAPI parser's code for the same, or empty
    bool isAdvice = false;           ///< a nicety, which a workspace can switch off
};

} // namespace meshwright
