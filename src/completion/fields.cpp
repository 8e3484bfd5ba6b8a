// SPDX-License-Identifier: Apache-2.0
// Keys and values that the rules of the document's own kind know.
#include "completion/offers.h"

#include <algorithm>

namespace meshwright::completion {

namespace {

Offer offerOf(const reference::ExpectedField &field, bool isItem)
{
    Offer offer;
    offer.text = field.documentation.field;
    offer.kind = Kind::Key;
    offer.detail = field.documentation.isRequired     ? "required"
                   : field.documentation.from.empty() ? field.documentation.type
                                                      : field.documentation.from;
    offer.documentation = field.documentation;
    offer.shape = field.shape;
    offer.isKey = true;
    offer.isItem = isItem;
    offer.goesOn = true;
    return offer;
}

bool has(const yaml::Node &mapping, std::string_view key, const yaml::Node &word)
{
    return std::any_of(mapping.entries.begin(), mapping.entries.end(),
                       [&](const yaml::Entry &entry) {
                           return entry.key != &word && entry.key->resolved().value == key;
                       });
}

/// AsyncAPI 2's schemas take any text there.
std::vector<reference::Value> usualFormats()
{
    return {{"application/vnd.apache.avro;version=1.9.0", "Avro"},
            {"application/vnd.apache.avro+json;version=1.9.0", "Avro, as JSON"},
            {"application/vnd.apache.avro+yaml;version=1.9.0", "Avro, as YAML"},
            {"application/schema+json;version=draft-07", "JSON Schema, as JSON"},
            {"application/schema+yaml;version=draft-07", "JSON Schema, as YAML"},
            {"application/vnd.google.protobuf;version=3", "Protobuf"},
            {"application/vnd.oai.openapi;version=3.0.0", "OpenAPI's schema object"}};
}

} // namespace

void addFields(const Site &site, Offers &offers)
{
    if (site.isKey) {
        const yaml::Node &mapping = *site.word.parent;
        for (const reference::ExpectedField &field : site.expected.fields) {
            const std::string &name = field.documentation.field;
            const bool isVain = name == "$ref" && mapping.entries.size() > 1; // others don't count
            if (!isVain && !has(mapping, name, site.word))
                offers.push_back(offerOf(field, false));
        }
        const bool isAlone = mapping.entries.size() == 1 && !site.caret.isInFlow;
        if (isAlone && site.caret.place == Caret::Place::LineStart)
            for (const reference::ExpectedField &field : site.expected.itemFields)
                offers.push_back(offerOf(field, true));
    } else if (site.caret.place == Caret::Place::AfterDash) {
        for (const reference::ExpectedField &field : site.expected.fields)
            offers.push_back(offerOf(field, false));
    }
}

void addValues(const Site &site, Offers &offers)
{
    if (site.isKey || !site.expected.field)
        return;
    reference::Documentation field = *site.expected.field;
    if (field.field == "schemaFormat" && field.values.empty())
        field.values = usualFormats();
    const bool isText = field.type.starts_with("text") || field.type.starts_with("list of text");
    for (const reference::Value &value : field.values) {
        Offer offer;
        offer.text = value.name;
        offer.detail = value.name == field.defaultValue ? "default" : "";
        offer.documentation = field;
        offer.documentation.value = value.name;
        offer.isPlain = !isText && (value.name == "true" || value.name == "false");
        offers.push_back(std::move(offer));
    }
}

} // namespace meshwright::completion
