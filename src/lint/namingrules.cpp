// SPDX-License-Identifier: Apache-2.0
// The names of topics: keyword, pattern, form.
#include "lint/finding.h"
#include "lint/namepattern.h"
#include "meshwright/topology/topicname.h"
#include "text/suggestion.h"

#include <algorithm>
#include <array>

namespace meshwright::linting {

namespace {

std::vector<std::string> keywords(const Convention &convention)
{
    return {convention.publicKeyword, convention.protectedKeyword, convention.privateKeyword};
}

/// How access is spelt in conventions of others: what is meant, and no keyword here.
std::optional<Access> usualAccess(std::string_view part)
{
    constexpr std::array<std::pair<std::string_view, Access>, 10> usual{
        {{"_public", Access::Public},
         {"public", Access::Public},
         {"_pub", Access::Public},
         {"pub", Access::Public},
         {"_protected", Access::Protected},
         {"protected", Access::Protected},
         {"prot", Access::Protected},
         {"_private", Access::Private},
         {"private", Access::Private},
         {"priv", Access::Private}}};
    for (const auto &[word, access] : usual)
        if (word == part)
            return access;
    return std::nullopt;
}

/// The part of an address that stands where a keyword should and is none: one that starts as the
/// keywords do (`_pubic`), or is a keyword of another convention (`public`).
std::optional<std::string_view> strayKeyword(std::string_view address, const Convention &convention)
{
    std::vector<std::string_view> parts = partsOf(address);
    if (convention.keywordPlace() == KeywordPlace::AtEnd)
        std::reverse(parts.begin(), parts.end());
    const auto all = keywords(convention);
    const auto isMeantAsKeyword = [&](std::string_view part) {
        return usualAccess(part) ||
               std::any_of(all.begin(), all.end(), [&](const std::string &keyword) {
                   return keyword.front() == '_' &&
                          (part.starts_with('_') || keyword.substr(1) == part);
               });
    };
    for (const std::string_view part : parts) {
        if (convention.accessOf(part))
            return std::nullopt;
        if (isMeantAsKeyword(part))
            return part;
    }
    return std::nullopt;
}

std::string replacedPart(std::string_view address, std::string_view part, std::string_view by)
{
    const auto at = static_cast<std::size_t>(part.data() - address.data());
    return std::string(address).replace(at, part.size(), by);
}

std::string dotted(std::string address)
{
    for (char &c : address)
        c = c == '/' ? '.' : c;
    if (address.starts_with('.'))
        address.erase(0, 1);
    return address;
}

/// In every spec that has the name, where the channel is a topic's own; else in this one alone.
void offerAddress(Pass &pass, Diagnostic &found, const asyncapi::Channel &channel,
                  const ChannelReading &reading, const std::string &address)
{
    const Convention &convention = pass.convention();
    const Topic *topic = reading.isOwned ? pass.topology.topic(reading.topic) : nullptr;
    if (!topic || &topic->declaration() != &channel) {
        found.fixes.push_back(renameChannelFix(pass, channel, address));
        return;
    }
    const bool isFull = shortTopicName(address, topic->owner, convention).has_value();
    if (auto fix = renameTopicFix(
            pass, *topic, isFull ? address : fullTopicName(address, topic->owner, convention)))
        found.fixes.push_back(std::move(*fix));
}

void reportStrayKeyword(Pass &pass, const asyncapi::Channel &channel, const ChannelReading &reading,
                        const std::string &name, std::string_view part)
{
    const auto usual = usualAccess(part);
    const auto meant = usual ? std::optional(pass.convention().keyword(*usual))
                             : nearest(part, keywords(pass.convention()));
    Diagnostic &found =
        report(pass, "naming/unknown-keyword", channel.addressPlace,
               "'" + std::string(part) + "' is not an access keyword." + didYouMean(meant) +
                   " Without one of '" + pass.convention().publicKeyword + "', '" +
                   pass.convention().protectedKeyword + "' or '" +
                   pass.convention().privateKeyword + "' nobody but the owner gets access.");
    const std::vector<std::string> offered =
        meant ? std::vector<std::string>{*meant} : keywords(pass.convention());
    for (const std::string &keyword : offered)
        offerAddress(pass, found, channel, reading, replacedPart(name, part, keyword));
}

void checkKeyword(Pass &pass, const asyncapi::Channel &channel, const ChannelReading &reading)
{
    const std::string name = dotted(channel.address);
    if (const auto part = strayKeyword(name, pass.convention())) {
        reportStrayKeyword(pass, channel, reading, name, *part);
        return;
    }
    if (!reading.isOwned || reading.access)
        return;
    const Convention &convention = pass.convention();
    const bool isAtEnd = convention.keywordPlace() == KeywordPlace::AtEnd;
    const auto quoted = [&](Access access) {
        const std::string &keyword = convention.keyword(access);
        return isAtEnd ? "'." + keyword + "'" : "'" + keyword + ".'";
    };
    Diagnostic &found =
        report(pass, "naming/no-keyword", channel.addressPlace,
               "The topic '" + reading.topic.value +
                   "' says nothing about access, so only its owner gets any: " +
                   (isAtEnd ? "end" : "begin") + " the channel with " + quoted(Access::Public) +
                   ", " + quoted(Access::Protected) + " or " + quoted(Access::Private) + ".");
    const ContextId own = pass.context() ? pass.context()->id : ContextId{};
    const std::string local = shortTopicName(reading.topic.value, own, convention).value_or(name);
    for (const Access access : {Access::Public, Access::Protected, Access::Private})
        offerAddress(pass, found, channel, reading, shortTopicName(access, local, convention));
}

void checkForm(Pass &pass, const asyncapi::Channel &channel, const ChannelReading &reading)
{
    if (!reading.isLegacyForm)
        return;
    Diagnostic &found =
        report(pass, "naming/legacy-form", channel.addressPlace,
               "'" + channel.address + "' is written as a path; Kafka has the topic '" +
                   reading.topic.value + "'. Write the name with dots.");
    found.fixes.push_back(renameChannelFix(pass, channel, dotted(channel.address)));
}

void checkPattern(Pass &pass, const asyncapi::Channel &channel, const ChannelReading &reading)
{
    if (!reading.isOwned || !reading.access)
        return;
    if (const auto fault = patternFault(reading.topic.value, pass.convention()))
        report(pass, "naming/pattern", channel.addressPlace,
               "The topic '" + reading.topic.value + "' does not follow " +
                   pass.convention().pattern + ": " + *fault + ".");
}

} // namespace

void checkNames(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    const ContextId own = spec.id ? contextIdFrom(spec.id->value) : ContextId{};
    for (const asyncapi::Channel &channel : spec.channels) {
        const ChannelReading reading =
            readChannelName(channel, own, pass.convention(), pass.names.contexts);
        checkKeyword(pass, channel, reading);
        checkForm(pass, channel, reading);
        checkPattern(pass, channel, reading);
    }
}

} // namespace meshwright::linting
