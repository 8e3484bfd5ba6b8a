// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "reference/schemaparts.h"

#include <optional>

namespace meshwright::reference {

/// A value of a document, and what the schema has for it.
struct Place
{
    Parts schemas;
    Parts parts; ///< the schemas, expanded for the value
    bool isOtherBinding = false;
};

/// The schema of a whole document; nothing where it says nowhere that it is AsyncAPI's, and is not
/// to be taken for one of the newest version then.
std::optional<Part> rootPart(const yaml::Document &document, Dialect dialect,
                             bool mayBegin = false);

/// Down the document and the schema at once, to a value.
Place placeOf(const yaml::Node &value, const Part &root);

/// The entry of the mapping above whose key or value the node is; null in a list.
const yaml::Entry *entryOf(const yaml::Node &node);
/// Whether one of the parts is the object of this name.
bool describes(const Parts &parts, std::string_view object);

} // namespace meshwright::reference
