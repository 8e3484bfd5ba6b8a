// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"
#include "meshwright/text/textedit.h"
#include "meshwright/yaml/document.h"

#include <string>
#include <string_view>

namespace meshwright::yaml {

/// `value` as a scalar that reads back as the same string, in the style of `like` where that can
/// hold it, plain where that is safe, else quoted.
std::string scalarFor(std::string_view value, Style like = Style::Plain);

/// Replaces a scalar (a key or a value), keeping its quotes, and every byte around it.
Result<TextEdit> replaceScalar(const Document &document, const Node &scalar,
                               std::string_view value);

/// Sets `key: value` in a block or flow mapping: replaces the value where the key exists, else adds
/// it as the last entry with the mapping's own indentation and line end. `value` is YAML text for
/// one line, or several lines relative to column 0 (re-indented).
Result<TextEdit> setEntry(const Document &document, const Node &mapping, std::string_view key,
                          std::string_view value);

/// Adds `key: value` behind the entry `after` of the mapping, or in front of all of them (null),
/// with a blank line between where the mapping's entries have one. Where the key exists, its value
/// is replaced.
Result<TextEdit> insertEntry(const Document &document, const Node &mapping, std::string_view key,
                             std::string_view value, const Entry *after);

/// Appends an item to a block or flow sequence, with the same rules.
Result<TextEdit> appendItem(const Document &document, const Node &sequence, std::string_view value);

/// Removes an entry with its own line and trailing comment, or its part of a flow mapping.
Result<TextEdit> removeEntry(const Document &document, const Node &mapping, const Entry &entry);

/// The same for an item of a sequence.
Result<TextEdit> removeItem(const Document &document, const Node &sequence, const Node &item);

/// A removal of whole lines, grown over the comment lines right above them (which speak of what
/// goes), and over one of two blank lines that would then meet.
TextEdit withCommentsAbove(const Document &document, TextEdit removal);

} // namespace meshwright::yaml
