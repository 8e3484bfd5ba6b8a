// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/workspace/settings.h"
#include "meshwright/result.h"

#include <chrono>
#include <map>
#include <string>

namespace meshwright::kafka {

/// What an environment means to librdkafka.
struct ClientProperties
{
    std::map<std::string, std::string> values; ///< librdkafka's names; holds secrets: never print
    std::string bootstrap;
    std::string principal; ///< User:…, as far as it is known; for messages
    std::string caFile;    ///< empty: the system's
    std::chrono::milliseconds requestTimeout{30000}; ///< one request's answer (socket.timeout.ms)
};

/// Checks everything that can be checked without a contact, and resolves the secrets. Errors name
/// the key of the environment. Client properties that would carry a secret in the settings file,
/// load a library, run a command or weaken TLS are refused.
Result<ClientProperties> clientProperties(const Environment &environment);

} // namespace meshwright::kafka
