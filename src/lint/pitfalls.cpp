// SPDX-License-Identifier: Apache-2.0
#include "lint/pitfalls.h"

#include "lint/namepattern.h"
#include "lint/partstyle.h"
#include "text/lowercase.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace meshwright::linting {

namespace {

using Words = std::span<const std::string_view>;

template <typename List>
bool holds(const List &list, const std::string &word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The first word that `isMeant`, of (word, whether it is the last of its part).
template <typename IsMeant>
std::optional<std::string> firstWord(std::string_view name, const IsMeant &isMeant)
{
    for (const std::string_view part : partsOf(name)) {
        const auto words = wordsOf(part);
        for (const std::string &word : words)
            if (isMeant(lowerCase(word), &word == &words.back()))
                return word;
    }
    return std::nullopt;
}

std::optional<Pitfall> pitfall(std::optional<std::string> word)
{
    if (!word)
        return std::nullopt;
    return Pitfall{std::move(*word), {}};
}

/// `v1`, `v12`
bool isVersion(std::string_view word)
{
    return word.size() > 1 && word.size() < 5 && word.front() == 'v' &&
           std::all_of(word.begin() + 1, word.end(),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
}

struct ShortForm
{
    std::string_view word;
    std::string_view meant;
};

/// Short forms that people write. Each is told only where the glossary has the long one.
constexpr std::array<ShortForm, 60> shortForms{
    {{"acc", "account"},       {"acct", "account"},     {"addr", "address"},
     {"amt", "amount"},        {"appt", "appointment"}, {"cat", "category"},
     {"chk", "check"},         {"cmpgn", "campaign"},   {"cnt", "count"},
     {"co", "company"},        {"cpn", "coupon"},       {"cust", "customer"},
     {"cstmr", "customer"},    {"del", "delivery"},     {"dlv", "delivery"},
     {"dlvry", "delivery"},    {"emp", "employee"},     {"evt", "event"},
     {"inv", "invoice"},       {"invt", "inventory"},   {"itm", "item"},
     {"loc", "location"},      {"mbr", "member"},       {"mgmt", "management"},
     {"mgr", "manager"},       {"msg", "message"},      {"notif", "notification"},
     {"num", "number"},        {"ord", "order"},        {"org", "organisation"},
     {"pat", "patient"},       {"pkg", "package"},      {"pmt", "payment"},
     {"pol", "policy"},        {"prc", "price"},        {"prd", "product"},
     {"prod", "product"},      {"proj", "project"},     {"promo", "promotion"},
     {"pymt", "payment"},      {"qty", "quantity"},     {"ref", "reference"},
     {"req", "request"},       {"resv", "reservation"}, {"sched", "schedule"},
     {"shpmt", "shipment"},    {"sub", "subscription"}, {"subs", "subscription"},
     {"supp", "supplier"},     {"svc", "service"},      {"tnt", "tenant"},
     {"trans", "transaction"}, {"trx", "transaction"},  {"txn", "transaction"},
     {"usr", "user"},          {"veh", "vehicle"},      {"vhc", "vehicle"},
     {"whs", "warehouse"},     {"wh", "warehouse"},     {"xfer", "transfer"}}};

/// `cstmr` for `customer`: all of its consonants, and nothing else.
bool isWithoutVowels(const std::string &word, const std::string &term)
{
    const auto isVowel = [](char c) {
        return std::string_view("aeiouy").find(c) != std::string_view::npos;
    };
    if (word.size() < 3 || word == term || std::any_of(word.begin(), word.end(), isVowel))
        return false;
    std::string consonants = term;
    std::erase_if(consonants, isVowel);
    return word == consonants;
}

bool isShortFor(const std::string &word, const std::string &term)
{
    const bool isKnown =
        std::any_of(shortForms.begin(), shortForms.end(),
                    [&](const ShortForm &each) { return each.word == word && each.meant == term; });
    return isKnown || isWithoutVowels(word, term);
}

/// The single words of the glossary's terms.
std::vector<std::string> glossaryWords(const Settings &settings)
{
    std::vector<std::string> words;
    for (const GlossaryTerm &each : settings.glossary.terms) {
        std::string term = each.term;
        std::replace(term.begin(), term.end(), ' ', '-');
        for (const std::string &word : wordsOf(term))
            words.push_back(lowerCase(word));
    }
    return words;
}

} // namespace

std::optional<Pitfall> organisationalWord(std::string_view name, const Settings &settings,
                                          bool isOfId)
{
    // In a type these words may be the data itself: a team that is told of is no owner.
    static constexpr std::array<std::string_view, 12> words = {
        "team",  "teams",  "dept",  "depts",  "department", "departments",
        "squad", "squads", "tribe", "tribes", "division",   "workstream"};
    const auto &own = settings.forbiddenWords.organisational;
    return pitfall(firstWord(name, [&](const std::string &word, bool) {
        return (isOfId && holds(words, word)) || holds(own, word);
    }));
}

std::optional<Pitfall> versionWord(std::string_view name, const Settings &settings)
{
    const auto &own = settings.forbiddenWords.version;
    return pitfall(firstWord(name, [&](const std::string &word, bool isLast) {
        return (isLast && isVersion(word)) || holds(own, word);
    }));
}

std::optional<Pitfall> formatWord(std::string_view name, const Settings &settings)
{
    static constexpr std::array<std::string_view, 10> words = {
        "json", "avro", "csv", "xml", "protobuf", "proto", "parquet", "yaml", "jsonschema", "xsd"};
    const auto &own = settings.forbiddenWords.format;
    return pitfall(firstWord(name, [&](const std::string &word, bool isLast) {
        return (isLast && holds(words, word)) || holds(own, word);
    }));
}

std::optional<Pitfall> abbreviation(std::string_view name, const Settings &settings)
{
    const auto terms = glossaryWords(settings);
    std::optional<Pitfall> found;
    firstWord(name, [&](const std::string &word, bool) {
        if (holds(terms, word))
            return false;
        const auto meant = std::find_if(terms.begin(), terms.end(), [&](const std::string &term) {
            return isShortFor(word, term);
        });
        if (meant != terms.end())
            found = Pitfall{word, *meant};
        else if (holds(settings.forbiddenWords.abbreviation, word))
            found = Pitfall{word, {}};
        return found.has_value();
    });
    return found;
}

std::optional<std::string> without(std::string_view name, const Pitfall &pitfall)
{
    std::string out;
    for (const std::string_view part : partsOf(name)) {
        std::string kept(part);
        const auto isEdge = [&](std::size_t at) {
            return at >= kept.size() || std::isalnum(static_cast<unsigned char>(kept[at])) == 0;
        };
        const auto isHere = [&](std::size_t at) {
            return lowerCase(kept.substr(at, pitfall.word.size())) == lowerCase(pitfall.word) &&
                   (at == 0 || isEdge(at - 1)) && isEdge(at + pitfall.word.size());
        };
        for (std::size_t at = 0; at + pitfall.word.size() <= kept.size(); ++at) {
            if (!isHere(at))
                continue;
            const auto begin = pitfall.meant || at == 0 ? at : at - 1;
            const auto end = at + pitfall.word.size() + (!pitfall.meant && at == 0 ? 1 : 0);
            kept = kept.substr(0, begin) + pitfall.meant.value_or("") +
                   kept.substr(std::min(end, kept.size()));
            break;
        }
        if (!kept.empty())
            out += (out.empty() ? "" : ".") + kept;
    }
    return out.empty() || out == name ? std::nullopt : std::optional(out);
}

} // namespace meshwright::linting
