// SPDX-License-Identifier: Apache-2.0
// A company in a few words, for the tests of the graph.
#pragma once

#include "meshwright/topology/topology.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace meshwright::graph::tests {

/// A context `acme.<domain>.<name>`, the topics that it owns (`_public.a`, with grants behind a
/// bar: `_protected.b|acme.x.y`) and the full names of those that it reads.
struct Wanted
{
    std::string id;
    std::vector<std::string> owns;
    std::vector<std::string> reads;
};

inline TopologyPtr company(const std::vector<Wanted> &contexts)
{
    std::map<std::string, std::string> texts;
    for (const Wanted &each : contexts) {
        std::string text = "asyncapi: 2.6.0\nid: urn:" + each.id + "\ninfo: {title: " + each.id +
                           ", version: 1.0.0}\nchannels:\n";
        for (const std::string &topic : each.owns) {
            const auto bar = topic.find('|');
            text += "  " + topic.substr(0, bar) + ":\n    publish:\n";
            if (bar != std::string::npos)
                text += "      tags: [{name: 'grant-access:" + topic.substr(bar + 1) + "'}]\n";
            text += "      message: {name: M}\n";
        }
        for (const std::string &topic : each.reads)
            text += "  " + topic + ":\n    subscribe: {message: {name: M}}\n";
        texts[each.id + ".yaml"] = text;
    }
    return buildTopology(Workspace::fromTexts(texts));
}

inline QString joined(const std::vector<ContextId> &ids)
{
    QString text;
    for (const ContextId &id : ids)
        text += (text.isEmpty() ? "" : " ") + QString::fromStdString(id.value);
    return text;
}

} // namespace meshwright::graph::tests
