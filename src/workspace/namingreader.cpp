// SPDX-License-Identifier: Apache-2.0
// `naming` of meshwright.yaml.
#include "schema/pattern.h"
#include "text/suggestion.h"
#include "workspace/settingsreader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meshwright {

namespace {

void readKeywords(SettingsReader &reader, const yaml::Node &node, Convention &convention)
{
    const std::string where = "naming.keywords";
    for (const auto &entry : reader.entries(node, where, {"public", "protected", "private"})) {
        const auto key = reader.key(entry);
        auto *keyword = key == "public"      ? &convention.publicKeyword
                        : key == "protected" ? &convention.protectedKeyword
                        : key == "private"   ? &convention.privateKeyword
                                             : nullptr;
        std::string text;
        if (!keyword)
            continue;
        reader.readText(*entry.value, where + "." + key, text);
        if (text.find('.') != std::string::npos)
            reader.problem(*entry.value, "A keyword is one part of a name and has no '.' in it.");
        else if (!text.empty())
            *keyword = text;
    }
    const std::array words{convention.publicKeyword, convention.protectedKeyword,
                           convention.privateKeyword};
    if (words[0] == words[1] || words[1] == words[2] || words[0] == words[2])
        reader.problem(node, "The three keywords must differ, or nobody can tell the accesses "
                             "apart.");
}

std::vector<std::string> slotsOf(const std::string &pattern)
{
    std::vector<std::string> slots{""};
    for (const char c : pattern)
        if (c == '.')
            slots.emplace_back();
        else
            slots.back() += c;
    return slots;
}

bool isOfContext(const std::string &slot)
{
    return slot == "[organisation]" || slot == "[domain]" || slot == "[service]";
}

/// What makes a pattern one that no name can follow.
std::optional<std::string> patternFault(const std::vector<std::string> &slots)
{
    const std::vector<std::string> known{"[organisation]", "[domain]", "[service]", "[access]",
                                         "[type]"};
    for (const auto &slot : slots) {
        if (slot.empty())
            return "A pattern's parts are separated by one '.' each.";
        const bool isKnown = std::find(known.begin(), known.end(), slot) != known.end();
        if (slot.find_first_of("[]") != std::string::npos && !isKnown)
            return "A pattern has no part '" + slot + "'." + didYouMean(nearest(slot, known)) +
                   " It has: [organisation], [domain], [service], [access], [type].";
        if (isKnown && std::count(slots.begin(), slots.end(), slot) > 1)
            return "The pattern has " + slot + " twice.";
    }
    const auto access = std::find(slots.begin(), slots.end(), "[access]");
    const bool isAmidContext = std::any_of(slots.begin(), access, isOfContext) &&
                               access != slots.end() &&
                               std::any_of(access, slots.end(), isOfContext);
    if (isAmidContext)
        return "[access] stands amid the parts that make a bounded context's id; it can stand in "
               "front of them, behind them, or at the end.";
    return std::nullopt;
}

void readPattern(SettingsReader &reader, const yaml::Node &node, Convention &convention)
{
    std::string pattern;
    reader.readText(node, "naming.pattern", pattern);
    if (pattern.empty())
        return;
    if (const auto fault = patternFault(slotsOf(pattern)))
        reader.problem(node, *fault);
    else
        convention.pattern = std::move(pattern);
}

std::optional<PartStyle> readExpression(SettingsReader &reader, const yaml::Node &node,
                                        const std::string &where)
{
    PartStyle style{PartStyle::Kind::Expression, {}, {}};
    for (const auto &entry : reader.entries(node, where, {"regex"}))
        if (reader.key(entry) == "regex") {
            reader.readText(*entry.value, where + ".regex", style.expression);
            if (const auto fault = schema::Pattern::faultOf(style.expression)) {
                reader.problem(*entry.value, "This is no regular expression: " + *fault + ".");
                return std::nullopt;
            }
        }
    return style.expression.empty() ? std::nullopt : std::optional(style);
}

std::optional<PartStyle> readStyle(SettingsReader &reader, const yaml::Node &node,
                                   const std::string &where)
{
    if (node.isMapping())
        return readExpression(reader, node, where);
    PartStyle style;
    if (node.isSequence()) {
        style.kind = PartStyle::Kind::OneOf;
        reader.readTexts(node, where, style.words);
        return style.words.empty() ? std::nullopt : std::optional(style);
    }
    const auto named = reader.readChoice(node, where, {"snake", "kebab", "camel", "lower"});
    if (!named)
        return std::nullopt;
    style.kind = static_cast<PartStyle::Kind>(*named);
    return style;
}

void readParts(SettingsReader &reader, const yaml::Node &node, Convention &convention)
{
    const std::string where = "naming.parts";
    for (const auto &entry : reader.entries(node, where, {"domain", "service", "type"})) {
        const auto part = reader.key(entry);
        if (auto style = readStyle(reader, *entry.value, where + "." + part))
            convention.partStyles.insert_or_assign(part, std::move(*style));
    }
}

void readForbidden(SettingsReader &reader, const yaml::Node &node, ForbiddenWords &words)
{
    const std::string where = "naming.forbiddenWords";
    if (!node.isMapping()) {
        reader.readTexts(node, where, words.infrastructure);
        return;
    }
    const std::array<std::pair<std::string_view, std::vector<std::string> *>, 5> pitfalls{
        {{"infrastructure", &words.infrastructure},
         {"organisational", &words.organisational},
         {"version", &words.version},
         {"format", &words.format},
         {"abbreviation", &words.abbreviation}}};
    std::vector<std::string_view> names;
    for (const auto &[name, list] : pitfalls)
        names.push_back(name);
    for (const auto &entry : reader.entries(node, where, names)) {
        const auto key = reader.key(entry);
        for (const auto &[name, list] : pitfalls)
            if (name == key)
                reader.readTexts(*entry.value, where + "." + key, *list);
    }
}

} // namespace

void readNaming(SettingsReader &reader, const yaml::Node &node, Settings &settings)
{
    for (const auto &entry :
         reader.entries(node, "naming", {"pattern", "parts", "keywords", "forbiddenWords"})) {
        const auto key = reader.key(entry);
        if (key == "pattern")
            readPattern(reader, *entry.value, settings.convention);
        else if (key == "parts")
            readParts(reader, *entry.value, settings.convention);
        else if (key == "keywords")
            readKeywords(reader, *entry.value, settings.convention);
        else if (key == "forbiddenWords")
            readForbidden(reader, *entry.value, settings.forbiddenWords);
    }
}

} // namespace meshwright
