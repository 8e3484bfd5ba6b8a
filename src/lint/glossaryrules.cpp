// SPDX-License-Identifier: Apache-2.0
// Whether tags are the glossary's, and the glossary itself.
#include "lint/finding.h"
#include "text/suggestion.h"

#include <algorithm>
#include <cctype>

namespace meshwright::linting {

namespace {

/// `grant-access:acme.stock`: what such a tag means, its prefix says.
bool isControlTag(std::string_view name)
{
    const auto colon = name.find(':');
    return colon != std::string_view::npos && colon > 0 &&
           std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](unsigned char c) { return std::islower(c) != 0 || c == '-'; });
}

std::string withoutBlanks(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    const auto end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? std::string()
                                           : std::string(text.substr(begin, end - begin + 1));
}

class TagCheck
{
public:
    explicit TagCheck(Pass &pass)
        : m_pass(pass)
    {
        for (const GlossaryTag &tag : pass.workspace().settings().glossary.tags)
            m_known.push_back(tag.name);
        std::sort(m_known.begin(), m_known.end());
    }

    void check(const std::vector<asyncapi::Tag> &tags)
    {
        for (const asyncapi::Tag &tag : tags)
            if (!isControlTag(tag.name.value) &&
                !std::binary_search(m_known.begin(), m_known.end(), tag.name.value))
                tell(tag.name);
    }

    void check(const std::vector<asyncapi::Message> &messages)
    {
        for (const asyncapi::Message &message : messages)
            check(message.tags);
    }

private:
    void tell(const asyncapi::Located &tag)
    {
        const std::string bare = withoutBlanks(tag.value);
        const bool isBlankOnly = std::binary_search(m_known.begin(), m_known.end(), bare);
        const auto meant = isBlankOnly ? bare : m_suggestions.nearest(bare, m_known);
        Diagnostic &found =
            report(m_pass, "tag/unknown", tag.place,
                   "The glossary has no tag '" + tag.value + "'." + didYouMean(meant) +
                       " Use one of its tags, or let its owner add this one.");
        if (meant)
            found.fixes.push_back(
                replaceScalarFix(m_pass, tag.place, *meant, "Write '" + *meant + "'"));
    }

    Pass &m_pass;
    std::vector<std::string> m_known;
    Suggestions m_suggestions;
};

} // namespace

void checkTags(Pass &pass)
{
    if (pass.workspace().settings().glossary.tags.empty())
        return;
    TagCheck tags(pass);
    const asyncapi::Spec &spec = *pass.file.spec;
    tags.check(spec.tags);
    tags.check(spec.messages);
    for (const asyncapi::Channel &channel : spec.channels) {
        tags.check(channel.tags);
        tags.check(channel.messages);
        for (const asyncapi::Operation &operation : channel.operations) {
            tags.check(operation.tags);
            tags.check(operation.messages);
        }
    }
}

void checkGlossaryFile(Pass &pass)
{
    const auto &named = pass.workspace().settings().glossaryFile;
    if (!named || named->path != pass.file.path)
        return;
    for (const SettingsProblem &problem : pass.workspace().glossaryProblems())
        report(pass, "glossary/invalid", {pass.file.path, problem.range}, problem.message);
}

} // namespace meshwright::linting
