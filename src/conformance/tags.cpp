// SPDX-License-Identifier: Apache-2.0
// No list of tags has a name twice.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/parts.h"

#include <set>

namespace meshwright::conformance {

namespace {

/// The names of a list of tags; none, where not every tag has one.
std::vector<Value> namesOf(Check &check, const Value &tags)
{
    std::vector<Value> names;
    for (const Value &tag : items(check, tags)) {
        const Value name = child(check, tag, "name");
        if (!textOf(name))
            return {};
        names.push_back(name);
    }
    return names;
}

void checkList(Check &check, const Value &owner)
{
    std::set<std::string> seen;
    for (const Value &name : namesOf(check, child(check, owner, "tags"))) {
        const std::string text = *textOf(name);
        if (seen.insert(text).second)
            continue;
        Diagnostic &found = report(check, "asyncapi/tags-unique", name.place(),
                                   "The tag '" + text +
                                       "' stands in this list already: remove it, or name it "
                                       "otherwise.");
        if (check.spec.major == 3)
            asOurOwn(found, Severity::Warning);
    }
}

void checkWithTraits(Check &check, const Value &owner)
{
    checkList(check, owner);
    for (const Value &trait : traitsOf(check, owner))
        checkList(check, trait);
}

void checkAll(Check &check, std::initializer_list<std::string_view> kinds, Scope scope)
{
    for (const std::string_view kind : kinds)
        for (const Value &owner : named(check, kind, scope))
            checkWithTraits(check, owner);
}

void checkVersion2(Check &check)
{
    checkList(check, rootOf(check));
    const auto operations = operationsOfVersion2(check, Scope::Everywhere);
    for (const Value &operation : operations) {
        checkWithTraits(check, operation);
        checkList(check, child(check, operation, "message"));
    }
    for (const Value &message : messagesOfVersion2(check, operations))
        checkWithTraits(check, message);
}

void checkVersion3(Check &check)
{
    checkList(check, child(check, rootOf(check), "info"));
    checkAll(check, {"servers", "channels", "operations"}, Scope::Everywhere);
    for (const Value &channel : named(check, "channels", Scope::Everywhere))
        for (const Member &message : members(check, child(check, channel, "messages")))
            checkWithTraits(check, message.value);
}

} // namespace

void checkTags(Check &check)
{
    if (check.spec.major == 2)
        checkVersion2(check);
    else
        checkVersion3(check);
    for (const std::string_view kind : {"messages", "operationTraits", "messageTraits"})
        for (const Member &owner : members(check, at(check, rootOf(check), {"components", kind})))
            checkWithTraits(check, owner.value);
}

} // namespace meshwright::conformance
