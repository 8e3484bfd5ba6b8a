// SPDX-License-Identifier: Apache-2.0
#include "mdxtext.h"

#include "flowtext.h"

#include <vector>

namespace meshwright::report {

namespace {

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string trimmed(const std::string &line)
{
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

/// What begins something in Markdown, MDX or a directive.
bool isMarkup(char c)
{
    return std::string_view("!#$&()*+-:<=>@[\\]^_`{|}~").find(c) != std::string_view::npos;
}

/// The dot of what would be the number of a list.
std::size_t dotOfNumber(const std::string &line)
{
    const auto end = line.find_first_not_of("0123456789");
    return end != 0 && end != std::string::npos && line[end] == '.' ? end : std::string::npos;
}

} // namespace

std::string mdxLine(std::string_view text)
{
    const std::string line = trimmed(printable(text));
    const std::size_t dot = dotOfNumber(line);
    std::string result;
    for (std::size_t i = 0; i < line.size(); ++i)
        result += (isMarkup(line[i]) || i == dot ? "\\" : "") + std::string(1, line[i]);
    // MDX reads a line that begins so as JavaScript.
    if (result.starts_with("import") || result.starts_with("export"))
        result = (result.front() == 'i' ? "&#105;" : "&#101;") + result.substr(1);
    return result;
}

std::string mdxText(std::string_view text)
{
    std::string result;
    bool isOpen = false;
    for (const std::string_view line : linesOf(text)) {
        if (!isBlank(line))
            result += (isOpen || result.empty() ? "" : "\n") + mdxLine(line) + '\n';
        isOpen = !isBlank(line);
    }
    return result;
}

std::string firstParagraph(std::string_view text)
{
    std::string paragraph;
    for (const std::string_view line : linesOf(text)) {
        if (isBlank(line) && !paragraph.empty())
            break;
        if (!isBlank(line))
            paragraph += (paragraph.empty() ? "" : " ") + trimmed(printable(line));
    }
    return paragraph;
}

} // namespace meshwright::report
