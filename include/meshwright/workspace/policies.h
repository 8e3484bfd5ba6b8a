// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/asyncapi/files.h"
#include "meshwright/diagnostic.h"
#include "meshwright/workspace/settings.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright {

/// What a policy says of one subject: a topic setting of Kafka, `partitions`, `replicas`, or one of
/// `access`, `owner`, `description`, `schema`, `key`, `tags`, `readers`, `compatibility`.
struct PolicyDemand
{
    std::string subject;
    bool isAny = false;              ///< `true`: declared at all, with whatever value
    std::vector<std::string> values; ///< one of these; of names: patterns with *
    std::optional<double> least;     ///< in the setting's own unit; infinite: no limit
    std::optional<double> most;
    std::string leastText; ///< the same as Kafka takes them
    std::string mostText;
    std::uint32_t line = 0;
    asyncapi::Place place;
};

/// Which topics are meant. What is empty asks for nothing; of a list one entry is enough.
struct PolicyCondition
{
    std::vector<std::string> tags; ///< on the channel, its operations or messages; patterns with *
    std::vector<std::string> fields; ///< marks on fields of the payload: `pii`
    std::vector<Access> accesses;
    std::vector<std::string> topics;    ///< patterns with *
    std::vector<std::string> domains;   ///< and what lies within them
    std::vector<std::string> contexts;  ///< patterns with *
    std::vector<PolicyDemand> settings; ///< as the spec declares them

    bool isEmpty() const;
};

/// One rule of a policy file (docs/policies.md).
struct Policy
{
    std::string id;
    std::string title;
    std::string owner;
    std::string reason;
    Severity severity = Severity::Warning;
    std::vector<std::string> environments; ///< empty: all
    PolicyCondition when;
    PolicyCondition unless;
    std::vector<PolicyDemand> require;
    std::vector<PolicyDemand> forbid;
    std::vector<PolicyDemand> defaults;
    std::vector<PolicyDemand> overrides;
    std::uint32_t line = 0;
    asyncapi::Place place; ///< of its id

    bool holdsIn(std::string_view environment) const;
};

/// A rule about the data itself. Carried for the team that runs it; nothing here can check it.
struct QualityRule
{
    std::string id;
    std::string owner;
    std::string rule; ///< in words
    PolicyCondition when;
    PolicyCondition unless;
    std::map<std::string, std::string> metadata; ///< for the tool that runs it
    std::uint32_t line = 0;
    asyncapi::Place place;
};

/// A policy file that the settings name, or one of the built-in ones (`builtin:pii`).
struct PolicyFile
{
    std::string path;
    yaml::DocumentPtr document; ///< of the present text
    std::vector<Policy> policies;
    std::vector<QualityRule> quality;
    std::vector<SettingsProblem> problems; ///< of the present text
    /// Whether the present text is broken. In force is then what the last good text said, or what
    /// could be read where there was none.
    bool isBroken = false;
    bool wasGood = true; ///< whether what is in force comes from a text without faults
};

using PolicyFilePtr = std::shared_ptr<const PolicyFile>;

/// Reads the document of a policy file; null where it can't be read. `before`: the same file until
/// now, or null.
PolicyFilePtr readPolicies(const std::string &path, const yaml::DocumentPtr &document,
                           const PolicyFilePtr &before = nullptr);

/// The names of the built-in policy files, without `builtin:`.
const std::vector<std::string_view> &builtinPolicies();
/// One of them, or null.
PolicyFilePtr builtinPolicyFile(std::string_view name);
/// Its text, as an example.
std::string_view builtinPolicyText(std::string_view name);

inline constexpr std::string_view builtinPrefix = "builtin:";

} // namespace meshwright
