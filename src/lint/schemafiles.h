// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/payloadreach.h"
#include "meshwright/workspace/workspace.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshwright::linting {

/// Schemas in files of their own that no spec refers to: nobody else looks at them. Made for one
/// pass over a workspace; what it takes to know is found when it is first asked.
class SchemaFiles
{
public:
    explicit SchemaFiles(const Workspace &workspace)
        : m_workspace(workspace)
    {}

    /// What is wrong with the file; nothing where it is no .avsc or .proto, or a spec refers to it.
    std::vector<schema::PayloadFault> faults(const WorkspaceFile &file);

private:
    bool isReferred(const std::string &path);
    asyncapi::PayloadReach &reach();

    const Workspace &m_workspace;
    std::optional<std::set<std::string>> m_referred;
    std::optional<asyncapi::Resolver> m_resolver;
    std::optional<asyncapi::PayloadReach> m_reach;
};

} // namespace meshwright::linting
