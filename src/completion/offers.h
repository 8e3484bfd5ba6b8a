// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "completion/surroundings.h"
#include "meshwright/completion/completion.h"
#include "meshwright/reference/expectation.h"

namespace meshwright::completion {

/// What an item writes, before the place's own signs are put around it.
struct Offer
{
    std::string text; ///< a key, or a value as YAML reads it
    Kind kind = Kind::Value;
    std::string detail;
    reference::Documentation documentation = {};
    reference::Shape shape = reference::Shape::Scalar; ///< of the value, for a key
    bool isKey = false;   ///< a key, even where the word is a value: `- name: `
    bool isItem = false;  ///< a key that needs a dash in front
    bool isBegun = false; ///< the author writes on: no colon behind a key
    bool isPlain = false; ///< true, 3, null: no text
    bool goesOn = false;
};

using Offers = std::vector<Offer>;

/// Where the word stands, and what is known about the place.
struct Site
{
    const Topology &topology;
    const std::string &file;
    const Caret &caret;
    const yaml::Document &document; ///< what stands around the word
    const yaml::Node &word;
    bool isKey = false;
    std::vector<std::string> path; ///< to the mapping or list that the word is in
    reference::Expectation expected;
    ContextId self; ///< empty where the file is no spec with an id
    int major = 0;  ///< of AsyncAPI; 0 for other files

    const Workspace &workspace() const { return *topology.workspace; }

    /// The document as it was when it could last be read as a whole, or what stands around the
    /// word.
    const yaml::Document &whole() const;
    /// Whether the word is a value, or one of the values, of this field.
    bool isValueOf(std::string_view object, std::string_view field) const;
    bool isIn(std::string_view object) const;
};

reference::Documentation note(std::string object, std::string name, std::string text);

void addFields(const Site &site, Offers &offers);
void addValues(const Site &site, Offers &offers);
void addTopics(const Site &site, Offers &offers);
void addReferences(const Site &site, Offers &offers);
void addTags(const Site &site, Offers &offers);
/// Servers, security schemes, properties: what the document itself names.
void addNames(const Site &site, Offers &offers);

/// What the settings have at the word, which has its own rules.
void addSettings(const Site &site, Offers &offers);

/// The item as it is written at the caret.
Item written(const Offer &offer, const Caret &caret, const SourceText &text);

/// How well a text fits what is typed; nothing where it does not. Less is better.
std::optional<int> matchRank(std::string_view typed, std::string_view label);

} // namespace meshwright::completion
