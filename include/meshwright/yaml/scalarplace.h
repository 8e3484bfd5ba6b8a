// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/text/sourcetext.h"
#include "meshwright/yaml/node.h"

#include <optional>

namespace meshwright::yaml {

/// The byte of the text at a byte of a scalar's value (its end included): through the indentation
/// of a literal block and the escapes of quotes. Nothing where lines are folded.
std::optional<std::size_t> placeInText(const SourceText &text, const Node &scalar,
                                       std::size_t valueByte);

} // namespace meshwright::yaml
