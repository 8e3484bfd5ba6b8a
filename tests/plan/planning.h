// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/plan/plan.h"
#include "meshwright/topology/topology.h"

#include <algorithm>
#include <map>
#include <string>

namespace meshwright::test {

inline TopologyPtr topologyOf(const std::map<std::string, std::string> &texts)
{
    return buildTopology(Workspace::fromTexts(texts));
}

/// An AsyncAPI 2 document of the given id; `channels` is what stands below that key.
inline std::string specOf(const std::string &id, const std::string &channels)
{
    return "asyncapi: '2.6.0'\nid: 'urn:" + id + "'\ninfo: {title: t, version: '1'}\nchannels:\n" +
           channels;
}

/// One owned channel, with what its Kafka binding holds.
inline std::string channelOf(const std::string &name, const std::string &binding = {})
{
    return "  " + name + ":\n    bindings: {kafka: {" + binding +
           "}}\n    publish: {operationId: x, message: {payload: {type: string}}}\n";
}

inline const PlanItem *itemOf(const Plan &plan, const std::string &id)
{
    const auto it = std::find_if(plan.items.begin(), plan.items.end(),
                                 [&](const auto &item) { return item.id == id; });
    return it == plan.items.end() ? nullptr : &*it;
}

inline std::size_t countOf(const Plan &plan, PlanKind kind, PlanAction action)
{
    return static_cast<std::size_t>(
        std::count_if(plan.items.begin(), plan.items.end(), [&](const auto &item) {
            return item.kind == kind && item.action == action;
        }));
}

} // namespace meshwright::test
