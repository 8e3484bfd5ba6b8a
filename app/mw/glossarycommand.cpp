// SPDX-License-Identifier: Apache-2.0
// mw glossary: the company's words, where they are used, and which have several meanings.
#include "commands.h"
#include "loading.h"
#include "terminal.h"

#include "meshwright/report/glossaryreport.h"

namespace meshwright::mw {

namespace {

/// ` (a, b)` of what is there.
std::string inBrackets(const std::vector<std::string> &facts)
{
    std::string text;
    for (const std::string &fact : facts)
        if (!fact.empty())
            text += (text.empty() ? "" : ", ") + inert(fact);
    return text.empty() ? text : " (" + text + ")";
}

std::string usesText(const Workspace &workspace, const std::vector<glossary::Use> &uses)
{
    std::string text;
    for (const glossary::Use &use : uses)
        text += "  " + std::string(nameOf(use.kind)) + " " + inert(use.name) + " " +
                coloured(inert(placeText(workspace, use.place)), Colour::Grey) + "\n";
    return text;
}

std::string headline(const std::string &word, const std::string &description)
{
    return coloured(inert(word), Colour::Bold) +
           (description.empty() ? "" : ": " + inert(description));
}

std::string asText(const Workspace &workspace, const glossary::Listing &listing)
{
    std::string out;
    for (const glossary::TermEntry &each : listing.terms)
        out += headline(each.term.term, each.term.description) +
               inBrackets({each.term.owner, each.home ? each.home->value : each.term.context}) +
               "\n" + usesText(workspace, each.uses);
    for (const glossary::TagEntry &each : listing.tags)
        out += headline("#" + each.tag.name, each.tag.description) +
               inBrackets({each.tag.classification}) + "\n" + usesText(workspace, each.uses);
    for (const glossary::Homonym &each : listing.homonyms) {
        out += coloured("≠ ", Colour::Yellow) + inert(each.word) +
               (each.isMessage ? ": several messages" : ": several meanings") + "\n";
        for (const glossary::Meaning &meaning : each.meanings)
            out += "  " + (meaning.context.empty() ? "elsewhere" : inert(meaning.context)) + ": " +
                   inert(meaning.text) + " " +
                   coloured(inert(placeText(workspace, meaning.place)), Colour::Grey) + "\n";
    }
    return out + "terms: " + std::to_string(listing.terms.size()) +
           ", tags: " + std::to_string(listing.tags.size()) +
           ", words with several meanings: " + std::to_string(listing.homonyms.size()) + "\n";
}

} // namespace

int runGlossary(const Options &options)
{
    const auto topology = load(options.target);
    if (!topology) {
        sayError(topology.error());
        return exitCodeFor(topology.error());
    }
    const Workspace &workspace = *(*topology)->workspace;
    const auto listing = glossary::listingOf(**topology);
    const std::string text = options.format == "json" ? report::glossaryJson(workspace, listing)
                             : options.format == "markdown"
                                 ? report::glossaryMarkdown(workspace, listing)
                                 : asText(workspace, listing);
    return deliverAnswer(workspace, text, options);
}

} // namespace meshwright::mw
