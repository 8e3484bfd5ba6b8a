// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxconnector.h"

#include "sandbox/sandboxcluster.h"
#include "sandbox/sandboxregistry.h"
#include "schemaregistry/registryconnection.h"

#include <cstdlib>
#include <filesystem>

namespace meshwright {

namespace {

namespace fs = std::filesystem;

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string(value);
}

// XDG: a relative path there is to be ignored.
std::optional<fs::path> dataFolder()
{
    if (const fs::path data = variable("XDG_DATA_HOME"); data.is_absolute())
        return data;
    if (const fs::path home = variable("HOME"); home.is_absolute())
        return home / ".local" / "share";
    return std::nullopt;
}

// An environment's name is free text: what a file name can't hold becomes %XX.
std::string fileNameFor(const std::string &environment)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (const char c : environment) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte > 0x20 && byte != 0x7f && c != '/' && c != '\\' && c != '%' &&
                           (c != '.' || !name.empty());
        if (plain)
            name += c;
        else
            name.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return name + ".db";
}

Result<fs::path> fileOf(const Environment &environment)
{
    const auto path = environment.properties.find("path");
    if (path != environment.properties.end() && !path->second.empty()) {
        if (path->second.starts_with("~/"))
            return fs::path(variable("HOME")) / path->second.substr(2);
        return fs::path(path->second);
    }
    if (environment.name.empty())
        return tl::unexpected(Error{Error::Code::Invalid, "The environment has no name.", {}});
    const auto data = dataFolder();
    if (!data) {
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "There is no folder for the sandbox cluster of environment " + environment.name +
                      ": set HOME or XDG_DATA_HOME, or settings.path in the environment.",
                  {}});
    }
    return *data / "meshwright" / "sandbox" / fileNameFor(environment.name);
}

} // namespace

Result<std::unique_ptr<Cluster>> SandboxConnector::open(const Environment &environment) const
{
    auto file = fileOf(environment);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<sandbox::SandboxCluster>(std::move(*file));
}

Result<std::unique_ptr<SchemaRegistry>>
SandboxConnector::openRegistry(const Environment &environment) const
{
    if (environment.registry && !environment.registry->url.empty())
        return openSchemaRegistry(environment);
    auto file = fileOf(environment);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<sandbox::SandboxRegistry>(std::move(*file));
}

} // namespace meshwright
