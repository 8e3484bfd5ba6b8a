// SPDX-License-Identifier: Apache-2.0
#include "lint/tabfix.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace meshwright::linting {

namespace {

constexpr std::size_t step = 2;                // columns of a level
constexpr std::size_t largestFile = 1U << 20U; // bytes: what the edits make is read to be sure

struct Line
{
    Range range;                  ///< without its end
    std::string_view indent = {}; ///< of spaces and tabs
    std::string_view content = {};

    std::size_t count(char c) const
    {
        return static_cast<std::size_t>(std::count(indent.begin(), indent.end(), c));
    }
};

Line lineAt(std::string_view bytes, std::size_t offset)
{
    const auto before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    const auto text = bytes.substr(begin, end - begin);
    const auto content = std::min(text.find_first_not_of(" \t"), text.size());
    const auto last = text.find_last_not_of(" \t\r");
    return {{begin, end},
            text.substr(0, content),
            last == std::string_view::npos ? std::string_view()
                                           : text.substr(content, last + 1 - content)};
}

/// The nearest line above that says something.
std::optional<Line> lineAbove(std::string_view bytes, const Line &line)
{
    for (Line above = line; above.range.begin > 0;) {
        above = lineAt(bytes, above.range.begin - 1);
        if (!above.content.empty() && !above.content.starts_with('#'))
            return above;
    }
    return std::nullopt;
}

/// Where a line below `above` begins, or nothing where that is indented by tabs itself.
std::optional<std::size_t> columnBelow(const Line &above)
{
    if (above.count('\t') > 0)
        return std::nullopt;
    std::size_t column = above.indent.size();
    std::string_view content = above.content.substr(0, above.content.find(" #"));
    content = content.substr(0, content.find_last_not_of(' ') + 1);
    while (content.starts_with("- ")) {
        const auto next = std::min(content.find_first_not_of(' ', 1), content.size());
        column += next;
        content.remove_prefix(next);
    }
    return content.ends_with(':') ? column + step : column;
}

} // namespace

std::vector<TextEdit> spacesForTabs(const yaml::Document &document, Range tab)
{
    const std::string_view bytes = document.text()->bytes();
    Line line = lineAt(bytes, std::min(tab.begin, bytes.size()));
    const auto above = lineAbove(bytes, line);
    const auto column = above ? columnBelow(*above) : std::optional<std::size_t>(0);
    if (!column || bytes.size() > largestFile)
        return {};
    const auto depth = [](const Line &each) { return each.count('\t') * step + each.count(' '); };
    const std::size_t first = depth(line);
    std::vector<TextEdit> edits;
    while (line.count('\t') > 0 && !line.content.empty() && *column + depth(line) >= first) {
        edits.push_back({{line.range.begin, line.range.begin + line.indent.size()},
                         std::string(*column + depth(line) - first, ' ')});
        if (line.range.end >= bytes.size())
            break;
        line = lineAt(bytes, line.range.end + 1);
    }
    const auto text = applyEdits(*document.text(), edits);
    if (edits.empty() || !text)
        return {};
    const auto mended = yaml::Document::parse(*text);
    const auto end = edits.back().range.end + (*text)->bytes().size() - bytes.size();
    const bool isSound = std::none_of(
        mended->problems().begin(), mended->problems().end(), [&](const yaml::Problem &problem) {
            return (problem.id == "tab" || problem.id == "syntax") && problem.range.begin <= end;
        });
    return isSound ? edits : std::vector<TextEdit>();
}

} // namespace meshwright::linting
