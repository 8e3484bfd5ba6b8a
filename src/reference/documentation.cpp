// SPDX-License-Identifier: Apache-2.0
#include "reference/documentwalk.h"
#include "reference/fielddocs.h"

namespace meshwright::reference {

std::optional<Documentation> documentationAt(const yaml::Document &document, std::size_t offset,
                                             Dialect dialect)
{
    const yaml::Node *place = document.nodeAt(offset);
    const std::optional<Part> root = rootPart(document, dialect);
    if (!place || !root || place->kind != yaml::Kind::Scalar)
        return std::nullopt;
    const yaml::Node *inMapping = place;
    while (inMapping->parent && inMapping->parent->kind == yaml::Kind::Sequence)
        inMapping = inMapping->parent;
    const yaml::Entry *entry = inMapping->parent ? entryOf(*inMapping) : nullptr;
    if (!entry)
        return std::nullopt;
    auto found = entryDocumentation(placeOf(*inMapping->parent, *root), *entry);
    const bool isKey = entry->key == place;
    if (!found || (!isKey && found->values.empty()))
        return std::nullopt;
    if (!isKey)
        found->value = place->value;
    found->range = place->range;
    return found;
}

} // namespace meshwright::reference
