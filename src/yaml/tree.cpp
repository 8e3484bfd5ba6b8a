// SPDX-License-Identifier: Apache-2.0
#include "yaml/tree.h"

#include <functional>

namespace meshwright::yaml {

namespace {

class Fingerprint
{
public:
    void add(std::uint64_t word)
    {
        m_sum = (m_sum ^ word) * 0x9E3779B97F4A7C15U; // 2^64 / the golden ratio: spreads each bit
        m_sum ^= m_sum >> 29U;
    }

    void add(std::string_view text) { add(std::hash<std::string_view>()(text)); }

    std::uint64_t sum() const { return m_sum; }

private:
    std::uint64_t m_sum = 0x6D65736877U;
};

bool isReference(const Entry &entry)
{
    return entry.keyMark == markOf("$ref") && entry.key->value == "$ref";
}

} // namespace

void sumUp(Node &node)
{
    Fingerprint print;
    print.add(static_cast<std::uint64_t>(node.kind) << 8U |
              static_cast<std::uint64_t>(node.style == Style::Plain));
    print.add(node.value);
    if (node.properties)
        print.add(node.tag());
    node.holdsLinks = node.kind == Kind::Alias;
    for (const Entry &entry : node.entries) {
        print.add(entry.key->fingerprint);
        print.add(entry.value->fingerprint);
        node.holdsLinks = node.holdsLinks || isReference(entry) || entry.key->holdsLinks ||
                          entry.value->holdsLinks;
    }
    for (const Node *item : node.items) {
        print.add(item->fingerprint);
        node.holdsLinks = node.holdsLinks || item->holdsLinks;
    }
    node.fingerprint = print.sum();
}

} // namespace meshwright::yaml
