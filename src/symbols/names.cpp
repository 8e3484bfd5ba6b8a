// SPDX-License-Identifier: Apache-2.0
// Names that hold for the whole company: of contexts, of topics, and what the settings say of them.
#include "symbols/gathering.h"

#include "meshwright/glossary/glossary.h"
#include "symbols/spelling.h"

namespace meshwright::symbols {

namespace {

constexpr std::string_view scheme = "urn:";

void gatherId(Gathering &gathering, const asyncapi::Spec &spec)
{
    const auto *scalar = spec.id ? gathering.nodeAt(spec.id->place) : nullptr;
    if (!scalar || scalar->kind != yaml::Kind::Scalar)
        return;
    const auto begin = scalar->value.starts_with(scheme) ? scheme.size() : 0;
    const auto name = contextIdFrom(scalar->value).value;
    if (!name.empty())
        gathering.add(gathering.symbol({Kind::Context, name, {}}), Role::Declared,
                      spec.id->place.file, *scalar, {begin, scalar->value.size()});
}

/// The channels of one spec, each with the topic that it is.
class ChannelNames
{
public:
    ChannelNames(Gathering &gathering, const asyncapi::Spec &spec)
        : m_gathering(gathering)
        , m_spec(spec)
        , m_self(spec.id ? contextIdFrom(spec.id->value) : ContextId{})
    {}

    void gather()
    {
        for (const auto &channel : m_spec.channels)
            gatherChannel(channel);
    }

private:
    void gatherChannel(const asyncapi::Channel &channel)
    {
        const auto &convention = m_gathering.workspace().settings().convention;
        const auto reading = readChannelName(channel, m_self, convention, m_gathering.contexts());
        if (reading.topic.value.empty())
            return;
        m_topic = m_gathering.symbol({Kind::Topic, reading.topic.value, {}});
        m_role = reading.isOwned ? Role::Declared : Role::Consumed;
        m_owner =
            reading.owner ? reading.owner : ownerOf(m_gathering.topology(), reading.topic.value);
        const auto *key = m_gathering.nodeAt(channel.keyPlace);
        const bool hasKey = key && key->kind == yaml::Kind::Scalar;
        if ((hasKey && !claim(*key)) || (m_spec.major == 3 && !claimValue(channel.place)))
            return;
        const auto *address = m_gathering.nodeAt(channel.addressPlace);
        if (address && address->kind == yaml::Kind::Scalar)
            addName(m_role, channel.addressPlace.file, *address);
        if (hasKey && key != address)
            addName(Role::Referenced, channel.keyPlace.file, *key);
        if (channel.kafka && channel.kafka->topic)
            if (const auto *topic = m_gathering.nodeAt(channel.kafka->topic->place);
                topic && spells(*topic))
                addName(Role::Referenced, channel.kafka->topic->place.file, *topic);
    }

    /// False where another spec reads the same node as a topic of another name.
    bool claim(const yaml::Node &node)
    {
        const auto [known, isNew] = m_gathering.topics.emplace(&node, m_topic);
        if (!isNew && known->second != m_topic) {
            m_gathering.setAmbiguous(m_gathering.symbolOf(m_topic));
            m_gathering.setAmbiguous(m_gathering.symbolOf(known->second));
        }
        return known->second == m_topic;
    }

    bool claimValue(const asyncapi::Place &place)
    {
        const auto *written = m_gathering.nodeAt(place);
        if (!written)
            return true;
        auto &resolver = m_gathering.resolver();
        const auto value = resolver.follow(resolver.spot(place.file, *written));
        if (!value || value.node->kind != yaml::Kind::Mapping)
            return true;
        if (value.node->find("address"))
            return claim(*value.node);
        m_gathering.topics.emplace(value.node, m_topic); // the key names it, whatever stands here
        return true;
    }

    bool spells(const yaml::Node &scalar) const
    {
        const auto &name = m_gathering.symbolOf(m_topic).name;
        return topicRespelled(scalar.value, name, name, m_owner).has_value();
    }

