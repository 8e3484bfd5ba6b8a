// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/searchpattern.h"

#include "meshwright/text/textedit.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meshwright::ui {

struct TextMatch
{
    Range range;
    int line = 1;
    QString before; ///< what stands in front of it in its line, without the indentation
    QString matched;
    QString after;
};

struct FileMatches
{
    std::string file;
    Text text; ///< that the ranges are of
    std::vector<TextMatch> matches;
};

struct SearchResult
{
    std::vector<FileMatches> files; ///< by name
    int count = 0;
    bool isCut = false; ///< there are more than anybody reads
};

inline constexpr int mostMatches = 5'000;

/// Line by line; a match does not reach over a line's end. Nothing for a pattern that is none.
SearchResult searchTexts(const std::map<std::string, Text> &texts, const SearchPattern &pattern);

/// One deed that replaces the matches, without those that are left out (file and match by number).
WorkspaceEdit replacing(const SearchResult &result, const SearchPattern &pattern,
                        const QString &with, const std::set<std::pair<int, int>> &leftOut);

} // namespace meshwright::ui
