// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

#include <memory>
#include <string_view>
#include <vector>

namespace meshwright {

/// What ships with the program: the sandbox and Kafka.
std::vector<std::shared_ptr<const ConnectorPlugin>> builtInConnectors();

/// The built-in one with this id, or null. It lives as long as the program.
const ConnectorPlugin *findConnector(std::string_view id);

} // namespace meshwright
