// SPDX-License-Identifier: Apache-2.0
// Where the words of the glossary are used, and which words have two meanings.
#include "glossary/words.h"

#include "asyncapi/payloadreach.h"
#include "asyncapi/resolver.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace meshwright::glossary {

namespace {

using asyncapi::Message;

/// The topic's name without its owner and its access.
std::string ownPart(const Topic &topic, const Convention &convention)
{
    std::string part = topic.name.value.substr(topic.owner.value.size() + 1);
    if (topic.access)
        part.erase(0, std::min(convention.keyword(*topic.access).size() + 1, part.size()));
    return part;
}

std::string nameOf(const Message &message)
{
    return message.name.empty() ? message.key : message.name;
}

std::string fold(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The messages of one name that one owner describes.
struct Described
{
    std::set<std::string> fields;
    asyncapi::Place place;
};

/// All that has a name which a word of the glossary may be part of.
class Collector
{
public:
    explicit Collector(const Topology &topology)
        : m_topology(topology)
    {}

    void collect()
    {
        const auto &convention = m_topology.workspace->settings().convention;
        for (const Topic &topic : m_topology.topics) {
            m_self = topic.owner.value;
            add(Use::Kind::Topic, ownPart(topic, convention), topic.name.value,
                topic.declaration().addressPlace);
        }
        for (const auto &spec : m_topology.workspace->specs())
            addSpec(*spec);
    }

    std::vector<Use> uses;
    std::map<std::string, std::map<std::string, Described>> messages; ///< by name and owner

private:
    void add(Use::Kind kind, std::string name, const std::string &where,
             const asyncapi::Place &place)
    {
        if (!name.empty() && m_seen.insert({kind, place}).second)
            uses.push_back({kind, std::move(name), where, m_self, place});
    }

    void addTags(const std::vector<asyncapi::Tag> &tags, const std::string &where)
    {
        for (const asyncapi::Tag &tag : tags)
            if (!tag.name.value.starts_with(grantPrefix))
                add(Use::Kind::Tag, tag.name.value, where, tag.name.place);
    }

    void addSpec(const asyncapi::Spec &spec)
    {
        asyncapi::Resolver resolver(*m_topology.workspace);
        asyncapi::PayloadReach reach(*m_topology.workspace, resolver, spec.dependencies);
        m_self = spec.id ? contextIdFrom(spec.id->value).value : std::string();
        addTags(spec.tags, spec.file);
        for (const asyncapi::Channel &channel : spec.channels) {
            const bool isOwn = isOwned(spec, channel);
            addTags(channel.tags, channel.address);
            for (const Message &message : channel.messages)
                addMessage(message, channel.address, isOwn ? m_self : std::string(), reach);
            for (const asyncapi::Operation &operation : channel.operations) {
                addTags(operation.tags, channel.address);
                for (const Message &message : operation.messages)
                    addMessage(message, channel.address, isOwn ? m_self : std::string(), reach);
            }
        }
        for (const Message &message : spec.messages)
            addMessage(message, spec.file, {}, reach);
    }

    bool isOwned(const asyncapi::Spec &spec, const asyncapi::Channel &channel) const
    {
        if (!spec.id)
            return false;
        const auto self = contextIdFrom(spec.id->value);
        const auto owned = m_topology.topicsOf(self);
        return std::any_of(owned.begin(), owned.end(),
                           [&](const Topic *topic) { return &topic->declaration() == &channel; });
    }

    /// `owner`: who says what it means; empty where it is another's.
    void addMessage(const Message &message, const std::string &where, const std::string &owner,
                    asyncapi::PayloadReach &reach)
    {
        const std::string name = nameOf(message);
        add(Use::Kind::Message, name, where, message.place);
        addTags(message.tags, where);
        if (!message.payload)
            return;
        const auto [known, isNew] = m_fields.try_emplace(message.payload->place);
        if (isNew)
            for (const schema::Field &field : reach.fieldsOf(*message.payload)) {
                known->second.insert(field.path);
                add(Use::Kind::Field, field.path, where, {field.file, field.range});
            }
        if (!owner.empty() && !name.empty() && !known->second.empty()) {
            Described &described = messages[fold(name)][owner];
            described.fields.insert(known->second.begin(), known->second.end());
            if (described.place.file.empty())
                described.place = message.place;
        }
    }

    const Topology &m_topology;
    std::string m_self; ///< the context that is being read
    std::set<std::pair<Use::Kind, asyncapi::Place>> m_seen;
    std::map<asyncapi::Place, std::set<std::string>> m_fields; ///< by the payload's place
};

/// The words of a use; of a field without those of what it is in.
std::vector<Word> wordsOfUse(const Use &use)
{
    const std::string_view name = use.name;
    return wordsOf(use.kind == Use::Kind::Field ? name.substr(name.rfind('.') + 1) : name);
}

bool holdsIn(const GlossaryTerm &term, const std::string &context)
{
    return !term.context.empty() && (term.context == context || isWithin(context, term.context));
}

/// Whether the word means something else to the context that says it.
bool meansAnother(const GlossaryTerm &term, const std::vector<GlossaryTerm> &terms,
                  const std::string &context)
{
    return !holdsIn(term, context) &&
           std::any_of(terms.begin(), terms.end(), [&](const GlossaryTerm &other) {
               return fold(other.term) == fold(term.term) && holdsIn(other, context);
           });
}

bool has(const std::vector<Word> &words, const std::vector<std::vector<Word>> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const auto &phrase) { return phraseIn(words, phrase).has_value(); });
}

