// SPDX-License-Identifier: Apache-2.0
// All policies of a company beside what they mean for its topics.
#pragma once

#include "meshwright/policy/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace meshwright::policy {

/// What one policy means for one topic.
struct Effect
{
    const Topic *topic = nullptr;
    std::vector<Change> changes;
    std::vector<Breach> breaches;
};

struct SurveyedPolicy
{
    const Policy *policy = nullptr;
    bool holds =
        true; ///< false: it holds in other environments alone, and its effects are not told
    std::vector<Effect> effects; ///< the topics that it means, sorted by name
};

struct SurveyedQuality
{
    const QualityRule *rule = nullptr;
    std::vector<const Topic *> topics; ///< sorted by name
};

struct Survey
{
    std::vector<PolicyFilePtr> files;     ///< keeps what is pointed to
    TopologyPtr topology;                 ///< likewise
    std::vector<SurveyedPolicy> policies; ///< in the order of the files
    std::vector<SurveyedQuality> quality;
};

/// Of the policies as they hold in the environment; none: of those that hold in all.
Survey survey(const TopologyPtr &topology, std::optional<std::string_view> environment = {});

/// What a policy asks for, in a line: `retention.ms: at most 48 h; never access public`.
std::string textOf(const Policy &policy);
/// Which topics it means, in a line: `tag pii or PII, unless tag cleaned-from:*`; `every topic`.
std::string conditionText(const PolicyCondition &when, const PolicyCondition &unless);

} // namespace meshwright::policy
