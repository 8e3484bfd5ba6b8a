// SPDX-License-Identifier: Apache-2.0
#include "cataloguenames.h"
#include "text/lowercase.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace meshwright::report {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string trimmed(const std::string &text)
{
    const auto first = std::find_if(text.begin(), text.end(), isLetterOrDigit);
    const auto last = std::find_if(text.rbegin(), text.rend(), isLetterOrDigit).base();
    return first < last ? std::string(first, last) : std::string();
}

/// A hyphen for each run of characters that may not stand in a name.
std::string madeFit(const std::string &text)
{
    std::string name;
    for (const char c : text) {
        if (isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
            name += c;
        else if (!name.ends_with('-'))
            name += '-';
    }
    name = trimmed(name);
    return name.empty() ? "unnamed" : name;
}

/// FNV-1a, so that a name does not depend on what else there is.
std::string markOf(const std::string &text)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    char digits[16];
    std::snprintf(digits, sizeof digits, "%08x", hash);
    return digits;
}

std::string marked(const std::string &name, const std::string &mark, std::size_t longest)
{
    return trimmed(name.substr(0, longest - mark.size() - 1)) + '-' + mark;
}

} // namespace

std::map<std::string, std::string> catalogueNames(const std::set<std::string> &texts,
                                                  std::size_t longest)
{
    std::map<std::string, std::string> names;
    std::set<std::string> taken;
    const auto take = [&](const std::string &text, const std::string &name) {
        return name.size() <= longest && taken.insert(lowerCase(name)).second &&
               names.emplace(text, name).second;
    };
    for (const std::string &text : texts) // those that are names already go first
        if (madeFit(text) == text)
            take(text, text);
    for (const std::string &text : texts) {
        const std::string name = madeFit(text);
        if (names.contains(text) || take(text, name))
            continue;
        std::string mark = markOf(text);
        while (!take(text, marked(name, mark, longest)))
            mark = markOf(mark);
    }
    return names;
}

} // namespace meshwright::report
