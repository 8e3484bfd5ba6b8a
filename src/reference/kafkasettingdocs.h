// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"

namespace meshwright::reference {

/// The documentation of Kafka's topic setting; nothing for a name that Kafka does not know.
std::optional<Documentation> kafkaSettingDocumentation(std::string_view name);

} // namespace meshwright::reference
