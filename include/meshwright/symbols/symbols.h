// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/topology/topology.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What the words of a workspace's files name, where each name is declared, and where it is used.
namespace meshwright::symbols {

enum class Kind {
    Topic,     ///< `name` is the full name, however the file writes it
    Context,   ///< a domain id
    Domain,    ///< what several domain ids begin with
    Message,   ///< by its key, or by its `name` where it stands in place
    Component, ///< any other key that references lead to: a schema, a server, an operation
    Field,     ///< of a schema in JSON Schema's form
    Tag,
    Type, ///< a named type of Avro, by its full name
    File,
};

struct Symbol
{
    Kind kind = Kind::Topic;
    std::string name;
    /// The token that declares it, where the name alone does not tell which one is meant; empty
    /// for topics, contexts, domains and tags, whose names hold for the whole company.
    asyncapi::Place home;

    bool operator==(const Symbol &) const = default;
    auto operator<=>(const Symbol &) const = default;
};

enum class Role { Declared, Consumed, Granted, Referenced };

struct Usage
{
    asyncapi::Place place; ///< exactly the bytes that name it, without quotes
    Role role = Role::Referenced;

    bool operator==(const Usage &) const = default;
};

/// How an occurrence spells the name of its symbol.
enum class Spelling {
    Plain,
    Token, ///< of a JSON Pointer: `~1` and percent signs
};

/// One place where a symbol is named.
struct Occurrence
{
    std::uint32_t symbol = 0; ///< index in `SymbolIndex::symbols`
    Role role = Role::Referenced;
    Spelling spelling = Spelling::Plain;
    bool isCode = false; ///< a key of the author's that stands for the symbol under another name
    asyncapi::Place place;
    const yaml::Node *scalar = nullptr; ///< that holds it; null where that is no document
    Range part;                         ///< of the scalar's value
};

/// All symbols of one snapshot. Immutable; made off the window's thread.
struct SymbolIndex
{
    TopologyPtr topology; ///< keeps the nodes alive
    std::vector<Symbol> symbols;
    std::vector<Occurrence> occurrences; ///< sorted by place
    /// A key whose value is a reference, and where that leads.
    std::map<Symbol, Symbol> forwards;
    /// Names that stand in a file which several contexts read as topics of their own.
    std::vector<Symbol> ambiguous;
};

using SymbolIndexPtr = std::shared_ptr<const SymbolIndex>;

/// Reads all documents of the topology's workspace once. What a syntax error hides is not in it.
SymbolIndexPtr indexSymbols(const TopologyPtr &topology);

/// What stands at a byte (or ends there), the narrowest first: in `acme.sales._public.order` the
/// topic, and in its first part the context too, with its domain.
std::vector<Symbol> symbolsAt(const SymbolIndex &index, const std::string &file,
                              std::size_t offset);

/// Where the symbol is declared, through references: a topic's address, a context's id, the
/// contexts of a domain, a file's first byte. Empty where no file here declares it.
std::vector<asyncapi::Place> definitionsOf(const SymbolIndex &index, const Symbol &symbol);

/// Every place that names the symbol, its declaration too, sorted by place. Those of a topic have
/// the grants on it.
std::vector<Usage> usagesOf(const SymbolIndex &index, const Symbol &symbol);

} // namespace meshwright::symbols
