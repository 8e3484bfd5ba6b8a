// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <string>
#include <string_view>

namespace meshwright {

/// What a reference points to. A file's one trailing line end is not part of it; `~/` is the home
/// folder. Text that is no reference is Invalid: a secret must not stand in a settings file. Errors
/// name the reference, never a value.
Result<std::string> resolveSecret(std::string_view reference);

/// The same, but text that is no reference is taken as it is: for what is not secret.
Result<std::string> resolveText(std::string_view text);

} // namespace meshwright
