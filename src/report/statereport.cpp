// SPDX-License-Identifier: Apache-2.0
// What the specs ask for: ACLs and topics as JSON.
#include "meshwright/report/report.h"

#include "report/json.h"

#include <map>
#include <set>

namespace meshwright::report {

namespace {

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json schemaJson(const DesiredSubject &subject)
{
    Json references = Json::array();
    for (const SchemaReference &each : subject.schema.references)
        references.push_back(
            {{"name", each.name}, {"subject", each.subject}, {"version", each.version}});
    return {{"subject", subject.name},
            {"type", subject.schema.type},
            {"file", subject.file},
            {"references", std::move(references)}};
}

/// The topic's own subjects, and those that they refer to.
Json schemasJson(const std::vector<DesiredSubject> &subjects, const TopicName &topic)
{
    std::set<std::string> wanted;
    std::map<std::string, Json> schemas;
    // Each stands after those that it refers to.
    for (auto each = subjects.rbegin(); each != subjects.rend(); ++each) {
        if (each->topic != topic && !wanted.contains(each->name))
            continue;
        for (const SchemaReference &reference : each->schema.references)
            wanted.insert(reference.subject);
        schemas.emplace(each->name + '\n' + each->file, schemaJson(*each));
    }
    Json list = Json::array();
    for (auto &[name, schema] : schemas)
        list.push_back(std::move(schema));
    return list;
}

} // namespace

std::string aclsJson(const Topology &topology, const std::vector<RequestedAcl> &acls)
{
    Json list = Json::array();
    for (const RequestedAcl &requested : acls) {
        Json entry = aclJson(requested.acl);
        entry["context"] = requested.context.value;
        entry["reason"] = placeJson(*topology.workspace, requested.reason);
        list.push_back(entry);
    }
    Json json = versioned();
    json["acls"] = list;
    return printed(json);
}

std::string topicsJson(const DesiredState &desired)
{
    Json list = Json::array();
    for (const DesiredTopic &topic : desired.topics) {
        list.push_back({{"name", topic.name.value},
                        {"context", topic.context.value},
                        {"access", topic.access ? Json(nameOf(*topic.access)) : Json(nullptr)},
                        {"partitions", orNull(topic.partitions)},
                        {"replicas", orNull(topic.replicas)},
                        {"configs", Json(topic.settings)},
                        {"schemas", schemasJson(desired.subjects, topic.name)}});
    }
    Json json = versioned();
    json["topics"] = list;
    return printed(json);
}

} // namespace meshwright::report
