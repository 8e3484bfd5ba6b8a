// SPDX-License-Identifier: Apache-2.0
#include "meshwright/plan/apply.h"
#include "meshwright/plan/plan.h"
#include "meshwright/policy/policy.h"

namespace meshwright {

namespace {

template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

constexpr const char *absent = "absent";
constexpr const char *brokersDefault = "the broker's default";
constexpr const char *registrysLevel = "the registry's";

std::string counted(int count, const std::string &noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string textOf(const SchemaText &schema)
{
    std::string text = schema.type;
    for (std::size_t i = 0; i < schema.references.size(); ++i)
        text += (i == 0 ? ", refers to " : ", ") + schema.references[i].subject;
    return text;
}

std::string versionOf(const PlanItem &item)
{
    const auto version = item.precondition.find("version");
    return version == item.precondition.end() ? std::string() : "version " + version->second;
}

std::string textOf(const TopicCreation &creation)
{
    std::string text = creation.partitions ? counted(*creation.partitions, "partition")
                                           : std::string("the broker's partitions");
    text += ", ";
    text += creation.replicas ? counted(*creation.replicas, "replica")
                              : std::string("the broker's replicas");
    for (const auto &[key, value] : creation.settings)
        text += ", " + key + '=' + value;
    return text;
}

} // namespace

std::string_view nameOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return "create";
    case PlanAction::Update:
        return "update";
    case PlanAction::Delete:
        return "delete";
    case PlanAction::None:
        return "none";
    }
    return {};
}

std::string_view nameOf(PlanKind kind)
{
    switch (kind) {
    case PlanKind::Topic:
        return "topic";
    case PlanKind::Partitions:
        return "partitions";
    case PlanKind::Config:
        return "config";
    case PlanKind::Schema:
        return "schema";
    case PlanKind::Acl:
        return "acl";
    }
    return {};
}

std::string_view nameOf(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return "safe";
    case Risk::WidensAccess:
        return "widens-access";
    case Risk::AffectsData:
        return "affects-data";
    case Risk::Irreversible:
        return "irreversible";
    }
    return {};
}

std::string_view nameOf(ItemState state)
{
    switch (state) {
    case ItemState::Done:
        return "done";
    case ItemState::Failed:
        return "failed";
    case ItemState::Stale:
        return "stale";
    case ItemState::Skipped:
        return "skipped";
    case ItemState::Unknown:
        return "unknown";
    }
    return {};
}

std::string beforeText(const PlanItem &item)
{
    return std::visit(
        Overloaded{
            [](const TopicCreation &) { return std::string(absent); },
            [](const PartitionChange &change) { return std::to_string(change.before); },
            [](const SettingChange &change) { return change.before.value_or(brokersDefault); },
            [&](const AclChange &change) {
                return item.action == PlanAction::Delete ? describe(change.acl)
                                                         : std::string(absent);
            },
            [](const TopicDeletion &deletion) { return counted(deletion.partitions, "partition"); },
            [&](const SchemaChange &change) {
                return change.before ? versionOf(item) : std::string(absent);
            },
            [](const LevelChange &change) { return change.before.value_or(registrysLevel); },
            [](const SubjectDeletion &deletion) {
                return deletion.type + ", version " + std::to_string(deletion.version);
            }},
        item.change);
}

std::string afterText(const PlanItem &item)
{
    return std::visit(
        Overloaded{
            [](const TopicCreation &creation) { return textOf(creation); },
            [](const PartitionChange &change) { return std::to_string(change.after); },
            [](const SettingChange &change) { return change.after.value_or(brokersDefault); },
            [&](const AclChange &change) {
                return item.action == PlanAction::Delete ? std::string(absent)
                                                         : describe(change.acl);
            },
            [](const TopicDeletion &) { return std::string(absent); },
            [](const SchemaChange &change) { return textOf(change.after); },
            [](const LevelChange &change) { return change.after; },
            [](const SubjectDeletion &) { return std::string(absent); }},
        item.change);
}

std::string describe(const PolicyNote &note)
{
    std::string text = note.subject + " is set by policy '" + note.policy + "'";
    if (note.declared)
        text += ", not " + policy::valueText(note.subject, *note.declared) + " as declared";
    return text + (note.reason.empty() ? "" : ". " + note.reason);
}

std::string describe(const PlanItem &item)
{
    return std::visit(
        Overloaded{[](const TopicCreation &creation) { return "create with " + textOf(creation); },
                   [](const PartitionChange &change) {
                       return "partitions " + std::to_string(change.before) + " → " +
                              std::to_string(change.after);
                   },
                   [&](const SettingChange &change) {
                       return change.key + ' ' + beforeText(item) + " → " + afterText(item);
                   },
                   [&](const AclChange &change) {
                       return (item.action == PlanAction::Delete ? "remove " : "add ") +
                              describe(change.acl);
                   },
                   [](const TopicDeletion &deletion) {
                       return "delete with " + counted(deletion.partitions, "partition");
                   },
                   [&](const SchemaChange &change) {
                       return (change.before ? "new version after " + versionOf(item) + ": "
                                             : std::string("register: ")) +
                              textOf(change.after);
                   },
                   [&](const LevelChange &) {
                       return "compatibility " + beforeText(item) + " → " + afterText(item);
                   },
                   [](const SubjectDeletion &deletion) {
                       return "delete the subject, " + deletion.type + " version " +
                              std::to_string(deletion.version);
                   }},
        item.change);
}

} // namespace meshwright
