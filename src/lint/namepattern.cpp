// SPDX-License-Identifier: Apache-2.0
#include "lint/namepattern.h"
#include "text/lowercase.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <span>

namespace meshwright::linting {

namespace {

using Parts = std::span<const std::string_view>;

bool isWordPart(std::string_view part)
{
    return !part.empty() && std::isalnum(static_cast<unsigned char>(part.front())) != 0 &&
           std::all_of(part.begin(), part.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '_' || c == '-';
           });
}

bool fits(Parts slots, Parts parts, const Convention &convention);

bool takesSeveral(std::string_view slot)
{
    return slot == "[domain]" || slot == "[type]";
}

bool fitsOne(std::string_view slot, std::string_view part, const Convention &convention)
{
    if (slot == "[access]")
        return convention.accessOf(part).has_value();
    if (slot == "[organisation]")
        return convention.organisation.empty() ? isWordPart(part) : part == convention.organisation;
    if (slot.starts_with('['))
        return isWordPart(part);
    return slot == part;
}

bool fits(Parts slots, Parts parts, const Convention &convention)
{
    if (slots.empty())
        return parts.empty();
    if (parts.empty() || !fitsOne(slots.front(), parts.front(), convention))
        return false;
    if (fits(slots.subspan(1), parts.subspan(1), convention))
        return true;
    return takesSeveral(slots.front()) && fits(slots, parts.subspan(1), convention);
}

/// The slots with the company's word in front of the context's, or nothing where they have it.
std::optional<std::vector<std::string_view>> withOrganisation(std::vector<std::string_view> slots)
{
    if (std::find(slots.begin(), slots.end(), "[organisation]") != slots.end())
        return std::nullopt;
    const auto first = std::find_if(slots.begin(), slots.end(), [](std::string_view slot) {
        return slot == "[domain]" || slot == "[service]";
    });
    slots.insert(first == slots.end() ? slots.begin() : first, "[organisation]");
    return slots;
}

/// `us-east-1`, `az2`, `zone-3` and the like, alone or between '-' and '_'.
std::optional<std::string> regionIn(const std::string &word)
{
    static const std::regex region(
        "(^|[-_])((us|eu|ap|sa|ca|me|af|il|cn)[-_]?(gov[-_]?)?(north|south|east|west|central)"
        "(east|west|us|europe)?[-_]?[0-9][a-z]?|az[-_]?[0-9]|zone[-_]?[0-9]|dc[-_]?[0-9])($|[-_])");
    constexpr std::array signs{"north", "south", "east", "west", "central", "az", "zone", "dc"};
    constexpr std::size_t longest = 249; // of a topic's name
    const bool mayMatch =
        word.size() <= longest && word.find_first_of("0123456789") != std::string::npos &&
        std::any_of(signs.begin(), signs.end(),
                    [&](const char *sign) { return word.find(sign) != std::string::npos; });
    std::smatch found;
    return mayMatch && std::regex_search(word, found, region) ? std::optional(found.str(2))
                                                              : std::nullopt;
}

} // namespace

std::vector<std::string_view> partsOf(std::string_view name)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t dot = name.find('.');
        parts.push_back(name.substr(0, dot));
        if (dot == std::string_view::npos)
            return parts;
        name.remove_prefix(dot + 1);
    }
}

std::optional<std::string> patternFault(std::string_view topic, const Convention &convention)
{
    const std::vector<std::string_view> slots = partsOf(convention.pattern);
    const std::vector<std::string_view> parts = partsOf(topic);
    if (parts.size() > 64) // no name in use is near; the match is quick for what is left
        return "it has more than 64 parts";
    if (fits(slots, parts, convention))
        return std::nullopt;
    if (const auto full = withOrganisation(slots);
        full && !convention.organisation.empty() && fits(*full, parts, convention))
        return std::nullopt;
    const auto odd = std::find_if(parts.begin(), parts.end(), [&](std::string_view part) {
        return !convention.accessOf(part) && !isWordPart(part);
    });
    if (odd != parts.end())
        return odd->empty()
                   ? std::string("one of its parts is empty")
                   : "'" + std::string(*odd) + "' is not a word of letters, digits, '-' and '_'";
    return "its parts do not fit";
}

std::optional<std::string> infrastructureWord(std::string_view name,
                                              const std::vector<std::string> &forbidden)
{
    static constexpr std::array<std::string_view, 24> words = {
        "dev",  "test",       "qa",      "uat",   "sit",        "stage",  "staging", "preprod",
        "prod", "production", "sandbox", "kafka", "cluster",    "broker", "topic",   "zookeeper",
        "aws",  "gcp",        "azure",   "k8s",   "kubernetes", "eks",    "ecs",     "msk"};
    for (const std::string_view part : partsOf(name)) {
        const std::string word = lowerCase(part);
        const bool isForbidden =
            std::find(words.begin(), words.end(), word) != words.end() ||
            std::find(forbidden.begin(), forbidden.end(), word) != forbidden.end();
        if (isForbidden)
            return std::string(part);
        if (auto region = regionIn(word))
            return region;
    }
    return std::nullopt;
}

} // namespace meshwright::linting
