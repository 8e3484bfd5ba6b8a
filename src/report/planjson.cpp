// SPDX-License-Identifier: Apache-2.0
// A plan as the document of docs/formats.md, and back.
#include "meshwright/report/report.h"

#include "plan/specshash.h"
#include "report/json.h"

#include <algorithm>
#include <array>
#include <limits>

namespace meshwright::report {

namespace {

constexpr std::array actions = {PlanAction::Create, PlanAction::Update, PlanAction::Delete,
                                PlanAction::None};
constexpr std::array kinds = {PlanKind::Topic, PlanKind::Partitions, PlanKind::Config,
                              PlanKind::Schema, PlanKind::Acl};
constexpr std::array risks = {Risk::Safe, Risk::WidensAccess, Risk::AffectsData,
                              Risk::Irreversible};
constexpr std::array severities = {Severity::Error, Severity::Warning, Severity::Info,
                                   Severity::Hint};

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json reasonJson(const Reason &reason)
{
    return {{"file", reason.file}, {"line", reason.line}, {"text", reason.text}};
}

Json schemaJson(const SchemaText &schema)
{
    Json references = Json::array();
    for (const SchemaReference &reference : schema.references)
        references.push_back({{"name", reference.name},
                              {"subject", reference.subject},
                              {"version", reference.version}});
    return {{"type", schema.type}, {"text", schema.text}, {"references", references}};
}

/// Puts `before` and `after` (and what else its kind has) in an item.
struct ChangeWriter
{
    Json &item;

    void operator()(const TopicCreation &topic) const
    {
        item["before"] = nullptr;
        item["after"] = {{"partitions", orNull(topic.partitions)},
                         {"replicas", orNull(topic.replicas)},
                         {"configs", Json(topic.settings)}};
    }

    void operator()(const PartitionChange &change) const
    {
        item["before"] = change.before;
        item["after"] = change.after;
    }

    void operator()(const SettingChange &change) const
    {
        item["key"] = change.key;
        item["before"] = orNull(change.before);
        item["after"] = orNull(change.after);
    }

    void operator()(const AclChange &change) const
    {
        const bool removed = item["action"] == nameOf(PlanAction::Delete);
        item["before"] = removed ? aclJson(change.acl) : Json(nullptr);
        item["after"] = removed ? Json(nullptr) : aclJson(change.acl);
    }

    void operator()(const TopicDeletion &deletion) const
    {
        item["before"] = {{"partitions", deletion.partitions}};
        item["after"] = nullptr;
    }

    void operator()(const SchemaChange &change) const
    {
        item["topic"] = change.topic;
        item["before"] = change.before ? schemaJson(*change.before) : Json(nullptr);
        item["after"] = schemaJson(change.after);
    }

    void operator()(const LevelChange &change) const
    {
        item["key"] = "compatibility";
        item["before"] = orNull(change.before);
        item["after"] = change.after;
    }

