// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"
#include "meshwright/result.h"
#include "meshwright/text/sourcetext.h"

#include <string>

namespace meshwright::ui {

/// The schema registry of an environment. Without an address there is none.
struct RegistryForm
{
    std::string url;
    std::string login; ///< password, token or empty: none
    std::string username;
    std::string password;
    std::string token;
    std::string ca;
    std::string crl; ///< what the CA revoked
    std::string certificate;
    std::string key;
    std::string keyPassword;
    std::string compatibility;

    bool operator==(const RegistryForm &) const = default;

    bool isThere() const { return !url.empty(); }

    bool usesPassword() const { return isThere() && login == "password"; }

    bool usesToken() const { return isThere() && login == "token"; }

    bool usesCertificates() const { return url.starts_with("https://"); }
};

/// How brokers are reached and who to be there. What a choice leaves unused is not written.
struct SecurityForm
{
    std::string protocol;
    std::string mechanism;
    std::string username;
    std::string password;
    std::string tokenEndpoint;
    std::string clientId;
    std::string clientSecret;
    std::string scope;
    std::string ca;
    std::string certificate;
    std::string key;
    std::string keyPassword;

    bool operator==(const SecurityForm &) const = default;

    bool logsIn() const { return protocol.starts_with("SASL"); }

    bool usesTokens() const { return logsIn() && mechanism == "OAUTHBEARER"; }

    bool usesPassword() const { return logsIn() && !usesTokens(); }

    bool usesCertificates() const { return protocol.ends_with("SSL"); }

    bool hasCertificate() const { return usesCertificates() && !certificate.empty(); }
};

/// What the connection dialog lets people change of an environment. Text as it stands in
/// meshwright.yaml; empty where the key is left out.
struct ConnectionForm
{
    std::string name;
    std::string connector;
    Guard guard = Guard::Confirm;
    std::string bootstrap;
    SecurityForm security = {};
    bool isReadOnly = true; ///< as a new one is
    RegistryForm registry = {};

    bool operator==(const ConnectionForm &) const = default;

    bool usesKafka() const { return connector == "kafka"; }
};

/// A fault of one field, in a sentence with a way out.
struct FormFault
{
    enum class Field {
        Name,
        Bootstrap,
        Mechanism,
        Username,
        Password,
        TokenEndpoint,
        ClientId,
        ClientSecret,
        Key,
        KeyPassword,
        RegistryUrl,
        RegistryUsername,
        RegistryPassword,
        RegistryToken,
        RegistryKey,
        RegistryKeyPassword
    };

    Field field = Field::Name;
    std::string message;

    bool operator==(const FormFault &) const = default;
};

ConnectionForm formOf(const Environment &environment);
/// `base` with the form's values in it.
Environment environmentFrom(const ConnectionForm &form, Environment base);
/// The first thing that keeps the form from being saved or tested, or nothing. Told before all
/// else: a secret, of the brokers or the registry, that would be written in plain text.
std::optional<FormFault> faultOf(const ConnectionForm &form);

/// The text of meshwright.yaml with what differs between `before` and `after`; all else stays byte
/// for byte. Conflict where the file's shape does not take it. Where `before` has another name (or
/// none), `after` is added as a new environment; NotFound and Conflict tell of a missing or a taken
/// name.
Result<Text> withConnection(const Text &settings, const ConnectionForm &before,
                            const ConnectionForm &after);

} // namespace meshwright::ui
