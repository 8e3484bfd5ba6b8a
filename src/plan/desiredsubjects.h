// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/state.h"

#include <memory>
#include <vector>

namespace meshwright::plan {

/// Where a topic that the specs ask for is declared.
struct TopicSource
{
    TopicName name;
    ContextId context;
    std::shared_ptr<const asyncapi::Spec> spec;
    std::size_t channel = 0;
};

/// Whether the environment has a schema registry. The sandbox has one of its own.
bool hasRegistry(const Environment &environment);

/// The subjects that the messages of these topics ask for, and those that their schemas refer to;
/// each after those it refers to. Schemas that stand in a spec stay there.
std::vector<DesiredSubject> desiredSubjects(const Topology &topology,
                                            const std::vector<TopicSource> &topics);

} // namespace meshwright::plan
