// SPDX-License-Identifier: Apache-2.0
// The ids of operations, and in AsyncAPI 3 what they refer to.
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/ids.h"
#include "conformance/parts.h"

namespace meshwright::conformance {

namespace {

void checkIds(Check &check)
{
    checkUniqueIds(check, {"asyncapi/operation-id-unique", "operationId", "operation"},
                   operationsOfVersion2(check, Scope::Root));
    for (const Value &operation : operationsOfVersion2(check, Scope::Everywhere))
        if (lacksId(check, operation, "operationId"))
            reportMissing(check, "asyncapi/operation-id", operation,
                          "The operation has no 'operationId', by which code and people could name "
                          "it: add one, such as 'publishSale'.");
}

/// The text of a `$ref` under a key, as it is written; nothing where there is none.
const yaml::Node *referenceUnder(Check &check, const Value &mapping, std::string_view key)
{
    const asyncapi::Spot written = check.resolver.child(mapping.written, key);
    return written ? asyncapi::referenceOf(*written.node) : nullptr;
}

void checkChannel(Check &check, const Value &operation)
{
    const yaml::Node *reference = referenceUnder(check, operation, "channel");
    if (!reference || reference->value.find("#/channels/") != std::string::npos)
        return;
    const asyncapi::Spot place{operation.written.file, reference};
    Diagnostic &found =
        report(check, "asyncapi/operation-channel", place,
               "'" + reference->value +
                   "' is none of the document's own channels: let the operation name one of "
                   "'#/channels/'.");
    for (const Member &channel : members(check, child(check, rootOf(check), "channels")))
        if (const yaml::Node *own = asyncapi::referenceOf(*channel.value.written.node);
            own && own->value == reference->value)
            offerText(check, found, place, "#/channels/" + pointerToken(channel.key),
                      "Refer to '#/channels/" + channel.key + "'");
}

/// Offers the message of the channel that is the same one.
void offerOfChannel(Check &check, Diagnostic &found, const Value &message,
                    const std::string &channel, const Value &channelMessages)
{
    for (const Member &each : members(check, channelMessages))
        if (each.value && each.value.target.node == message.target.node) {
            const std::string pointer = channel + "/messages/" + pointerToken(each.key);
            offerText(check, found,
                      {message.written.file, asyncapi::referenceOf(*message.written.node)}, pointer,
                      "Refer to '" + pointer + "'");
        }
}

/// AsyncAPI 3: an operation's messages are messages of its channel, and referred to as such.
void checkMessagesOfChannel(Check &check, const Value &operation)
{
    const yaml::Node *reference = referenceUnder(check, operation, "channel");
    const std::string channel = reference ? reference->value : "";
    const Value written{operation.written, operation.written};
    const Value list = child(check, written, "messages");
    const Value known = at(check, written, {"channel", "messages"});
    for (const Value &message : items(check, {list.written, list.written})) {
        const yaml::Node *named = asyncapi::referenceOf(*message.written.node);
        if (!named || (reference && named->value.starts_with(channel + "/messages")))
            continue;
        Diagnostic &found = report(check, "asyncapi/operation-messages", message.written,
                                   "'" + named->value +
                                       "' is no message of the operation's channel: refer to it "
                                       "as '" +
                                       (reference ? channel : "#/channels/…") + "/messages/…'.");
        if (reference && message)
            offerOfChannel(check, found, message, channel, known);
    }
}

} // namespace

void checkOperations(Check &check)
{
    if (check.spec.major == 2) {
        checkIds(check);
        return;
    }
    for (const Value &operation : named(check, "operations", Scope::Root))
        checkChannel(check, operation);
    for (const Value &operation : named(check, "operations", Scope::Everywhere))
        checkMessagesOfChannel(check, operation);
}

} // namespace meshwright::conformance
