// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/settingsreader.h"

namespace meshwright {

/// `environments.NAME.registry`.
RegistrySettings readRegistry(SettingsReader &reader, const yaml::Node &node,
                              const std::string &where);

} // namespace meshwright
