// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "reference/schemaparts.h"

namespace meshwright::reference {

/// What values there can be, in words: text, list of Tag, map of Channel.
std::string typeOf(const Parts &schemas);

/// The values that the schemas name, each once.
struct Choice
{
    std::vector<std::string> values;
    bool takesOthers = false;
};

Choice choiceOf(const Parts &schemas, const Object &object, std::string_view field);

/// The schemas of a field of an object, of those among the parts that describe the object.
Parts fieldParts(const Parts &objectParts, const Object &object, std::string_view field);
/// Whether every part that describes the object asks for the field.
bool isRequired(const Parts &objectParts, const Object &object, std::string_view field);

} // namespace meshwright::reference
