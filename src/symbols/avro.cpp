// SPDX-License-Identifier: Apache-2.0
// Named types of Avro: where they are defined, and where schemas name them.
#include "asyncapi/payloadreach.h"
#include "meshwright/schema/avro.h"
#include "schema/avrotypes.h"
#include "symbols/gathering.h"

#include <set>

namespace meshwright::symbols {

namespace {

using schema::avro::formOf;
using schema::avro::isNamed;
using schema::avro::isPrimitive;
using schema::avro::textAt;

class AvroNames
{
public:
    explicit AvroNames(Gathering &gathering)
        : m_gathering(gathering)
    {}

    void define(const std::string &file, const yaml::Node &root)
    {
        if (!m_roots.emplace(file, &root).second)
            return;
        for (const auto &[name, definition] : schema::avroDefinitions(root)) {
            const auto *scalar = definition->find("name");
            if (!scalar || scalar->kind != yaml::Kind::Scalar)
                continue;
            const Range whole{0, scalar->value.size()};
            const auto home = placeOf(m_gathering.workspace(), file, *scalar, whole);
            const auto symbol = m_gathering.symbol({Kind::Type, name, home});
            m_definitions[name].emplace(file, symbol);
            m_gathering.addWhole(symbol, Role::Declared, file, *scalar);
        }
    }

    void refer()
    {
        for (const auto &[file, root] : m_roots) {
            m_file = &file;
            visit(*root, {});
        }
    }

private:
    void visit(const yaml::Node &schema, std::string_view space)
    {
        if (schema.kind == yaml::Kind::Scalar)
            return refer(schema, space);
        for (const auto *branch : schema.items)
            visit(*branch, space);
        if (schema.kind == yaml::Kind::Mapping)
            visitType(schema, space);
    }

    void visitType(const yaml::Node &schema, std::string_view space)
    {
        const auto *type = schema.find("type");
        const auto form = formOf(textAt(schema, "type"));
        std::string inside(space);
        if (isNamed(form))
            inside = schema::avro::spaceOf(schema::avro::fullNameOf(schema, space));
        else if (type && !isPrimitive(form))
            visit(*type, inside);
        for (const auto *key : {"items", "values"})
            if (const auto *nested = schema.find(key))
                visit(*nested, inside);
        const auto *fields = schema.find("fields");
        if (!fields || !fields->isSequence())
            return;
        for (const auto *field : fields->resolved().items)
            if (field->isMapping())
                if (const auto *fieldType = field->resolved().find("type"))
                    visit(*fieldType, inside);
    }

    void refer(const yaml::Node &scalar, std::string_view space)
    {
        if (!scalar.isString() || formOf(scalar.value) != schema::avro::Form::Unknown)
            return;
        for (const auto &name : schema::avro::candidates(scalar.value, space))
            if (const auto symbol = definitionOf(name))
                return m_gathering.addWhole(*symbol, Role::Referenced, *m_file, scalar);
    }

    /// In the same file, in a file of the type's name beside it, or wherever one is.
    std::optional<std::uint32_t> definitionOf(const std::string &name) const
    {
        const auto found = m_definitions.find(name);
        if (found == m_definitions.end())
            return std::nullopt;
        const auto &places = found->second;
        if (const auto own = places.find(*m_file); own != places.end())
            return own->second;
        const auto folder = m_file->substr(0, m_file->rfind('/') + 1);
        for (const auto &file : schema::avroFileNames(name))
            if (const auto beside = places.find(folder + file); beside != places.end())
                return beside->second;
        return places.begin()->second;
    }

    Gathering &m_gathering;
    std::set<std::pair<std::string, const yaml::Node *>> m_roots;
    std::map<std::string, std::map<std::string, std::uint32_t>> m_definitions;
    const std::string *m_file = nullptr;
};

} // namespace

void gatherAvro(Gathering &gathering)
{
    AvroNames names(gathering);
    for (const auto &[path, file] : gathering.workspace().files()) {
        if (path.ends_with(".avsc") && file->document && file->document->root())
            names.define(path, *file->document->root());
        if (!file->spec)
            continue;
        asyncapi::forEachPayload(*file->spec, [&](const asyncapi::Payload &payload) {
            const auto format = schema::readFormat(asyncapi::schemaFormatOf(payload));
            const bool isPart = !payload.file.ends_with(".avsc") && payload.node;
            if (isPart && format.kind == schema::FormatKind::Avro)
                names.define(payload.file, *payload.node);
        });
    }
    names.refer();
}

} // namespace meshwright::symbols
