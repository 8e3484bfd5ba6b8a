// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/textedit.h"
#include "yaml/fragment.h"
#include "yaml/place.h"

namespace meshwright::yaml {

/// The fragment on one line, in the manner of the flow collection round `neighbour`.
std::string flowValue(const Fragment &fragment, const Node &neighbour);
std::string flowKey(std::string_view key, const Node &mapping);

/// Replaces a value in a flow collection.
TextEdit replaceInFlow(const Place &place, const Node &value, const std::string &text);

/// Adds `text` (an entry or an item) as the last one of a flow collection.
TextEdit appendInFlow(const Place &place, const Node &collection, const std::string &text);

TextEdit removeFromFlow(const Place &place, const Node &mapping, const Entry &entry);

} // namespace meshwright::yaml
