// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/reference/reference.h"
#include "reference/schemaparts.h"

#include <map>
#include <set>

namespace meshwright::reference {

/// Every place of a schema that is described, by its object.
class ObjectPlaces
{
public:
    explicit ObjectPlaces(const schema::Schema &document);

    /// Empty where the schema does not have the object.
    const Parts &of(const Object &object) const;

private:
    void add(const Parts &schemas);

    std::map<const Object *, Parts> m_parts;
    std::set<std::pair<const schema::Schema *, std::string>> m_seen;
};

} // namespace meshwright::reference
