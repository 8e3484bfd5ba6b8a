// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/node.h"

#include <string>
#include <string_view>

namespace meshwright::yaml {

/// One line that reads back as `value`; in a flow collection, `,[]{}` need quotes too.
std::string scalarLine(std::string_view value, Style like, bool isInFlow);

std::string doubleQuoted(std::string_view value);

/// Whether a literal block scalar can hold the value as it is.
bool canBeLiteral(std::string_view value);

/// A block scalar, its lines joined by `eol` and indented; no line end behind the last line.
std::string literal(std::string_view value, Style like, const std::string &indent,
                    std::string_view eol, std::string_view comment = {});

} // namespace meshwright::yaml
