// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/glossary/glossary.h"

namespace meshwright::glossary {

/// The bytes where the words of the phrase stand one after the other; nothing where they don't.
std::optional<Range> phraseIn(const std::vector<Word> &words, const std::vector<Word> &phrase,
                              std::size_t from = 0);

/// The words of a term and of each of its synonyms.
std::vector<std::vector<Word>> phrasesOf(const GlossaryTerm &term);

} // namespace meshwright::glossary
