// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"

#include <string>

namespace meshwright::completion {

/// What stands around the caret, by the signs of the text alone.
struct Caret
{
    enum class Place {
        Nowhere, ///< in a comment, behind a value
        LineStart,
        AfterDash,
        Value,    ///< behind a key's colon
        FlowKey,  ///< in braces
        FlowItem, ///< in brackets
    };

    Place place = Place::Nowhere;
    Range token;               ///< the word that the caret is in, with its quotes; may be empty
    std::string typed;         ///< of it before the caret, without quotes
    char quote = 0;            ///< the one that it begins with
    bool hasColon = false;     ///< the word is a key already
    bool needsSpace = false;   ///< the caret stands right behind a colon
    bool isInFlow = false;     ///< within brackets or braces
    std::size_t flowBegin = 0; ///< the outermost one, where there is one
    std::size_t column = 0;    ///< of the word, from 0
};

/// JSON is one flow from its first brace on.
Caret caretAt(const SourceText &text, std::size_t offset);

} // namespace meshwright::completion
