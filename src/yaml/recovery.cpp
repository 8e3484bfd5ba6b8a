// SPDX-License-Identifier: Apache-2.0
#include "yaml/recovery.h"

#include "yaml/builder.h"

#include <algorithm>
#include <optional>

namespace meshwright::yaml {

namespace {

constexpr int mostFaults = 8;
constexpr std::size_t mostBytes = 4U << 20U; // each fault costs another reading

std::optional<Problem> syntaxFault(const Document &document)
{
    const auto &all = document.problems();
    const auto found = std::find_if(all.begin(), all.end(), [](const Problem &problem) {
        return problem.id == "syntax" || problem.id == "tab";
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::size_t lineEnd(const std::string &bytes, std::size_t at)
{
    return std::min(bytes.find('\n', at), bytes.size());
}

std::size_t lineBegin(const std::string &bytes, std::size_t at)
{
    const auto before = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
    return before == std::string::npos ? 0 : before + 1;
}

std::size_t indentation(const std::string &bytes, std::size_t line)
{
    return std::min(bytes.find_first_not_of(" \t", line), bytes.size()) - line;
}

bool isBlank(const std::string &bytes, std::size_t line)
{
    const auto text = bytes.find_first_not_of(" \t\r", line);
    return text == std::string::npos || bytes[text] == '\n';
}

/// Whether the fault is that something opened and was not closed: then what follows may be sound.
bool isLeftOpen(const std::string &bytes, const Problem &problem)
{
    return !problem.related.isEmpty() && problem.related.size() == 1 &&
           std::string_view("[{\"'").find(bytes[problem.related.begin]) != std::string_view::npos;
}

/// The lines with the fault: one, and those that are indented under it.
Range faultyBlock(const std::string &bytes, const Problem &problem)
{
    const bool isOpen = isLeftOpen(bytes, problem);
    const auto at = isOpen ? problem.related.begin : problem.range.begin;
    const auto begin = lineBegin(bytes, std::min(at, bytes.size()));
    auto end = lineEnd(bytes, begin);
    while (!isOpen && end < bytes.size()) {
        const auto next = end + 1;
        if (!isBlank(bytes, next) && indentation(bytes, next) <= indentation(bytes, begin))
            break;
        end = lineEnd(bytes, next);
    }
    return {begin, end};
}

void makeBlank(std::string &bytes, Range block)
{
    for (std::size_t i = block.begin; i < block.end; ++i)
        if (bytes[i] != '\n' && bytes[i] != '\r')
            bytes[i] = ' ';
}

} // namespace

std::shared_ptr<const Document> Recovery::recovered(std::shared_ptr<Document> first) const
{
    std::optional<Problem> fault = syntaxFault(*first);
    if (!fault || m_text->bytes().size() > mostBytes)
        return first;
    std::string bytes = m_text->bytes();
    std::vector<Problem> problems{*fault};
    std::shared_ptr<Document> best = std::move(first);
    for (int i = 0; i < mostFaults && fault; ++i) {
        const Range block = faultyBlock(bytes, *fault);
        if (bytes.find_first_not_of(" \r\n", block.begin) >= block.end)
            break; // blank already: nothing more can be cut here
        makeBlank(bytes, block);
        auto next = Builder(makeText(bytes), m_limits).build();
        fault = syntaxFault(*next);
        if (fault && fault->range.begin > problems.back().range.begin &&
            fault->range.begin >= block.end)
            problems.push_back(*fault);
        if (next->m_nodeCount >= best->m_nodeCount)
            best = std::move(next);
    }
    for (const Problem &problem : best->m_problems)
        if (problem.id == "duplicate-key")
            problems.push_back(problem);
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return a.range.begin < b.range.begin;
    });
    best->m_text = m_text;
    best->m_problems = std::move(problems);
    best->m_complete = false;
    return best;
}

} // namespace meshwright::yaml
