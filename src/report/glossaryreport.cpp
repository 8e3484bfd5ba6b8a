// SPDX-License-Identifier: Apache-2.0
// The company's words: what they mean, who answers for them, where they are used.
#include "meshwright/report/glossaryreport.h"

#include "report/changetext.h"
#include "report/json.h"

namespace meshwright::report {

namespace {

Json usesJson(const Workspace &workspace, const std::vector<glossary::Use> &uses)
{
    Json list = Json::array();
    for (const glossary::Use &use : uses)
        list.push_back({{"kind", glossary::nameOf(use.kind)},
                        {"name", use.name},
                        {"in", use.where},
                        {"place", placeJson(workspace, use.place)}});
    return list;
}

Json termJson(const Workspace &workspace, const glossary::TermEntry &entry)
{
    const GlossaryTerm &term = entry.term;
    return {{"term", term.term},
            {"description", term.description},
            {"owner", term.owner},
            {"synonyms", term.synonyms},
            {"context", term.context},
            {"terminology", entry.home ? Json(entry.home->value) : Json(nullptr)},
            {"place", placeJson(workspace, term.place)},
            {"uses", usesJson(workspace, entry.uses)}};
}

Json homonymJson(const Workspace &workspace, const glossary::Homonym &homonym)
{
    Json meanings = Json::array();
    for (const glossary::Meaning &meaning : homonym.meanings)
        meanings.push_back({{"context", meaning.context},
                            {homonym.isMessage ? "fields" : "description", meaning.text},
                            {"place", placeJson(workspace, meaning.place)}});
    return {{"word", homonym.word},
            {"kind", homonym.isMessage ? "message" : "term"},
            {"meanings", std::move(meanings)}};
}

std::string placeText(const Workspace &workspace, const asyncapi::Place &place)
{
    const auto line = positionOf(workspace, place.file, place.range.begin).line;
    return codeSpan(place.file + ':' + std::to_string(line));
}

std::string usesText(const Workspace &workspace, const std::vector<glossary::Use> &uses)
{
    if (uses.empty())
        return "  - used nowhere here\n";
    std::string text;
    for (const glossary::Use &use : uses)
        text += "  - " + std::string(glossary::nameOf(use.kind)) + ' ' + codeSpan(use.name) +
                " in " + placeText(workspace, use.place) + '\n';
    return text;
}

std::string termText(const Workspace &workspace, const glossary::TermEntry &entry)
{
    const GlossaryTerm &term = entry.term;
    std::string text = "- **" + codeSpan(term.term) + "**";
    if (!term.description.empty())
        text += ": " + codeSpan(term.description);
    text += '\n';
    std::string synonyms;
    for (const std::string &synonym : term.synonyms)
        synonyms += (synonyms.empty() ? "" : ", ") + codeSpan(synonym);
    if (!synonyms.empty())
        text += "  - also called " + synonyms + '\n';
    if (!term.owner.empty())
        text += "  - owner " + codeSpan(term.owner) + '\n';
    if (!term.context.empty())
        text += "  - in " + codeSpan(term.context) +
                (entry.home ? ", terminology " + codeSpan(entry.home->value) : "") + '\n';
    return text + usesText(workspace, entry.uses);
}

std::string tagText(const Workspace &workspace, const glossary::TagEntry &entry)
{
    const GlossaryTag &tag = entry.tag;
    std::string text = "- **" + codeSpan(tag.name) + "**";
    if (!tag.description.empty())
        text += ": " + codeSpan(tag.description);
    text += '\n';
    if (!tag.classification.empty())
        text += "  - classification " + codeSpan(tag.classification) + '\n';
    return text + usesText(workspace, entry.uses);
}

std::string homonymText(const Workspace &workspace, const glossary::Homonym &homonym)
{
    std::string text = "- " + codeSpan(homonym.word) + (homonym.isMessage ? " (message)\n" : "\n");
    for (const glossary::Meaning &meaning : homonym.meanings)
        text += "  - " + (meaning.context.empty() ? "elsewhere" : codeSpan(meaning.context)) +
                ": " + (meaning.text.empty() ? "no description" : codeSpan(meaning.text)) + " (" +
                placeText(workspace, meaning.place) + ")\n";
    return text;
}

} // namespace

std::string glossaryJson(const Workspace &workspace, const glossary::Listing &listing)
{
    Json terms = Json::array();
    for (const glossary::TermEntry &each : listing.terms)
        terms.push_back(termJson(workspace, each));
    Json tags = Json::array();
    for (const glossary::TagEntry &each : listing.tags)
        tags.push_back({{"name", each.tag.name},
                        {"description", each.tag.description},
                        {"classification", each.tag.classification},
                        {"place", placeJson(workspace, each.tag.place)},
                        {"uses", usesJson(workspace, each.uses)}});
    Json homonyms = Json::array();
    for (const glossary::Homonym &each : listing.homonyms)
        homonyms.push_back(homonymJson(workspace, each));
    Json json = versioned();
    json["terms"] = std::move(terms);
    json["tags"] = std::move(tags);
    json["severalMeanings"] = std::move(homonyms);
    return printed(json);
}

std::string glossaryMarkdown(const Workspace &workspace, const glossary::Listing &listing)
{
    std::string text = "# Glossary\n";
    const auto chapter = [&](const char *title, const auto &entries, const auto &write) {
        if (!entries.empty())
            text += std::string("\n## ") + title + "\n\n";
        for (const auto &each : entries)
            text += write(workspace, each);
    };
    chapter("Terms", listing.terms, termText);
    chapter("Tags", listing.tags, tagText);
    chapter("Words with several meanings", listing.homonyms, homonymText);
    if (listing.terms.empty() && listing.tags.empty() && listing.homonyms.empty())
        text += "\nThere is no glossary here.\n";
    return text;
}

} // namespace meshwright::report
