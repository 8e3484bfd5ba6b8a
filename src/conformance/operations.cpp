// SPDX-License-Identifier: Apache-2.0
// The ids of operations, and in AsyncAPI 3 what they refer to.
#include "asyncapi/referencetext.h"
#include "conformance/check.h"
#include "conformance/families.h"
#include "conformance/ids.h"
#include "conformance/parts.h"

#include <map>

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

/// AsyncAPI 3: an operation names a channel of the root, and messages as those of the channel.
class References
{
public:
    explicit References(Check &check)
        : m_check(check)
    {
        for (const Member &channel : members(check, child(check, rootOf(check), "channels")))
            if (const yaml::Node *own = asyncapi::referenceOf(*channel.value.written.node))
                m_channels.emplace(own->value, channel.key);
    }

    void checkChannel(const Value &operation)
    {
        const yaml::Node *reference = referenceUnder(m_check, operation, "channel");
        if (!reference || reference->value.find("#/channels/") != std::string::npos)
            return;
        const asyncapi::Spot place{operation.written.file, reference};
        Diagnostic &found =
            report(m_check, "asyncapi/operation-channel", place,
                   "'" + reference->text() +
                       "' is none of the document's own channels: let the operation name one of "
                       "'#/channels/'.");
        const auto [begin, end] = m_channels.equal_range(reference->text());
        for (auto same = begin; same != end; ++same)
            offerText(m_check, found, place, "#/channels/" + asyncapi::pointerToken(same->second),
                      "Refer to '#/channels/" + same->second + "'");
    }

    void checkMessages(const Value &operation)
    {
        const yaml::Node *reference = referenceUnder(m_check, operation, "channel");
        const std::string channel = reference ? reference->text() : "";
        const Value written{operation.written, operation.written};
        const Value list = child(m_check, written, "messages");
        const Value known = at(m_check, written, {"channel", "messages"});
        for (const Value &message : items(m_check, {list.written, list.written})) {
            const yaml::Node *named = asyncapi::referenceOf(*message.written.node);
            if (!named || (reference && named->value.starts_with(channel + "/messages")))
                continue;
            Diagnostic &found =
                report(m_check, "asyncapi/operation-messages", message.written,
                       "'" + named->text() +
                           "' is no message of the operation's channel: refer to it as '" +
                           (reference ? channel : "#/channels/…") + "/messages/…'.");
            if (reference && message && known)
                offerOfChannel(found, message, channel, known);
        }
    }

private:
    using Names = std::multimap<const yaml::Node *, std::string>;

    /// The keys of a channel's messages, by what stands behind them.
    const Names &namesOf(const Value &channelMessages)
    {
        const auto [place, isNew] = m_messages.try_emplace(channelMessages.target.node);
        if (isNew)
            for (const Member &each : members(m_check, channelMessages))
                if (each.value)
                    place->second.emplace(each.value.target.node, each.key);
        return place->second;
    }

    /// Offers the message of the channel that is the same one.
    void offerOfChannel(Diagnostic &found, const Value &message, const std::string &channel,
                        const Value &channelMessages)
    {
        const auto [begin, end] = namesOf(channelMessages).equal_range(message.target.node);
        for (auto same = begin; same != end; ++same) {
            const std::string pointer =
                channel + "/messages/" + asyncapi::pointerToken(same->second);
            offerText(m_check, found,
                      {message.written.file, asyncapi::referenceOf(*message.written.node)}, pointer,
                      "Refer to '" + pointer + "'");
        }
    }

    Check &m_check;
    std::multimap<std::string, std::string> m_channels; ///< keys, by the references that they hold
    std::map<const yaml::Node *, Names> m_messages;
};

} // namespace

void checkOperations(Check &check)
{
    if (check.spec.major == 2) {
        checkIds(check);
        return;
    }
    References references(check);
    for (const Value &operation : named(check, "operations", Scope::Root))
        references.checkChannel(operation);
    for (const Value &operation : named(check, "operations", Scope::Everywhere))
        references.checkMessages(operation);
}

} // namespace meshwright::conformance
