// SPDX-License-Identifier: Apache-2.0
// Servers, and what they and operations ask for security.
#include "modelling/conversion.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

struct Address
{
    std::string scheme;
    std::string host;
    std::string pathname; ///< with its slash; may be empty
};

Address addressOf(const std::string &url)
{
    Address address;
    const auto scheme = url.find("://");
    const bool hasScheme = scheme != std::string::npos && url.find('/') > scheme;
    if (hasScheme)
        address.scheme = url.substr(0, scheme);
    const auto begin = hasScheme ? scheme + 3 : url.starts_with("//") ? 2 : 0;
    const auto slash = std::min(url.find('/', begin), url.size());
    address.host = url.substr(begin, slash - begin);
    address.pathname = url.substr(slash);
    return address;
}

yaml::Spot schemeNamed(Converting &converting, const std::string &name)
{
    const yaml::Node *root = converting.draft.document->root();
    const yaml::Node *scheme = child(child(child(root, "components"), "securitySchemes"), name);
    if (!scheme)
        return {};
    return converting.resolver.follow(converting.resolver.spot(converting.file, *scheme));
}

/// One scheme of a requirement: a reference, or the scheme with the scopes that are asked for.
Part requirement(Converting &converting, Part &scheme)
{
    const Path path{"components", "securitySchemes", scheme.name};
    Part item{{}, Piece::mapping({reference(converting, path)})};
    const yaml::Node *scopes = scheme.value.node ? &scheme.value.node->resolved() : nullptr;
    if (!scopes || scopes->items.empty())
        return item;
    const yaml::Spot spot = schemeNamed(converting, scheme.name);
    const yaml::Node *typeNode = child(spot.node, "type");
    const auto type = typeNode ? typeNode->text() : std::string();
    if (type != "oauth2" && type != "openIdConnect") {
        converting.note(scheme.value, "The scopes of '" + scheme.name +
                                          "' are left out: AsyncAPI 3 has scopes for oauth2 and "
                                          "openIdConnect alone.");
        return item;
    }
    item.value = importedCopy(converting, spot);
    convertScheme(converting, item.value);
    item.value.take("scopes");
    item.value.parts.emplace_back("scopes", std::move(scheme.value));
    return item;
}

} // namespace

bool serverNeedsIt(Converting &, const yaml::Spot &server)
{
    return child(server.node, "url") || child(server.node, "security");
}

void convertServer(Converting &converting, Piece &server)
{
    if (Part *security = server.find("security"))
        convertSecurity(converting, security->value);
    Part *url = server.find("url");
    const auto text = url ? textOf(url->value) : std::nullopt;
    if (!text)
        return;
    const Address address = addressOf(*text);
    const Part *protocol = server.find("protocol");
    const auto protocolText = protocol ? textOf(protocol->value) : std::nullopt;
    if (!address.scheme.empty() && protocolText && *protocolText != address.scheme)
        converting.note(url->value, "The url's '" + address.scheme +
                                        "://' is left out: AsyncAPI 3 has the protocol '" +
                                        *protocolText + "' alone.");
    if (address.host.empty())
        converting.note(url->value, "The url names no host, which AsyncAPI 3 requires: write one.");
    url->rename("host");
    if (address.host != *text)
        url->value.setText(address.host);
    if (!protocolText && !address.scheme.empty())
        server.insertAfter("host", {"protocol", Piece::textOf(address.scheme)});
    if (!address.pathname.empty() && !server.find("pathname"))
        server.insertAfter("host", {"pathname", Piece::textOf(address.pathname)});
}

bool schemeNeedsIt(Converting &, const yaml::Spot &scheme)
{
    return child(scheme.node, "flows") != nullptr;
}

void convertScheme(Converting &, Piece &scheme)
{
    Part *flows = scheme.find("flows");
    if (!flows || !flows->value.openMerged())
        return;
    for (Part &flow : flows->value.parts)
        if (!flow.name.starts_with("x-") && flow.value.openMerged())
            if (Part *scopes = flow.value.find("scopes"))
                scopes->rename("availableScopes");
}

void convertSecurity(Converting &converting, Piece &security)
{
    if (!security.open() || security.form != Piece::Form::Sequence)
        return;
    std::vector<Part> items;
    std::vector<std::string> pending;
    for (Part &item : security.parts) {
        if (!item.value.openMerged() || item.value.form != Piece::Form::Mapping) {
            items.push_back(std::move(item));
            continue;
        }
        const auto comments = item.comments();
        pending.insert(pending.end(), comments.begin(), comments.end());
        if (item.value.parts.empty())
            converting.note(item.value, "That no security is needed either (an empty requirement) "
                                        "is left out: AsyncAPI 3 has no words for it.");
        if (item.value.parts.size() > 1)
            converting.note(item.value,
                            "Security schemes that are needed together become "
                            "alternatives: AsyncAPI 3 has no words for 'all of these'.");
        for (Part &scheme : item.value.parts) {
            for (const std::string &comment : scheme.value.comments())
                std::erase(pending, comment); // a copied list brings its own
            const auto before = scheme.value.comments();
            Part converted = requirement(converting, scheme);
            if (converted.value.find("$ref"))
                pending.insert(pending.end(), before.begin(), before.end());
            converted.above = std::exchange(pending, {});
            items.push_back(std::move(converted));
        }
    }
    security.below.insert(security.below.end(), pending.begin(), pending.end());
    if (security.style == yaml::Style::Flow && !items.empty())
        security.style = yaml::Style::Block;
    security.parts = std::move(items);
}

} // namespace meshwright::modelling
