// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"
#include "yaml/fragment.h"
#include "yaml/place.h"

#include <optional>

namespace meshwright::yaml {

/// The fragment on one line, in the manner of the flow collection round `neighbour`.
std::string flowValue(const Fragment &fragment, const Node &neighbour);
std::string flowKey(std::string_view key, const Node &mapping);

/// An entry of a flow mapping, or an item of a list (no key), laid out as the collection's children
/// are: on lines of its own where theirs are, as a formatted JSON file has them.
std::string flowChild(const Place &place, const Node &collection,
                      std::optional<std::string_view> key, const Fragment &value);

/// Replaces a value in a flow collection.
TextEdit replaceInFlow(const Place &place, const Node &value, const std::string &text);

/// Adds `text` (an entry or an item) as the last one of a flow collection.
TextEdit appendInFlow(const Place &place, const Node &collection, const std::string &text);

/// Adds `text` behind a child (the value's end) that is not the last one; in front of the first one
/// where `index` is 0.
TextEdit insertInFlow(const Place &place, const Node &collection, const std::string &text,
                      std::size_t index);

/// Takes out the entry or the item at `index`.
TextEdit removeFromFlow(const Place &place, const Node &collection, std::size_t index);

} // namespace meshwright::yaml
