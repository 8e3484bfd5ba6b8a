// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "schema/compiledschema.h"

#include <set>

namespace meshwright::schema {

/// Says why a schema does not accept a value: goes down the failing branches only, and through each
/// pair of schema and value once.
class FaultCollector
{
public:
    using Faults = std::vector<Fault>;

    FaultCollector(Evaluator &evaluator, Detail detail)
        : m_evaluator(evaluator)
        , m_detail(detail)
    {}

    /// Nothing where the value is accepted.
    Faults collect(const Schema &schema, const yaml::Spot &value);

private:
    using Pair = std::pair<const Schema *, const yaml::Node *>;

    Faults collectSettled(const Schema &schema, const yaml::Spot &value);
    Faults collectNew(const Schema &schema, const yaml::Spot &value);
    void addOwnRules(const Schema &schema, const yaml::Spot &value, Type type, Faults &out);
    void addAlternatives(const Schema &schema, const yaml::Spot &value, Faults &out);
    void addChoice(std::string_view keyword, const Schema &schema,
                   const std::vector<const Schema *> &branches, const yaml::Spot &value,
                   Faults &out);
    void addCondition(const Schema &schema, const yaml::Spot &value, Faults &out);
    void addItems(const Schema &schema, const yaml::Spot &value, Faults &out);
    void addRequired(const Schema &schema, const yaml::Spot &value,
                     const std::vector<std::string> &names, Faults &out);
    void addEntries(const Schema &schema, const yaml::Spot &value, Faults &out);
    void addNames(const Schema &names, const yaml::Spot &value, Faults &out);
    void addUnexpected(const Schema &schema, const yaml::Spot &value, Faults &out);
    void addKnownProperties(const Schema &schema, const yaml::Spot &value, Faults &out);
    void appendBelow(const std::string &token, Faults &out, Faults more) const;
    static void append(Faults &out, Faults more);

    Evaluator &m_evaluator;
    Detail m_detail;
    std::map<Pair, Faults> m_known;
    std::set<Pair> m_open; ///< a value that holds itself is not entered twice
};

} // namespace meshwright::schema
