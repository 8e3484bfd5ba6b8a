// SPDX-License-Identifier: Apache-2.0
#include "symbols/relocation.h"

#include "asyncapi/referencetext.h"

#include <algorithm>

namespace meshwright::symbols {

std::string relocated(std::string_view reference, const std::string &from, const std::string &to)
{
    const auto hash = std::min(reference.find('#'), reference.size());
    const auto path = reference.substr(0, hash);
    const std::string fragment(reference.substr(hash));
    if (path.empty())
        return asyncapi::pathFrom(to, from, true) + fragment;
    const auto target = path.starts_with('/') || !asyncapi::schemeOf(path).empty() ||
                                path.find('%') != std::string_view::npos
                            ? std::nullopt
                            : asyncapi::relativeTo(from, path);
    if (!target)
        return std::string(reference);
    if (*target == to && !fragment.empty())
        return fragment;
    return asyncapi::pathFrom(to, *target, path.starts_with("./") || path.starts_with("../")) +
           fragment;
}

} // namespace meshwright::symbols
