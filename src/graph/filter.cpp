// SPDX-License-Identifier: Apache-2.0
#include "meshwright/graph/filter.h"

#include "meshwright/graph/questions.h"
#include "meshwright/topology/contact.h"

#include <algorithm>

namespace meshwright::graph {

namespace {

using WordsByFacet = std::map<Facet, std::set<std::string>>;

void addTags(const std::vector<asyncapi::Tag> &tags, std::set<std::string> &words)
{
    for (const asyncapi::Tag &tag : tags)
        if (!tag.name.value.empty() && !tag.name.value.starts_with(grantPrefix))
            words.insert(tag.name.value);
}

void addTags(const asyncapi::Channel &channel, std::set<std::string> &words)
{
    addTags(channel.tags, words);
    for (const asyncapi::Message &message : channel.messages)
        addTags(message.tags, words);
    for (const asyncapi::Operation &operation : channel.operations) {
        addTags(operation.tags, words);
        for (const asyncapi::Message &message : operation.messages)
            addTags(message.tags, words);
    }
}

void addOwn(const Context &context, WordsByFacet &words)
{
    words[Facet::Domain].insert(context.domain);
    if (!context.spec)
        return;
    if (const Contact contact = contactOf(*context.spec); !contact.label().empty())
        words[Facet::Owner].insert(contact.label());
    addTags(context.spec->tags, words[Facet::Tag]);
    for (const asyncapi::Channel &channel : context.spec->channels)
        addTags(channel, words[Facet::Tag]);
}

} // namespace

std::string_view nameOf(Facet facet)
{
    switch (facet) {
    case Facet::Domain:
        return "domains";
    case Facet::Owner:
        return "owners";
    case Facet::Tag:
        return "tags";
    case Facet::Access:
        return "access";
    case Facet::Status:
        return "status";
    case Facet::Source:
        return "sources";
    }
    return {};
}

std::string_view nameOf(EdgeSource source)
{
    switch (source) {
    case EdgeSource::Declared:
        return "declared";
    case EdgeSource::Granted:
        return "granted";
    case EdgeSource::Observed:
        return "observed";
    }
    return {};
}

bool Filter::isEmpty() const
{
    return std::all_of(words.begin(), words.end(),
                       [](const auto &each) { return each.second.empty(); });
}

bool Filter::has(Facet facet, const std::string &word) const
{
    const auto found = words.find(facet);
    return found != words.end() && found->second.contains(word);
}

void Filter::set(Facet facet, const std::string &word, bool isChosen)
{
    if (isChosen)
        words[facet].insert(word);
    else if (const auto found = words.find(facet); found != words.end()) {
        found->second.erase(word);
        if (found->second.empty())
            words.erase(found);
    }
}

Facets::Facets(const Topology &topology, const std::vector<Diagnostic> &diagnostics,
               const std::vector<Mismatch> &mismatches)
{
    std::map<ContextId, WordsByFacet> all;
    std::map<std::string, ContextId> contextOf;
    for (const Context &context : topology.contexts) {
        addOwn(context, all[context.id]);
        if (context.spec)
            contextOf[context.spec->file] = context.id;
    }
    const auto add = [&](const ContextId &context, Facet facet, std::string_view word) {
        if (const auto found = all.find(context); found != all.end())
            found->second[facet].insert(std::string(word));
    };
    for (const Topic &topic : topology.topics)
        if (topic.access)
            add(topic.owner, Facet::Access, meshwright::nameOf(*topic.access));
    for (const Edge &edge : topology.edges)
        if (edge.from != edge.to)
            for (const ContextId &side : {edge.from, edge.to})
                add(side, Facet::Source, nameOf(edge.source));
    for (const Diagnostic &each : diagnostics)
        if (each.severity != Severity::Info && contextOf.contains(each.file))
            add(contextOf[each.file], Facet::Status,
                each.severity == Severity::Error ? status::errors : status::warnings);
    for (const Orphan &orphan : orphans(topology)) {
        const Topic *topic = topology.topic(orphan.topic);
        if (orphan.lack == Lack::Consumer && topic)
            add(topic->owner, Facet::Status, status::unusedGrant);
        else
            add(orphan.context, Facet::Status, status::orphan);
    }
    for (const auto &group : cycles(topology))
        for (const ContextId &id : group)
            add(id, Facet::Status, status::cycle);
    for (const Mismatch &mismatch : mismatches)
        for (const ContextId &id : mismatch.contexts)
            add(id, Facet::Status, nameOf(mismatch.kind));
    for (auto &[id, words] : all)
        m_contexts.push_back({id, std::move(words)});
}

bool Facets::fits(const Words &words, const Filter &filter, const Facet *except) const
{
    return std::all_of(filter.words.begin(), filter.words.end(), [&](const auto &chosen) {
        if (chosen.second.empty() || (except && chosen.first == *except))
            return true;
        const auto own = words.of.find(chosen.first);
        return own != words.of.end() &&
               std::any_of(chosen.second.begin(), chosen.second.end(),
                           [&](const std::string &word) { return own->second.contains(word); });
    });
}

std::set<ContextId> Facets::matching(const Filter &filter) const
{
    std::set<ContextId> found;
    for (const Words &words : m_contexts)
        if (fits(words, filter, nullptr))
            found.insert(words.context);
    return found;
}

std::map<std::string, int> Facets::counts(Facet facet, const Filter &filter) const
{
    std::map<std::string, int> result;
    for (const Words &words : m_contexts) {
        const auto own = words.of.find(facet);
        if (own == words.of.end())
            continue;
        const bool counts = fits(words, filter, &facet);
        for (const std::string &word : own->second)
            result[word] += counts ? 1 : 0;
    }
    return result;
}

} // namespace meshwright::graph
