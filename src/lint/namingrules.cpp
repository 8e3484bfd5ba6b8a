// SPDX-License-Identifier: Apache-2.0
// The names of topics: keyword, pattern, form, and no infrastructure in them.
#include "lint/finding.h"
#include "lint/namepattern.h"
#include "text/suggestion.h"

namespace meshwright::linting {

namespace {

std::vector<std::string> keywords(const Convention &convention)
{
    return {convention.publicKeyword, convention.protectedKeyword, convention.privateKeyword};
}

/// The part of an address that stands where a keyword should and is none: one that starts as the
/// keywords do (`_pubic`), or is a keyword without its first sign (`public`).
std::optional<std::string_view> strayKeyword(std::string_view address, const Convention &convention)
{
    for (const std::string_view part : partsOf(address)) {
        if (convention.accessOf(part))
            return std::nullopt;
        for (const std::string &keyword : keywords(convention)) {
            const bool startsAlike = keyword.front() == '_' && part.starts_with('_');
            const bool lacksSign = keyword.front() == '_' && keyword.substr(1) == part;
            if (startsAlike || lacksSign)
                return part;
        }
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

void reportStrayKeyword(Pass &pass, const asyncapi::Channel &channel, const std::string &name,
                        std::string_view part)
{
    const auto meant = nearest(part, keywords(pass.convention()));
    Diagnostic &found =
        report(pass, "naming/unknown-keyword", channel.addressPlace,
               "'" + std::string(part) + "' is not an access keyword." + didYouMean(meant) +
                   " Without one of '" + pass.convention().publicKeyword + "', '" +
                   pass.convention().protectedKeyword + "' or '" +
                   pass.convention().privateKeyword + "' nobody but the owner gets access.");
    const std::vector<std::string> offered =
        meant ? std::vector<std::string>{*meant} : keywords(pass.convention());
    for (const std::string &keyword : offered)
        found.fixes.push_back(renameChannelFix(pass, channel, replacedPart(name, part, keyword)));
}

void checkKeyword(Pass &pass, const asyncapi::Channel &channel, const ChannelReading &reading)
{
    const std::string name = dotted(channel.address);
    if (const auto part = strayKeyword(name, pass.convention())) {
        reportStrayKeyword(pass, channel, name, *part);
        return;
    }
    if (!reading.isOwned || reading.access)
        return;
    Diagnostic &found = report(
        pass, "naming/no-keyword", channel.addressPlace,
        "The topic '" + reading.topic.value +
            "' says nothing about access, so only its owner gets any: begin the channel with '" +
            pass.convention().publicKeyword + ".', '" + pass.convention().protectedKeyword +
            ".' or '" + pass.convention().privateKeyword + ".'.");
    const ContextId own = pass.context() ? pass.context()->id : ContextId{};
    const std::string local = isWithin(reading.topic.value, own.value)
                                  ? reading.topic.value.substr(own.value.size() + 1)
                                  : name;
    for (const std::string &keyword : keywords(pass.convention()))
        found.fixes.push_back(renameChannelFix(pass, channel, keyword + "." + local));
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

void checkInfrastructure(Pass &pass, const asyncapi::Place &place, const std::string &name)
{
    const auto &forbidden = pass.workspace().settings().forbiddenWords;
    if (const auto word = infrastructureWord(name, forbidden))
        report(
            pass, "naming/infrastructure", place,
            "'" + *word + "' in '" + name +
                "' is a matter of infrastructure: a name that has it can't move to another region, "
                "environment or product. Name what the data is about.");
}

} // namespace

void checkNames(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    if (spec.id)
        checkInfrastructure(pass, spec.id->place, contextIdFrom(spec.id->value).value);
    const ContextId own = spec.id ? contextIdFrom(spec.id->value) : ContextId{};
    for (const asyncapi::Channel &channel : spec.channels) {
        const ChannelReading reading =
            readChannelName(channel, own, pass.convention(), pass.names.contexts);
        checkKeyword(pass, channel, reading);
        checkForm(pass, channel, reading);
        checkPattern(pass, channel, reading);
        if (reading.isOwned && isWithin(reading.topic.value, own.value))
            checkInfrastructure(pass, channel.addressPlace,
                                reading.topic.value.substr(own.value.size() + 1));
    }
}

} // namespace meshwright::linting
