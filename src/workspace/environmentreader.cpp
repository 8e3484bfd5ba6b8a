// SPDX-License-Identifier: Apache-2.0
#include "workspace/settingsreader.h"

#include "meshwright/asyncapi/kafkasettings.h"
#include "meshwright/workspace/address.h"
#include "text/suggestion.h"
#include "workspace/registryreader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace meshwright {

namespace {

/// Whether a client property holds what nobody may read in a repository.
bool isSecretProperty(std::string_view name)
{
    return name.find("password") != std::string_view::npos ||
           name.find("secret") != std::string_view::npos || name == "sasl.jaas.config" ||
           name == "ssl.key.pem";
}

class EnvironmentReader
{
public:
    EnvironmentReader(SettingsReader &reader, std::string name)
        : m_reader(reader)
        , m_where("environments." + name)
    {
        m_environment.name = std::move(name);
    }

    Environment read(const yaml::Node &node)
    {
        m_environment.place = {settingsFileName, node.resolved().range};
        if (m_environment.name == sandboxEnvironment().name)
            m_environment.connector = "sandbox";
        for (const auto &entry : m_reader.entries(
                 node, m_where,
                 {"connector", "guard", "bootstrap", "security", "settings", "properties",
                  "overrides", "expectedClusterId", "registry", "authorizer",
                  "legacyIdempotentWrite", "compat", "deletes", "protected", "readOnly", "drift"}))
            readEntry(m_reader.key(entry), *entry.value);
        if (m_environment.connector == "sandbox" && !m_hasGuard)
            m_environment.guard = Guard::Dev;
        judgeVerification();
        if (m_environment.connector == "kafka" && m_environment.bootstrap.empty())
            m_reader.problem(node, "'" + m_where +
                                       "' needs a 'bootstrap': the address of a broker, as "
                                       "host:port.");
        if (m_lacksRegistryUrl && m_environment.connector != "sandbox")
            m_reader.problem(node, "'" + at("registry") +
                                       "' needs a 'url': the address of a schema registry.");
        return std::move(m_environment);
    }

private:
    std::string at(std::string_view key) const { return m_where + "." + std::string(key); }

    void readEntry(const std::string &key, const yaml::Node &value)
    {
        auto &to = m_environment;
        if (key == "connector")
            m_reader.readText(value, at(key), to.connector);
        else if (key == "guard")
            readGuard(value);
        else if (key == "bootstrap")
            readBootstrap(value);
        else if (key == "security")
            readSecurity(value);
        else if (key == "settings" || key == "properties")
            readProperties(key, value);
        else if (key == "overrides")
            readOverrides(value);
        else if (key == "expectedClusterId")
            m_reader.readText(value, at(key), to.expectedClusterId);
        else if (key == "registry")
            takeRegistry(value);
        else if (key == "authorizer")
            readAuthorizer(value);
        else if (key == "deletes")
            readDeletes(value);
        else if (key == "protected")
            m_reader.readTexts(value, at(key), to.protectedTopics);
        else if (key == "readOnly")
            m_reader.readFlag(value, at(key), to.isReadOnly);
        else if (key == "drift")
            readDrift(value);
        else if (key == "legacyIdempotentWrite")
            m_reader.readFlag(value, at(key), to.legacyIdempotentWrite);
        else if (key == "compat" && m_reader.readChoice(value, at(key), {"specmesh"}))
            to.compatSpecmesh = true;
    }

    void readDrift(const yaml::Node &value)
    {
        constexpr int day = 24 * 60;
        const auto minutes = value.asInteger();
        if (minutes && *minutes >= 0 && *minutes <= day)
            m_environment.driftMinutes = static_cast<int>(*minutes);
        else
            m_reader.problem(value, "'" + at("drift") +
                                        "' must be a whole number of minutes from 0 to 1440: how "
                                        "often the window compares the cluster with the specs.");
    }

    void takeRegistry(const yaml::Node &value)
    {
        m_environment.registry = readRegistry(m_reader, value, at("registry"));
        m_lacksRegistryUrl = !value.isMapping() || value.resolved().find("url") == nullptr;
    }

    void readGuard(const yaml::Node &value)
    {
        constexpr std::array guards{Guard::Dev, Guard::Confirm, Guard::Prod};
        m_hasGuard = true;
        if (const auto choice = m_reader.readChoice(value, at("guard"), {"dev", "confirm", "prod"}))
            m_environment.guard = guards[*choice];
    }

    void readBootstrap(const yaml::Node &value)
    {
        std::vector<std::string> brokers;
        if (value.isSequence())
            m_reader.readTexts(value, at("bootstrap"), brokers);
        else
            m_reader.readText(value, at("bootstrap"), brokers.emplace_back());
        for (const auto &broker : brokers)
            m_environment.bootstrap +=
                (m_environment.bootstrap.empty() ? "" : ",") + withoutSecret(broker, value);
    }

