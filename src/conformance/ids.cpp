// SPDX-License-Identifier: Apache-2.0
#include "conformance/ids.h"

#include "conformance/parts.h"

#include <unordered_map>

namespace meshwright::conformance {

namespace {

/// The id that holds: the last trait's that has one, or the owner's own.
Value idOf(Check &check, const Value &owner, std::string_view key)
{
    Value id = child(check, owner, key);
    if (!textOf(id))
        id = {};
    for (const Value &trait : traitsOf(check, owner))
        if (const Value more = child(check, trait, key); textOf(more))
            id = more;
    return id;
}

} // namespace

void checkUniqueIds(Check &check, const IdWords &words, const std::vector<Value> &owners)
{
    std::unordered_map<std::string_view, Value> seen;
    seen.reserve(owners.size());
    const std::string key(words.key);
    const std::string what(words.what);
    for (const Value &owner : owners) {
        const Value id = idOf(check, owner, words.key);
        if (!id)
            continue;
        const auto [first, isNew] = seen.emplace(id.node().resolved().value, id);
        if (isNew)
            continue;
        const std::string text = *textOf(id);
        const asyncapi::Spot &before = first->second.place();
        const bool isSame = before.node == id.place().node;
        report(check, words.rule, id.place(),
               isSame
                   ? "The " + what + " '" + text +
                         "' is used more than once, and each use counts as one with this " + key +
                         ": leave the " + key + " out, or describe the uses apart."
                   : "Another " + what + " has the " + key + " '" + text + "' already" +
                         whereText(check, before, *id.place().file) + ": give this one its own.");
    }
}

bool lacksId(Check &check, const Value &owner, std::string_view key)
{
    Value id = child(check, owner, key);
    for (const Value &trait : traitsOf(check, owner))
        if (const Value more = child(check, trait, key); more.written)
            id = more;
    return !id.written || (id && !isTruthy(id.node()));
}

} // namespace meshwright::conformance
