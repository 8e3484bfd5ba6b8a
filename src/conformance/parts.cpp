// SPDX-License-Identifier: Apache-2.0
#include "conformance/parts.h"

#include <utility>

namespace meshwright::conformance {

namespace {

template <typename Make>
const std::vector<Value> &madeOnce(Check &check, std::string_view what, Scope scope,
                                   const Make &make)
{
    std::string key(what);
    key += scope == Scope::Everywhere ? " everywhere" : " of the root";
    const auto known = check.lists.find(key);
    return known != check.lists.end() ? known->second
                                      : check.lists.emplace(std::move(key), make()).first->second;
}

std::vector<Value> valuesOf(Check &check, const std::vector<Value> &maps)
{
    std::vector<Value> list;
    for (const Value &map : maps)
        for (const Member &member : members(check, map))
            list.push_back(member.value);
    return list;
}

std::vector<Value> operationsOf(Check &check, const std::vector<Value> &channels)
{
    std::vector<Value> list;
    for (const Value &channel : channels)
        for (const std::string_view action : {"subscribe", "publish"})
            if (const Value operation = child(check, channel, action); operation.isMapping())
                list.push_back(operation);
    return list;
}

} // namespace

std::vector<Value> maps(Check &check, std::string_view name, Scope scope)
{
    std::vector<Value> list;
    const auto add = [&](const Value &map) {
        if (map.isMapping())
            list.push_back(map);
    };
    const Value root = rootOf(check);
    add(child(check, root, name));
    if (scope == Scope::Everywhere)
        add(at(check, root, {"components", name}));
    return list;
}

const std::vector<Value> &named(Check &check, std::string_view name, Scope scope)
{
    return madeOnce(check, name, scope, [&] { return valuesOf(check, maps(check, name, scope)); });
}

const std::vector<Value> &operationsOfVersion2(Check &check, Scope scope)
{
    return madeOnce(check, "operations of channels", scope,
                    [&] { return operationsOf(check, named(check, "channels", scope)); });
}

std::vector<Value> messagesOfVersion2(Check &check, const std::vector<Value> &operations)
{
    std::vector<Value> list;
    const auto add = [&](const Value &message) {
        if (message.isMapping())
            list.push_back(message);
    };
    for (const Value &operation : operations) {
        const Value message = child(check, operation, "message");
        const Value alternatives = child(check, message, "oneOf");
        if (!alternatives.isSequence())
            add(message);
        for (const Value &alternative : items(check, alternatives))
            add(alternative);
    }
    return list;
}

std::vector<Value> traitsOf(Check &check, const Value &owner)
{
    std::vector<Value> list;
    for (const Value &trait : items(check, child(check, owner, "traits")))
        if (trait.isMapping())
            list.push_back(trait);
    return list;
}

std::vector<std::string> namesInBraces(const std::string &text)
{
    std::vector<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos;) {
        const std::size_t close = text.find('}', open + 2); // a name has a letter at least
        if (close == std::string::npos)
            break;
        names.push_back(text.substr(open + 1, close - open - 1));
        open = text.find('{', close);
    }
    return names;
}

} // namespace meshwright::conformance
