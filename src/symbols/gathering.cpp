// SPDX-License-Identifier: Apache-2.0
#include "symbols/gathering.h"

#include "asyncapi/referencetext.h"

#include "meshwright/yaml/scalarplace.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace meshwright::symbols {

asyncapi::Place placeOf(const Workspace &workspace, const std::string &file,
                        const yaml::Node &scalar, Range part)
{
    const auto *known = workspace.file(file);
    const auto begin = yaml::placeInText(*known->text, scalar, part.begin);
    const auto end = yaml::placeInText(*known->text, scalar, part.end);
    return {file, begin && end ? Range{*begin, *end} : scalar.range};
}

Range domainPart(const Occurrence &occurrence, const std::string &domain)
{
    const auto [begin, end] = occurrence.part;
    if (occurrence.spelling == Spelling::Plain)
        return {begin, begin + domain.size()};
    const auto token = std::string_view(occurrence.scalar->value).substr(begin, end - begin);
    return {begin, begin + asyncapi::writtenSize(token, domain.size())};
}

std::optional<ContextId> ownerOf(const Topology &topology, const std::string &topic)
{
    if (const auto *known = topology.topic({topic}))
        return known->owner;
    for (const auto *reader : topology.readersOf({topic}))
        if (reader->owner)
            return reader->owner;
    const auto &convention = topology.workspace->settings().convention;
    if (convention.keywordPlace() != KeywordPlace::BehindContext)
        return std::nullopt; // then no sign says where the id ends
    for (const auto access : {Access::Public, Access::Protected, Access::Private}) {
        const auto at = topic.find('.' + convention.keyword(access) + '.');
        if (at != std::string::npos && at > 0)
            return ContextId{topic.substr(0, at)};
    }
    return std::nullopt;
}

Gathering::Gathering(const TopologyPtr &topology)
    : m_resolver(*topology->workspace)
{
    m_index.topology = topology;
    m_domains = topology->domains();
    for (const auto &context : topology->contexts)
        m_contexts.push_back(context.id);
}

const yaml::Node *Gathering::nodeAt(const asyncapi::Place &place) const
{
    const auto document = workspace().document(place.file);
    const auto *node = document ? document->nodeAt(place.range.begin) : nullptr;
    while (node && node->range != place.range && node->parent &&
           node->parent->range.begin == place.range.begin)
        node = node->parent;
    return node && node->range == place.range ? node : nullptr;
}

std::uint32_t Gathering::symbol(const Symbol &symbol)
{
    const auto next = static_cast<std::uint32_t>(m_index.symbols.size());
    const auto [known, isNew] = m_ids.emplace(symbol, next);
    if (isNew)
        m_index.symbols.push_back(symbol);
    return known->second;
}

void Gathering::add(std::uint32_t symbol, Role role, const std::string &file,
                    const yaml::Node &scalar, Range part, Spelling spelling, bool isCode)
{
    Occurrence occurrence;
    occurrence.symbol = symbol;
    occurrence.role = role;
    occurrence.spelling = spelling;
    occurrence.isCode = isCode;
    occurrence.place = placeOf(workspace(), file, scalar, part);
    occurrence.scalar = &scalar;
    occurrence.part = part;
    m_index.occurrences.push_back(std::move(occurrence));
}

void Gathering::addContextName(Role role, const std::string &file, const yaml::Node &scalar,
                               Range part, Spelling spelling)
{
    const auto written = std::string_view(scalar.value).substr(part.begin, part.size());
    std::string name = contextIdFrom(written).value;
    std::replace(name.begin(), name.end(), '/', '.');
    const bool isDomain =
        !std::binary_search(m_contexts.begin(), m_contexts.end(), ContextId{name}) &&
        std::binary_search(m_domains.begin(), m_domains.end(), name);
    add(symbol({isDomain ? Kind::Domain : Kind::Context, name, {}}), role, file, scalar, part,
        spelling);
}

void Gathering::forward(std::uint32_t from, std::uint32_t to)
{
    if (from != to)
        m_index.forwards.emplace(m_index.symbols[from], m_index.symbols[to]);
}

SymbolIndexPtr Gathering::finished()
{
    auto &all = m_index.occurrences;
    const auto key = [](const Occurrence &each) {
        return std::tie(each.place, each.symbol, each.role);
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Occurrence &a, const Occurrence &b) { return key(a) < key(b); });
    const auto isSame = [](const Occurrence &a, const Occurrence &b) {
        return a.place == b.place && a.symbol == b.symbol;
    };
    all.erase(std::unique(all.begin(), all.end(), isSame), all.end());
    return std::make_shared<const SymbolIndex>(std::move(m_index));
}

} // namespace meshwright::symbols
