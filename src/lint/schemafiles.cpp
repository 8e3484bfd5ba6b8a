// SPDX-License-Identifier: Apache-2.0
#include "lint/schemafiles.h"

#include "lint/finding.h"

namespace meshwright::linting {

bool SchemaFiles::isReferred(const std::string &path)
{
    if (!m_referred) {
        m_referred.emplace();
        for (const auto &[name, file] : m_workspace.files())
            if (file->spec)
                m_referred->insert(file->spec->dependencies.begin(),
                                   file->spec->dependencies.end());
    }
    return m_referred->contains(path);
}

/// Avro types may be in any .avsc file of the workspace.
asyncapi::PayloadReach &SchemaFiles::reach()
{
    if (!m_reach) {
        std::vector<std::string> schemas;
        for (const auto &[name, file] : m_workspace.files())
            if (name.ends_with(".avsc"))
                schemas.push_back(name);
        m_resolver.emplace(m_workspace);
        m_reach.emplace(m_workspace, *m_resolver, std::move(schemas));
    }
    return *m_reach;
}

std::vector<schema::PayloadFault> SchemaFiles::faults(const WorkspaceFile &file)
{
    asyncapi::Payload payload;
    payload.file = file.path;
    const std::string format = asyncapi::schemaFormatOf(payload);
    const bool isSchema = !format.empty() && file.text;
    const bool isReadable =
        !file.document || (file.document->isComplete() && file.document->root());
    if (!isSchema || !isReadable || isReferred(file.path))
        return {};
    payload.node = file.document ? file.document->root() : nullptr;
    asyncapi::PayloadReach &reached = reach();
    return schema::checkPayload(format, reached.schemaOf(payload), reached.reach()).faults;
}

void checkSchemaFile(Pass &pass)
{
    for (const schema::PayloadFault &fault : pass.schemas.faults(pass.file))
        if (fault.file == pass.file.path) // another file's are told there
            report(pass, "schema/file", {fault.file, fault.node ? fault.node->range : fault.range},
                   fault.message);
}

} // namespace meshwright::linting
