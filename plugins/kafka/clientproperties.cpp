// SPDX-License-Identifier: Apache-2.0
#include "kafka/clientproperties.h"

#include "connectors/secret.h"

#include "meshwright/workspace/address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace meshwright::kafka {

namespace {

using Values = std::map<std::string, std::string>;

constexpr std::array protocols{"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"};
constexpr std::array mechanisms{"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"};
constexpr std::array securityKeys{
    "protocol",    "mechanism",     "username", "password",     "ca",    "certificate", "key",
    "keyPassword", "tokenEndpoint", "clientId", "clientSecret", "scope", "extensions"};

struct Forbidden
{
    std::string_view property;
    std::string_view why;
};

constexpr std::string_view ownKey = "it has its own key: bootstrap, or one under security";
constexpr std::string_view secret = "it holds a secret: use password or keyPassword under security";
constexpr std::string_view runsCode = "it would load a library or run a command";
constexpr std::string_view weakens =
    "brokers' certificates and names are verified, unless security.verify says otherwise, and why";

constexpr std::array forbidden{
    Forbidden{"bootstrap.servers", ownKey},
    Forbidden{"metadata.broker.list", ownKey},
    Forbidden{"security.protocol", ownKey},
    Forbidden{"sasl.mechanism", ownKey},
    Forbidden{"sasl.mechanisms", ownKey},
    Forbidden{"sasl.username", ownKey},
    Forbidden{"ssl.ca.location", ownKey},
    Forbidden{"ssl.certificate.location", ownKey},
    Forbidden{"ssl.key.location", ownKey},
    Forbidden{"sasl.password", secret},
    Forbidden{"ssl.key.password", secret},
    Forbidden{"ssl.key.pem", secret},
    Forbidden{"ssl.keystore.password", secret},
    Forbidden{"sasl.oauthbearer.config", secret},
    Forbidden{"sasl.oauthbearer.client.secret", secret},
    Forbidden{"sasl.oauthbearer.client.id", ownKey},
    Forbidden{"sasl.oauthbearer.token.endpoint.url", ownKey},
    Forbidden{"sasl.oauthbearer.scope", ownKey},
    Forbidden{"sasl.oauthbearer.extensions", ownKey},
    Forbidden{"plugin.library.paths", runsCode},
    Forbidden{"ssl.engine.location", runsCode},
    Forbidden{"ssl.engine.id", runsCode},
    Forbidden{"ssl.providers", runsCode},
    Forbidden{"sasl.kerberos.kinit.cmd", runsCode},
    Forbidden{"enable.ssl.certificate.verification", weakens},
    Forbidden{"ssl.endpoint.identification.algorithm", weakens},
    Forbidden{"debug", "its output may hold secrets"},
};

tl::unexpected<Error> invalid(const Environment &environment, const std::string &text)
{
    return tl::unexpected(
        Error{Error::Code::Invalid, "Environment " + environment.name + ": " + text, {}});
}

std::string find(const Values &values, const std::string &key)
{
    const auto it = values.find(key);
    return it == values.end() ? std::string{} : it->second;
}

template <typename List>
bool isOneOf(const List &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

template <typename List>
std::string joined(const List &list)
{
    std::string text;
    for (const auto *item : list)
        text += (text.empty() ? "" : ", ") + std::string(item);
    return text;
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

Result<void> checkBootstrap(const Environment &environment)
{
    const std::string &bootstrap = environment.bootstrap;
    if (bootstrap.find_first_not_of(" \t,") == std::string::npos) {
        return invalid(environment,
                       "bootstrap is missing: name at least one broker, as in broker:9092.");
    }
    if (bootstrap.find("://") != std::string::npos || bootstrap.find('@') != std::string::npos) {
        return invalid(environment, "bootstrap must be host:port, without a protocol or a user; "
                                    "those belong under security.");
    }
    return {};
}

Result<std::string> fileAt(const Environment &environment, const std::string &key)
{
    std::string path = find(environment.security, key);
    if (path.empty())
        return path;
    const char *home = std::getenv("HOME");
    if (path.starts_with("~/") && home != nullptr)
        path.replace(0, 1, home);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || !std::ifstream(path))
        return invalid(environment, "security." + key + ": the file " + path + " can't be read.");
    return path;
}

Result<std::string> secretAt(const Environment &environment, const std::string &key)
{
    auto value = resolveSecret(find(environment.security, key));
    if (!value) {
        const Error &error = value.error();
        return tl::unexpected(
            Error{error.code,
                  "Environment " + environment.name + ": security." + key + ": " + error.message,
                  {}});
    }
    return value;
}

/// Of an address without its scheme.
bool isThisMachine(std::string_view address)
{
    const auto host =
        address.substr(0, address.find_first_of(address.starts_with('[') ? "]" : ":/"));
    return host == "localhost" || host == "[::1" || host.starts_with("127.");
}

/// A token from an OIDC provider, by the client's own credentials (librdkafka gets it, and a new
/// one before it ends).
Result<void> addTokens(const Environment &environment, ClientProperties &properties)
{
    const std::string endpoint = find(environment.security, "tokenEndpoint");
    const std::size_t host = endpoint.find("://");
    const auto clientId = resolveText(find(environment.security, "clientId"));
    if (!clientId)
        return invalid(environment, "security.clientId: " + clientId.error().message);
    if (!endpoint.starts_with("https://") && !endpoint.starts_with("http://"))
        return invalid(environment, "security.tokenEndpoint must be the https:// address where "
                                    "OAUTHBEARER gets its tokens.");
    if (endpoint.starts_with("http://") &&
        !isThisMachine(std::string_view(endpoint).substr(host + 3)))
        return invalid(environment, "security.tokenEndpoint must be https://: over http:// the "
                                    "client's secret can be read on its way. Only this machine's "
                                    "own (http://localhost) may do without.");
    if (hasLogin(endpoint))
        return invalid(environment, "security.tokenEndpoint holds a user or a password: write them "
                                    "under clientId and clientSecret.");
    if (clientId->empty() || find(environment.security, "clientSecret").empty())
        return invalid(environment, "OAUTHBEARER needs security.clientId and "
                                    "security.clientSecret, the second as ${env:NAME} or "
                                    "${file:PATH}.");
    const auto secret = secretAt(environment, "clientSecret");
    if (!secret)
        return tl::unexpected(secret.error());
    auto &values = properties.values;
    values["sasl.oauthbearer.method"] = "oidc";
    values["sasl.oauthbearer.token.endpoint.url"] = endpoint;
    values["sasl.oauthbearer.client.id"] = *clientId;
    values["sasl.oauthbearer.client.secret"] = *secret;
    for (const char *key : {"scope", "extensions"})
        if (const std::string text = find(environment.security, key); !text.empty())
            values[std::string("sasl.oauthbearer.") + key] = text;
    properties.principal = "the token's principal";
    return {};
}

Result<void> addSasl(const Environment &environment, ClientProperties &properties)
{
    const std::string mechanism = upper(find(environment.security, "mechanism"));
    if (!isOneOf(mechanisms, mechanism)) {
        return invalid(environment,
                       mechanism.empty()
                           ? "security.mechanism is missing: use one of " + joined(mechanisms) + '.'
                           : "security.mechanism " + mechanism + " is not supported: use one of " +
                                 joined(mechanisms) + '.');
    }
    properties.values["sasl.mechanisms"] = mechanism;
    if (mechanism == "OAUTHBEARER")
        return addTokens(environment, properties);
    const auto username = resolveText(find(environment.security, "username"));
    if (!username)
        return invalid(environment, "security.username: " + username.error().message);
    if (username->empty())
        return invalid(environment, "security.username is missing.");
    if (find(environment.security, "password").empty()) {
        return invalid(environment,
                       "security.password is missing: point to it by ${env:NAME} or ${file:PATH}.");
    }
    const auto password = secretAt(environment, "password");
    if (!password)
        return tl::unexpected(password.error());
    properties.values["sasl.username"] = *username;
    properties.values["sasl.password"] = *password;
    properties.principal = "User:" + *username;
    return {};
}

Result<void> addTls(const Environment &environment, ClientProperties &properties)
{
    const std::array files{std::pair{"ca", "ssl.ca.location"},
                           std::pair{"certificate", "ssl.certificate.location"},
                           std::pair{"key", "ssl.key.location"}};
    for (const auto &[key, property] : files) {
        const auto path = fileAt(environment, key);
        if (!path)
            return tl::unexpected(path.error());
        if (!path->empty())
            properties.values[property] = *path;
    }
    if (properties.values.contains("ssl.certificate.location") !=
        properties.values.contains("ssl.key.location")) {
        return invalid(environment, "security.certificate and security.key go together: name both "
                                    "or neither.");
    }
    properties.caFile = find(properties.values, "ssl.ca.location");
    if (!find(environment.security, "keyPassword").empty()) {
        const auto password = secretAt(environment, "keyPassword");
        if (!password)
            return tl::unexpected(password.error());
        properties.values["ssl.key.password"] = *password;
    }
    const bool isVerified =
        environment.unverifiedTlsReason.empty() || environment.guard == Guard::Prod;
    properties.values["enable.ssl.certificate.verification"] = isVerified ? "true" : "false";
    properties.values["ssl.endpoint.identification.algorithm"] = isVerified ? "https" : "none";
    return {};
}

Result<void> addSecurity(const Environment &environment, ClientProperties &properties)
{
    for (const auto &entry : environment.security) {
        if (!isOneOf(securityKeys, entry.first)) {
            return invalid(environment, "security." + entry.first + " is unknown: the keys are " +
                                            joined(securityKeys) + '.');
        }
    }
    std::string protocol = upper(find(environment.security, "protocol"));
    if (protocol.empty() && !environment.security.empty())
        return invalid(environment,
                       "security.protocol is missing: use one of " + joined(protocols) + '.');
    if (protocol.empty())
        protocol = "PLAINTEXT";
    if (!isOneOf(protocols, protocol)) {
        return invalid(environment, "security.protocol " + protocol + " is unknown: use one of " +
                                        joined(protocols) + '.');
    }
    properties.values["security.protocol"] = protocol;
    properties.principal = protocol == "SSL" ? "the certificate's principal" : "User:ANONYMOUS";
    if (protocol.starts_with("SASL")) {
        if (auto added = addSasl(environment, properties); !added)
            return added;
    }
    return protocol.ends_with("SSL") ? addTls(environment, properties) : Result<void>{};
}

Result<void> addFurther(const Environment &environment, ClientProperties &properties)
{
    for (const auto &[key, value] : environment.properties) {
        const auto isRefused = [&name = key](const Forbidden &f) { return f.property == name; };
        const auto *refused = std::find_if(forbidden.begin(), forbidden.end(), isRefused);
        if (refused != forbidden.end()) {
            return invalid(environment, "settings." + key +
                                            " is not allowed: " + std::string(refused->why) + '.');
        }
        properties.values[key] = value;
    }
    const std::string timeout = find(environment.properties, "socket.timeout.ms");
    if (timeout.empty())
        return {};
    int milliseconds = 0;
    const auto [end, fault] =
        std::from_chars(timeout.data(), timeout.data() + timeout.size(), milliseconds);
    if (fault != std::errc{} || end != timeout.data() + timeout.size() || milliseconds < 1000 ||
        milliseconds > 300000) {
        return invalid(environment,
                       "settings.socket.timeout.ms must be a number from 1000 to 300000.");
    }
    properties.requestTimeout = std::chrono::milliseconds(milliseconds);
    return {};
}

} // namespace

Result<ClientProperties> clientProperties(const Environment &environment)
{
    if (const auto checked = checkBootstrap(environment); !checked)
        return tl::unexpected(checked.error());
    ClientProperties properties;
    properties.bootstrap = environment.bootstrap;
    properties.values["client.id"] = "meshwright";
    properties.values["reconnect.backoff.max.ms"] = "1000";
    properties.values["log.connection.close"] = "false";
    // What the client measures of itself goes to no broker; its last word held the end up by 1 s.
    properties.values["enable.metrics.push"] = "false";
    if (const auto added = addFurther(environment, properties); !added)
        return tl::unexpected(added.error());
    if (const auto added = addSecurity(environment, properties); !added)
        return tl::unexpected(added.error());
    properties.values["bootstrap.servers"] = environment.bootstrap;
    return properties;
}

} // namespace meshwright::kafka
