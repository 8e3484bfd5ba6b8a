// SPDX-License-Identifier: Apache-2.0
// Names for what had none: channels were known by their address, many operations by nothing.
#include "modelling/conversion.h"
#include "modelling/words.h"

#include "meshwright/topology/names.h"

#include <algorithm>

namespace meshwright::modelling {

namespace {

std::vector<std::string> partsOf(std::string_view address)
{
    std::vector<std::string> parts;
    std::string part;
    for (const char c : address) {
        if (c != '.' && c != '/') {
            part += c;
            continue;
        }
        if (!part.empty())
            parts.push_back(std::move(part));
        part.clear();
    }
    if (!part.empty())
        parts.push_back(std::move(part));
    return parts;
}

std::string joined(const std::vector<std::string> &parts, std::size_t begin, std::size_t end)
{
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        text += parts[i] + '.';
    return camelCase(text);
}

/// Readable ids for one address, the shortest first.
std::vector<std::string> candidates(std::vector<std::string> parts, const Convention &convention)
{
    const std::string whole = joined(parts, 0, parts.size());
    std::size_t begin = parts.size() > 2 ? parts.size() - 2 : 0;
    std::size_t end = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].find('{') != std::string::npos)
            begin = i + 1;
        if (!convention.accessOf(parts[i]) || i + 1 == parts.size())
            continue;
        // another context's topic is told by that context: tenants._public.service
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        begin = i > 0 ? i - 1 : 0;
        end = parts.size();
        break;
    }
    if (begin >= end) { // the address ends with a parameter
        while (end > 1 && parts[end - 1].find('{') != std::string::npos)
            --end;
        begin = end - std::min<std::size_t>(end, 1);
    }
    std::vector<std::string> result{joined(parts, begin, end)};
    for (std::size_t from = begin + 1; from-- > 0;)
        result.push_back(joined(parts, from, parts.size()));
    result.push_back(whole); // with the keyword of its access
    return result;
}

} // namespace

std::vector<std::string> channelIds(const std::vector<std::string> &addresses,
                                    std::string_view domainId, const Convention &convention)
{
    std::vector<std::string> ids;
    std::set<std::string> taken;
    for (const std::string &address : addresses) {
        const bool isOwn = !domainId.empty() && isWithin(address, domainId);
        const auto local = isOwn ? address.substr(domainId.size() + 1) : address;
        auto names = candidates(partsOf(local), convention);
        if (names.back().empty())
            names = {"channel"};
        // an id that is another channel's old name would turn references to that one round
        const auto isFree = [&](const std::string &name) {
            return !name.empty() && !taken.contains(name) &&
                   (name == address ||
                    std::find(addresses.begin(), addresses.end(), name) == addresses.end());
        };
        const auto found = std::find_if(names.begin(), names.end(), isFree);
        std::string id = found == names.end() ? names.back() : *found;
        for (int number = 2; !isFree(id); ++number)
            id = names.back() + std::to_string(number);
        taken.insert(id);
        ids.push_back(std::move(id));
    }
    return ids;
}

} // namespace meshwright::modelling
