// SPDX-License-Identifier: Apache-2.0
#include "conformance/asyncapischema.h"

#include "meshwright/asyncapi/spec.h"

#include <map>
#include <mutex>

namespace meshwright::conformance {

/// The text of resources/asyncapi/VERSION.json, or nothing; made by the build.
std::string_view schemaText(std::string_view version);

AsyncApiSchema::AsyncApiSchema(std::string_view version)
{
    const auto document = yaml::Document::parse(makeText(std::string(schemaText(version))));
    m_library.add("asyncapi", document);
    m_document = &m_compiler.compile(*document->root());
    for (const yaml::Entry &entry : document->root()->find("definitions")->entries)
        m_definitions.emplace(entry.key->value, &m_compiler.compile(*entry.value));
    m_schemaObject = definition("schema");
}

const schema::Schema *AsyncApiSchema::definition(std::string_view name) const
{
    const auto found = m_definitions.find(name);
    return found == m_definitions.end() ? nullptr : found->second;
}

const AsyncApiSchema *AsyncApiSchema::of(std::string_view wanted)
{
    const std::string_view version = asyncapi::versionOfLine(wanted).value_or(wanted);
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const AsyncApiSchema>, std::less<>> known;
    const std::scoped_lock lock(mutex);
    if (const auto found = known.find(version); found != known.end())
        return found->second.get();
    if (schemaText(version).empty())
        return nullptr;
    std::unique_ptr<const AsyncApiSchema> made(new AsyncApiSchema(version));
    return known.emplace(version, std::move(made)).first->second.get();
}

} // namespace meshwright::conformance
