// SPDX-License-Identifier: Apache-2.0
// The words of names: what they should not be about, and how a part spells them.
#include "lint/finding.h"
#include "lint/namepattern.h"
#include "lint/partstyle.h"
#include "lint/pitfalls.h"
#include "meshwright/topology/topicname.h"

#include <algorithm>

namespace meshwright::linting {

namespace {

/// A name, or the part of it that its author chose here: an id, or a topic's type.
struct Subject
{
    std::string text;
    const asyncapi::Place &place;
    const Topic *topic = nullptr; ///< null for an id
    std::string told = text;      ///< as messages quote it
};

std::string nameWith(const Pass &pass, const Subject &subject, const std::string &type)
{
    const Convention &convention = pass.convention();
    const std::string rest =
        subject.topic->access ? shortTopicName(*subject.topic->access, type, convention) : type;
    return fullTopicName(rest, subject.topic->owner, convention);
}

/// Offers the name with another type, everywhere. An id is more than a name: principals, groups and
/// grants follow it, so it is renamed where the author sees all of that.
void offerType(Pass &pass, Diagnostic &found, const Subject &subject,
               const std::optional<std::string> &type)
{
    if (!type || !subject.topic || subject.topic->isLegacyForm)
        return;
    if (auto fix = renameTopicFix(pass, *subject.topic, nameWith(pass, subject, *type)))
        found.fixes.push_back(std::move(*fix));
}

void checkInfrastructure(Pass &pass, const Subject &subject)
{
    const auto &forbidden = pass.workspace().settings().forbiddenWords.infrastructure;
    const auto word = infrastructureWord(subject.text, forbidden);
    if (!word)
        return;
    Diagnostic &found = report(
        pass, "naming/infrastructure", subject.place,
        "'" + *word + "' in '" + subject.told +
            "' is a matter of infrastructure: a name that has it can't move to another region, "
            "environment or product. Name what the data is about.");
    offerType(pass, found, subject, without(subject.text, {*word, {}}));
}

void reportPitfall(Pass &pass, const Subject &subject, std::string_view rule,
                   const std::optional<Pitfall> &pitfall, const std::string &why)
{
    if (!pitfall)
        return;
    Diagnostic &found = report(pass, rule, subject.place,
                               "'" + pitfall->word + "' in '" + subject.told + "' " + why);
    offerType(pass, found, subject, without(subject.text, *pitfall));
}

void checkPitfalls(Pass &pass, const Subject &subject)
{
    const Settings &settings = pass.workspace().settings();
    checkInfrastructure(pass, subject);
    reportPitfall(pass, subject, "naming/organisational",
                  organisationalWord(subject.text, settings, subject.topic == nullptr),
                  "says who is responsible today: people move on, and the data stays. Name what "
                  "the data is about.");
    reportPitfall(pass, subject, "naming/version", versionWord(subject.text, settings),
                  "is a version: the name would change with every new one, and all readers with "
                  "it. Let the schema evolve, and leave the version out.");
    reportPitfall(pass, subject, "naming/format", formatWord(subject.text, settings),
                  "is a format: the schema says how messages are written, and it may change. "
                  "Leave it out.");
    const auto shortened = abbreviation(subject.text, settings);
    reportPitfall(pass, subject, "naming/abbreviation", shortened,
                  shortened && shortened->meant
                      ? "is short for '" + *shortened->meant +
                            "', which the glossary explains: write it out."
                      : "is a short form that the settings forbid: write the word out.");
}

bool isLiteral(std::string_view part, const Convention &convention)
{
    const auto slots = partsOf(convention.pattern);
    return std::find(slots.begin(), slots.end(), part) != slots.end();
}

void reportStyle(Pass &pass, const Subject &subject, std::string_view slot, std::string_view part,
                 const PartStyle &style)
{
    const auto better = respelt(part, style);
    Diagnostic &found = report(pass, "naming/style", subject.place,
                               "'" + std::string(part) + "' in '" + subject.told +
                                   "' is the part [" + std::string(slot) + "], which is written " +
                                   wordsFor(style) + (better ? ": write '" + *better + "'." : "."));
    if (!better || !subject.topic)
        return;
    const auto at = static_cast<std::size_t>(part.data() - subject.text.data());
    offerType(pass, found, subject, std::string(subject.text).replace(at, part.size(), *better));
}

void checkStyle(Pass &pass, const Subject &subject, std::string_view slot, std::string_view parts)
{
    const auto &styles = pass.convention().partStyles;
    const auto style = styles.find(std::string(slot));
    if (style == styles.end() || parts.empty())
        return;
    for (const std::string_view part : partsOf(parts))
        if (!part.empty() && !isLiteral(part, pass.convention()) && !hasStyle(part, style->second))
            reportStyle(pass, subject, slot, part, style->second);
}

/// An id is made of the organisation, the parts of a domain, and a service.
void checkIdStyles(Pass &pass, const Subject &subject)
{
    std::string_view rest = subject.text;
    const std::string &organisation = pass.convention().organisation;
    if (isWithin(rest, organisation))
        rest.remove_prefix(organisation.size() + 1);
    const auto dot = rest.rfind('.');
    checkStyle(pass, subject, "service",
               dot == std::string_view::npos ? rest : rest.substr(dot + 1));
    if (dot != std::string_view::npos)
        checkStyle(pass, subject, "domain", rest.substr(0, dot));
}

} // namespace

void checkWords(Pass &pass)
{
    const asyncapi::Spec &spec = *pass.file.spec;
    if (spec.id) {
        const Subject id{contextIdFrom(spec.id->value).value, spec.id->place};
        checkPitfalls(pass, id);
        checkIdStyles(pass, id);
    }
    const Context *context = pass.context();
    if (!context)
        return;
    for (const Topic *topic : pass.topology.topicsOf(context->id)) {
        const auto rest = shortTopicName(topic->name.value, topic->owner, pass.convention());
        if (!rest)
            continue;
        const Subject type{std::string(typeIn(*rest, pass.convention())),
                           topic->declaration().addressPlace, topic, *rest};
        checkPitfalls(pass, type);
        checkStyle(pass, type, "type", type.text);
    }
}

} // namespace meshwright::linting
