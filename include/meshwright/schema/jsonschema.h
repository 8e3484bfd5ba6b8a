// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/yaml/document.h"
#include "meshwright/yaml/spot.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// JSON Schema draft-07 (json-schema.org) on YAML trees: a verdict first, and faults with exact
// places where it is no.
namespace meshwright::schema {

struct Schema; ///< one compiled schema; see schema/compiledschema.h
class VerdictMemory;

/// Where the `$ref` of a schema leads.
class SchemaReferences
{
public:
    virtual ~SchemaReferences() = default;
    /// The schema that `reference` names, written in `schema`; null where there is none.
    virtual const yaml::Node *target(const yaml::Node &schema, std::string_view reference) = 0;
};

/// Makes schemas of nodes, each once. Nodes must outlive it. A reference that leads nowhere accepts
/// everything.
class SchemaCompiler
{
public:
    explicit SchemaCompiler(SchemaReferences &references);
    ~SchemaCompiler();
    SchemaCompiler(const SchemaCompiler &) = delete;
    SchemaCompiler &operator=(const SchemaCompiler &) = delete;

    const Schema &compile(const yaml::Node &schema);

private:
    class Reading;
    Schema &schemaOf(const yaml::Node &node); ///< to be read later, where it is new

    SchemaReferences &m_references;
    std::unordered_map<const yaml::Node *, std::unique_ptr<Schema>> m_schemas;
    std::vector<const yaml::Node *> m_unread; ///< chains of references may be long: no recursion
};

/// JSON Schema documents that refer to each other by their URIs, `$id` (RFC 3986 bases and plain
/// names) and JSON Pointers.
class SchemaLibrary : public SchemaReferences
{
public:
    void add(const std::string &uri, yaml::DocumentPtr document);
    const yaml::Node *target(const yaml::Node &schema, std::string_view reference) override;

private:
    std::string baseOf(const yaml::Node &schema) const;
    void addNames(const yaml::Node &schema, const std::string &base);

    std::vector<yaml::DocumentPtr> m_documents;
    std::map<const yaml::Node *, std::string> m_uris;    ///< of the documents' roots
    std::map<std::string, const yaml::Node *> m_targets; ///< by URI without an empty fragment
};

/// Where the references of the instance lead: AsyncAPI judges what stands behind a `$ref`.
class InstanceReferences
{
public:
    virtual ~InstanceReferences() = default;
    /// The value behind `mapping`'s `$ref`, or nothing where that can't be told: then every schema
    /// accepts it.
    virtual yaml::Spot target(const yaml::Spot &mapping) = 0;

    /// That a schema met the reference `mapping`, and whether it accepts what stands behind it.
    virtual void judged(const Schema & /*schema*/, const yaml::Spot & /*mapping*/,
                        bool /*isAccepted*/)
    {}
};

/// One reason why a schema does not accept a value.
struct Fault
{
    std::string_view keyword; ///< JSON Schema's: required, additionalProperties, type …
    yaml::Spot value;         ///< the value; for additionalProperties the one that should not be
    const yaml::Node *key = nullptr;     ///< the key that should not be, or should read otherwise
    std::vector<std::string> properties; ///< the missing ones, or the unexpected one
    const Schema *schema = nullptr;      ///< the one that has the keyword
    std::vector<const yaml::Node *> allowed = {}; ///< for enum and const, of all alternatives
    std::uint8_t types = 0;                       ///< for type, of all alternatives
    /// Keys and indices from the value upwards to where the evaluation began, through references;
    /// with Detail::All only.
    std::vector<std::string> trail = {};

    bool isSamePlace(const Fault &other) const
    {
        return value.node == other.value.node && key == other.key && keyword == other.keyword &&
               properties == other.properties && trail == other.trail;
    }
};

/// Best: of alternatives that all fail, the one that was most likely meant. All: every branch, in
/// the order in which Ajv 8 (allErrors) tells its errors, and one for the choice itself.
enum class Detail { Best, All };

/// Judges values by schemas. Remembers the verdicts of schemas that references lead to: so a value
/// or a schema that holds itself comes to an end, and no alternative is tried twice.
///
/// While the verdict of a pair is being found, a value inside that comes back to it is taken for
/// accepted. What was accepted on that ground is forgotten where the pair is not accepted in the
/// end.
class Evaluator
{
public:
    /// Null: a `$ref` in the instance is a key like others. The memory is for schemas that live as
    /// long as it does.
    explicit Evaluator(InstanceReferences *references = nullptr, VerdictMemory *memory = nullptr)
        : m_references(references)
        , m_memory(memory)
    {}

    bool accepts(const Schema &schema, const yaml::Spot &value);
    /// Empty where the schema accepts the value; cut where there are thousands.
    std::vector<Fault> faults(const Schema &schema, const yaml::Spot &value, Detail detail);

private:
    friend class FaultCollector;
    using Pair = std::pair<const Schema *, const yaml::Node *>;

    struct PairHash
    {
        std::size_t operator()(const Pair &pair) const
        {
            return std::hash<const void *>()(pair.first) * 31 +
                   std::hash<const void *>()(pair.second);
        }
    };

    struct Verdict
    {
        bool isAccepted = true;
        int ground = proven; ///< of an open pair its depth
    };

    /// Accepted, on the ground that pairs are which are still open.
    struct Assumed
    {
        Pair pair;
        int lowest = proven; ///< the depth of the outermost that this one, or one before, rests on
    };

    static constexpr int proven = 1 << 30;
    static constexpr int assumed = -1;

    bool isReference(const yaml::Spot &value) const;
    /// The value behind aliases and references; no node where it can't be told.
    yaml::Spot settled(yaml::Spot value) const;
    bool acceptsSettled(const Schema &schema, const yaml::Spot &value);
    bool acceptsShared(const Schema &schema, const yaml::Spot &value);
    void proveAssumed(std::size_t first);
    void forgetAssumed(std::size_t first);
    bool judges(const Schema &schema, const yaml::Spot &value);
    bool acceptsAlternatives(const Schema &schema, const yaml::Spot &value);
    bool acceptsItems(const Schema &schema, const yaml::Spot &value);
    bool acceptsEntries(const Schema &schema, const yaml::Spot &value);
    bool acceptsEntry(const Schema &schema, const yaml::Spot &mapping, const yaml::Entry &entry);
    bool acceptsDependencies(const Schema &schema, const yaml::Spot &value);

    InstanceReferences *m_references;
    VerdictMemory *m_memory;
    std::unordered_map<Pair, Verdict, PairHash> m_verdicts;
    std::vector<Assumed> m_assumed; ///< in the order in which they were accepted
    int m_ground = proven;          ///< the outermost that the verdict being found rests on
    std::size_t m_forgotten = 0;    ///< verdicts so far
    int m_depth = 0;
};

/// What is wrong with it and what to do, in a sentence or two.
std::string faultText(const Fault &fault);
/// Whether nothing but a text could stand at a fault of the keyword `type`.
bool takesText(const Fault &fault);
/// What was probably meant by the unexpected property or value, if that can be told.
std::optional<std::string> suggestionFor(const Fault &fault);

} // namespace meshwright::schema
