// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/diagnostic.h"
#include "meshwright/plan/state.h"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace meshwright {

enum class PlanAction { Create, Update, Delete, None };
enum class PlanKind { Topic, Partitions, Config, Schema, Acl };
enum class Risk { Safe, WidensAccess, AffectsData, Irreversible };

struct Reason
{
    std::string file;
    std::uint32_t line = 0;
    std::string text;

    bool operator==(const Reason &) const = default;
};

struct TopicCreation
{
    std::optional<int> partitions;
    std::optional<int> replicas;
    std::map<std::string, std::string> settings;
    bool operator==(const TopicCreation &) const = default;
};

struct PartitionChange
{
    int before = 0;
    int after = 0;
    bool operator==(const PartitionChange &) const = default;
};

/// One setting; no value means the broker's default.
struct SettingChange
{
    std::string key;
    std::optional<std::string> before;
    std::optional<std::string> after;
    bool operator==(const SettingChange &) const = default;
};

struct AclChange
{
    Acl acl;
    bool operator==(const AclChange &) const = default;
};

struct TopicDeletion
{
    int partitions = 0;
    bool operator==(const TopicDeletion &) const = default;
};

/// A subject's next version, or its first (then there is no `before`).
struct SchemaChange
{
    std::optional<SchemaText> before;
    SchemaText after;
    std::string topic; ///< whose records it is for; empty: it is only referred to
    bool operator==(const SchemaChange &) const = default;
};

/// A subject's own compatibility level; no value means the registry's.
struct LevelChange
{
    std::optional<std::string> before;
    std::string after;
    bool operator==(const LevelChange &) const = default;
};

struct SubjectDeletion
{
    std::string type; ///< AVRO, JSON or PROTOBUF
    int version = 0;
    bool operator==(const SubjectDeletion &) const = default;
};

using PlanChange = std::variant<TopicCreation, PartitionChange, SettingChange, AclChange,
                                TopicDeletion, SchemaChange, LevelChange, SubjectDeletion>;

/// One step. `id` is stable: made of kind, resource and detail.
struct PlanItem
{
    std::string id;
    PlanAction action = PlanAction::Create;
    PlanKind kind = PlanKind::Topic;
    std::string resource; ///< topic name, subject, or the ACL in words
    std::string context;  ///< the owner's id, or empty
    PlanChange change;
    Risk risk = Risk::Safe;
    Reason reason;
    std::map<std::string, std::string> precondition; ///< what apply finds again before it writes:
                                                     ///< topicId, partitions, value, version,
                                                     ///< level, absent
    std::string warning;                             ///< keys will move …; may be empty
    std::string loss;                 ///< how many records go, as far as is known; may be empty
    std::string consent;              ///< why it needs one of its own; may be empty
    std::vector<PolicyNote> policies; ///< of the values that policies set

    bool operator==(const PlanItem &) const = default;
};

/// What the plan can't do, or found unknown: in words, with the place that asks for it.
struct PlanProblem
{
    Severity severity = Severity::Error;
    std::string resource;
    std::string message;
    Reason reason;
    std::string subject = {}; ///< of a topic: partitions or replicas; else empty

    bool operator==(const PlanProblem &) const = default;
};

struct PlanSummary
{
    std::size_t creates = 0;
    std::size_t updates = 0;
    std::size_t deletes = 0;
    std::size_t unchanged = 0;

    bool operator==(const PlanSummary &) const = default;
};

/// The ordered, explained difference between what specs ask for and what a cluster has.
struct Plan
{
    std::string environment;
    std::string connector;
    std::string clusterId;
    std::string created;                      ///< ISO 8601, UTC
    std::map<std::string, std::string> specs; ///< file → sha256:…
    std::vector<PlanItem> items;              ///< in the order of execution
    std::vector<PlanProblem> problems;
    PlanSummary summary;

    bool isEmpty() const { return items.empty(); }

    bool hasErrors() const;
};

/// The kinds of what nobody asks for any more that a plan may delete.
struct Prune
{
    bool topics = false;
    bool access = false;
    bool settings = false;
    bool schemas = false;

    bool isAny() const { return topics || access || settings || schemas; }

    bool operator==(const Prune &) const = default;
};

inline constexpr std::array<std::string_view, 4> pruneKinds{"topics", "access", "settings",
                                                            "schemas"};
/// Switches one of pruneKinds on, or says that there is none of that name.
bool addKind(Prune &prune, std::string_view kind);

struct PlanOptions
{
    Prune prune = {};                ///< beside what the environment's `deletes` say
    std::string created = {};        ///< the time to note in the plan, ISO 8601, UTC; empty: now
    std::set<std::string> only = {}; ///< ids of items: no other is planned; empty: all are
};

/// Pure. Items: topics, partitions, settings, schemas, ACLs added, ACLs removed, subjects deleted,
/// topics deleted. Deletes are off, but for the ACLs of a grant that its owner's spec has taken
/// back. Never plans a delete where a spec has errors, where a read failed, of another context's
/// resources, of what the environment protects, or of the access that the connection itself has. A
/// decrease of partitions and a change of replicas are problems, never a re-creation. Settings that
/// a spec does not name are left as they are (unless pruned).
Plan makePlan(const Topology &topology, const Environment &environment, const DesiredState &desired,
              const ActualState &actual, const std::vector<Diagnostic> &diagnostics,
              const PlanOptions &options);

std::string_view nameOf(PlanAction action); ///< create …
std::string_view nameOf(PlanKind kind);     ///< topic …
std::string_view nameOf(Risk risk);         ///< safe, widens-access …
/// One line for people: partitions 3 → 6.
std::string describe(const PlanItem &item);
/// One line for people: retention.ms is set by policy 'pii-48-hours', not 7 d as declared.
std::string describe(const PolicyNote &note);
std::string beforeText(const PlanItem &item);
std::string afterText(const PlanItem &item);

} // namespace meshwright
