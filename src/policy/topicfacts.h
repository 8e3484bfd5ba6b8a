// SPDX-License-Identifier: Apache-2.0
// What policies ask about a topic, read from its spec.
#pragma once

#include "asyncapi/payloadreach.h"
#include "meshwright/topology/topology.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace meshwright::policy {

/// A name with its place: of a tag, of who reads.
using Name = asyncapi::Located;

/// The messages of a channel and of its operations, each once.
std::vector<const asyncapi::Message *> messagesOf(const asyncapi::Channel &channel);
/// The tags of a channel, its operations and its messages; not those that grant access.
std::vector<Name> tagsOf(const asyncapi::Channel &channel);
/// Contexts that consume the topic, and whom it is granted to; `everybody` where it is public or
/// granted to all.
std::vector<Name> readersOf(const Topology &topology, const Topic &topic);
/// An `x-…` key of the topic's channel.
std::string extensionOf(const Topic &topic, std::string_view key);
/// Of the channel, or else the summary of an operation.
bool isDescribed(const asyncapi::Channel &channel);

/// Facts that cost more, kept for the next question.
class TopicFacts
{
public:
    explicit TopicFacts(const Workspace &workspace);
    ~TopicFacts();
    TopicFacts(const TopicFacts &) = delete;
    TopicFacts &operator=(const TopicFacts &) = delete;

    /// Words that fields of the topic's payloads are marked with, in lower case: `pii` of
    /// `x-pii: true`, `"pii": true`, `(acme.pii) = true`, `tags: [PII]`, `"confluent:tags"`.
    const std::set<std::string> &marksOf(const Topic &topic);

private:
    struct Reading;

    const Workspace &m_workspace;
    std::unique_ptr<Reading> m_reading; ///< of the spec that was asked for last
    std::map<asyncapi::Place, std::set<std::string>> m_marks; ///< by payload
    std::map<const asyncapi::Channel *, std::set<std::string>> m_marksOfTopic;
};

/// `pii` of `x-pii`, `(acme.pii)`, `confluent:PII`.
std::string markIn(std::string_view key);

/// Whether the text is of the pattern, in which * stands for any letters.
bool fitsPattern(std::string_view text, std::string_view pattern);

} // namespace meshwright::policy