    void addName(Role role, const std::string &file, const yaml::Node &scalar)
    {
        const bool isName = spells(scalar);
        m_gathering.addWhole(m_topic, role, file, scalar, !isName);
        const auto part = isName && m_owner ? contextPart(scalar.value, *m_owner) : std::nullopt;
        if (part)
            m_gathering.addContextName(m_role == Role::Declared ? Role::Referenced : m_role, file,
                                       scalar, *part);
    }

    Gathering &m_gathering;
    const asyncapi::Spec &m_spec;
    ContextId m_self;
    std::uint32_t m_topic = 0;
    Role m_role = Role::Declared;
    std::optional<ContextId> m_owner;
};

void addItems(Gathering &gathering, const yaml::Node *list)
{
    if (!list || !list->isSequence())
        return;
    for (const auto *item : list->resolved().items)
        if (item->isScalar() && !item->resolved().value.empty())
            gathering.addContextName(Role::Referenced, settingsFileName, item->resolved(),
                                     {0, item->resolved().value.size()});
}

/// The scalar of an entry of the glossary; null where it is not there.
const yaml::Node *glossaryText(const Gathering &gathering, const asyncapi::Place &place,
                               std::string_view key)
{
    const auto *item = gathering.nodeAt(place);
    const auto *scalar = item && item->isMapping() ? item->find(key) : nullptr;
    return scalar && scalar->isScalar() ? &scalar->resolved() : nullptr;
}

/// A term's context is named, and leads to the terminology context that holds shared terms.
void gatherContext(Gathering &gathering, const GlossaryTerm &term)
{
    const auto *scalar = glossaryText(gathering, term.place, "context");
    if (!scalar || scalar->value.empty())
        return;
    gathering.addContextName(Role::Referenced, term.place.file, *scalar, {0, scalar->value.size()});
    const auto *home = glossary::terminologyOf(gathering.topology(), term.context);
    if (home && home->id.value != term.context && !gathering.topology().context({term.context}))
        gathering.addWhole(gathering.symbol({Kind::Context, home->id.value, {}}), Role::Referenced,
                           term.place.file, *scalar, true);
}

void gatherGlossary(Gathering &gathering)
{
    const auto &glossary = gathering.workspace().settings().glossary;
    const auto declare = [&](const std::string &name, const asyncapi::Place &place,
                             std::string_view key) {
        if (const auto *scalar = glossaryText(gathering, place, key))
            gathering.addWhole(gathering.symbol({Kind::Tag, name, {}}), Role::Declared, place.file,
                               *scalar);
    };
    for (const auto &term : glossary.terms) {
        declare(term.term, term.place, "term");
        gatherContext(gathering, term);
    }
    for (const auto &tag : glossary.tags)
        declare(tag.name, tag.place, "name");
}

void gatherSettings(Gathering &gathering)
{
    const auto &document = gathering.workspace().settings().document;
    const auto *root = document ? document->root() : nullptr;
    if (!root || !root->isMapping())
        return;
    addItems(gathering, root->find("controlPlane"));
    const auto *environments = root->find("environments");
    if (!environments || !environments->isMapping())
        return;
    for (const auto &environment : environments->resolved().entries)
        if (const auto *principals = document->find(
                {"environments", environment.key->resolved().text(), "overrides", "principals"});
            principals && principals->isMapping())
            for (const auto &entry : principals->resolved().entries)
                if (const auto &key = entry.key->resolved(); !key.value.empty())
                    gathering.addContextName(Role::Referenced, settingsFileName, key,
                                             {0, key.value.size()});
}

} // namespace

void gatherNames(Gathering &gathering)
{
    for (const auto &[path, file] : gathering.workspace().files()) {
        if (!file->spec)
            continue;
        gatherId(gathering, *file->spec);
        ChannelNames(gathering, *file->spec).gather();
    }
    gatherGlossary(gathering);
    gatherSettings(gathering);
}

} // namespace meshwright::symbols
