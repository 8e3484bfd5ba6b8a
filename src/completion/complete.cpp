// SPDX-License-Identifier: Apache-2.0
#include "meshwright/completion/completion.h"

#include "completion/offers.h"

#include <algorithm>
#include <map>

namespace meshwright::completion {

namespace {

int majorOf(const yaml::Document &document)
{
    const yaml::Node *root = document.root();
    const yaml::Node *version = root ? root->find("asyncapi") : nullptr;
    const std::string_view text = version ? version->scalarText().value_or("") : "";
    return text.starts_with('2') ? 2 : text.starts_with('3') ? 3 : 0;
}

ContextId contextOf(const yaml::Document &document)
{
    const yaml::Node *root = document.root();
    const yaml::Node *id = root ? root->find("id") : nullptr;
    return contextIdFrom(id ? id->scalarText().value_or("") : "");
}

/// To the mapping or list that the word is in; of a value, to the key that has it.
std::vector<std::string> pathOf(const Surroundings &around)
{
    std::vector<std::string> path = around.document->pathTo(*around.word);
    const bool isReference = !around.isKey && !path.empty() && path.back() == "$ref";
    if (around.isKey || isReference)
        path.pop_back();
    return path;
}

Offers offersAt(const Topology &topology, const std::string &file, const Caret &caret,
                const Surroundings &around)
{
    Offers offers;
    Site site{topology,       file, caret, *around.document,         *around.word, around.isKey,
              pathOf(around), {},   {},    majorOf(*around.document)};
    if (file == settingsFileName) {
        addSettings(site, offers);
        return offers;
    }
    const auto dialect = reference::dialectOf(file, *around.document);
    if (!dialect)
        return offers;
    const yaml::Node &place = around.isKey ? *around.word->parent : *around.word;
    site.expected = reference::expectedAt(*around.document, place, *dialect);
    site.self = contextOf(*around.document);
    addReferences(site, offers);
    addTopics(site, offers);
    addTags(site, offers);
    addNames(site, offers);
    addFields(site, offers);
    addValues(site, offers);
    return offers;
}

std::vector<Item> fitting(const Offers &offers, const Caret &caret, const SourceText &text)
{
    std::multimap<int, const Offer *> byRank;
    for (const Offer &offer : offers)
        if (const auto rank = matchRank(caret.typed, offer.text))
            byRank.emplace(*rank, &offer);
    std::vector<Item> items;
    for (const auto &[rank, offer] : byRank)
        if (items.size() < mostItems)
            items.push_back(written(*offer, caret, text));
    return items;
}

/// Whether the next line with text goes on with the item that the caret is in.
bool goesOnBelow(const Caret &caret, const std::string &text)
{
    const auto line = text.find_first_of("\r\n", caret.token.end);
    const auto next = line == std::string::npos ? line : text.find_first_not_of(" \t\r\n", line);
    return next != std::string::npos && next - text.rfind('\n', next) - 1 == caret.column;
}

/// In which ways the word can be read, as keys or not, the likeliest first.
std::vector<bool> readingsOf(const Caret &caret, const std::string &text)
{
    switch (caret.place) {
    case Caret::Place::Nowhere:
        return {};
    case Caret::Place::LineStart:
        return {true, false};
    case Caret::Place::AfterDash:
        return goesOnBelow(caret, text) ? std::vector{true} : std::vector{false, true};
    case Caret::Place::FlowKey:
        return {true};
    case Caret::Place::Value:
    case Caret::Place::FlowItem:
        return {false};
    }
    return {};
}

bool isText(const std::string &file)
{
    return file.ends_with(".yaml") || file.ends_with(".yml") || file.ends_with(".json") ||
           file.ends_with(".avsc");
}

} // namespace

const yaml::Document &Site::whole() const
{
    const WorkspaceFile *known = workspace().file(file);
    return known && known->document ? *known->document : document;
}

bool Site::isValueOf(std::string_view object, std::string_view field) const
{
    return !isKey && expected.field && expected.field->object == object &&
           expected.field->field == field;
}

bool Site::isIn(std::string_view object) const
{
    return std::find(expected.objects.begin(), expected.objects.end(), object) !=
           expected.objects.end();
}

reference::Documentation note(std::string object, std::string name, std::string text)
{
    reference::Documentation documentation;
    documentation.object = std::move(object);
    documentation.field = std::move(name);
    documentation.text = std::move(text);
    return documentation;
}

Completion complete(const Topology &topology, const std::string &file, const SourceText &text,
                    std::size_t offset)
{
    Completion result;
    if (!isText(file))
        return result;
    const Caret caret = caretAt(text, offset);
    result.range = caret.token;
    result.typed = caret.typed;
    for (const bool asKey : readingsOf(caret, text.bytes())) {
        const Surroundings around = surroundingsOf(text, caret, asKey);
        if (around)
            result.items = fitting(offersAt(topology, file, caret, around), caret, text);
        if (!result.items.empty())
            break;
    }
    return result;
}

} // namespace meshwright::completion
