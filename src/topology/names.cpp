// SPDX-License-Identifier: Apache-2.0
#include "meshwright/topology/names.h"

#include <algorithm>

namespace meshwright {

ContextId contextIdFrom(std::string_view specId)
{
    constexpr std::string_view scheme = "urn:";
    if (specId.starts_with(scheme))
        specId.remove_prefix(scheme.size());
    std::string value(specId);
    std::replace(value.begin(), value.end(), ':', '.');
    return {value};
}

std::string domainOf(const ContextId &id)
{
    const auto dot = id.value.rfind('.');
    return dot == std::string::npos ? id.value : id.value.substr(0, dot);
}

bool isWithin(std::string_view name, std::string_view id)
{
    return !id.empty() && name.size() > id.size() + 1 && name.starts_with(id) &&
           name[id.size()] == '.';
}

std::string defaultPrincipal(const ContextId &id)
{
    return "User:" + id.value;
}

} // namespace meshwright
