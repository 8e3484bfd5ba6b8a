// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/symbols.h"

#include <map>
#include <string>

/// Texts of a workspace in which `^` marks the place that is asked about.
struct Marked
{
    explicit Marked(std::map<std::string, std::string> given)
        : texts(std::move(given))
    {
        for (auto &[path, text] : texts)
            if (const auto at = text.find('^'); at != std::string::npos) {
                file = path;
                offset = at;
                text.erase(at, 1);
            }
    }

    std::map<std::string, std::string> texts;
    std::string file;
    std::size_t offset = 0;
};

inline meshwright::symbols::SymbolIndexPtr indexOf(const std::map<std::string, std::string> &texts)
{
    using namespace meshwright;
    return symbols::indexSymbols(buildTopology(Workspace::fromTexts(texts)));
}

/// `file:line:column text`.
inline std::string printed(const meshwright::Workspace &workspace,
                           const meshwright::asyncapi::Place &place)
{
    const auto &text = *workspace.file(place.file)->text;
    const auto at = text.position(place.range.begin);
    return place.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
           std::string(text.slice(place.range));
}
