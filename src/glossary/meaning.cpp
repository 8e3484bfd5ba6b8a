// SPDX-License-Identifier: Apache-2.0
// What the glossary says of a word of a file.
#include "glossary/words.h"

#include "meshwright/text/sourcetext.h"

#include <algorithm>

namespace meshwright::glossary {

namespace {

/// The key whose value the node is, or is an item of; empty at the root.
std::string_view keyAround(const yaml::Node &node)
{
    const auto *value = &node;
    if (value->parent && value->parent->kind == yaml::Kind::Sequence)
        value = value->parent;
    const auto *entry = value->parent ? value->parent->entryWith(*value) : nullptr;
    return entry ? entry->key->value : std::string_view();
}

bool isTag(const yaml::Node &scalar)
{
    return scalar.parent && keyAround(*scalar.parent) == "tags";
}

/// Whether the scalar names a channel, a message, a field or a tag.
bool isName(const yaml::Node &scalar)
{
    const auto *mapping = scalar.parent;
    const auto *entry = mapping ? mapping->entryWith(scalar) : nullptr;
    if (!entry)
        return false;
    const auto around = keyAround(*mapping);
    if (entry->key == &scalar)
        return around == "channels" || around == "messages" || around == "properties";
    if (entry->key->value == "address")
        return mapping->parent && keyAround(*mapping->parent) == "channels";
    const bool isOfMessage = mapping->parent && keyAround(*mapping->parent) == "messages";
    return entry->key->value == "name" &&
           (isOfMessage || around.empty() || around == "message" || around == "oneOf" ||
            around == "tags" || around == "fields");
}

void addLine(std::string &text, std::string_view name, const std::string &value)
{
    if (!value.empty())
        text += (text.empty() ? "" : " ") + std::string(name) + ": " + value + '.';
}

std::string sentence(std::string text)
{
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos)
        text += '.';
    return text;
}

reference::Documentation documented(const Topology &topology, const GlossaryTerm &term)
{
    reference::Documentation found;
    found.object = "Glossary";
    found.field = term.term;
    found.text = sentence(term.description);
    std::string synonyms;
    for (const auto &each : term.synonyms)
        synonyms += (synonyms.empty() ? "`" : ", `") + each + '`';
    addLine(found.text, "Also called", synonyms);
    addLine(found.text, "Owner", term.owner);
    if (!term.context.empty())
        addLine(found.text, "Means this in", '`' + term.context + '`');
    if (const auto *home = terminologyOf(topology, term.context))
        addLine(found.text, "Terminology", '`' + home->id.value + '`');
    return found;
}

reference::Documentation documented(const GlossaryTag &tag)
{
    reference::Documentation found;
    found.object = "Tag";
    found.field = tag.name;
    found.text = sentence(tag.description);
    addLine(found.text, "Classification", tag.classification);
    return found;
}

/// The byte of the scalar's value where the offset stands; nothing where its bytes are not its
/// text.
std::optional<std::size_t> inValue(const yaml::Document &document, const yaml::Node &scalar,
                                   std::size_t offset)
{
    const auto written = document.text()->slice(scalar.range);
    const auto at = written.find(scalar.value);
    if (at == std::string_view::npos || offset < scalar.range.begin + at)
        return std::nullopt;
    return offset - scalar.range.begin - at;
}

/// The term whose phrase holds the byte, the longest first; one of the file's own context wins.
const GlossaryTerm *termAt(const Topology &topology, const std::string &file, std::string_view name,
                           std::size_t offset, Range &range)
{
    const auto *of = topology.workspace->file(file);
    const std::string self =
        of && of->spec && of->spec->id ? contextIdFrom(of->spec->id->value).value : std::string();
    const auto words = wordsOf(name);
    const GlossaryTerm *best = nullptr;
    bool isOwn = false;
    for (const auto &term : topology.workspace->settings().glossary.terms) {
        const bool owns =
            !term.context.empty() && (term.context == self || isWithin(self, term.context));
        for (const auto &phrase : phrasesOf(term)) {
            for (std::size_t from = 0; from < words.size(); ++from) {
                const auto found = phraseIn(words, phrase, from);
                if (!found || offset < found->begin || offset >= found->end)
                    continue;
                const bool isLonger = !best || found->size() > range.size();
                if (isLonger || (found->size() == range.size() && owns && !isOwn)) {
                    best = &term;
                    isOwn = owns;
                    range = *found;
                }
            }
        }
    }
    return best;
}

} // namespace

std::optional<reference::Documentation> meaningAt(const Topology &topology, const std::string &file,
                                                  std::size_t offset)
{
    const auto document = topology.workspace->document(file);
    const auto *scalar = document ? document->nodeAt(offset) : nullptr;
    if (!scalar || scalar->kind != yaml::Kind::Scalar || !isName(*scalar))
        return std::nullopt;
    const auto &tags = topology.workspace->settings().glossary.tags;
    if (isTag(*scalar))
        for (const auto &tag : tags)
            if (tag.name == scalar->value) {
                auto found = documented(tag);
                found.range = scalar->range;
                return found;
            }
    const auto at = inValue(*document, *scalar, offset);
    Range range;
    const auto *term = at ? termAt(topology, file, scalar->value, *at, range) : nullptr;
    if (!term)
        return std::nullopt;
    auto found = documented(topology, *term);
    const auto begin = offset - *at;
    found.range = {begin + range.begin, begin + range.end};
    return found;
}

} // namespace meshwright::glossary
