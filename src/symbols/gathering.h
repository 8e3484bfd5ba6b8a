// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "asyncapi/resolver.h"
#include "meshwright/symbols/symbols.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace meshwright::symbols {

/// A `$ref` of a document.
struct WrittenReference
{
    std::string file;
    const yaml::Node *scalar = nullptr;
    const yaml::Node *mapping = nullptr; ///< that the `$ref` is a key of
};

/// A text that names a key of a mapping, without being a reference.
struct KeyName
{
    std::string file;
    const yaml::Node *scalar = nullptr;
    const yaml::Node *mapping = nullptr;
};

/// What the passes over the documents share while an index grows.
class Gathering
{
public:
    explicit Gathering(const TopologyPtr &topology);

    const Topology &topology() const { return *m_index.topology; }

    const Workspace &workspace() const { return *topology().workspace; }

    asyncapi::Resolver &resolver() { return m_resolver; }

    const std::vector<ContextId> &contexts() const { return m_contexts; }

    /// The node whose bytes are exactly these; null where there is none now.
    const yaml::Node *nodeAt(const asyncapi::Place &place) const;

    std::uint32_t symbol(const Symbol &symbol);
    void add(std::uint32_t symbol, Role role, const std::string &file, const yaml::Node &scalar,
             Range part, Spelling spelling = Spelling::Plain, bool isCode = false);

    void addWhole(std::uint32_t symbol, Role role, const std::string &file,
                  const yaml::Node &scalar, bool isCode = false)
    {
        add(symbol, role, file, scalar, {0, scalar.value.size()}, Spelling::Plain, isCode);
    }

    /// A domain id in a text: of a context, or of a domain where no context has that id.
    void addContextName(Role role, const std::string &file, const yaml::Node &scalar, Range part,
                        Spelling spelling = Spelling::Plain);

    void forward(std::uint32_t from, std::uint32_t to);

    void setAmbiguous(const Symbol &symbol) { m_index.ambiguous.push_back(symbol); }

    const Symbol &symbolOf(std::uint32_t id) const { return m_index.symbols[id]; }

    SymbolIndexPtr finished();

    std::vector<WrittenReference> references;
    std::vector<KeyName> keyNames;
    /// The symbols of keys that people chose, by the key's scalar.
    std::unordered_map<const yaml::Node *, std::uint32_t> keys;
    /// The topics of channels, by the channel's key and by its value.
    std::unordered_map<const yaml::Node *, std::uint32_t> topics;

private:
    SymbolIndex m_index;
    asyncapi::Resolver m_resolver;
    std::vector<ContextId> m_contexts;
    std::vector<std::string> m_domains;
    std::map<Symbol, std::uint32_t> m_ids;
};

/// The bytes of a part of a scalar's value; the whole scalar where lines are folded.
asyncapi::Place placeOf(const Workspace &workspace, const std::string &file,
                        const yaml::Node &scalar, Range part);

/// The part of an occurrence of a context (or a domain) that names a domain around it.
Range domainPart(const Occurrence &occurrence, const std::string &domain);

/// The context that a topic's name begins with: its owner, or where no spec here is the owner's,
/// what stands in front of an access keyword.
std::optional<ContextId> ownerOf(const Topology &topology, const std::string &topic);

/// The passes, in their order.
void gatherNames(Gathering &gathering); ///< ids, topics, grants, what the settings name
void gatherKeys(Gathering &gathering);  ///< keys that people chose, tags, `$ref`s to come
void gatherReferences(Gathering &gathering);
void gatherAvro(Gathering &gathering);

} // namespace meshwright::symbols
