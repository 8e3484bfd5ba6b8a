// SPDX-License-Identifier: Apache-2.0
// What servers and operations ask for is defined.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"
#include "text/suggestion.h"

#include <algorithm>

namespace meshwright::conformance {

namespace {

std::string listed(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

/// The scopes of all flows; AsyncAPI 2 keeps them in `scopes`, AsyncAPI 3 in `availableScopes`.
std::vector<std::string> scopesOf(Check &check, const Value &scheme)
{
    std::vector<std::string> names;
    const Value flows = child(check, scheme, "flows");
    const std::string_view key = check.spec.major == 2 ? "scopes" : "availableScopes";
    for (const std::string_view kind :
         {"implicit", "password", "clientCredentials", "authorizationCode"})
        for (const Member &scope : members(check, at(check, flows, {kind, key})))
            names.push_back(scope.key);
    return names;
}

void checkScopes(Check &check, std::string_view rule, const Value &scheme, const Value &asked)
{
    if (textOf(child(check, scheme, "type")) != "oauth2")
        return;
    const auto known = scopesOf(check, scheme);
    for (const Value &scope : items(check, asked)) {
        const auto name = textOf(scope);
        if (!name || std::find(known.begin(), known.end(), *name) != known.end())
            continue;
        const auto meant = nearest(*name, known);
        Diagnostic &found =
            report(check, rule, scope.place(),
                   "No flow of the security scheme offers the scope '" + *name + "'." +
                       didYouMean(meant) + " Ask for one that is offered: " + listed(known) + ".");
        if (check.spec.major == 3)
            asOurOwn(found, Severity::Warning);
        if (meant)
            offerText(check, found, scope.target, *meant, "Ask for '" + *meant + "'");
    }
}

/// AsyncAPI 2: `{scheme: [scope …]}`, or something else that the structure's rules tell.
bool isRequirement(Check &check, const Value &requirement)
{
    if (!requirement.isMapping())
        return false;
    const auto asked = members(check, requirement);
    return std::all_of(asked.begin(), asked.end(), [&](const Member &each) {
        if (!each.value.isSequence())
            return false;
        const auto scopes = items(check, each.value);
        return std::all_of(scopes.begin(), scopes.end(),
                           [](const Value &scope) { return textOf(scope).has_value(); });
    });
}

void checkRequirement(Check &check, std::string_view rule, const Value &requirement)
{
    if (!isRequirement(check, requirement))
        return;
    const Value schemes = at(check, rootOf(check), {"components", "securitySchemes"});
    std::vector<std::string> known;
    for (const Member &scheme : members(check, schemes))
        known.push_back(scheme.key);
    for (const Member &asked : members(check, requirement)) {
        const Value scheme = child(check, schemes, asked.key);
        if (scheme.written) {
            checkScopes(check, rule, {scheme.written, scheme.written}, asked.value);
            continue;
        }
        const auto meant = nearest(asked.key, known);
        Diagnostic &found = reportName(
            check, rule, requirement, asked,
            "There is no security scheme '" + asked.key + "' in 'components.securitySchemes'." +
                didYouMean(meant) + " Name one that is there, or describe this one.");
        if (meant)
            offerText(check, found, {requirement.target.file, asked.entry.key}, *meant,
                      "Name '" + *meant + "'");
    }
}

void checkOwner(Check &check, std::string_view rule, const Value &owner)
{
    for (const Value &asked : items(check, child(check, owner, "security")))
        if (check.spec.major == 2)
            checkRequirement(check, rule, asked);
        else
            checkScopes(check, rule, asked, child(check, asked, "scopes"));
}

} // namespace

void checkSecurity(Check &check)
{
    for (const Value &server : named(check, "servers", Scope::Root))
        checkOwner(check, "asyncapi/server-security", server);
    const auto operations = check.spec.major == 2 ? operationsOfVersion2(check, Scope::Root)
                                                  : named(check, "operations", Scope::Root);
    for (const Value &operation : operations)
        checkOwner(check, "asyncapi/operation-security", operation);
}

} // namespace meshwright::conformance
