// SPDX-License-Identifier: Apache-2.0
#include "conformance/seenfiles.h"
#include "meshwright/conformance/conformance.h"
#include "meshwright/schema/verdictmemory.h"

#include <algorithm>

namespace meshwright::conformance {

struct Findings::Version
{
    std::map<std::string, SeenFile> seen;
    std::vector<Diagnostic> list;

    bool isOf(const asyncapi::Files &files) const
    {
        return std::all_of(seen.begin(), seen.end(), [&](const auto &each) {
            return each.second == seenIn(files, each.first);
        });
    }
};

struct Findings::Memory
{
    std::mutex inUse; // who finds it in use does without
    schema::VerdictMemory verdicts;
};

Findings::Findings(const Findings *before)
    : m_memory(before ? before->m_memory : std::make_shared<Memory>())
{}

Findings::~Findings() = default;

const std::vector<Diagnostic> &Findings::of(const asyncapi::Files &files,
                                            const asyncapi::Spec &spec)
{
    const std::lock_guard making(m_making);
    const auto known = std::find_if(m_versions.begin(), m_versions.end(),
                                    [&](const Version &each) { return each.isOf(files); });
    if (known != m_versions.end())
        return known->list;
    const SeenFiles seen(files);
    const std::unique_lock remembering(m_memory->inUse, std::try_to_lock);
    if (remembering)
        m_memory->verdicts.beginCheck();
    auto list = check(seen, spec, remembering ? &m_memory->verdicts : nullptr);
    const std::lock_guard adding(m_adding);
    return m_versions.emplace_back(Version{seen.seen(), std::move(list)}).list;
}

bool Findings::dependOn(const std::string &file) const
{
    const std::lock_guard reading(m_adding);
    return std::any_of(m_versions.begin(), m_versions.end(),
                       [&](const Version &each) { return each.seen.contains(file); });
}

} // namespace meshwright::conformance
