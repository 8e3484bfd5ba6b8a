// SPDX-License-Identifier: Apache-2.0
// Examples and defaults fit the schemas that they illustrate. Payloads in other formats than JSON
// Schema have their own rules for values, and are left alone.
#include "conformance/families.h"
#include "conformance/faultreport.h"
#include "conformance/parts.h"

#include "meshwright/schema/payload.h"

#include <array>
#include <set>

namespace meshwright::conformance {

namespace {

/// Where references of schemas in the document lead.
class SchemaFiles : public schema::SchemaReferences
{
public:
    explicit SchemaFiles(Check &check)
        : m_check(check)
    {}

    const yaml::Node *target(const yaml::Node &schema, std::string_view reference) override
    {
        const std::string *file = fileOf(schema);
        if (!file)
            return nullptr;
        const auto &found = m_check.resolver.resolve(*file, reference);
        return found.status == asyncapi::Resolution::Status::Found ? found.node : nullptr;
    }

private:
    const std::string *fileOf(const yaml::Node &node) const
    {
        const yaml::Node *root = &node;
        while (root->parent)
            root = root->parent;
        if (root == m_check.root.node)
            return m_check.root.file;
        for (const auto &[file, document] : m_check.resolver.reached())
            if (document && document->root() == root)
                return &file;
        return nullptr;
    }

    Check &m_check;
};

struct Payload
{
    Value schema;
    std::string format;
};

/// A message's payload; AsyncAPI 3 may wrap it together with its format.
Payload payloadOf(Check &check, const Value &message)
{
    const Value payload = child(check, message, "payload");
    if (check.spec.major == 2)
        return {payload, textOf(child(check, message, "schemaFormat")).value_or("")};
    const Value format = child(check, payload, "schemaFormat");
    return format ? Payload{child(check, payload, "schema"), textOf(format).value_or("")}
                  : Payload{payload, {}};
}

class Illustrations
{
public:
    explicit Illustrations(Check &check)
        : m_check(check)
        , m_files(check)
        , m_compiler(m_files)
    {}

    void run()
    {
        for (const Value &message : messages())
            if (m_seen.insert(message.target.node).second)
                checkMessage(message);
        for (const Value &schema : named(m_check, "schemas", Scope::Everywhere))
            checkSchema(schema.target, true);
        for (const Value &map : parameterMaps())
            for (const Member &parameter : members(m_check, map))
                checkSchema(child(m_check, parameter.value, "schema").target, true);
    }

private:
    std::vector<Value> messages()
    {
        std::vector<Value> list;
        if (m_check.spec.major == 2)
            list = messagesOfVersion2(m_check, operationsOfVersion2(m_check, Scope::Everywhere));
        else
            for (const Value &channel : named(m_check, "channels", Scope::Everywhere))
                for (const Member &member : members(m_check, child(m_check, channel, "messages")))
                    list.push_back(member.value);
        for (const Value &message : named(m_check, "messages", Scope::Everywhere))
            list.push_back(message);
        std::vector<Value> traits;
        for (const Value &message : list)
            for (const Value &trait : traitsOf(m_check, message))
                traits.push_back(trait);
        list.insert(list.end(), traits.begin(), traits.end());
        for (const Value &trait : named(m_check, "messageTraits", Scope::Everywhere))
            list.push_back(trait);
        std::erase_if(list, [](const Value &message) { return !message.isMapping(); });
        return list;
    }

    std::vector<Value> parameterMaps()
    {
        std::vector<Value> list = maps(m_check, "parameters", Scope::Everywhere);
        for (const Value &channel : named(m_check, "channels", Scope::Everywhere))
            list.push_back(child(m_check, channel, "parameters"));
        return list;
    }

    void checkMessage(const Value &message)
    {
        const Payload payload = payloadOf(m_check, message);
        if (schema::readFormat(payload.format).kind != schema::FormatKind::Own)
            return;
        if (payload.format.empty())
            checkSchema(payload.schema.target, true);
        const Value headers = child(m_check, message, "headers");
        for (const Value &example : items(m_check, child(m_check, message, "examples"))) {
            checkExample(payload.schema.target, child(m_check, example, "payload"), payload.format);
            checkExample(headers.target, child(m_check, example, "headers"), {});
        }
    }

    void checkExample(const yaml::Spot &schema, const Value &example, const std::string &format)
    {
        if (!example || !schema)
            return;
        for (const schema::Fault &fault : faultsOf(schema, example.written)) {
            Diagnostic &found = reportFault(m_check, "asyncapi/message-example", fault);
            if (m_check.spec.major == 3)
                asOurOwn(found, Severity::Warning);
            else if (!format.empty())
                found.reference = "asyncapi2-message-examples-custom-format";
        }
    }

    /// Also what the schema holds inside; that is judged by us alone.
    void checkSchema(const yaml::Spot &schema, bool isOutermost)
    {
        if (!schema || !schema.node->isMapping() || schema.node->find("$ref") ||
            (isOutermost && !m_seen.insert(schema.node).second))
            return;
        if (const yaml::Node *value = schema.node->find("default"))
            checkIllustration("asyncapi/schema-default", schema, *value, isOutermost);
        if (const yaml::Node *list = schema.node->find("examples"))
            for (const yaml::Node *value : list->resolved().items)
                checkIllustration("asyncapi/schema-example", schema, *value, isOutermost);
        forEachInner(schema, [&](const yaml::Node &inner) {
            checkSchema({schema.file, &inner.resolved()}, false);
        });
    }

    template <typename Visit>
    static void forEachInner(const yaml::Spot &schema, const Visit &visit)
    {
        constexpr std::array maps{"properties", "patternProperties", "definitions"};
        constexpr std::array lists{"allOf", "anyOf", "oneOf"};
        for (const char *key : maps)
            if (const yaml::Node *map = schema.node->find(key))
                for (const yaml::Entry &entry : map->resolved().entries)
                    visit(*entry.value);
        for (const char *key : lists)
            if (const yaml::Node *list = schema.node->find(key))
                for (const yaml::Node *item : list->resolved().items)
                    visit(*item);
        if (const yaml::Node *items = schema.node->find("items"))
            visit(*items);
    }

    void checkIllustration(std::string_view rule, const yaml::Spot &schema, const yaml::Node &value,
                           bool isOutermost)
    {
        for (const schema::Fault &fault : faultsOf(schema, {schema.file, &value})) {
            Diagnostic &found = reportFault(m_check, rule, fault);
            // The AsyncAPI parser does not look at texts, nor inside.
            if (m_check.spec.major == 3 || !isOutermost || value.isString())
                asOurOwn(found, Severity::Warning);
        }
    }

    std::vector<schema::Fault> faultsOf(const yaml::Spot &schema, const yaml::Spot &value)
    {
        return m_evaluator.faults(m_compiler.compile(*schema.node), value, schema::Detail::Best);
    }

    Check &m_check;
    SchemaFiles m_files;
    schema::SchemaCompiler m_compiler;
    schema::Evaluator m_evaluator;
    std::set<const yaml::Node *> m_seen;
};

} // namespace

void checkExamples(Check &check)
{
    Illustrations(check).run();
}

} // namespace meshwright::conformance
