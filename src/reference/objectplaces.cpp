// SPDX-License-Identifier: Apache-2.0
#include "reference/objectplaces.h"

#include "reference/objects.h"

namespace meshwright::reference {

ObjectPlaces::ObjectPlaces(const schema::Schema &document)
{
    add({{&document, "document"}});
}

const Parts &ObjectPlaces::of(const Object &object) const
{
    static const Parts none;
    const auto found = m_parts.find(&object);
    return found == m_parts.end() ? none : found->second;
}

void ObjectPlaces::add(const Parts &schemas)
{
    for (const Part &part : expanded(schemas, nullptr)) {
        if (!m_seen.emplace(part.schema, part.name).second)
            continue;
        if (const Object *object = objectDefinedAs(part.name))
            m_parts[object].push_back(part);
        if (part.schema->object)
            for (const auto &[name, schema] : part.schema->object->properties)
                add({{schema, part.name + "/" + name}});
        add(otherEntryParts({part}));
        add(itemParts({part}, 0));
    }
}

} // namespace meshwright::reference
