// SPDX-License-Identifier: Apache-2.0
#include "symbols/gathering.h"

#include <algorithm>
#include <set>

namespace meshwright::symbols {

namespace {

bool names(const SymbolIndex &index, const Occurrence &occurrence, const Symbol &symbol)
{
    return index.symbols[occurrence.symbol] == symbol;
}

bool isInDomain(const Symbol &symbol, const std::string &domain)
{
    return (symbol.kind == Kind::Context && isWithin(symbol.name, domain)) ||
           (symbol.kind == Kind::Domain &&
            (symbol.name == domain || isWithin(symbol.name, domain)));
}

/// The bytes of a context's name that name its domain.
asyncapi::Place domainPlace(const SymbolIndex &index, const Occurrence &occurrence,
                            const std::string &domain)
{
    const auto part = domainPart(occurrence, domain);
    return placeOf(*index.topology->workspace, occurrence.place.file, *occurrence.scalar, part);
}

std::vector<Usage> usagesOfDomain(const SymbolIndex &index, const std::string &domain)
{
    std::vector<Usage> usages;
    for (const auto &each : index.occurrences)
        if (!each.isCode && isInDomain(index.symbols[each.symbol], domain))
            usages.push_back({domainPlace(index, each, domain), each.role});
    return usages;
}

void sortByPlace(std::vector<Usage> &usages)
{
    std::stable_sort(usages.begin(), usages.end(),
                     [](const Usage &a, const Usage &b) { return a.place < b.place; });
}

/// Behind all references that a key stands for.
Symbol followed(const SymbolIndex &index, Symbol symbol)
{
    std::set<Symbol> seen;
    for (auto next = index.forwards.find(symbol);
         next != index.forwards.end() && seen.insert(symbol).second;
         next = index.forwards.find(symbol))
        symbol = next->second;
    return symbol;
}

} // namespace

SymbolIndexPtr indexSymbols(const TopologyPtr &topology)
{
    Gathering gathering(topology);
    gatherNames(gathering);
    gatherKeys(gathering);
    gatherReferences(gathering);
    gatherAvro(gathering);
    return gathering.finished();
}

std::vector<Symbol> symbolsAt(const SymbolIndex &index, const std::string &file, std::size_t offset)
{
    const auto first = std::lower_bound(
        index.occurrences.begin(), index.occurrences.end(), file,
        [](const Occurrence &each, const std::string &wanted) { return each.place.file < wanted; });
    std::vector<const Occurrence *> found;
    for (auto each = first; each != index.occurrences.end() && each->place.file == file &&
                            each->place.range.begin <= offset;
         ++each)
        if (offset <= each->place.range.end)
            found.push_back(&*each);
    // A token that holds the byte goes before one that ends at it, and the narrower one first.
    std::stable_sort(found.begin(), found.end(), [&](const Occurrence *a, const Occurrence *b) {
        const bool holdsA = a->place.range.contains(offset);
        const bool holdsB = b->place.range.contains(offset);
        return holdsA != holdsB ? holdsA : a->place.range.size() < b->place.range.size();
    });
    std::vector<Symbol> symbols;
    const auto add = [&](const Symbol &symbol) {
        if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end())
            symbols.push_back(symbol);
    };
    for (const auto *each : found) {
        const auto &symbol = index.symbols[each->symbol];
        add(symbol);
        if (symbol.kind == Kind::Context && symbol.name.find('.') != std::string::npos)
            add({Kind::Domain, domainOf({symbol.name}), {}});
    }
    return symbols;
}

std::vector<asyncapi::Place> definitionsOf(const SymbolIndex &index, const Symbol &symbol)
{
    const auto target = followed(index, symbol);
    if (target.kind == Kind::File)
        return {target.home};
    std::vector<asyncapi::Place> places;
    for (const auto &usage : usagesOf(index, target))
        if (usage.role == Role::Declared)
            places.push_back(usage.place);
    return places;
}

std::vector<Usage> usagesOf(const SymbolIndex &index, const Symbol &symbol)
{
    if (symbol.kind == Kind::Domain)
        return usagesOfDomain(index, symbol.name);
    std::vector<Usage> usages;
    for (const auto &each : index.occurrences)
        if (names(index, each, symbol))
            usages.push_back({each.place, each.role});
    const auto *topic = symbol.kind == Kind::Topic ? index.topology->topic({symbol.name}) : nullptr;
    if (topic)
        for (const auto &grant : topic->grants)
            usages.push_back({grant.place, Role::Granted});
    sortByPlace(usages);
    return usages;
}

} // namespace meshwright::symbols
