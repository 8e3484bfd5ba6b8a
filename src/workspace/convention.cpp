// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/settings.h"

#include <algorithm>

namespace meshwright {

std::string_view nameOf(Access access)
{
    switch (access) {
    case Access::Public:
        return "public";
    case Access::Protected:
        return "protected";
    case Access::Private:
        break;
    }
    return "private";
}

const std::string &Convention::keyword(Access access) const
{
    switch (access) {
    case Access::Public:
        return publicKeyword;
    case Access::Protected:
        return protectedKeyword;
    case Access::Private:
        break;
    }
    return privateKeyword;
}

std::optional<Access> Convention::accessOf(std::string_view word) const
{
    for (const auto access : {Access::Public, Access::Protected, Access::Private})
        if (word == keyword(access))
            return access;
    return std::nullopt;
}

KeywordPlace Convention::keywordPlace() const
{
    const auto access = pattern.find("[access]");
    const auto context = std::min(
        {pattern.find("[organisation]"), pattern.find("[domain]"), pattern.find("[service]")});
    const auto type = pattern.find("[type]");
    if (access == std::string::npos)
        return KeywordPlace::BehindContext;
    if (context != std::string::npos && access < context)
        return KeywordPlace::InFront;
    return type != std::string::npos && type < access ? KeywordPlace::AtEnd
                                                      : KeywordPlace::BehindContext;
}

} // namespace meshwright
