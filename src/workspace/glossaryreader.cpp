// SPDX-License-Identifier: Apache-2.0
// The glossary: in meshwright.yaml, or in a file of its own.
#include "workspace/glossaryreader.h"

#include <set>

namespace meshwright {

namespace {

constexpr const char *whatItIs = "'glossary' must be a list of terms ('- term: …'), a mapping with "
                                 "'terms' and 'tags', or the path of a file with those.";

GlossaryTerm readTerm(SettingsReader &reader, const yaml::Node &item)
{
    GlossaryTerm term;
    for (const auto &entry : reader.entries(
             item, "glossary", {"term", "description", "owner", "synonyms", "context"})) {
        const auto key = reader.key(entry);
        const auto where = "glossary." + key;
        if (key == "term")
            reader.readText(*entry.value, where, term.term);
        else if (key == "description")
            reader.readText(*entry.value, where, term.description);
        else if (key == "owner")
            reader.readText(*entry.value, where, term.owner);
        else if (key == "synonyms")
            reader.readTexts(*entry.value, where, term.synonyms);
        else if (key == "context")
            reader.readText(*entry.value, where, term.context);
    }
    return term;
}

GlossaryTag readTag(SettingsReader &reader, const yaml::Node &item)
{
    GlossaryTag tag;
    for (const auto &entry :
         reader.entries(item, "glossary", {"name", "description", "classification"})) {
        const auto key = reader.key(entry);
        const auto where = "glossary." + key;
        if (key == "name")
            reader.readText(*entry.value, where, tag.name);
        else if (key == "description")
            reader.readText(*entry.value, where, tag.description);
        else if (key == "classification")
            reader.readText(*entry.value, where, tag.classification);
    }
    return tag;
}

void readTerms(SettingsReader &reader, const yaml::Node &node, const std::string &file,
               Glossary &glossary)
{
    for (const auto *item : node.resolved().items) {
        auto term = readTerm(reader, *item);
        term.place = {file, item->resolved().range};
        if (term.term.empty())
            reader.problem(*item, "A glossary entry needs a 'term'.");
        else
            glossary.terms.push_back(std::move(term));
    }
}

void readTags(SettingsReader &reader, const yaml::Node &node, const std::string &file,
              Glossary &glossary)
{
    std::set<std::string> known;
    for (const auto *item : node.resolved().items) {
        auto tag = readTag(reader, *item);
        tag.place = {file, item->resolved().range};
        if (tag.name.empty())
            reader.problem(*item, "A tag of the glossary needs a 'name'.");
        else if (!known.insert(tag.name).second)
            reader.problem(*item, "The tag '" + tag.name + "' stands here twice.");
        else
            glossary.tags.push_back(std::move(tag));
    }
}

bool isList(SettingsReader &reader, const yaml::Node &node, const std::string &where)
{
    if (!node.isSequence() && !node.isNull())
        reader.problem(node, "'" + where + "' must be a list.");
    return node.isSequence();
}

} // namespace

Glossary readGlossary(SettingsReader &reader, const yaml::Node &node, const std::string &file)
{
    Glossary glossary;
    glossary.file = file;
    if (node.isSequence()) {
        readTerms(reader, node, file, glossary);
        return glossary;
    }
    if (!node.isMapping()) {
        if (!node.isNull())
            reader.problem(node, whatItIs);
        return glossary;
    }
    for (const auto &entry : reader.entries(node, "glossary", {"terms", "tags"})) {
        const auto key = reader.key(entry);
        if (key == "terms" && isList(reader, *entry.value, key))
            readTerms(reader, *entry.value, file, glossary);
        else if (key == "tags" && isList(reader, *entry.value, key))
            readTags(reader, *entry.value, file, glossary);
    }
    return glossary;
}

} // namespace meshwright
