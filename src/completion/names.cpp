// SPDX-License-Identifier: Apache-2.0
#include "completion/offers.h"

#include "meshwright/schema/avro.h"

#include <algorithm>

namespace meshwright::completion {

namespace {

/// Of the values of a mapping, what a reader sees first.
std::string summaryOf(const yaml::Node &value)
{
    for (const char *key : {"title", "summary", "description"})
        if (const yaml::Node *text = value.find(key))
            return std::string(text->scalarText().value_or(""));
    return {};
}

void addKeys(const yaml::Node *mapping, const std::string &object, const char *factKey,
             Offers &offers)
{
    if (!mapping || !mapping->isMapping())
        return;
    for (const yaml::Entry &entry : mapping->resolved().entries) {
        Offer offer;
        offer.text = entry.key->resolved().value;
        offer.kind = Kind::Name;
        const yaml::Node *fact = factKey ? entry.value->find(factKey) : nullptr;
        offer.detail = fact ? std::string(fact->scalarText().value_or("")) : "";
        offer.documentation = note(object, offer.text, summaryOf(*entry.value));
        offer.shape = reference::Shape::ScalarList;
        offers.push_back(std::move(offer));
    }
}

/// The list's other items are named already.
void eraseTaken(const yaml::Node &word, Offers &offers)
{
    if (!word.parent || word.parent->kind != yaml::Kind::Sequence)
        return;
    std::erase_if(offers, [&](const Offer &offer) {
        const auto &items = word.parent->items;
        return std::any_of(items.begin(), items.end(), [&](const yaml::Node *item) {
            return item != &word && item->resolved().value == offer.text;
        });
    });
}

void addAvroTypes(const Site &site, Offers &offers)
{
    for (const auto &[path, file] : site.workspace().files()) {
        if (!path.ends_with(".avsc") || !file->document || !file->document->root())
            continue;
        for (const auto &[name, node] : schema::avroDefinitions(*file->document->root())) {
            Offer offer;
            offer.text = name;
            offer.kind = Kind::Name;
            offer.detail = path;
            const yaml::Node *doc = node->find("doc");
            offer.documentation =
                note("Avro type", name, doc ? std::string(doc->scalarText().value_or("")) : "");
            offers.push_back(std::move(offer));
        }
    }
}

/// A requirement's key is the scheme's name, its value the scopes.
void addSecuritySchemes(const Site &site, Offers &offers)
{
    const std::size_t before = offers.size();
    addKeys(site.whole().find({"components", "securitySchemes"}), "Security scheme", "type",
            offers);
    for (std::size_t i = before; i < offers.size(); ++i)
        offers[i].isKey = true;
}

} // namespace

void addNames(const Site &site, Offers &offers)
{
    if (site.isKey) {
        if (site.isIn("Security requirement"))
            addSecuritySchemes(site, offers);
        return;
    }
    if (site.isValueOf("Channel", "servers") && site.major == 2)
        addKeys(site.whole().find({"servers"}), "Server", "url", offers);
    const bool isItem = site.word.parent && site.word.parent->kind == yaml::Kind::Sequence;
    if (site.isIn("Security requirement") && site.caret.place == Caret::Place::AfterDash)
        addSecuritySchemes(site, offers);
    if (site.isValueOf("Schema", "required") && isItem && site.word.parent->parent)
        addKeys(site.word.parent->parent->find("properties"), "Field", "type", offers);
    const auto &field = site.expected.field;
    const bool isAvroType =
        field && (field->object == "Avro schema" || field->object == "Avro field") &&
        (field->field == "type" || field->field == "items" || field->field == "values");
    if (isAvroType)
        addAvroTypes(site, offers);
    eraseTaken(site.word, offers);
}

} // namespace meshwright::completion
