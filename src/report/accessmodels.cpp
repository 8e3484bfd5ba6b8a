// SPDX-License-Identifier: Apache-2.0
// Role bindings of Confluent's MDS, and IAM policies of Amazon MSK, from what the specs ask for.
#include "meshwright/report/accessmodels.h"

#include "json.h"

#include <map>
#include <set>
#include <tuple>

namespace meshwright::report {

namespace {

constexpr const char *everybody = "User:*";

/// What one principal may do with one pattern of names.
struct Pattern
{
    std::string principal;
    ResourceType type = ResourceType::Topic;
    PatternType pattern = PatternType::Literal;
    std::string name;

    auto operator<=>(const Pattern &) const = default;
};

using Operations = std::map<Pattern, std::set<AclOperation>>;

/// ALLOW from every host; the rest is told.
Operations operationsOf(const std::vector<RequestedAcl> &acls, std::set<std::string> &notes)
{
    Operations operations;
    for (const RequestedAcl &each : acls) {
        const Acl &acl = each.acl;
        if (acl.permission != Permission::Allow || acl.host != "*")
            notes.insert(describe(acl) +
                         ": the model has neither refusals nor hosts, and this is left out.");
        else
            operations[{acl.principal, acl.resourceType, acl.patternType, acl.name}].insert(
                acl.operation);
    }
    return operations;
}

Json jsonOf(const std::set<std::string> &notes)
{
    Json list = Json::array();
    for (const std::string &note : notes)
        list.push_back(note);
    return list;
}

class ConfluentRbac : public AccessModel
{
public:
    std::string_view name() const override { return "confluent-rbac"; }

    Result<std::string> write(const std::vector<RequestedAcl> &acls,
                              const std::string &cluster) const override;
};

const char *confluentType(ResourceType type)
{
    switch (type) {
    case ResourceType::Cluster:
        return "Cluster";
    case ResourceType::Group:
        return "Group";
    case ResourceType::Topic:
        return "Topic";
    case ResourceType::TransactionalId:
        return "TransactionalId";
    }
    return "";
}

std::set<std::string> rolesFor(const Pattern &pattern, const std::set<AclOperation> &operations,
                               std::set<std::string> &notes)
{
    std::set<std::string> roles;
    for (const AclOperation operation : operations) {
        if (operation == AclOperation::Create || operation == AclOperation::Delete) {
            notes.insert("ResourceOwner, which stands for CREATE and DELETE, may also change "
                         "settings and hand out roles on what it owns.");
            return {"ResourceOwner"};
        }
        if (operation == AclOperation::Read)
            roles.insert("DeveloperRead");
        else if (operation == AclOperation::Write || operation == AclOperation::IdempotentWrite)
            roles.insert("DeveloperWrite");
        else
            notes.insert(pattern.principal + ": no role stands for " +
                         std::string(nameOf(operation)) + " on '" + pattern.name + "'.");
    }
    return roles;
}

Result<std::string> ConfluentRbac::write(const std::vector<RequestedAcl> &acls,
                                         const std::string &cluster) const
{
    if (cluster.empty())
        return tl::unexpected(Error{Error::Code::Invalid,
                                    "A role binding names its cluster: give its id with "
                                    "--cluster, or write expectedClusterId into the environment.",
                                    {}});
    std::set<std::string> notes;
    std::map<std::pair<std::string, std::string>, Json> bindings;
    for (const auto &[pattern, operations] : operationsOf(acls, notes)) {
        if (pattern.principal == everybody) {
            notes.insert("No role can be bound to everybody, and '" + pattern.name +
                         "' is for every principal to read: bind DeveloperRead (" +
                         std::string(nameOf(pattern.pattern)) + ") to a group that holds all.");
            continue;
        }
        for (const std::string &role : rolesFor(pattern, operations, notes)) {
            Json resource;
            resource["resourceType"] = confluentType(pattern.type);
            resource["name"] = pattern.name;
            resource["patternType"] = nameOf(pattern.pattern);
            bindings[{pattern.principal, role}].push_back(std::move(resource));
        }
    }
    Json json = versioned();
    json["bindings"] = Json::array();
    for (auto &[key, resources] : bindings) {
        Json binding;
        binding["principal"] = key.first;
        binding["role"] = key.second;
        binding["scope"]["clusters"]["kafka-cluster"] = cluster;
        binding["resourcePatterns"] = std::move(resources);
        json["bindings"].push_back(std::move(binding));
    }
    json["notes"] = jsonOf(notes);
    return printed(json);
}

class MskIam : public AccessModel
{
public:
    std::string_view name() const override { return "msk-iam"; }

