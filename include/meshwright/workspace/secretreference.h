// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace meshwright {

/// Where a secret is: `${env:NAME}`, `${file:PATH}` or `${keychain:NAME}`. Settings hold nothing
/// else of it.
struct SecretReference
{
    enum class Kind { Variable, File, Keychain };

    Kind kind = Kind::Variable;
    std::string name;
};

/// Nothing where the text is something else, or names nothing.
std::optional<SecretReference> secretReference(std::string_view text);

} // namespace meshwright
