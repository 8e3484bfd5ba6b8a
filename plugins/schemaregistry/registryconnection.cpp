// SPDX-License-Identifier: Apache-2.0
#include "schemaregistry/registryconnection.h"

#include "connectors/secret.h"
#include "schemaregistry/httpregistry.h"

#include "meshwright/workspace/address.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace meshwright {

namespace schemaregistry {

namespace {

tl::unexpected<Error> invalid(const Environment &environment, Error::Code code,
                              const std::string &text)
{
    return tl::unexpected(
        Error{code, "Environment " + environment.name + ": registry." + text, {}});
}

class Resolving
{
public:
    explicit Resolving(const Environment &environment)
        : m_environment(environment)
    {}

    Result<void> text(const char *key, std::string &to) { return take(key, to, resolveText); }

    Result<void> secret(const char *key, std::string &to) { return take(key, to, resolveSecret); }

    Result<void> file(const char *key, std::string &to)
    {
        to = written(key);
        const char *home = std::getenv("HOME");
        if (to.starts_with("~/") && home != nullptr)
            to.replace(0, 1, home);
        std::error_code error;
        if (!to.empty() && (!std::filesystem::is_regular_file(to, error) || !std::ifstream(to)))
            return invalid(m_environment, Error::Code::Io,
                           std::string(key) + ": the file " + to + " can't be read.");
        return {};
    }

private:
    std::string written(const char *key) const
    {
        const auto &security = m_environment.registry->security;
        const auto it = security.find(key);
        return it == security.end() ? std::string() : it->second;
    }

    Result<void> take(const char *key, std::string &to,
                      Result<std::string> (*resolve)(std::string_view))
    {
        const auto reference = written(key);
        if (reference.empty())
            return {};
        auto value = resolve(reference);
        if (!value)
            return invalid(m_environment, value.error().code,
                           std::string(key) + ": " + value.error().message);
        to = std::move(*value);
        return {};
    }

    const Environment &m_environment;
};

Result<void> checkUrl(const Environment &environment, const std::string &url)
{
    if (!url.starts_with("https://") && !url.starts_with("http://"))
        return invalid(environment, Error::Code::Invalid,
                       "url must begin with https:// or http://.");
    if (hasLogin(url))
        return invalid(environment, Error::Code::Invalid,
                       "url must not hold a user or a password: name them by username and "
                       "password.");
    return {};
}

} // namespace

Result<Connection> connectionFor(const Environment &environment)
{
    Connection connection;
    connection.url = environment.registry->url;
    while (connection.url.ends_with('/'))
        connection.url.pop_back();
    if (auto checked = checkUrl(environment, connection.url); !checked)
        return tl::unexpected(checked.error());
    Resolving resolving(environment);
    for (const auto &taken :
         {resolving.text("username", connection.username),
          resolving.secret("password", connection.password),
          resolving.secret("token", connection.token), resolving.file("ca", connection.caFile),
          resolving.file("crl", connection.crlFile),
          resolving.file("certificate", connection.certificateFile),
          resolving.file("key", connection.keyFile),
          resolving.secret("keyPassword", connection.keyPassword)})
        if (!taken)
            return tl::unexpected(taken.error());
    if (!connection.token.empty() && !connection.username.empty())
        return invalid(environment, Error::Code::Invalid,
                       "token and username exclude each other: keep one.");
    if (connection.username.empty() != connection.password.empty())
        return invalid(environment, Error::Code::Invalid,
                       "username and password go together: name both or neither.");
    if (connection.certificateFile.empty() != connection.keyFile.empty())
        return invalid(environment, Error::Code::Invalid,
                       "certificate and key go together: name both or neither.");
    return connection;
}

} // namespace schemaregistry

Result<std::unique_ptr<SchemaRegistry>> openSchemaRegistry(const Environment &environment)
{
    if (!environment.registry || environment.registry->url.empty())
        return std::unique_ptr<SchemaRegistry>();
    auto connection = schemaregistry::connectionFor(environment);
    if (!connection)
        return tl::unexpected(connection.error());
    return std::make_unique<schemaregistry::HttpRegistry>(std::move(*connection));
}

} // namespace meshwright
