// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/conformance/conformance.h"
#include "meshwright/schema/verdictmemory.h"
#include "text/suggestion.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshwright::conformance {

/// A value that a rule looks at.
struct Value
{
    asyncapi::Spot written; ///< what stands there, perhaps a reference
    asyncapi::Spot target;  ///< what it stands for; nothing where a reference is broken

    explicit operator bool() const { return static_cast<bool>(target); }

    const yaml::Node &node() const { return *target.node; }

    bool isMapping() const { return target && target.node->isMapping(); }

    bool isSequence() const { return target && target.node->isSequence(); }

    /// Where a finding about the value stands: behind a reference, unless that has company.
    const asyncapi::Spot &place() const;
};

/// One check of one spec: what the rules read, and where their findings go.
struct Check
{
    const asyncapi::Files &files;
    const asyncapi::Spec &spec;
    asyncapi::Resolver &resolver;
    asyncapi::Spot root; ///< the document's root mapping
    std::vector<Diagnostic> &out;
    schema::VerdictMemory *memory = nullptr; ///< of AsyncAPI's own schema
    Suggestions suggestions{};
    /// Of one rule, severity and file: who has a thousand needs no more.
    std::size_t mostFindings = 1'000;
    std::map<std::pair<std::string, std::string>, std::size_t> told{}; ///< by rule and file
    bool isSurplus = false; ///< the latest finding, which gets no path and no fixes
    std::map<std::string, std::vector<Value>> lists{}; ///< what several rules visit; of parts.cpp

    /// The document that holds the nodes of `file`; null where it is not known.
    yaml::DocumentPtr documentOf(const std::string &file) const;
};

/// A value of a mapping, and the key that it stands under.
struct Member
{
    yaml::Entry entry;
    std::string key;
    Value value;
};

Value rootOf(Check &check);
Value child(Check &check, const Value &mapping, std::string_view key);
Value at(Check &check, const Value &mapping, std::initializer_list<std::string_view> keys);
/// The entries of a mapping with keys that are texts; none where it is something else.
std::vector<Member> members(Check &check, const Value &mapping);
/// The items of a list; none where it is something else.
std::vector<Value> items(Check &check, const Value &list);
/// A scalar that is a text, or nothing.
std::optional<std::string> textOf(const Value &value);
/// Whether JavaScript takes the value for true: no null, false, 0 or empty text.
bool isTruthy(const yaml::Node &node);

/// The rule of this id.
const Rule &ruleOf(std::string_view id);

/// A finding of the rule in the file, with all that the rule says.
Diagnostic &addFinding(Check &check, std::string_view rule, const std::string &file);
/// Drops the findings beyond `mostFindings`; the last one that stays says so.
void dropSurplus(Check &check);

/// What names a value: its key, or the first key of a list's item, or the version of a document.
Range nameRange(const yaml::Node &node);

/// Reports a finding at a value, with the severity and the reference of its rule.
Diagnostic &report(Check &check, std::string_view rule, const asyncapi::Spot &value,
                   std::string message);
/// The same at a key of a mapping: its path is the value's, its range the key's.
Diagnostic &reportKey(Check &check, std::string_view rule, const asyncapi::Spot &mapping,
                      const yaml::Entry &entry, std::string message);
/// At a key that names a value: the path is that of what the value stands for.
Diagnostic &reportName(Check &check, std::string_view rule, const Value &mapping,
                       const Member &member, std::string message);
/// That something is missing in `owner`: its path is the owner's, its range the owner's name.
Diagnostic &reportMissing(Check &check, std::string_view rule, const Value &owner,
                          std::string message);
/// Makes a finding one that the reference does not have.
Diagnostic &asOurOwn(Diagnostic &finding, Severity severity);

/// Quick fixes for a finding; none where the edit can't be made.
void offerText(Check &check, Diagnostic &finding, const asyncapi::Spot &scalar,
               std::string_view text, std::string title);
void offerEntry(Check &check, Diagnostic &finding, const asyncapi::Spot &mapping,
                std::string_view key, std::string_view value, std::string title);
void offerRemoval(Check &check, Diagnostic &finding, const asyncapi::Spot &mapping,
                  const yaml::Entry &entry, std::string title);

/// ` in line 12`, and the file where that is another.
std::string whereText(Check &check, const asyncapi::Spot &place, const std::string &file);

} // namespace meshwright::conformance
