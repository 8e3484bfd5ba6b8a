// SPDX-License-Identifier: Apache-2.0
#include "symbols/piece.h"

#include "meshwright/yaml/edit.h"
#include "meshwright/yaml/scalarplace.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace meshwright::symbols {

namespace {

/// Characters that mean themselves within quotes, and within a plain scalar that is a word anyway.
bool isHarmless(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 ||
               std::string_view("._-/~%:").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

/// Whether new bytes may stand in the middle of a scalar as it is written.
bool fitsWithin(const yaml::Node &scalar, std::string_view text, const std::string &value)
{
    using yaml::Style;
    if (!isHarmless(text))
        return false;
    if (scalar.style == Style::SingleQuoted || scalar.style == Style::DoubleQuoted)
        return true;
    return scalar.style == Style::Plain && yaml::scalarFor(value, Style::Plain) == value;
}

} // namespace

void Pieces::replace(const std::string &file, const yaml::Node &scalar, Range part,
                     std::string text)
{
    auto &pieces = m_files[file][&scalar];
    const auto overlaps = [&](const Piece &other) {
        return other.part == part || (part.begin < other.part.end && other.part.begin < part.end);
    };
    if (std::none_of(pieces.begin(), pieces.end(), overlaps))
        pieces.push_back({part, std::move(text)});
}

Result<void> Pieces::addEdits(const yaml::Document &document, const yaml::Node &scalar,
                              const InScalar &pieces, std::vector<TextEdit> &edits) const
{
    auto sorted = pieces;
    std::sort(sorted.begin(), sorted.end(),
              [](const Piece &a, const Piece &b) { return b.part < a.part; });
    auto value = scalar.text();
    for (const Piece &piece : sorted) // from behind, so that places stay
        value.replace(piece.part.begin, piece.part.size(), piece.text);
    if (value == scalar.value)
        return {};
    std::vector<TextEdit> within;
    for (const auto &piece : sorted) {
        const auto begin = yaml::placeInText(*document.text(), scalar, piece.part.begin);
        const auto end = yaml::placeInText(*document.text(), scalar, piece.part.end);
        if (begin && end && fitsWithin(scalar, piece.text, value))
            within.push_back({{*begin, *end}, piece.text});
    }
    if (within.size() == sorted.size()) {
        std::erase_if(within, [&](const TextEdit &edit) {
            return document.text()->slice(edit.range) == edit.replacement;
        });
        edits.insert(edits.end(), within.begin(), within.end());
        return {};
    }
    auto whole = yaml::replaceScalar(document, scalar, value);
    if (!whole)
        return tl::unexpected(whole.error());
    edits.push_back(std::move(*whole));
    return {};
}

Result<WorkspaceEdit> Pieces::edits() const
{
    WorkspaceEdit result;
    for (const auto &[file, scalars] : m_files) {
        const auto document = m_workspace.document(file);
        std::vector<TextEdit> edits;
        for (const auto &[scalar, pieces] : scalars)
            if (auto added = addEdits(*document, *scalar, pieces, edits); !added)
                return tl::unexpected(added.error());
        std::sort(edits.begin(), edits.end(),
                  [](const TextEdit &a, const TextEdit &b) { return a.range < b.range; });
        if (!edits.empty())
            result.files.emplace(file, std::move(edits));
    }
    return result;
}

} // namespace meshwright::symbols
