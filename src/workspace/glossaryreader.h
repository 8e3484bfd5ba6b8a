// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/settingsreader.h"

#include <string>

namespace meshwright {

/// A list of terms, or a mapping with `terms` and `tags`, that stands in `file`.
Glossary readGlossary(SettingsReader &reader, const yaml::Node &node, const std::string &file);

} // namespace meshwright
