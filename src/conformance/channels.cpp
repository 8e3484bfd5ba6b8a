// SPDX-License-Identifier: Apache-2.0
// The addresses of channels, what is put into them, and the servers that channels name.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"
#include "conformance/placeholders.h"

#include <set>
#include <utility>

namespace meshwright::conformance {

namespace {

/// What a channel is reached by, and where that stands: AsyncAPI 2 the key, AsyncAPI 3 `address`.
Value addressOf(Check &check, const Value &map, const Member &channel)
{
    if (check.spec.major == 3)
        return child(check, channel.value, "address");
    const asyncapi::Spot key{map.target.file, &channel.entry.key->resolved()};
    return {key, key};
}

/// Reports at the address. The reference knows only keys.
Diagnostic &reportAddress(Check &check, std::string_view rule, const Value &map,
                          const Member &channel, std::string message)
{
    if (check.spec.major == 2)
        return reportName(check, rule, map, channel, std::move(message));
    return report(check, rule, addressOf(check, map, channel).place(), std::move(message));
}

bool hasQueryOrFragment(std::string_view text)
{
    return text.find_first_of("?#") != std::string_view::npos;
}

void checkKey(Check &check, const Value &map, const Member &channel)
{
    if (!hasQueryOrFragment(channel.key))
        return;
    const bool isAddress = check.spec.major == 2;
    reportName(check, "asyncapi/channel-no-query", map, channel,
               "The channel's " + std::string(isAddress ? "name" : "key") + " '" + channel.key +
                   "' has a query or a fragment ('?' or '#'): " +
                   (isAddress ? "describe what it holds in the bindings instead."
                              : "name the channel by a word, and let 'address' say where it is."));
}

void checkAddressQuery(Check &check, const Member &channel)
{
    const Value address = child(check, channel.value, "address");
    const auto text = textOf(address);
    if (text && hasQueryOrFragment(*text))
        report(check, "asyncapi/channel-address-no-query", address.place(),
               "The address '" + *text +
                   "' has a query or a fragment ('?' or '#'), which AsyncAPI 3 rules out: describe "
                   "what it holds in the bindings instead.");
}

void checkEmptyBraces(Check &check, const Value &map, const Member &channel,
                      const std::string &address)
{
    if (address.find("{}") != std::string::npos)
        reportAddress(check, "asyncapi/channel-empty-parameter", map, channel,
                      "'" + address +
                          "' has braces without a name: write the parameter's name into them, or "
                          "take them out.");
}

void checkTrailingSlash(Check &check, const Value &map, const Member &channel,
                        const std::string &address)
{
    if (address.size() < 2 || !address.ends_with('/'))
        return;
    Diagnostic &found = reportAddress(check, "asyncapi/channel-trailing-slash", map, channel,
                                      "'" + address +
                                          "' ends with '/', which makes it another address than "
                                          "the one without: take it out.");
    const std::string &text = check.spec.document->text()->bytes();
    if (check.spec.major == 3 || text.find("#/channels/") == std::string::npos)
        offerText(check, found, addressOf(check, map, channel).target,
                  address.substr(0, address.size() - 1), "Remove the last '/'");
}

void checkParameters(Check &check, const Value &map, const Member &channel, bool isRoot)
{
    const Value address = addressOf(check, map, channel);
    const auto text = check.spec.major == 2 ? channel.key : textOf(address).value_or("");
    const auto names = namesInBraces(text);
    if (check.spec.major == 2 ? names.empty() || !isRoot : !channel.value.isMapping())
        return;
    const std::string_view stub = check.spec.major == 2 ? "{schema: {type: string}}" : "{}";
    checkPlaceholders(check,
                      {"asyncapi/channel-parameters", "parameter", "parameters",
                       "the address of the channel '" + channel.key + "'", stub},
                      {channel.value, address, names});
}

void reportServer(Check &check, const Value &name, const std::string &written,
                  const std::vector<std::string> &known)
{
    const auto meant = check.suggestions.nearest(written, known);
    Diagnostic &found =
        report(check, "asyncapi/channel-servers", name.place(),
               "There is no server '" + written + "' in 'servers'." + didYouMean(meant) +
                   " Name one that is there, or describe this one.");
    if (meant)
        offerText(check, found, name.target, *meant, "Name '" + *meant + "'");
}

/// Nothing, where the document's shape is not the one that the rule is about.
std::optional<std::vector<Value>> serverNames(Check &check)
{
    std::vector<Value> names;
    for (const Member &channel : members(check, child(check, rootOf(check), "channels"))) {
        if (channel.value && !channel.value.isMapping())
            return std::nullopt;
        const Value list = child(check, channel.value, "servers");
        if (list.written && !list.isSequence())
            return std::nullopt;
        for (const Value &name : items(check, list)) {
            if (!textOf(name))
                return std::nullopt;
            names.push_back(name);
        }
    }
    return names;
}

void checkServerNames(Check &check)
{
    const Value servers = child(check, rootOf(check), "servers");
    const auto names = serverNames(check);
    if (!names || (servers.written && !servers.isMapping()))
        return;
    std::vector<std::string> known;
    for (const Member &server : members(check, servers))
        known.push_back(server.key);
    const std::set<std::string> all(known.begin(), known.end());
    for (const Value &name : *names)
        if (const std::string written = *textOf(name); !all.contains(written))
            reportServer(check, name, written, known);
}

/// AsyncAPI 3: a channel of the root is at servers of the root.
void checkServerReferences(Check &check, const Value &channel)
{
    const asyncapi::Spot servers = check.resolver.child(channel.written, "servers");
    for (const Value &server : items(check, {servers, servers})) {
        const yaml::Node *reference = asyncapi::referenceOf(*server.written.node);
        if (!reference || reference->value.find("#/servers/") != std::string::npos)
            continue;
        const asyncapi::Spot place{server.written.file, reference};
        Diagnostic &found =
            report(check, "asyncapi/channel-servers-of-root", place,
                   "'" + reference->text() +
                       "' is none of the document's own servers: let it name one of '#/servers/'.");
        const std::size_t slash = reference->value.rfind('/');
        const std::string name = reference->text().substr(slash + 1);
        if (slash != std::string::npos && at(check, rootOf(check), {"servers", name}))
            offerText(check, found, place, "#/servers/" + name,
                      "Refer to '#/servers/" + name + "'");
    }
}

} // namespace

void checkChannels(Check &check)
{
    const bool isVersion3 = check.spec.major == 3;
    const Value root = child(check, rootOf(check), "channels");
    for (const Value &map : maps(check, "channels", Scope::Everywhere)) {
        const bool isRoot = map.target.node == root.target.node;
        for (const Member &channel : members(check, map)) {
            checkParameters(check, map, channel, isRoot);
            if (isVersion3)
                checkAddressQuery(check, channel);
            if (!isRoot)
                continue;
            checkKey(check, map, channel);
            const auto address =
                isVersion3 ? textOf(child(check, channel.value, "address")) : channel.key;
            if (address) {
                checkEmptyBraces(check, map, channel, *address);
                checkTrailingSlash(check, map, channel, *address);
            }
            if (isVersion3)
                checkServerReferences(check, channel.value);
        }
    }
    checkServerNames(check);
}

} // namespace meshwright::conformance
