// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "reference/documentwalk.h"

namespace meshwright::reference {

Documentation fieldDocumentation(const Place &place, const Object &object, const Field &field);
/// Of an entry of the mapping at the place; nothing where it has none.
std::optional<Documentation> entryDocumentation(const Place &place, const yaml::Entry &entry);

} // namespace meshwright::reference
