// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/access/requestedacls.h"
#include "meshwright/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshwright::report {

/// The same access in a model that is not Kafka's ACLs.
class AccessModel
{
public:
    virtual ~AccessModel() = default;
    virtual std::string_view name() const = 0; ///< what --format calls it
    /// A JSON text, which tells in `notes` what the model can't say as it was asked for. Invalid
    /// where `cluster` is none of the model's names of clusters.
    virtual Result<std::string> write(const std::vector<RequestedAcl> &acls,
                                      const std::string &cluster) const = 0;
};

/// confluent-rbac and msk-iam; null for any other name.
const AccessModel *accessModelNamed(std::string_view name);

} // namespace meshwright::report
