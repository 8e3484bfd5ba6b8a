// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"
#include "plan/ownership.h"

#include <set>
#include <string>
#include <vector>

namespace meshwright::plan {

struct PlanInput
{
    const Topology &topology;
    const Environment &environment;
    const DesiredState &desired;
    const ActualState &actual;
    const PlanOptions &options;
    const Ownership &ownership;
    bool mayDelete = false; ///< asked for, and nothing is unknown or wrong
};

/// The plan's items by kind, each list sorted by resource.
struct PlanParts
{
    std::vector<PlanItem> topics;
    std::vector<PlanItem> partitions;
    std::vector<PlanItem> settings;
    std::vector<PlanItem> schemas; ///< each after those it refers to
    std::vector<PlanItem> aclsAdded;
    std::vector<PlanItem> aclsRemoved;
    std::vector<PlanItem> subjectsDeleted;
    std::vector<PlanItem> topicsDeleted;
    std::vector<PlanProblem> problems;
    std::size_t unchanged = 0;
    std::size_t ownTopics = 0;      ///< that the cluster has, of the contexts asked for
    std::size_t ownAcls = 0;        ///< likewise
    std::size_t ownSubjects = 0;    ///< likewise
    std::size_t lostAccess = 0;     ///< ACLs removed whose principal keeps no such right there
    std::set<std::string> heldBack; ///< contexts with a schema that can't be planned
};

void planTopics(const PlanInput &input, PlanParts &parts);
void planTopicDeletions(const PlanInput &input, PlanParts &parts);
void planAcls(const PlanInput &input, PlanParts &parts);
void planSchemas(const PlanInput &input, PlanParts &parts);
void planSubjectDeletions(const PlanInput &input, PlanParts &parts);
/// Takes out what belongs to contexts that are held back.
void withhold(PlanParts &parts);

Reason reasonAt(const Topology &topology, const asyncapi::Place &place, std::string text);

} // namespace meshwright::plan