    Result<std::string> write(const std::vector<RequestedAcl> &acls,
                              const std::string &cluster) const override;
};

using Actions = std::set<std::string>;

Actions topicActions(AclOperation operation)
{
    if (operation == AclOperation::Read)
        return {"DescribeTopic", "ReadData"};
    if (operation == AclOperation::Write)
        return {"DescribeTopic", "WriteData"};
    if (operation == AclOperation::Create)
        return {"CreateTopic"};
    if (operation == AclOperation::Delete)
        return {"DeleteTopic"};
    return {};
}

Actions groupActions(AclOperation operation)
{
    if (operation == AclOperation::Read)
        return {"AlterGroup", "DescribeGroup"};
    if (operation == AclOperation::Delete)
        return {"DeleteGroup"};
    return {};
}

Actions actionsFor(ResourceType type, AclOperation operation)
{
    switch (type) {
    case ResourceType::Cluster:
        return operation == AclOperation::IdempotentWrite ? Actions{"WriteDataIdempotently"}
                                                          : Actions{};
    case ResourceType::Group:
        return groupActions(operation);
    case ResourceType::Topic:
        return topicActions(operation);
    case ResourceType::TransactionalId:
        return operation == AclOperation::Write
                   ? Actions{"AlterTransactionalId", "DescribeTransactionalId"}
                   : Actions{};
    }
    return {};
}

/// arn:aws:kafka:eu-west-1:1234:cluster/demo/UUID → …:topic/demo/UUID/NAME
std::string arnOf(const Pattern &pattern, const std::string &cluster)
{
    const std::string mark = ":cluster/";
    if (pattern.type == ResourceType::Cluster)
        return cluster;
    std::string type = "topic";
    if (pattern.type == ResourceType::Group)
        type = "group";
    else if (pattern.type == ResourceType::TransactionalId)
        type = "transactional-id";
    std::string arn = cluster;
    arn.replace(arn.find(mark), mark.size(), ":" + type + "/");
    return arn + "/" + pattern.name + (pattern.pattern == PatternType::Prefixed ? "*" : "");
}

/// Statements of one policy: actions → what they are allowed on.
using Statements = std::map<Actions, std::set<std::string>>;

Json policyJson(const Statements &statements)
{
    Json policy;
    policy["Version"] = "2012-10-17";
    policy["Statement"] = Json::array();
    for (const auto &[actions, resources] : statements) {
        Json statement;
        statement["Effect"] = "Allow";
        for (const std::string &action : actions)
            statement["Action"].push_back("kafka-cluster:" + action);
        for (const std::string &resource : resources)
            statement["Resource"].push_back(resource);
        policy["Statement"].push_back(std::move(statement));
    }
    return policy;
}

Result<std::string> MskIam::write(const std::vector<RequestedAcl> &acls,
                                  const std::string &cluster) const
{
    if (!cluster.starts_with("arn:") || cluster.find(":cluster/") == std::string::npos)
        return tl::unexpected(
            Error{Error::Code::Invalid,
                  "An IAM policy names its cluster by its ARN: give it with --cluster, such as "
                  "arn:aws:kafka:eu-west-1:123456789012:cluster/demo/UUID.",
                  cluster});
    std::set<std::string> notes;
    std::map<std::string, Statements> policies;
    for (const auto &[pattern, operations] : operationsOf(acls, notes)) {
        Statements &statements = policies[pattern.principal];
        Actions actions;
        for (const AclOperation operation : operations) {
            const Actions more = actionsFor(pattern.type, operation);
            if (more.empty())
                notes.insert(pattern.principal + ": no action stands for " +
                             std::string(nameOf(operation)) + " on '" + pattern.name + "'.");
            actions.insert(more.begin(), more.end());
        }
        Actions onCluster{"Connect"};
        if (actions.contains("WriteData"))
            onCluster.insert("WriteDataIdempotently");
        if (pattern.principal != everybody)
            for (const std::string &action : onCluster)
                statements[{action}].insert(cluster);
        if (!actions.empty())
            statements[actions].insert(arnOf(pattern, cluster));
    }
    Json json = versioned();
    json["policies"] = Json::array();
    for (const auto &[principal, statements] : policies) {
        Json each;
        each["principal"] = principal;
        each["policy"] = policyJson(statements);
        json["policies"].push_back(std::move(each));
    }
    notes.insert("Attach each policy to the IAM role or user that stands for its principal: IAM "
                 "knows no principals of Kafka.");
    if (policies.contains(everybody))
        notes.insert("IAM knows no everybody: attach the policy of 'User:*' to each role that "
                     "connects.");
    json["notes"] = jsonOf(notes);
    return printed(json);
}

} // namespace

const AccessModel *accessModelNamed(std::string_view name)
{
    static const ConfluentRbac confluent;
    static const MskIam msk;
    for (const AccessModel *model :
         {static_cast<const AccessModel *>(&confluent), static_cast<const AccessModel *>(&msk)})
        if (model->name() == name)
            return model;
    return nullptr;
}

} // namespace meshwright::report
