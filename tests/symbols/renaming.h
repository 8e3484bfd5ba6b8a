// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/symbols/rename.h"

#include <map>
#include <string>

/// The texts after an edit.
inline std::map<std::string, std::string> applied(std::map<std::string, std::string> texts,
                                                  const meshwright::WorkspaceEdit &edit)
{
    for (const auto &[file, edits] : edit.files) {
        const auto text = meshwright::makeText(texts.at(file));
        const auto changed = meshwright::applyEdits(*text, edits);
        texts[file] = changed ? (*changed)->bytes() : "refused: " + changed.error().message;
    }
    return texts;
}
