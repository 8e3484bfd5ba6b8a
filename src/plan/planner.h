// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"
#include "plan/ownership.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshwright::plan {

struct PlanInput
{
    const Topology &topology;
    const Environment &environment;
    const DesiredState &desired;
    const ActualState &actual;
    const Ownership &ownership;
    Prune asked = {};   ///< what may be deleted by the options and the environment
    Prune deletes = {}; ///< the same, where nothing is unknown or wrong; else nothing
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
/// Access that no spec asks for any more: all of it where it may be deleted, else what a grant gave
/// that has been taken back.
void planAclRemovals(const PlanInput &input, PlanParts &parts);

inline bool isLessAcl(const Acl *a, const Acl *b)
{
    return *a < *b;
}

/// Those of the cluster, which could be read.
std::vector<const Acl *> sortedAcls(const PlanInput &input);

/// Whether the environment protects what has this name, or brokers and Kafka Streams keep it for
/// themselves.
bool isProtected(const Environment &environment, std::string_view name);
void planSchemas(const PlanInput &input, PlanParts &parts);
void planSubjectDeletions(const PlanInput &input, PlanParts &parts);
/// Takes out what belongs to contexts that are held back.
void withhold(PlanParts &parts);
/// Takes out every item but those with these ids, and what is wrong with others.
void keepOnly(PlanParts &parts, const std::set<std::string> &ids);

Reason reasonAt(const Topology &topology, const asyncapi::Place &place, std::string text);

} // namespace meshwright::plan
