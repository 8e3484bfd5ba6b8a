// SPDX-License-Identifier: Apache-2.0
// The ids and names of messages.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/ids.h"
#include "conformance/parts.h"

#include <array>
#include <algorithm>
#include <map>

namespace meshwright::conformance {

namespace {

/// `messageId` came with AsyncAPI 2.4.
bool knowsMessageIds(std::string_view version)
{
    constexpr std::array before{"2.0.", "2.1.", "2.2.", "2.3."};
    return std::none_of(before.begin(), before.end(),
                        [&](std::string_view each) { return version.starts_with(each); });
}

void checkIds(Check &check)
{
    checkUniqueIds(check, {"asyncapi/message-id-unique", "messageId", "message"},
                   messagesOfVersion2(check, operationsOfVersion2(check, Scope::Root)));
    if (!knowsMessageIds(check.spec.version.value))
        return;
    auto messages = messagesOfVersion2(check, operationsOfVersion2(check, Scope::Everywhere));
    for (const Member &message :
         members(check, at(check, rootOf(check), {"components", "messages"})))
        messages.push_back(message.value);
    for (const Value &message : messages)
        if (message && lacksId(check, message, "messageId"))
            reportMissing(check, "asyncapi/message-id", message,
                          "The message has no 'messageId', by which code and people could name it: "
                          "add one, such as 'sale'.");
}

/// AsyncAPI 3: two messages of one channel that are named alike can't be told apart.
void checkNames(Check &check, const Value &channel)
{
    std::map<std::string, Value> seen;
    for (const Member &message : members(check, child(check, channel, "messages"))) {
        const Value name = child(check, message.value, "name");
        const auto text = textOf(name);
        if (!text)
            continue;
        const auto [first, isNew] = seen.emplace(*text, name);
        if (!isNew && first->second.target.node != name.target.node)
            report(check, "asyncapi/message-name-unique", name.place(),
                   "Another message of this channel has the name '" + *text + "' already" +
                       whereText(check, first->second.place(), *name.place().file) +
                       ": give this one its own.");
    }
}

} // namespace

void checkMessages(Check &check)
{
    if (check.spec.major == 2) {
        checkIds(check);
        return;
    }
    for (const Value &channel : named(check, "channels", Scope::Everywhere))
        checkNames(check, channel);
}

} // namespace meshwright::conformance
