// SPDX-License-Identifier: Apache-2.0
#include "asyncapi/specreader.h"

#include "asyncapi/referencekeys.h"

#include <string_view>
#include <unordered_set>
#include <utility>

namespace meshwright::asyncapi {

namespace {

using Path = std::vector<std::string>;

class Walk
{
public:
    Walk(Resolver &resolver, Spec &spec)
        : m_resolver(resolver)
        , m_spec(spec)
    {}

    void run()
    {
        const auto root = m_resolver.spot(m_spec.file, *m_spec.document->root());
        visit(root, false);
        while (!m_elsewhere.empty()) {
            const auto next = m_elsewhere.back();
            m_elsewhere.pop_back();
            const auto document = m_resolver.reached().find(*next.file);
            m_path = document->second->pathTo(*next.node);
            m_isBeside = false;
            visit(next, false);
        }
    }

private:
    /// `areNames`: the node's keys are names. Aliases are not followed: what they stand for is
    /// somewhere in the same document.
    void visit(const Spot &spot, bool areNames)
    {
        const auto &node = *spot.node;
        if (*spot.file != m_spec.file && node.kind != yaml::Kind::Scalar &&
            !m_visited.insert(&node).second)
            return;
        if (node.kind == yaml::Kind::Mapping)
            visitMapping(spot, areNames);
        for (std::size_t i = 0; i < node.items.size(); ++i)
            descend({spot.file, node.items[i]}, std::to_string(i), false);
    }

    void visitMapping(const Spot &spot, bool areNames)
    {
        const bool wasBeside = m_isBeside;
        const bool hasReference = referenceOf(*spot.node) != nullptr;
        for (const auto &entry : spot.node->entries) {
            const auto key = entry.key->scalarText().value_or("");
            m_isBeside = wasBeside || (hasReference && key != "$ref");
            if (key == "$ref" && entry.value->isScalar() && entry.value->isString())
                check(spot, entry);
            else if (areNames)
                descend({spot.file, entry.value}, key, false);
            else if (!holdsData(key))
                descend({spot.file, entry.value}, key, holdsNames(key));
        }
        m_isBeside = wasBeside;
    }

    void descend(const Spot &spot, std::string_view key, bool areNames)
    {
        if (!spot.node->holdsLinks || spot.node->kind == yaml::Kind::Alias)
            return;
        m_path.emplace_back(key);
        visit(spot, areNames);
        m_path.pop_back();
    }

    void check(const Spot &spot, const yaml::Entry &entry)
    {
        const auto &value = entry.value->resolved();
        const auto &target = m_resolver.resolve(*spot.file, value.value);
        if (target.status == Resolution::Status::Foreign || target.brokenIn == m_spec.file)
            return; // what is broken further on is told there
        if (target.status == Resolution::Status::Found) {
            if (target.file != m_spec.file)
                m_elsewhere.push_back(m_resolver.spot(target.file, *target.node));
            return;
        }
        auto path = m_path;
        path.emplace_back("$ref");
        m_spec.brokenReferences.push_back({{value.text(), placeOf(spot, *entry.value)},
                                           target.status,
                                           target.message,
                                           std::move(path),
                                           m_isBeside});
    }

    Resolver &m_resolver;
    Spec &m_spec;
    Path m_path;
    bool m_isBeside = false; // in a value beside a `$ref`
    std::vector<Spot> m_elsewhere;
    std::unordered_set<const yaml::Node *> m_visited;
};

} // namespace

void collectBrokenReferences(Resolver &resolver, Spec &spec)
{
    Walk(resolver, spec).run();
}

} // namespace meshwright::asyncapi
