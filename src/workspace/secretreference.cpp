// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/secretreference.h"

#include <array>
#include <utility>

namespace meshwright {

std::optional<SecretReference> secretReference(std::string_view text)
{
    using Kind = SecretReference::Kind;
    constexpr std::array<std::pair<std::string_view, Kind>, 3> starts{
        {{"${env:", Kind::Variable}, {"${file:", Kind::File}, {"${keychain:", Kind::Keychain}}};
    if (!text.ends_with('}'))
        return std::nullopt;
    text.remove_suffix(1);
    for (const auto &[start, kind] : starts)
        if (text.starts_with(start) && text.size() > start.size())
            return SecretReference{kind, std::string(text.substr(start.size()))};
    return std::nullopt;
}

} // namespace meshwright
