// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"
#include "yaml/offsets.h"

#include <yaml.h>

namespace meshwright::yaml {

/// What libyaml's error means to the writer of the text.
Problem describe(const yaml_parser_t &parser, const SourceText &text, const Offsets &offsets);

/// Whether libyaml stopped at the escapes of a surrogate pair, which JSON allows.
bool isSurrogatePair(const yaml_parser_t &parser, std::string_view input);

} // namespace meshwright::yaml
