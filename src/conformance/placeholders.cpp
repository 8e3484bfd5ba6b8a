// SPDX-License-Identifier: Apache-2.0
#include "conformance/placeholders.h"

#include "meshwright/yaml/edit.h"

#include <algorithm>
#include <set>

namespace meshwright::conformance {

namespace {

std::string quotedList(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "'" : ", '") + name + "'";
    return text;
}

/// The names in braces that nothing describes, each once.
std::vector<std::string> undescribed(const Placeholders &found, const std::vector<Member> &known)
{
    std::set<std::string> seen;
    for (const Member &each : known)
        seen.insert(each.key);
    std::vector<std::string> names;
    for (const std::string &name : found.names)
        if (seen.insert(name).second)
            names.push_back(name);
    return names;
}

/// A warning of our own: the reference looks only where something is described.
void checkUndeclared(Check &check, const PlaceholderWords &words, const Placeholders &found)
{
    const auto names = undescribed(found, {});
    if (names.empty())
        return;
    Diagnostic &finding =
        report(check, "asyncapi/undeclared-parameter", found.address.place(),
               "Nothing describes " + quotedList(names) + " in " + words.of + ": add '" +
                   std::string(words.key) + "' with a description of each.");
    std::string stubs;
    for (const std::string &name : names)
        stubs += (stubs.empty() ? "{" : ", ") + yaml::scalarFor(name, yaml::Style::DoubleQuoted) +
                 ": " + std::string(words.stub);
    offerEntry(check, finding, found.owner.target, words.key, stubs + "}",
               "Describe " + quotedList(names));
}

void reportUndescribed(Check &check, const PlaceholderWords &words, const Value &described,
                       const std::vector<std::string> &names, bool isError)
{
    Diagnostic &finding =
        reportMissing(check, words.rule, described,
                      quotedList(names) + " in " + words.of + (names.size() == 1 ? " is" : " are") +
                          " not described: add " + (names.size() == 1 ? "it" : "them") + " to '" +
                          std::string(words.key) + "'.");
    if (!isError)
        asOurOwn(finding, Severity::Warning);
    constexpr std::size_t mostFixes = 50;
    for (std::size_t i = 0; i < std::min(names.size(), mostFixes); ++i)
        offerEntry(check, finding, described.target, names[i], words.stub,
                   "Describe '" + names[i] + "'");
}

} // namespace

void checkPlaceholders(Check &check, const PlaceholderWords &words, const Placeholders &found)
{
    if (!found.owner) // a broken reference is told where it stands
        return;
    const Value described = child(check, found.owner, words.key);
    if (!described.written && words.what == "parameter")
        checkUndeclared(check, words, found);
    if (!described.isMapping())
        return;
    const bool isError = check.spec.major == 2 || words.what == "parameter";
    const auto known = members(check, described);
    const auto missing = undescribed(found, known);
    if (!missing.empty())
        reportUndescribed(check, words, described, missing, isError);
    const std::set<std::string> written(found.names.begin(), found.names.end());
    for (const Member &member : known) {
        if (written.contains(member.key))
            continue;
        const auto meant = check.suggestions.nearest(member.key, missing);
        Diagnostic &finding =
            reportName(check, words.rule, described, member,
                       "The " + std::string(words.what) + " '" + member.key + "' is not in " +
                           words.of + "." + didYouMean(meant) + " Put '{" + member.key +
                           "}' there, or remove the " + std::string(words.what) + ".");
        if (!isError)
            asOurOwn(finding, Severity::Warning);
        if (meant)
            offerText(check, finding, {described.target.file, member.entry.key}, *meant,
                      "Rename to '" + *meant + "'");
        offerRemoval(check, finding, described.target, member.entry, "Remove '" + member.key + "'");
    }
}

} // namespace meshwright::conformance
