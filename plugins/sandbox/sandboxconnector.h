// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/connector.h"

namespace meshwright {

/// The embedded cluster, one file an environment: `properties.path`, or
/// ${XDG_DATA_HOME:-~/.local/share}/meshwright/sandbox/<environment>.db.
class SandboxConnector : public ConnectorPlugin
{
public:
    std::string_view id() const override { return "sandbox"; }

    std::string_view title() const override { return "Sandbox (embedded)"; }

    Result<std::unique_ptr<Cluster>> open(const Environment &environment) const override;
    /// Its own, in the same file; another one where `registry.url` names it.
    Result<std::unique_ptr<SchemaRegistry>>
    openRegistry(const Environment &environment) const override;
};

} // namespace meshwright
