// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/schemaregistry.h"
#include "meshwright/workspace/settings.h"

#include <chrono>
#include <memory>
#include <string>

namespace meshwright {

namespace schemaregistry {

/// How a registry is reached, with its secrets: never shown, never written.
struct Connection
{
    std::string url; ///< without a slash at its end
    std::string username;
    std::string password;
    std::string token;
    std::string caFile;  ///< empty: the system's certificates
    std::string crlFile; ///< what their CAs revoked; empty: nobody looks
    std::string certificateFile;
    std::string keyFile;
    std::string keyPassword;
    std::chrono::milliseconds timeout{30'000}; ///< of one request
};

/// Checks the settings before any contact, and resolves the secrets.
Result<Connection> connectionFor(const Environment &environment);

} // namespace schemaregistry

/// The registry that the environment's `registry.url` names; null where there is none.
Result<std::unique_ptr<SchemaRegistry>> openSchemaRegistry(const Environment &environment);

} // namespace meshwright
