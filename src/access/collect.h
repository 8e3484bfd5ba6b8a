// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/acl.h"

#include <algorithm>
#include <vector>

namespace meshwright::access {

/// Sorted by ACL; of equal ACLs the one asked for first stays.
inline std::vector<RequestedAcl> sortedWithoutRepeats(std::vector<RequestedAcl> acls)
{
    std::stable_sort(acls.begin(), acls.end(),
                     [](const auto &a, const auto &b) { return a.acl < b.acl; });
    acls.erase(std::unique(acls.begin(), acls.end(),
                           [](const auto &a, const auto &b) { return a.acl == b.acl; }),
               acls.end());
    return acls;
}

} // namespace meshwright::access