    /// What it holds before an @ may be a secret, so it is not kept; what is left no connector
    /// takes. A broker has no path, so each @ counts.
    std::string withoutSecret(const std::string &broker, const yaml::Node &value)
    {
        const auto sign = broker.rfind('@');
        if (sign == std::string::npos)
            return broker;
        m_reader.problem(value, "'" + at("bootstrap") +
                                    "' holds a user or a password. Write host:port alone, and the "
                                    "login as 'username' and 'password' under 'security', the "
                                    "password as ${env:NAME} or ${file:PATH}.");
        return "***" + broker.substr(sign);
    }

    void readSecurity(const yaml::Node &value)
    {
        const std::vector<std::string_view> known{
            "protocol",      "mechanism", "username",     "password", "ca",
            "certificate",   "key",       "keyPassword",  "verify",   "reason",
            "tokenEndpoint", "clientId",  "clientSecret", "scope",    "extensions"};
        bool isVerified = true;
        std::string reason;
        for (const auto &entry : m_reader.entries(value, at("security"), known)) {
            const auto key = m_reader.key(entry);
            const auto where = at("security") + "." + key;
            if (std::find(known.begin(), known.end(), key) == known.end())
                continue;
            if (key == "protocol")
                m_reader.readChoice(*entry.value, where,
                                    {"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"});
            if (key == "mechanism")
                m_reader.readChoice(*entry.value, where,
                                    {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"});
            if (key == "verify") {
                m_reader.readFlag(*entry.value, where, isVerified);
                continue;
            }
            if (key == "reason") {
                m_reader.readText(*entry.value, where, reason);
                continue;
            }
            readSecurityText(key, *entry.value, where);
        }
        if (isVerified)
            return;
        if (reason.empty())
            m_reader.problem(value, "'" + at("security") +
                                        ".verify: false' lets anybody pose as the brokers: say "
                                        "why under 'reason', or leave it out.");
        m_environment.unverifiedTlsReason = reason;
        m_security = &value;
    }

    void readSecurityText(const std::string &key, const yaml::Node &value, const std::string &where)
    {
        std::string text;
        m_reader.readText(value, where, text);
        const bool isSecret = key == "password" || key == "keyPassword" || key == "clientSecret" ||
                              (key == "key" && text.find("PRIVATE KEY") != std::string::npos);
        if (isSecret && !m_reader.acceptSecret(value, where, text))
            return;
        const bool isAddress = key == "tokenEndpoint";
        if (isAddress && hasLogin(text))
            m_reader.problem(value, "'" + where +
                                        "' holds a user or a password. Write them as 'clientId' "
                                        "and 'clientSecret', the secret as ${env:NAME} or "
                                        "${file:PATH}.");
        m_environment.security.insert_or_assign(key, isAddress ? withoutLogin(text) : text);
    }

    /// Once all is read: nobody goes without certificates where it matters most.
    void judgeVerification()
    {
        if (m_environment.unverifiedTlsReason.empty() || m_environment.guard != Guard::Prod)
            return;
        m_environment.unverifiedTlsReason.clear();
        m_reader.problem(*m_security, "'" + at("security") +
                                          ".verify: false' is not for an environment with 'guard: "
                                          "prod': certificates are verified there.");
    }

    void readProperties(const std::string &key, const yaml::Node &value)
    {
        for (const auto &entry : m_reader.entries(value, at(key))) {
            const auto name = m_reader.key(entry);
            const auto where = at(key) + "." + name;
            std::string text;
            m_reader.readText(*entry.value, where, text);
            if (!isSecretProperty(name) || m_reader.acceptSecret(*entry.value, where, text))
                m_environment.properties.insert_or_assign(name, text);
        }
    }

    void readOverrides(const yaml::Node &value)
    {
        const auto overrides = at("overrides");
        for (const auto &entry : m_reader.entries(
                 value, overrides, {"partitions", "replicas", "principals", "topicSettings"})) {
            const auto key = m_reader.key(entry);
            const auto where = overrides + "." + key;
            if (key == "partitions")
                m_reader.readCount(*entry.value, where, m_environment.partitions);
            else if (key == "replicas")
                m_reader.readCount(*entry.value, where, m_environment.replicas);
            else if (key == "principals")
                readPrincipals(*entry.value, where);
            else if (key == "topicSettings")
                readTopicSettings(*entry.value, where);
        }
    }

    void readAuthorizer(const yaml::Node &value)
    {
        const auto where = at("authorizer");
        for (const auto &entry :
             m_reader.entries(value, where, {"superUsers", "openWithoutAcls"})) {
            const auto key = m_reader.key(entry);
            if (key == "openWithoutAcls")
                m_reader.readFlag(*entry.value, where + "." + key,
                                  m_environment.everybodyWithoutAcls);
            if (key != "superUsers")
                continue;
            m_reader.readTexts(*entry.value, where + "." + key, m_environment.superUsers);
            for (const auto &user : m_environment.superUsers)
                if (user.find(':') == std::string::npos)
                    m_reader.problem(*entry.value,
                                     "A principal is a type and a name: write 'User:" + user +
                                         "'.");
        }
    }

    void readDeletes(const yaml::Node &value)
    {
        const auto where = at("deletes");
        for (const auto &entry : m_reader.entries(value, where, {"kinds", "cap", "share"})) {
            const auto key = m_reader.key(entry);
            if (key == "kinds")
                readDeleteKinds(*entry.value, where + ".kinds");
            if (key == "cap")
                readDeleteCap(*entry.value, where + ".cap");
            if (key == "share")
                readDeleteShare(*entry.value, where + ".share");
        }
    }

    void readDeleteKinds(const yaml::Node &value, const std::string &where)
    {
        constexpr std::array known{"topics", "access", "settings", "schemas"};
        m_reader.readTexts(value, where, m_environment.deletes.kinds);
        std::erase_if(m_environment.deletes.kinds, [&](const std::string &kind) {
            const bool isKnown = std::find(known.begin(), known.end(), kind) != known.end();
            if (!isKnown)
                m_reader.problem(value, "'" + kind + "' is nothing that a plan deletes: '" + where +
                                            "' takes topics, access, settings and schemas.");
            return !isKnown;
        });
    }

    void readDeleteCap(const yaml::Node &value, const std::string &where)
    {
        const auto number = value.asInteger();
        if (number && *number >= 0)
            m_environment.deletes.cap = static_cast<std::size_t>(*number);
        else
            m_reader.problem(value, "'" + where + "' must be a whole number, 0 or more.");
    }

    void readDeleteShare(const yaml::Node &value, const std::string &where)
    {
        const auto number = value.asNumber();
        if (number && *number >= 0 && *number <= 1)
            m_environment.deletes.share = *number;
        else
            m_reader.problem(value,
                             "'" + where + "' must be a number from 0 to 1: 0.1 is a tenth.");
    }

    void readPrincipals(const yaml::Node &value, const std::string &where)
    {
        for (const auto &entry : m_reader.entries(value, where)) {
            const auto context = m_reader.key(entry);
            std::string principal;
            m_reader.readText(*entry.value, where + "." + context, principal);
            const auto colon = principal.find(':');
            if (!principal.empty() &&
                (colon == std::string::npos || colon == 0 || colon + 1 == principal.size()))
                m_reader.problem(*entry.value, "A principal is a type and a name: write 'User:" +
                                                   principal + "'.");
            else if (std::any_of(principal.begin(), principal.end(),
                                 [](unsigned char c) { return std::iscntrl(c) != 0; }))
                m_reader.problem(*entry.value,
                                 "A principal has no line ends and no control characters: write "
                                 "it on one line.");
            else
                m_environment.principals.insert_or_assign(context, principal);
        }
    }

    void readTopicSettings(const yaml::Node &value, const std::string &where)
    {
        for (const auto &entry : m_reader.entries(value, where)) {
            const auto name = m_reader.key(entry);
            std::string text;
            m_reader.readText(*entry.value, where + "." + name, text);
            const auto *setting = asyncapi::findKafkaSetting(name);
            if (!setting)
                m_reader.problem(*entry.key, "Kafka has no topic setting '" + name + "'." +
                                                 didYouMean(nearest(name, settingNames())));
            else if (const auto fault = asyncapi::settingFault(*setting, text))
                m_reader.problem(*entry.value, *fault);
            else
                m_environment.topicSettings.insert_or_assign(name, text);
        }
    }

    static std::vector<std::string> settingNames()
    {
        std::vector<std::string> names;
        for (const auto &setting : asyncapi::kafkaSettings())
            names.emplace_back(setting.name);
        return names;
    }

    SettingsReader &m_reader;
    std::string m_where;
    Environment m_environment;
    const yaml::Node *m_security = nullptr; ///< that says that certificates are not verified
    bool m_hasGuard = false;
    bool m_lacksRegistryUrl = false;
};

} // namespace

Environment sandboxEnvironment()
{
    Environment environment;
    environment.name = "sandbox";
    environment.connector = "sandbox";
    environment.guard = Guard::Dev;
    environment.place.file = settingsFileName;
    return environment;
}

std::vector<Environment> readEnvironments(SettingsReader &reader, const yaml::Node &node)
{
    std::vector<Environment> environments;
    for (const auto &entry : reader.entries(node, "environments")) {
        auto name = reader.key(entry);
        if (!name.empty())
            environments.push_back(EnvironmentReader(reader, std::move(name)).read(*entry.value));
    }
    return environments;
}

} // namespace meshwright
