// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema/compiledschema.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::reference {

/// A schema that counts at a place, and what it describes there: the name of its definition with
/// versions left out, or a field's (`message/examples/*`, `components/schemas/*`).
struct Part
{
    const schema::Schema *schema = nullptr;
    std::string name;
};

using Parts = std::vector<Part>;

/// The schemas with all that they are made of: references followed, every part of `allOf`, what
/// `if` leads to, and of alternatives the ones that were most likely meant by `value`. Without a
/// value every alternative.
Parts expanded(const Parts &parts, const yaml::Node *value);

/// Of expanded parts: the schemas of the entry with this key, or of a list's items.
Parts entryParts(const Parts &parts, std::string_view key);
Parts itemParts(const Parts &parts, std::size_t index);
/// The schemas of the entries whose keys no part names.
Parts otherEntryParts(const Parts &parts);

/// The one value that the schema takes, such as the name of an alternative; null where it takes
/// more.
const yaml::Node *onlyValue(const schema::Schema &schema);

} // namespace meshwright::reference
