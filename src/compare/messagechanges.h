// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compare/pairing.h"
#include "meshwright/compare/compare.h"
#include "meshwright/schema/payload.h"

#include <map>
#include <memory>
#include <vector>

namespace meshwright::compare {

class SpecPayloads; // the fields of one spec's payloads

/// Compares the messages of topics that both states have.
class MessageComparer
{
public:
    MessageComparer(const Topology &base, const Topology &next);
    ~MessageComparer();
    MessageComparer(const MessageComparer &) = delete;
    MessageComparer &operator=(const MessageComparer &) = delete;

    /// Changes with what is about messages filled in.
    std::vector<Change> compare(const Topic &base, const Topic &next);

private:
    struct Part; // a payload or a key, in both states

    static std::vector<const asyncapi::Message *> messagesOf(const Topic &topic);
    bool isSameInput(const Topic &base, const Topic &next);
    void comparePair(const asyncapi::Message &base, const asyncapi::Message &next);
    void comparePart(const Part &part);
    void compareSchemas(const Part &part, schema::FormatKind format);
    SpecPayloads &payloadsOf(const Topology &topology,
                             const std::shared_ptr<const asyncapi::Spec> &spec);
    Change &add(ChangeKind kind, const std::string &message);

    const Topology &m_base;
    const Topology &m_next;
    const Topic *m_baseTopic = nullptr;
    const Topic *m_nextTopic = nullptr;
    std::vector<Change> m_changes;
    std::map<const asyncapi::Spec *, std::unique_ptr<SpecPayloads>> m_payloads;
    std::map<std::pair<const asyncapi::Spec *, const asyncapi::Spec *>, bool> m_sameInput;
};

} // namespace meshwright::compare
