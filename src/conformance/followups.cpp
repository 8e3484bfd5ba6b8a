// SPDX-License-Identifier: Apache-2.0
// What the AsyncAPI parser (3.6) makes of Ajv's errors: of errors side by side at one place it
// keeps the first, and drops those of a choice itself and of a reference that is missing.
#include "conformance/asyncapischema.h"
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/faultreport.h"
#include "conformance/followed.h"
#include "conformance/parts.h"

#include "meshwright/schema/payload.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <limits>
#include <map>
#include <set>

namespace meshwright::conformance {

namespace {

using Path = std::vector<std::string>;
using Faults = std::vector<schema::Fault>;

/// The JSON Pointer from the document's root, through references.
std::string pointerOf(const schema::Fault &fault)
{
    std::string pointer;
    for (const std::string &token : Path(fault.trail.rbegin(), fault.trail.rend())) {
        pointer += '/';
        for (const char c : token)
            pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return pointer;
}

/// Of errors side by side at one place the first, and none of a choice that has errors inside.
Faults withoutRepeats(const Faults &list)
{
    Faults out;
    std::string last;
    for (const schema::Fault &fault : list) {
        if (fault.properties == Path{"$ref"})
            continue;
        const std::string pointer = pointerOf(fault);
        const bool isRepeat = !out.empty() && pointer == last;
        const bool isChoice = !out.empty() && fault.keyword == "oneOf" && last.starts_with(pointer);
        if (isRepeat || isChoice)
            continue;
        out.push_back(fault);
        last = pointer;
    }
    return out;
}

/// The errors by their places, as that parser's printer of errors groups them.
struct Branch
{
    std::map<std::string, Branch> children;
    Faults faults;

    bool isOneOfAFew() const
    {
        return !faults.empty() &&
               std::all_of(faults.begin(), faults.end(),
                           [](const schema::Fault &fault) { return fault.keyword == "enum"; });
    }
};

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || c == '-';
}

/// `/a/0/b~1c` → `/a/0`, `/b`: words, each with the index behind it; other characters get lost.
Path groupsOf(const std::string &pointer)
{
    if (pointer.empty())
        return {""};
    const auto wordEnd = [&](std::size_t at) {
        while (at < pointer.size() && isWordCharacter(pointer[at]))
            ++at;
        return at;
    };
    Path groups;
    for (std::size_t at = 0; at < pointer.size(); ++at) {
        auto end = wordEnd(at + 1);
        if (pointer[at] != '/' || end == at + 1)
            continue;
        const auto digitsEnd = pointer.find_first_not_of("0123456789", end + 1);
        if (end < pointer.size() && pointer[end] == '/' && digitsEnd != end + 1 &&
            end + 1 < pointer.size())
            end = std::min(digitsEnd, pointer.size());
        groups.push_back(pointer.substr(at, end - at));
        at = end - 1;
    }
    return groups;
}

/// Drops errors of a choice that has errors further in, and a wrong word beside other errors.
void sift(Branch &branch)
{
    for (auto &[key, child] : branch.children)
        if (!child.children.empty() &&
            std::any_of(child.faults.begin(), child.faults.end(),
                        [](const schema::Fault &fault) { return fault.keyword == "anyOf"; }))
            child.faults.clear();
    for (auto &[key, child] : branch.children)
        sift(child);
    if (branch.children.size() > 1)
        for (auto child = branch.children.begin(); child != branch.children.end();)
            child = child->second.isOneOfAFew() && branch.children.size() > 1
                        ? branch.children.erase(child)
                        : std::next(child);
}

void flatten(const Branch &branch, Faults &out)
{
    if (branch.isOneOfAFew()) {
        out.push_back(branch.faults.front());
        return;
    }
    out.insert(out.end(), branch.faults.begin(), branch.faults.end());
    for (const auto &[key, child] : branch.children)
        flatten(child, out);
}

Faults asToldByTheParser(const Faults &all)
{
    Branch root;
    for (const schema::Fault &fault : withoutRepeats(all)) {
        Branch *at = &root;
        for (const std::string &group : groupsOf(pointerOf(fault)))
            at = &at->children[group];
        if (at != &root)
            at->faults.push_back(fault);
    }
    sift(root);
    Faults out;
    flatten(root, out);
    return out;
}

/// Places for a reference by none of a choice's alternatives, while ours tell the best one's
/// faults.
void addReferencePlaces(Check &check, const AsyncApiSchema &schema)
{
    schema::Evaluator asWritten;
    std::set<const yaml::Node *> told;
    const auto forEachPlace = [&](schema::Detail detail, const auto &act) {
        for (const schema::Fault &fault : asWritten.faults(schema.document(), check.root, detail))
            if (fault.keyword == "additionalProperties" && fault.properties.front() == "$ref" &&
                told.insert(fault.value.node).second)
                act(fault);
    };
    forEachPlace(schema::Detail::Best, [](const schema::Fault &) {}); // what the check tells
    forEachPlace(schema::Detail::All, [&](const schema::Fault &fault) {
        report(check, "asyncapi/follow-up", {fault.value.file, fault.value.node->parent},
               "A reference can't stand here.")
            .reference = "asyncapi-document-unresolved";
    });
}

/// Version 2 tells a payload's faults a second time, as those of its schema.
void addPayloadFollowUps(Check &check, const AsyncApiSchema &schema, schema::Evaluator &evaluator)
{
    std::vector<Value> messages =
        messagesOfVersion2(check, operationsOfVersion2(check, Scope::Everywhere));
    for (const Value &message : named(check, "messages", Scope::Everywhere))
        messages.push_back(message);
    for (const Value &message : messages) {
        const Value payload = child(check, message, "payload");
        const std::string format = textOf(child(check, message, "schemaFormat")).value_or("");
        if (!payload)
            continue;
        if (schema::readFormat(format).kind != schema::FormatKind::Own) {
            // Without plug-ins that parser says of each other format that it can't judge it.
            report(check, "asyncapi/follow-up", child(check, message, "schemaFormat").target,
                   "The AsyncAPI parser judges the format '" + format + "' with a plug-in only.")
                .reference = "asyncapi2-schemas";
            continue;
        }
        const Faults faults =
            evaluator.faults(schema.schemaObject(), payload.target, schema::Detail::All);
        for (const schema::Fault &fault : faults) {
            const bool isUnexpected = fault.keyword == "additionalProperties";
            const yaml::Node *value = isUnexpected && fault.value.node->parent
                                          ? fault.value.node->parent
                                          : fault.value.node;
            report(check, "asyncapi/follow-up", {fault.value.file, value}, schema::faultText(fault))
                .reference = "asyncapi2-schemas";
        }
    }
}

} // namespace

void addFollowUps(Check &check)
{
    const AsyncApiSchema *schema = AsyncApiSchema::of(check.spec.version.value);
    if (!schema)
        return;
    check.mostFindings = std::numeric_limits<std::size_t>::max(); // to be compared, not read
    Followed followed(check.resolver);
    schema::Evaluator evaluator(&followed);
    const auto faults = [&](schema::Detail detail) {
        return evaluator.faults(schema->document(), check.root, detail);
    };
    std::vector<Diagnostic> ours;
    for (const schema::Fault &fault : withoutConsequences(faults(schema::Detail::Best)))
        report(check, "asyncapi/structure", fault.value, {});
    ours.swap(check.out);
    for (const schema::Fault &fault : asToldByTheParser(faults(schema::Detail::All))) {
        yaml::Spot value{fault.value.file, &fault.value.node->resolved()};
        if (const yaml::Spot target = followed.target(value))
            value = target;
        report(check, "asyncapi/follow-up", value, schema::faultText(fault));
    }
    std::erase_if(check.out, [&](const Diagnostic &each) {
        return std::any_of(ours.begin(), ours.end(), [&](const Diagnostic &other) {
            return other.file == each.file && other.path == each.path;
        });
    });
    addReferencePlaces(check, *schema);
    if (check.spec.major == 2)
        addPayloadFollowUps(check, *schema, evaluator);
}

} // namespace meshwright::conformance
