// SPDX-License-Identifier: Apache-2.0
#include "meshwright/asyncapi/spec.h"

#include <algorithm>

namespace meshwright::asyncapi {

const std::vector<std::string_view> &knownVersions()
{
    static const std::vector<std::string_view> list = {"2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0",
                                                       "2.5.0", "2.6.0", "3.0.0", "3.1.0"};
    return list;
}

bool isKnownVersion(std::string_view version)
{
    const auto &known = knownVersions();
    return std::find(known.begin(), known.end(), version) != known.end();
}

std::optional<std::string_view> versionOfLine(std::string_view version)
{
    constexpr std::size_t patchBegin = 4; // behind `2.6.`
    if (version.size() <= patchBegin ||
        version.find_first_not_of("0123456789", patchBegin) != std::string_view::npos ||
        (version[patchBegin] == '0' && version.size() > patchBegin + 1))
        return std::nullopt;
    for (const std::string_view known : knownVersions())
        if (version.substr(0, patchBegin) == known.substr(0, patchBegin))
            return known;
    return std::nullopt;
}

} // namespace meshwright::asyncapi
