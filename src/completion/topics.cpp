// SPDX-License-Identifier: Apache-2.0
// Other contexts' topics, where a context says what it reads; and how own ones begin.
#include "completion/offers.h"

#include <algorithm>
#include <array>

namespace meshwright::completion {

namespace {

/// Channels whose name is the topic's: AsyncAPI 2 has it in the key, AsyncAPI 3 in the address.
bool namesTopic(const Site &site)
{
    if (site.isKey)
        return site.major == 2 && site.path.size() == 1 && site.path[0] == "channels";
    return site.isValueOf("Channel", "address");
}

/// How readily the context may read the topic; more is later in the list.
enum class Readable { Everybody, Granted, NotGranted, Never };

Readable readability(const Topic &topic, const ContextId &reader)
{
    if (topic.access == Access::Public)
        return Readable::Everybody;
    if (isGranted(topic, reader))
        return Readable::Granted;
    return topic.access == Access::Protected ? Readable::NotGranted : Readable::Never;
}

std::string accessText(Readable readable)
{
    switch (readable) {
    case Readable::Everybody:
        return "public";
    case Readable::Granted:
        return "protected, granted";
    case Readable::NotGranted:
        return "protected, not granted";
    case Readable::Never:
        break;
    }
    return {};
}

reference::Documentation documentationOf(const Topic &topic, Readable readable)
{
    const asyncapi::Channel &channel = topic.declaration();
    std::string text = channel.description;
    if (text.empty() && !channel.operations.empty())
        text = channel.operations.front().summary;
    if (!text.empty())
        text += ' ';
    text += readable == Readable::NotGranted
                ? "Its owner lets others read it by a tag `grant-access:`, and has not yet let "
                  "this context."
                : "This context may read it.";
    return note("Topic of " + topic.owner.value, topic.name.value, text);
}

bool isTaken(const Site &site, const std::string &name)
{
    if (!site.isKey)
        return false;
    const auto &entries = site.word.parent->entries;
    return std::any_of(entries.begin(), entries.end(), [&](const yaml::Entry &entry) {
        return entry.key != &site.word && entry.key->value == name;
    });
}

/// What is typed up to its last dot, or a word for the author to replace.
std::string typeBegun(const std::string &typed)
{
    const auto dot = typed.rfind('.');
    return dot == std::string::npos ? (typed.empty() ? "type" : typed) + "."
                                    : typed.substr(0, dot + 1);
}

void addOwnBeginnings(const Site &site, Offers &offers)
{
    constexpr std::array<std::pair<Access, const char *>, 3> accesses{{
        {Access::Public, "Every context may read the topic."},
        {Access::Protected, "Those contexts read the topic that a tag `grant-access:` names."},
        {Access::Private, "Only this context reads and writes the topic."},
    }};
    for (const auto &[access, text] : accesses) {
        const Convention &convention = site.workspace().settings().convention;
        const std::string &keyword = convention.keyword(access);
        const bool isAtEnd = convention.keywordPlace() == KeywordPlace::AtEnd;
        Offer offer;
        offer.text = isAtEnd ? typeBegun(site.caret.typed) + keyword : keyword + ".";
        offer.isKey = site.isKey;
        offer.isBegun = !isAtEnd;
        offer.kind = Kind::Topic;
        offer.detail = "own topic";
        offer.documentation = note("Own topic", keyword, text);
        offers.push_back(std::move(offer));
    }
}

} // namespace

void addTopics(const Site &site, Offers &offers)
{
    if (!namesTopic(site))
        return;
    for (const Readable wanted : {Readable::Everybody, Readable::Granted, Readable::NotGranted}) {
        for (const Topic &topic : site.topology.topics) {
            if (topic.owner == site.self || readability(topic, site.self) != wanted ||
                isTaken(site, topic.name.value))
                continue;
            Offer offer;
            offer.text = topic.name.value;
            offer.kind = Kind::Topic;
            offer.detail = accessText(wanted);
            offer.documentation = documentationOf(topic, wanted);
            offer.shape = reference::Shape::Mapping;
            offer.isKey = site.isKey;
            offer.goesOn = site.isKey;
            offers.push_back(std::move(offer));
        }
    }
    addOwnBeginnings(site, offers);
}

} // namespace meshwright::completion