    void operator()(const SubjectDeletion &deletion) const
    {
        item["before"] = {{"type", deletion.type}, {"version", deletion.version}};
        item["after"] = nullptr;
    }
};

Json policiesJson(const std::vector<PolicyNote> &notes)
{
    Json list = Json::array();
    for (const PolicyNote &note : notes)
        list.push_back({{"subject", note.subject},
                        {"policy", note.policy},
                        {"reason", note.reason},
                        {"file", note.file},
                        {"line", note.line},
                        {"declared", orNull(note.declared)}});
    return list;
}

Json itemJson(const PlanItem &item)
{
    Json json = {{"id", item.id},
                 {"action", nameOf(item.action)},
                 {"kind", nameOf(item.kind)},
                 {"resource", item.resource},
                 {"context", item.context}};
    std::visit(ChangeWriter{json}, item.change);
    json["risk"] = nameOf(item.risk);
    json["warning"] = item.warning;
    if (!item.loss.empty())
        json["loss"] = item.loss;
    if (!item.consent.empty())
        json["consent"] = item.consent;
    json["reason"] = reasonJson(item.reason);
    json["precondition"] = Json(item.precondition);
    if (!item.policies.empty())
        json["policies"] = policiesJson(item.policies);
    return json;
}

Json problemJson(const PlanProblem &problem)
{
    return {{"severity", nameOf(problem.severity)},
            {"resource", problem.resource},
            {"message", problem.message},
            {"reason", reasonJson(problem.reason)}};
}

/// The enumerator whose name stands there; throws what nlohmann's accessors throw, caught once.
template <typename Enum, std::size_t N>
Enum enumFrom(const Json &json, const std::array<Enum, N> &values)
{
    const auto text = json.get<std::string>();
    for (const Enum value : values)
        if (nameOf(value) == text)
            return value;
    throw Json::other_error::create(501, "unknown word '" + text + "'", &json);
}

template <typename T>
T required(std::optional<T> value, const Json &json)
{
    if (!value)
        throw Json::other_error::create(501, "unknown word " + json.dump(), &json);
    return *value;
}

template <typename T>
std::optional<T> optionalFrom(const Json &json)
{
    return json.is_null() ? std::nullopt : std::optional<T>(json.get<T>());
}

/// nlohmann's texts begin with `[json.exception.…] `.
std::string reasonOf(const Json::exception &why)
{
    constexpr int wrongType = 302;
    constexpr int notIndexed = 304; // a value where an object should be
    if (why.id == wrongType || why.id == notIndexed)
        return "a value is of another type than a plan has there";
    const std::string text = why.what();
    return text.substr(text.find("] ") + 2);
}

Json::other_error fault(const std::string &why)
{
    return Json::other_error::create(501, why, nullptr);
}

/// nlohmann's own accessor cuts fractions off, and what is too large.
int wholeFrom(const Json &json)
{
    const auto number = json.is_number_integer() ? json.get<std::int64_t>() : -1;
    if (number < 0 || number > std::numeric_limits<int>::max())
        throw fault(json.dump() + " is no whole number that counts anything");
    return static_cast<int>(number);
}

std::optional<int> optionalWhole(const Json &json)
{
    return json.is_null() ? std::nullopt : std::optional(wholeFrom(json));
}

Acl aclFrom(const Json &json)
{
    const auto text = [&](const char *key) { return json.at(key).get<std::string>(); };
    return {.resourceType = required(resourceTypeFrom(text("resourceType")), json),
            .patternType = required(patternTypeFrom(text("patternType")), json),
            .name = text("name"),
            .principal = text("principal"),
            .host = text("host"),
            .operation = required(aclOperationFrom(text("operation")), json),
            .permission = required(permissionFrom(text("permission")), json)};
}

SchemaText schemaFrom(const Json &json)
{
    SchemaText schema;
    schema.type = json.at("type").get<std::string>();
    schema.text = json.at("text").get<std::string>();
    for (const Json &reference : json.at("references"))
        schema.references.push_back({reference.at("name").get<std::string>(),
                                     reference.at("subject").get<std::string>(),
                                     wholeFrom(reference.at("version"))});
    return schema;
}

PlanChange schemaChangeFrom(const Json &json, PlanAction action)
{
    const Json &before = json.at("before");
    const Json &after = json.at("after");
    if (json.contains("key"))
        return LevelChange{optionalFrom<std::string>(before), after.get<std::string>()};
    if (action == PlanAction::Delete)
        return SubjectDeletion{before.at("type").get<std::string>(),
                               wholeFrom(before.at("version"))};
    SchemaChange change;
    if (!before.is_null())
        change.before = schemaFrom(before);
    change.after = schemaFrom(after);
    change.topic = json.at("topic").get<std::string>();
    return change;
}

PlanChange changeFrom(const Json &json, PlanAction action, PlanKind kind)
{
    const Json &before = json.at("before");
    const Json &after = json.at("after");
    switch (kind) {
    case PlanKind::Partitions:
        return PartitionChange{wholeFrom(before), wholeFrom(after)};
    case PlanKind::Config:
        return SettingChange{json.at("key").get<std::string>(), optionalFrom<std::string>(before),
                             optionalFrom<std::string>(after)};
    case PlanKind::Acl:
        return AclChange{aclFrom(action == PlanAction::Delete ? before : after)};
    case PlanKind::Topic:
        break;
    case PlanKind::Schema:
        return schemaChangeFrom(json, action);
    }
    if (action == PlanAction::Delete)
        return TopicDeletion{wholeFrom(before.at("partitions"))};
    return TopicCreation{optionalWhole(after.at("partitions")), optionalWhole(after.at("replicas")),
                         after.at("configs").get<std::map<std::string, std::string>>()};
}

Reason reasonFrom(const Json &json)
{
    return {json.at("file").get<std::string>(), json.at("line").get<std::uint32_t>(),
            json.at("text").get<std::string>()};
}

std::vector<PolicyNote> policiesFrom(const Json &item)
{
    std::vector<PolicyNote> notes;
    if (!item.contains("policies"))
        return notes;
    for (const Json &json : item.at("policies"))
        notes.push_back({json.at("subject").get<std::string>(),
                         json.at("policy").get<std::string>(), json.at("reason").get<std::string>(),
                         json.at("file").get<std::string>(), json.at("line").get<std::uint32_t>(),
                         optionalFrom<std::string>(json.at("declared"))});
    return notes;
}

/// `topic:NAME`, `config:NAME:KEY`, `acl:RULE`, `undo:…`: an item is told, chosen and noted by it.
bool hasItsId(const PlanItem &item)
{
    std::string id = std::string(nameOf(item.kind)) + ':' + item.resource;
    if (const auto *setting = std::get_if<SettingChange>(&item.change))
        id += ':' + setting->key;
    else if (std::holds_alternative<LevelChange>(item.change))
        id += ":compatibility";
    const auto *access = std::get_if<AclChange>(&item.change);
    return (item.id == id || item.id.ends_with(':' + id)) &&
           (access == nullptr || item.resource == describe(access->acl));
}

PlanItem itemFrom(const Json &json)
{
    PlanItem item;
    item.id = json.at("id").get<std::string>();
    item.action = enumFrom(json.at("action"), actions);
    item.kind = enumFrom(json.at("kind"), kinds);
    item.resource = json.at("resource").get<std::string>();
    item.context = json.at("context").get<std::string>();
    item.change = changeFrom(json, item.action, item.kind);
    item.risk = enumFrom(json.at("risk"), risks);
    item.warning = json.at("warning").get<std::string>();
    item.loss = json.value("loss", std::string());
    item.consent = json.value("consent", std::string());
    item.reason = reasonFrom(json.at("reason"));
    item.precondition = json.at("precondition").get<std::map<std::string, std::string>>();
    item.policies = policiesFrom(json);
    if (!hasItsId(item))
        throw fault("its id does not fit what it changes");
    return item;
}

/// A fault names the item.
std::vector<PlanItem> itemsFrom(const Json &json)
{
    if (!json.is_array())
        throw fault("its \"items\" are no list");
    std::vector<PlanItem> items;
    for (const Json &each : json) {
        try {
            items.push_back(itemFrom(each));
        } catch (const Json::exception &why) {
            const auto id = each.is_object() ? each.find("id") : each.end();
            const bool isNamed = each.is_object() && id != each.end() && id->is_string();
            throw fault("item " + std::to_string(items.size() + 1) +
                        (isNamed ? " (" + id->get<std::string>() + "): " : ": ") + reasonOf(why));
        }
    }
    return items;
}

std::size_t countOf(const Plan &plan, PlanAction action)
{
    return static_cast<std::size_t>(
        std::count_if(plan.items.begin(), plan.items.end(),
                      [&](const PlanItem &item) { return item.action == action; }));
}

Plan planFrom(const Json &json)
{
    Plan plan;
    plan.environment = json.at("environment").get<std::string>();
    plan.connector = json.at("connector").get<std::string>();
    plan.clusterId = json.at("clusterId").get<std::string>();
    plan.created = json.at("created").get<std::string>();
    plan.specs = json.at("specs").get<std::map<std::string, std::string>>();
    plan.items = itemsFrom(json.at("items"));
    for (const Json &problem : json.at("problems"))
        plan.problems.push_back({enumFrom(problem.at("severity"), severities),
                                 problem.at("resource").get<std::string>(),
                                 problem.at("message").get<std::string>(),
                                 reasonFrom(problem.at("reason"))});
    const Json &summary = json.at("summary");
    plan.summary = {countOf(plan, PlanAction::Create), countOf(plan, PlanAction::Update),
                    countOf(plan, PlanAction::Delete), summary.at("unchanged").get<std::size_t>()};
    return plan;
}

} // namespace

std::string schemaText(const SchemaText &schema)
{
    const Json json = schema.type == "PROTOBUF" ? Json(Json::value_t::discarded)
                                                : Json::parse(schema.text, nullptr, false);
    return json.is_discarded() ? schema.text : printed(json);
}

std::string planJson(const Plan &plan)
{
    Json items = Json::array();
    for (const PlanItem &item : plan.items)
        items.push_back(itemJson(item));
    Json problems = Json::array();
    for (const PlanProblem &problem : plan.problems)
        problems.push_back(problemJson(problem));
    Json json = versioned();
    json["environment"] = plan.environment;
    json["connector"] = plan.connector;
    json["clusterId"] = plan.clusterId;
    json["created"] = plan.created;
    json["specs"] = Json(plan.specs);
    json["items"] = items;
    json["problems"] = problems;
    json["summary"] = {{"create", plan.summary.creates},
                       {"update", plan.summary.updates},
                       {"delete", plan.summary.deletes},
                       {"unchanged", plan.summary.unchanged}};
    json["checksum"] = plan::sha256(printed(json));
    return printed(json);
}

Result<Plan> planFromJson(std::string_view json)
{
    const auto invalid = [](const std::string &why) {
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "This is not a plan that can be applied: " + why +
                                        ". Make it again with 'mw plan -o FILE'.",
                                    {}});
    };
    try {
        Json document = parsed(json);
        if (!document.is_object() || document.value("version", 0) != 1)
            return invalid("it has no \"version\": 1");
        const auto checksum = document.value("checksum", std::string());
        document.erase("checksum");
        if (checksum != plan::sha256(printed(document)))
            return invalid("it is not as it was made, for its checksum differs");
        return planFrom(document);
    } catch (const Json::parse_error &broken) {
        return invalid(broken.byte >= json.size() ? "the file is cut off"
                                                  : "it is no JSON: " + reasonOf(broken));
    } catch (const Json::exception &broken) {
        return invalid(reasonOf(broken));
    }
}

} // namespace meshwright::report
