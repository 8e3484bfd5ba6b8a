// SPDX-License-Identifier: Apache-2.0
#include "meshwright/workspace/address.h"

namespace meshwright {

namespace {

/// 0 where it is no address of the web: then all of it may be a login.
std::size_t hostOf(std::string_view address)
{
    for (const std::string_view scheme : {"https://", "http://"})
        if (address.starts_with(scheme))
            return scheme.size();
    return 0;
}

std::size_t endOfLogin(std::string_view address)
{
    const auto host = hostOf(address);
    const auto path = host == 0 ? std::string_view::npos : address.find('/', host);
    return address.substr(0, path).rfind('@');
}

} // namespace

bool hasLogin(std::string_view address)
{
    return endOfLogin(address) != std::string_view::npos;
}

std::string withoutLogin(std::string_view address)
{
    const auto end = endOfLogin(address);
    if (end == std::string_view::npos)
        return std::string(address);
    return std::string(address.substr(0, hostOf(address))) + "***" +
           std::string(address.substr(end));
}

} // namespace meshwright
