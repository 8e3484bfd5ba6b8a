// SPDX-License-Identifier: Apache-2.0
// The addresses of servers and what is put into them.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"
#include "conformance/placeholders.h"

namespace meshwright::conformance {

namespace {

/// Where a server's address stands: AsyncAPI 2 `url`, AsyncAPI 3 `host` and `pathname`.
std::vector<Value> addressesOf(Check &check, const Value &server)
{
    if (check.spec.major == 2)
        return {child(check, server, "url")};
    return {child(check, server, "host"), child(check, server, "pathname")};
}

void checkVariables(Check &check, const Member &server)
{
    std::vector<std::string> names;
    Value address;
    for (const Value &part : addressesOf(check, server.value))
        if (const auto text = textOf(part)) {
            const auto more = namesInBraces(*text);
            names.insert(names.end(), more.begin(), more.end());
            if (!address || !more.empty())
                address = part;
        }
    if (!address || names.empty())
        return;
    checkPlaceholders(check,
                      {"asyncapi/server-variables", "variable", "variables",
                       "the address of the server '" + server.key + "'", "{}"},
                      {server.value, address, names});
}

void checkEmptyBraces(Check &check, const Value &address)
{
    const auto text = textOf(address);
    if (!text || text->find("{}") == std::string::npos)
        return;
    report(check, "asyncapi/server-empty-variable", address.place(),
           "The address '" + *text +
               "' has braces without a name: write the variable's name into them, or take them "
               "out.");
}

void checkTrailingSlash(Check &check, const Value &url)
{
    const auto text = textOf(url);
    if (!text || !text->ends_with('/'))
        return;
    Diagnostic &found =
        report(check, "asyncapi/server-trailing-slash", url.place(),
               "The url '" + *text +
                   "' ends with '/', which doubles the one that a channel may begin with: take it "
                   "out.");
    offerText(check, found, url.target, text->substr(0, text->size() - 1), "Remove the last '/'");
}

} // namespace

void checkServers(Check &check)
{
    for (const Value &map : maps(check, "servers", Scope::Everywhere))
        for (const Member &server : members(check, map))
            checkVariables(check, server);
    for (const Value &server : named(check, "servers", Scope::Root)) {
        for (const Value &address : addressesOf(check, server))
            checkEmptyBraces(check, address);
        if (check.spec.major == 2)
            checkTrailingSlash(check, child(check, server, "url"));
    }
}

} // namespace meshwright::conformance
