// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/schema/jsonschema.h"

#include <map>
#include <string>
#include <string_view>

namespace meshwright::conformance {

/// AsyncAPI's own JSON Schema of one version, from resources/asyncapi.
class AsyncApiSchema
{
public:
    /// That of the published version with the same rules (2.6.0 for 2.6.3); null where there is
    /// none. Read once.
    static const AsyncApiSchema *of(std::string_view version);

    const schema::Schema &document() const { return *m_document; }

    /// By its name in resources/asyncapi; null where this version has none of the name.
    const schema::Schema *definition(std::string_view name) const;

    /// A schema object, as payloads without a format of their own are.
    const schema::Schema &schemaObject() const { return *m_schemaObject; }

private:
    explicit AsyncApiSchema(std::string_view version);

    schema::SchemaLibrary m_library;
    schema::SchemaCompiler m_compiler{m_library};
    std::map<std::string, const schema::Schema *, std::less<>> m_definitions;
    const schema::Schema *m_document = nullptr;
    const schema::Schema *m_schemaObject = nullptr;
};

} // namespace meshwright::conformance
