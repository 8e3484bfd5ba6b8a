// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/importing/julie.h"

#include <string>

namespace meshwright::report {

/// What was imported from another tool, and what is to be known of it: docs/formats.md.
std::string importJson(const importing::Imported &imported);
/// What notes of this kind have in common, as a heading.
std::string headingOf(importing::NoteKind kind);
/// `file:line: message`.
std::string sentenceOf(const importing::Note &note);

} // namespace meshwright::report