std::string listOf(const std::set<std::string> &fields)
{
    constexpr std::size_t most = 12;
    std::string text;
    std::size_t told = 0;
    for (const std::string &field : fields) {
        if (told++ == most)
            return text + " …";
        text += (text.empty() ? "" : ", ") + field;
    }
    return text;
}

void addHomonymTerms(const std::vector<GlossaryTerm> &terms, std::vector<Homonym> &homonyms)
{
    std::map<std::string, Homonym> words;
    for (const GlossaryTerm &term : terms) {
        Homonym &homonym = words[fold(term.term)];
        homonym.word = homonym.word.empty() ? term.term : homonym.word;
        homonym.meanings.push_back({term.context, term.description, term.place});
    }
    for (auto &[word, homonym] : words) {
        std::set<std::string> contexts;
        std::set<std::string> texts;
        for (const Meaning &each : homonym.meanings) {
            contexts.insert(each.context);
            texts.insert(each.text);
        }
        if (contexts.size() > 1 && texts.size() > 1)
            homonyms.push_back(std::move(homonym));
    }
}

void addHomonymMessages(const Collector &collector, std::vector<Homonym> &homonyms)
{
    for (const auto &[name, owners] : collector.messages) {
        std::set<std::set<std::string>> shapes;
        Homonym homonym{name, true, {}};
        for (const auto &[owner, described] : owners) {
            shapes.insert(described.fields);
            homonym.meanings.push_back({owner, listOf(described.fields), described.place});
        }
        if (shapes.size() > 1)
            homonyms.push_back(std::move(homonym));
    }
}

} // namespace

const Context *terminologyOf(const Topology &topology, const std::string &contextOrDomain)
{
    if (contextOrDomain.empty())
        return nullptr;
    const std::string &name = topology.workspace->settings().terminology;
    const auto isOne = [&](const ContextId &id) {
        return id.value == name || id.value.ends_with('.' + name);
    };
    const Context *context = topology.context({contextOrDomain});
    if (context && isOne(context->id))
        return context;
    if (const Context *found = topology.context({contextOrDomain + '.' + name}))
        return found;
    return topology.context({domainOf({contextOrDomain}) + '.' + name});
}

Listing listingOf(const Topology &topology)
{
    const Glossary &glossary = topology.workspace->settings().glossary;
    Collector collector(topology);
    collector.collect();
    std::sort(collector.uses.begin(), collector.uses.end(),
              [](const Use &a, const Use &b) { return a.place < b.place; });
    std::vector<std::vector<Word>> words; // of each use
    for (const Use &use : collector.uses)
        words.push_back(wordsOfUse(use));
    Listing listing;
    for (const GlossaryTerm &term : glossary.terms) {
        TermEntry entry{term, std::nullopt, {}};
        if (const Context *home = terminologyOf(topology, term.context))
            entry.home = home->id;
        const auto phrases = phrasesOf(term);
        for (std::size_t i = 0; i < words.size(); ++i)
            if (has(words[i], phrases) &&
                !meansAnother(term, glossary.terms, collector.uses[i].context))
                entry.uses.push_back(collector.uses[i]);
        listing.terms.push_back(std::move(entry));
    }
    for (const GlossaryTag &tag : glossary.tags) {
        TagEntry entry{tag, {}};
        std::copy_if(
            collector.uses.begin(), collector.uses.end(), std::back_inserter(entry.uses),
            [&](const Use &use) { return use.kind == Use::Kind::Tag && use.name == tag.name; });
        listing.tags.push_back(std::move(entry));
    }
    std::sort(listing.terms.begin(), listing.terms.end(),
              [](const TermEntry &a, const TermEntry &b) {
                  return std::tie(a.term.term, a.term.context, a.term.place) <
                         std::tie(b.term.term, b.term.context, b.term.place);
              });
    std::sort(listing.tags.begin(), listing.tags.end(),
              [](const TagEntry &a, const TagEntry &b) { return a.tag.name < b.tag.name; });
    addHomonymTerms(glossary.terms, listing.homonyms);
    addHomonymMessages(collector, listing.homonyms);
    return listing;
}

std::string_view nameOf(Use::Kind kind)
{
    switch (kind) {
    case Use::Kind::Topic:
        return "topic";
    case Use::Kind::Message:
        return "message";
    case Use::Kind::Field:
        return "field";
    case Use::Kind::Tag:
        break;
    }
    return "tag";
}

} // namespace meshwright::glossary
