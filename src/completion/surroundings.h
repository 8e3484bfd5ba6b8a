// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "completion/caret.h"
#include "meshwright/yaml/document.h"

namespace meshwright::completion {

/// A tree with something sound where the word at the caret is.
struct Surroundings
{
    yaml::DocumentPtr document;
    const yaml::Node *word = nullptr; ///< what stands for it; null where no such tree can be read
    bool isKey = false;

    explicit operator bool() const { return word != nullptr; }
};

/// Reads the text as if the word were a key, or a value. In blocks of YAML what stands below
/// neighbours is left out: it takes time, may be faulty, and says nothing about the place.
Surroundings surroundingsOf(const SourceText &text, const Caret &caret, bool asKey);

} // namespace meshwright::completion
