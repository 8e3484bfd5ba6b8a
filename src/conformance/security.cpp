// SPDX-License-Identifier: Apache-2.0
// What servers and operations ask for is defined.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshwright::conformance {

namespace {

/// The first of them, as a list in a sentence.
std::string listed(const std::vector<std::string> &names)
{
    constexpr std::size_t most = 50;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (text.empty() ? "" : ", ") + names[i];
    if (names.size() > most)
        text += " …";
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

class Requirements
{
public:
    explicit Requirements(Check &check)
        : m_check(check)
        , m_schemes(at(check, rootOf(check), {"components", "securitySchemes"}))
    {
        for (const Member &scheme : members(check, m_schemes))
            m_names.push_back(scheme.key);
    }

    void checkOwner(std::string_view rule, const Value &owner)
    {
        for (const Value &asked : items(m_check, child(m_check, owner, "security")))
            if (m_check.spec.major == 2)
                checkRequirement(rule, asked);
            else
                checkScopes(rule, asked, child(m_check, asked, "scopes"));
    }

private:
    void checkRequirement(std::string_view rule, const Value &requirement)
    {
        if (!isRequirement(m_check, requirement))
            return;
        for (const Member &asked : members(m_check, requirement)) {
            const Value scheme = child(m_check, m_schemes, asked.key);
            if (scheme.written)
                checkScopes(rule, {scheme.written, scheme.written}, asked.value);
            else
                reportScheme(rule, requirement, asked);
        }
    }

    void reportScheme(std::string_view rule, const Value &requirement, const Member &asked)
    {
        const auto meant = m_check.suggestions.nearest(asked.key, m_names);
        Diagnostic &found = reportName(
            m_check, rule, requirement, asked,
            "There is no security scheme '" + asked.key + "' in 'components.securitySchemes'." +
                didYouMean(meant) + " Name one that is there, or describe this one.");
        if (meant)
            offerText(m_check, found, {requirement.target.file, asked.entry.key}, *meant,
                      "Name '" + *meant + "'");
    }

    void checkScopes(std::string_view rule, const Value &scheme, const Value &asked)
    {
        if (textOf(child(m_check, scheme, "type")) != "oauth2")
            return;
        const Scopes &known = scopes(scheme);
        for (const Value &scope : items(m_check, asked))
            if (const auto name = textOf(scope); name && !known.all.contains(*name))
                reportScope(rule, scope, *name, known);
    }

    struct Scopes
    {
        std::vector<std::string> names;
        std::set<std::string> all;
        std::string list;
    };

    const Scopes &scopes(const Value &scheme)
    {
        const auto [place, isNew] = m_scopes.try_emplace(scheme.target.node);
        Scopes &known = place->second;
        if (isNew) {
            known.names = scopesOf(m_check, scheme);
            known.all = {known.names.begin(), known.names.end()};
            known.list = listed(known.names);
        }
        return known;
    }

    void reportScope(std::string_view rule, const Value &scope, const std::string &name,
                     const Scopes &known)
    {
        const auto meant = m_check.suggestions.nearest(name, known.names);
        Diagnostic &found =
            report(m_check, rule, scope.place(),
                   "No flow of the security scheme offers the scope '" + name + "'." +
                       didYouMean(meant) + " Ask for one that is offered: " + known.list + ".");
        if (m_check.spec.major == 3)
            asOurOwn(found, Severity::Warning);
        if (meant)
            offerText(m_check, found, scope.target, *meant, "Ask for '" + *meant + "'");
    }

    Check &m_check;
    Value m_schemes;
    std::vector<std::string> m_names;
    std::map<const yaml::Node *, Scopes> m_scopes;
};

} // namespace

void checkSecurity(Check &check)
{
    Requirements requirements(check);
    for (const Value &server : named(check, "servers", Scope::Root))
        requirements.checkOwner("asyncapi/server-security", server);
    const auto operations = check.spec.major == 2 ? operationsOfVersion2(check, Scope::Root)
                                                  : named(check, "operations", Scope::Root);
    for (const Value &operation : operations)
        requirements.checkOwner("asyncapi/operation-security", operation);
}

} // namespace meshwright::conformance
