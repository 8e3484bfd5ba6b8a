// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema/avrotypes.h"
#include "text/suggestion.h"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace meshwright::schema::avro {

/// One reading of a schema: finds its faults and fills `types` with what it defines.
class Check
{
public:
    explicit Check(Types &types)
        : m_types(types)
    {}

    std::vector<PayloadFault> run(const SchemaNode &root);
    /// The same without its faults: asks the reach of `types` for each name that is not defined.
    void reach(const SchemaNode &root);

private:
    /// A name that nothing defined when it was read.
    struct OpenName
    {
        SchemaNode at;
        std::string name;
        std::string space;
    };

    void checkSchema(const Schema &written);
    void checkScalar(const Schema &schema);
    void checkUnion(const Schema &schema);
    void checkObject(const Schema &schema);
    void checkPart(const Schema &schema, std::string_view key, std::string_view owner);
    void checkName(const Schema &schema, const yaml::Node &name);
    bool findElsewhere(const SchemaNode &at, const std::vector<std::string> &names);
    void settleOpenNames();
    void settle(const OpenName &open);
    std::string suggestion(const OpenName &open);
    std::optional<std::string> meantBy(const OpenName &open);

    void checkDefinition(const Schema &schema, Form form);
    void checkDefinedName(const Schema &schema);
    void checkAliases(const Schema &owner, bool areFull);
    void checkFields(const Schema &record);
    void checkField(const Schema &field, std::set<std::string, std::less<>> &names);
    void checkFieldType(const Schema &field);
    void checkOrder(const Schema &field);
    void checkDefault(const Schema &field, const Schema &type);
    void checkSymbols(const Schema &definition);
    void checkSize(const Schema &definition);
    void checkLogicalType(const Schema &schema);

    /// The list under a key, or nothing with a fault where there is no list.
    Schema listAt(const Schema &owner, std::string_view key, std::string_view what);
    void report(std::string_view id, const SchemaNode &at, std::string message,
                bool isError = true);

    Types &m_types;
    SchemaNode m_root;
    std::vector<PayloadFault> m_out;
    std::vector<OpenName> m_open;
    std::set<std::pair<const yaml::Node *, std::string>> m_seen;
    std::size_t m_depth = 0;
    Suggestions m_suggestions;
};

} // namespace meshwright::schema::avro
