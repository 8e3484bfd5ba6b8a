// SPDX-License-Identifier: Apache-2.0
// Tags that the workspace uses, and those that grant access.
#include "completion/offers.h"

#include <map>

namespace meshwright::completion {

namespace {

using Counts = std::map<std::string, std::pair<int, std::string>>; // how often, and a description

void count(const std::vector<asyncapi::Tag> &tags, Counts &counts)
{
    for (const asyncapi::Tag &tag : tags) {
        if (tag.name.value.empty() || tag.name.value.starts_with(grantPrefix))
            continue;
        auto &[times, description] = counts[tag.name.value];
        ++times;
        if (description.empty())
            description = tag.description;
    }
}

Counts tagsOf(const Workspace &workspace)
{
    Counts counts;
    for (const auto &spec : workspace.specs()) {
        count(spec->tags, counts);
        for (const asyncapi::Channel &channel : spec->channels) {
            count(channel.tags, counts);
            for (const asyncapi::Operation &operation : channel.operations)
                count(operation.tags, counts);
            for (const asyncapi::Message &message : channel.messages)
                count(message.tags, counts);
        }
        for (const asyncapi::Message &message : spec->messages)
            count(message.tags, counts);
    }
    const Glossary &glossary = workspace.settings().glossary;
    for (const GlossaryTag &tag : glossary.tags)
        if (auto &known = counts[tag.name]; !tag.description.empty())
            known.second = tag.description;
    if (glossary.tags.empty()) // else its terms are no tags
        for (const GlossaryTerm &term : glossary.terms)
            if (auto &known = counts[term.term]; known.second.empty())
                known.second = term.description;
    return counts;
}

void add(Offers &offers, std::string text, Kind kind, std::string detail, std::string about)
{
    Offer offer;
    offer.documentation = note("Tag", text, std::move(about));
    offer.text = std::move(text);
    offer.kind = kind;
    offer.detail = std::move(detail);
    offers.push_back(std::move(offer));
}

void addGrants(const Site &site, Offers &offers)
{
    const std::string prefix(grantPrefix);
    for (const Context &context : site.topology.contexts)
        if (context.id != site.self)
            add(offers, prefix + context.id.value, Kind::Context, context.spec->title,
                "The context `" + context.id.value + "` may read the topic.");
    for (const std::string &domain : site.topology.domains())
        add(offers, prefix + domain, Kind::Context, "domain",
            "Every context of the domain `" + domain + "` may read the topic.");
    const std::string &everybody = site.workspace().settings().convention.publicKeyword;
    add(offers, prefix + everybody, Kind::Context, "everybody",
        "Every context may read the topic.");
}

} // namespace

void addTags(const Site &site, Offers &offers)
{
    if (!site.isValueOf("Tag", "name"))
        return;
    if (site.caret.typed.starts_with(grantPrefix))
        return addGrants(site, offers);
    for (const auto &[name, known] : tagsOf(site.workspace())) {
        const auto &[times, description] = known;
        add(offers, name, Kind::Tag,
            times == 0 ? "glossary" : "used " + std::to_string(times) + "×", description);
    }
    add(offers, std::string(grantPrefix), Kind::Tag, "lets a context read",
        "On what publishes a protected topic: the context, or all contexts of the domain, whose "
        "name follows may read the topic.");
    offers.back().goesOn = true;
}

} // namespace meshwright::completion
