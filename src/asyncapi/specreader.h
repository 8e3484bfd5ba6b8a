// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/asyncapi/spec.h"

#include <unordered_map>

namespace meshwright::asyncapi {

Place placeOf(const Spot &spot);
Place placeOf(const Spot &spot, const yaml::Node &node);
/// A scalar's text; empty for null and for what is no scalar.
Located located(const Spot &spot);
/// A list's scalars joined by commas, or a scalar's text.
Located joinedList(const Spot &spot);
/// The scalar text of a mapping's value; empty where there is none.
std::string textAt(Resolver &resolver, const Spot &mapping, std::string_view key);
std::optional<Located> locatedAt(Resolver &resolver, const Spot &mapping, std::string_view key);
/// What stands behind the last slash of a spot's `$ref`, or empty.
std::string referenceName(const Spot &spot);

/// The parts that channels, operations and messages share. Reads one document into one Spec.
class SpecReader
{
public:
    SpecReader(Resolver &resolver, Spec &spec, const Spot &root)
        : m_resolver(resolver)
        , m_spec(spec)
        , m_root(root)
    {}

    void read();

private:
    void readInfo();
    void readServers();
    void readComponentMessages();

    void readChannels();
    Channel channelFrom(const yaml::Node &key, const Spot &written);
    void readChannelOfVersion2(Channel &channel, const Spot &written);
    void readChannelOfVersion3(Channel &channel, const Spot &followed);

    void readOperationsOfVersion3();
    void readOperationOfVersion3(const yaml::Node &key, const Spot &written);
    void readReply(const yaml::Node &key, const Spot &operation, const Operation &asked);
    Operation operationFrom(const Place &keyPlace, const Spot &operation);
    Channel *channelOfOperation(const Spot &written, const std::string &fallbackKey);
    std::vector<Message> operationMessages(const Spot &operation, const Channel &channel);

    std::vector<Message> messagesOfVersion2(const Spot &operation);
    std::vector<Message> messageMap(const Spot &map);
    Message messageFrom(const Spot &written, std::string key);
    std::optional<Payload> payloadFrom(const Spot &message);
    Payload schemaFrom(const Spot &written);
    KafkaMessageBinding messageBindingFrom(const Spot &binding);
    std::optional<KafkaChannelBinding> channelBindingFrom(const Spot &channel);
    std::optional<Volume> volumeFrom(const Spot &channel);

    std::vector<Tag> tagsFrom(const Spot &owner);
    /// The owner's tags, and those of its traits.
    std::vector<Tag> tagsWithTraits(const Spot &owner);
    std::vector<Spot> traitsOf(const Spot &owner);
    std::vector<Spot> items(const Spot &list);

    Resolver &m_resolver;
    Spec &m_spec;
    Spot m_root;
    std::string m_defaultContentType;
    std::unordered_map<const yaml::Node *, std::size_t> m_channelOfNode;
};

/// Collects what leads nowhere, in the document and in what it reaches in others.
void collectBrokenReferences(Resolver &resolver, Spec &spec);

} // namespace meshwright::asyncapi
