// SPDX-License-Identifier: Apache-2.0
#include "workspace/registryreader.h"

#include "meshwright/workspace/address.h"

#include <algorithm>

namespace meshwright {

namespace {

const std::vector<std::string_view> keys{"url",         "username",     "password",    "token",
                                         "ca",          "crl",          "certificate", "key",
                                         "keyPassword", "compatibility"};

bool isSecret(const std::string &key)
{
    return key == "password" || key == "token" || key == "keyPassword";
}

void readUrl(SettingsReader &reader, const yaml::Node &value, const std::string &where,
             std::string &url)
{
    std::string text;
    reader.readText(value, where, text);
    const bool isKnown = text.starts_with("https://") || text.starts_with("http://");
    if (!isKnown)
        return reader.problem(value, "'" + where +
                                         "' is the address of a registry: it begins with https:// "
                                         "or http://.");
    if (hasLogin(text))
        return reader.problem(value, "'" + where +
                                         "' holds a user or a password. Write them as 'username' "
                                         "and 'password', the password as ${env:NAME} or "
                                         "${file:PATH}.");
    url = std::move(text);
}

} // namespace

RegistrySettings readRegistry(SettingsReader &reader, const yaml::Node &node,
                              const std::string &where)
{
    RegistrySettings registry;
    registry.place = {settingsFileName, node.resolved().range};
    for (const auto &entry : reader.entries(node, where, keys)) {
        const auto key = reader.key(entry);
        const auto at = where + "." + key;
        if (key == "url") {
            readUrl(reader, *entry.value, at, registry.url);
        } else if (key == "compatibility") {
            const std::vector<std::string_view> levels{
                "NONE", "BACKWARD",           "BACKWARD_TRANSITIVE", "FORWARD",
                "FULL", "FORWARD_TRANSITIVE", "FULL_TRANSITIVE"};
            if (const auto choice = reader.readChoice(*entry.value, at, levels))
                registry.compatibility = levels[*choice];
        } else if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
            std::string text;
            reader.readText(*entry.value, at, text);
            const bool isPrivate =
                isSecret(key) || (key == "key" && text.find("PRIVATE KEY") != std::string::npos);
            if (!isPrivate || reader.acceptSecret(*entry.value, at, text))
                registry.security.insert_or_assign(key, text);
        }
    }
    return registry;
}

} // namespace meshwright
