// SPDX-License-Identifier: Apache-2.0
#include "symbols/relocation.h"

#include "asyncapi/referencetext.h"

#include <algorithm>
#include <filesystem>

namespace meshwright::symbols {

namespace {

/// From a file's folder to another file; with `./` where the reference had it.
std::string wayTo(const std::string &target, const std::string &from, bool isDotted)
{
    namespace fs = std::filesystem;
    const auto way = fs::path(target).lexically_relative(fs::path(from).parent_path());
    // A relative path from nothing is the path itself.
    const auto text = fs::path(from).has_parent_path() ? way.generic_string() : target;
    return isDotted && !text.starts_with("..") ? "./" + text : text;
}

} // namespace

std::string relocated(std::string_view reference, const std::string &from, const std::string &to)
{
    const auto hash = std::min(reference.find('#'), reference.size());
    const auto path = reference.substr(0, hash);
    const std::string fragment(reference.substr(hash));
    if (path.empty())
        return wayTo(from, to, true) + fragment;
    const auto target = path.starts_with('/') || !asyncapi::schemeOf(path).empty() ||
                                path.find('%') != std::string_view::npos
                            ? std::nullopt
                            : asyncapi::relativeTo(from, path);
    if (!target)
        return std::string(reference);
    if (*target == to && !fragment.empty())
        return fragment;
    return wayTo(*target, to, path.starts_with("./") || path.starts_with("../")) + fragment;
}

} // namespace meshwright::symbols
