// SPDX-License-Identifier: Apache-2.0
// Specs, an environment, and a cluster that they are planned for.
#pragma once

#include "plan/planning.h"
#include "support/fakecluster.h"

namespace meshwright::test {

struct Given
{
    std::map<std::string, std::string> texts;
    FakeCluster cluster = {};
    Environment environment = {};
    std::vector<Diagnostic> diagnostics = {};
    PlanOptions options = {.created = "2026-01-01T00:00:00Z"};

    Plan plan()
    {
        environment.name = "dev";
        const auto topology = topologyOf(texts);
        return makePlan(*topology, environment, desiredState(*topology, &environment),
                        readActualState(cluster, {}), diagnostics, options);
    }

    /// The cluster holds exactly what the specs ask for.
    void provision()
    {
        const auto topology = topologyOf(texts);
        const auto desired = desiredState(*topology, &environment);
        for (const auto &topic : desired.topics)
            cluster.addTopic(topic.name.value, topic.partitions.value_or(1),
                             topic.replicas.value_or(1), topic.settings);
        for (const auto &requested : desired.acls)
            cluster.acls.insert(requested.acl);
    }
};

inline Given oneContext(const std::string &binding = "partitions: 3, replicas: 1")
{
    return {{{"a.yaml", specOf("acme.a", channelOf("_public.x", binding))}}};
}

inline const PlanProblem *problemOf(const Plan &plan, const std::string &resource)
{
    const auto it = std::find_if(plan.problems.begin(), plan.problems.end(),
                                 [&](const auto &problem) { return problem.resource == resource; });
    return it == plan.problems.end() ? nullptr : &*it;
}

inline Acl topicAcl(const std::string &name, const std::string &principal,
                    PatternType pattern = PatternType::Literal)
{
    return {.patternType = pattern, .name = name, .principal = principal};
}

} // namespace meshwright::test
