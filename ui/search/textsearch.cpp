// SPDX-License-Identifier: Apache-2.0
#include "ui/search/textsearch.h"

#include "ui/text/text.h"

namespace meshwright::ui {

namespace {

constexpr int shownBefore = 60;
constexpr int shownAfter = 120;

class FileSearch
{
public:
    FileSearch(const SourceText &text, const QRegularExpression &regex, int most)
        : m_text(text)
        , m_regex(regex)
        , m_most(most)
    {}

    std::vector<TextMatch> run()
    {
        for (std::uint32_t line = 1; line <= m_text.lineCount() && hasRoom(); ++line)
            searchLine(line);
        return std::move(m_matches);
    }

private:
    bool hasRoom() const { return int(m_matches.size()) < m_most; }

    void searchLine(std::uint32_t line)
    {
        Range range = m_text.lineRange(line);
        if (line == 1 && m_text.hasByteOrderMark())
            range.begin += 3; // no text of the line
        const QString shown = toQt(m_text.slice(range));
        auto found = m_regex.globalMatch(shown);
        while (found.hasNext() && hasRoom()) {
            const auto match = found.next();
            if (match.capturedLength() == 0)
                continue;
            const QStringView whole(shown);
            const std::size_t begin =
                range.begin + fromQt(whole.left(match.capturedStart())).size();
            const QString matched = match.captured();
            QString before = whole.left(match.capturedStart()).toString();
            while (!before.isEmpty() && before.front().isSpace())
                before.remove(0, 1);
            if (before.size() > shownBefore)
                before = QChar(0x2026) + before.right(shownBefore);
            m_matches.push_back({{begin, begin + fromQt(matched).size()},
                                 int(line),
                                 before,
                                 matched,
                                 whole.mid(match.capturedEnd(), shownAfter).toString()});
        }
    }

    const SourceText &m_text;
    const QRegularExpression &m_regex;
    int m_most;
    std::vector<TextMatch> m_matches;
};

} // namespace

SearchResult searchTexts(const std::map<std::string, Text> &texts, const SearchPattern &pattern)
{
    SearchResult result;
    const QRegularExpression regex = pattern.regex();
    if (pattern.text.isEmpty() || !regex.isValid())
        return result;
    for (const auto &[file, text] : texts) {
        const int room = mostMatches - result.count;
        result.isCut = room == 0;
        if (result.isCut)
            break;
        auto matches = FileSearch(*text, regex, room).run();
        result.count += int(matches.size());
        if (!matches.empty())
            result.files.push_back({file, text, std::move(matches)});
    }
    return result;
}

WorkspaceEdit replacing(const SearchResult &result, const SearchPattern &pattern,
                        const QString &with, const std::set<std::pair<int, int>> &leftOut)
{
    WorkspaceEdit edit;
    for (int f = 0; f < int(result.files.size()); ++f) {
        const FileMatches &file = result.files[std::size_t(f)];
        for (int m = 0; m < int(file.matches.size()); ++m) {
            if (leftOut.contains({f, m}))
                continue;
            const TextMatch &match = file.matches[std::size_t(m)];
            edit.files[file.file].push_back(
                {match.range,
                 withLineEnds(pattern.replacement(match.matched, with), lineEndOf(*file.text))});
        }
    }
    return edit;
}

} // namespace meshwright::ui
