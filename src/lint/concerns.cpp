// SPDX-License-Identifier: Apache-2.0
#include "meshwright/lint/lint.h"

#include <algorithm>
#include <array>

namespace meshwright {

namespace {

/// Rules about messages, names for code, and servers: no topic, setting or right hangs on them.
constexpr std::array<std::string_view, 11> apart{
    "asyncapi/message-example",    "asyncapi/message-id-unique",  "asyncapi/operation-id-unique",
    "asyncapi/operation-messages", "asyncapi/operation-security", "asyncapi/payload",
    "asyncapi/schema-default",     "asyncapi/schema-example",     "asyncapi/server-security",
    "asyncapi/server-variables",   "asyncapi/tags-unique"};

/// Whether a place is inside what a message carries: its payload, headers, examples, or a schema.
bool isInsideMessage(const std::vector<std::string> &path)
{
    constexpr std::array<std::string_view, 3> carried{"payload", "headers", "examples"};
    const bool isSchema = path.size() > 1 && path[0] == "components" && path[1] == "schemas";
    return isSchema || std::any_of(path.begin(), path.end(), [&](const std::string &token) {
               return std::find(carried.begin(), carried.end(), token) != carried.end();
           });
}

} // namespace

bool isFixed(const Rule &rule)
{
    if (rule.group == RuleGroup::Policies)
        return rule.severity != Severity::Info;
    return rule.severity == Severity::Error &&
           std::find(apart.begin(), apart.end(), rule.id) == apart.end();
}

bool concernsCluster(const Diagnostic &finding)
{
    if (std::find(apart.begin(), apart.end(), finding.rule) != apart.end())
        return false;
    return finding.rule != "asyncapi/structure" ||
           !(finding.file.ends_with(".avsc") || isInsideMessage(finding.path));
}

} // namespace meshwright
